import type { settingsEn } from '../../en/slack/settings.js';
import { translation } from '../../messages.js';

/** Romanian: settings per channel, and the texts for customers. */
export const settingsRo = translation<'ro', typeof settingsEn>()({
  'settings.label.thread': 'Ce apare în firele de discuție',
  'settings.label.quiet': 'Ore de liniște, fără mențiuni',
  'settings.label.quiet-from': 'Liniște de la',
  'settings.label.quiet-to': 'Liniște până la',
  'settings.label.quiet-days': 'Zile cu liniște toată ziua',
  'settings.label.quiet-urgent': 'În orele de liniște, un site care era gata și nu mai merge',
  'settings.name.thread': 'conținutul firelor de discuție',
  'settings.name.quiet': 'orele de liniște',
  'settings.name.quiet-from': 'începutul orelor de liniște',
  'settings.name.quiet-to': 'sfârșitul orelor de liniște',
  'settings.name.quiet-days': 'zilele cu liniște toată ziua',
  'settings.name.quiet-urgent': 'site-urile căzute în orele de liniște',
  'settings.thread': '{value, select, all {fiecare pas} problems {doar problemele} other {pașii importanți}}',
  'settings.quiet':
    '{value, select, every_day {în fiecare zi} weekdays {de luni până vineri} weekends {sâmbătă și duminică} nights_and_weekends {de luni până vineri și tot weekendul} other {oprite}}',
  'settings.quiet-urgent': '{value, select, held {așteaptă sfârșitul lor} other {se anunță imediat}}',
  'settings.channel':
    '*Canalul {channel}.* Ce setezi aici se aplică doar cardurilor din acest canal și are prioritate față de setările aplicației lor.',
  'settings.only-channel': 'Doar pentru acest canal',
  'settings.for-app': 'Setările aplicației „{app}”',
  'settings.texts': 'Texte pentru clienți',
  'settings.inherited': '{source, select, app {Aplicația „{app}”} other {Implicit}}: {standard}.',
  'settings.inherited-range':
    'De la {canBeOff, select, true {0 (oprit)} other {{least, number, ::group-off}}} la {most, number, ::group-off}. Gol: {standard} ({source, select, app {aplicația „{app}”} other {implicit}}).',
  'settings.not-here': 'Nesetat pentru acest canal',
  'settings.here': 'Setat aici. {inherited}',
  'settings.no-days': 'niciuna',
  'settings.no-days-here': 'Nicio zi în acest canal',
  'settings.channels': 'Unele canale au setări proprii, care au prioritate acolo: {channels}',
  'settings.reported-here': 'Are efect de acum înainte. Acest canal este anunțat despre schimbare.',
  'settings.changed':
    ':gear: {person} a schimbat mai multe setări {scope, select, channel {ale canalului {forChannel}} other {ale aplicației {app}}}:',
  'settings.changed-line':
    '• {setting}: {isSame, select, true {{to} (neschimbată)} other {{from} → {to}}}{isReset, select, true { ({scope, select, channel {nu mai este setată acolo} other {valoarea implicită}})} other {}}',
  'event.customer_texts.changed':
    ':pencil2: {person} {isReset, select, true {a revenit la textele obișnuite} other {a schimbat textele}} pentru clienții aplicației {app} în {languageName}: {parts}.',
  'event.digest.posted':
    ':newspaper: Rezumatul aplicației {app} din {period} a fost publicat în {forChannel}.',
  'texts.title': 'Texte pentru clienți',
  'texts.preview': 'Previzualizare',
  'texts.about':
    '*Aplicația „{app}”, {languageName}.* Un câmp gol folosește textul de sub el. Poți folosi {names}; botul le completează.',
  'texts.now': 'Obișnuit: {text}',
  'texts.nothing': '(nimic)',
  'texts.tone': '{tone, select, formal {formal} other {prietenos}}',
  'texts.tone-usual': 'Obișnuit: {tone, select, formal {formal} other {prietenos}}',
  'texts.reset': 'Revino la textele obișnuite',
  'texts.reset.sure': 'Tot ce este scris aici pentru această limbă se șterge.',
  'texts.shown': '*Previzualizare, încă nesalvată.* Așa arată un mesaj:',
  'texts.again': 'Ai mai schimbat ceva? Înainte de salvare vezi din nou previzualizarea.',
  'texts.contested':
    ':warning: Între timp, altcineva a salvat alte texte. Dacă salvezi, ale tale le înlocuiesc pe acestea:',
  'texts.reported': 'Canalul aplicației este anunțat despre schimbare.',
  'texts.problem.long': 'Cel mult {most} de caractere.',
  'texts.problem.unknown': 'Botul nu poate completa {name}. Poți folosi {names}.',
  'texts.problem.broken':
    'Lipsește sau este în plus o acoladă. Scrie {example}; pentru o acoladă în text, scrie {quoted}.',
  'texts.problem.choice':
    'O alegere are nevoie, la sfârșit, de o variantă pentru toate celelalte cazuri, ca în {example}.',
  'texts.label.tone': 'Ton',
  'texts.label.subject': 'Subiect',
  'texts.label.greeting': 'Salut',
  'texts.label.signature': 'Semnătură',
  'texts.label.to-do': 'Când DNS-ul trebuie schimbat',
  'texts.label.one-left': 'Când o parte este deja corectă',
  'texts.label.down': 'Când site-ul nu merge și clientul poate rezolva',
  'texts.label.expiring': 'Când certificatul expiră și clientul poate ajuta',
  'texts.label.refused': 'Când furnizorul de găzduire a refuzat domeniul',
  'texts.label.down-ours': 'Când site-ul nu merge și rezolvăm noi',
  'texts.label.expiring-ours': 'Când certificatul expiră și ne ocupăm noi',
  'texts.label.waiting': 'Când DNS-ul este corect și finalizăm noi',
  'texts.label.unsure': 'Cât timp încă nu se știe nimic',
  'texts.label.works': 'Când totul funcționează',
  'texts.label.follow-up': 'Mesaj de revenire',
  'texts.label.one-click': 'Înaintea linkului care face modificările',
  'texts.label.by-hand': 'Înaintea pașilor manuali',
  'texts.label.sign-in': 'Unde se face autentificarea',
  'texts.label.please': 'Înaintea pașilor',
  'texts.label.alternative': 'Unde nu se poate pune un CNAME',
  'texts.label.time': 'Cât durează',
  'texts.label.waiting-time': 'Cât mai poate apărea pagina veche',
  'texts.label.reply': 'Cerere de răspuns',
});
