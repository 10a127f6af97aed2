import type { settingsEn } from '../../en/slack/settings.js';
import { translation } from '../../messages.js';

/** Italian: settings per channel, and the texts for customers. */
export const settingsIt = translation<'it', typeof settingsEn>()({
  'settings.label.thread': 'Livello di dettaglio dei thread',
  'settings.label.quiet': 'Ore di silenzio, senza menzioni',
  'settings.label.quiet-from': 'Silenzio dalle',
  'settings.label.quiet-to': 'Silenzio fino alle',
  'settings.label.quiet-days': 'Giorni interi di silenzio',
  'settings.label.quiet-urgent': 'Nelle ore di silenzio, un sito che era pronto e non funziona più',
  'settings.name.thread': 'dettaglio dei thread',
  'settings.name.quiet': 'ore di silenzio',
  'settings.name.quiet-from': 'inizio delle ore di silenzio',
  'settings.name.quiet-to': 'fine delle ore di silenzio',
  'settings.name.quiet-days': 'giorni interi di silenzio',
  'settings.name.quiet-urgent': 'siti non funzionanti nelle ore di silenzio',
  'settings.thread':
    '{value, select, all {ogni passaggio} problems {solo ciò che non va} other {i passaggi chiave}}',
  'settings.quiet':
    '{value, select, every_day {ogni giorno} weekdays {dal lunedì al venerdì} weekends {sabato e domenica} nights_and_weekends {dal lunedì al venerdì, e tutto il fine settimana} other {disattivate}}',
  'settings.quiet-urgent': '{value, select, held {attende che finiscano} other {viene segnalato subito}}',
  'settings.channel':
    '*Canale {channel}.* Ciò che imposti qui vale per le schede di questo canale e prevale sulle impostazioni della loro app.',
  'settings.only-channel': 'Solo per questo canale',
  'settings.for-app': 'Impostazioni dell’app “{app}”',
  'settings.texts': 'Testi per i clienti',
  'settings.inherited': '{source, select, app {App “{app}”} other {Valore predefinito}}: {standard}.',
  'settings.inherited-range':
    'Da {canBeOff, select, true {0 (disattivato)} other {{least, number, ::group-off}}} a {most, number, ::group-off}. Vuoto: {standard} ({source, select, app {app “{app}”} other {valore predefinito}}).',
  'settings.not-here': 'Non impostato per questo canale',
  'settings.here': 'Impostato qui. {inherited}',
  'settings.no-days': 'nessuno',
  'settings.no-days-here': 'Nessun giorno in questo canale',
  'settings.channels': 'Alcuni canali hanno impostazioni proprie, che lì prevalgono: {channels}',
  'settings.reported-here': 'Ha effetto da subito. Questo canale viene avvisato della modifica.',
  'settings.changed':
    ':gear: {person} ha cambiato diverse impostazioni {scope, select, channel {del canale {forChannel}} other {dell’app {app}}}:',
  'settings.changed-line':
    '• {setting}: {isSame, select, true {{to} (invariata)} other {{from} → {to}}}{isReset, select, true { ({scope, select, channel {non più impostata lì} other {valore predefinito}})} other {}}',
  'event.customer_texts.changed':
    ':pencil2: {person} {isReset, select, true {ha ripristinato i testi predefiniti} other {ha cambiato i testi}} per i clienti dell’app {app} in {languageName}: {parts}.',
  'event.digest.posted':
    ':newspaper: Il riepilogo dell’app {app} (periodo: {period}) è stato pubblicato in {forChannel}.',
  'texts.title': 'Testi per i clienti',
  'texts.preview': 'Anteprima',
  'texts.about':
    '*App “{app}”, {languageName}.* Un campo vuoto usa il testo riportato sotto. Puoi usare {names}; il bot li compila.',
  'texts.now': 'Testo predefinito: {text}',
  'texts.nothing': '(niente)',
  'texts.tone': '{tone, select, formal {formale} other {amichevole}}',
  'texts.tone-usual': 'Tono predefinito: {tone, select, formal {formale} other {amichevole}}',
  'texts.reset': 'Ripristina i testi predefiniti',
  'texts.reset.sure': 'Tutto ciò che è scritto qui per questa lingua verrà cancellato.',
  'texts.shown': '*Anteprima, non ancora salvata.* Ecco come appare un messaggio:',
  'texts.again': 'Cambi ancora qualcosa? Prima di salvare rivedrai l’anteprima.',
  'texts.contested':
    ':warning: Nel frattempo qualcun altro ha salvato altri testi. Se salvi, i tuoi sostituiscono questi:',
  'texts.reported': 'Il canale dell’app viene avvisato della modifica.',
  'texts.problem.long': 'Al massimo {most} caratteri.',
  'texts.problem.unknown': 'Il bot non può compilare {name}. Puoi usare {names}.',
  'texts.problem.broken':
    'Manca una parentesi graffa o ce n’è una di troppo. Scrivi {example}; per una graffa nel testo, scrivi {quoted}.',
  'texts.problem.choice': 'Una scelta ha bisogno di un’ultima parte per tutto il resto, come in {example}.',
  'texts.label.tone': 'Tono',
  'texts.label.subject': 'Oggetto',
  'texts.label.greeting': 'Saluto',
  'texts.label.signature': 'Firma',
  'texts.label.to-do': 'Quando il DNS va modificato',
  'texts.label.one-left': 'Quando una parte è già a posto',
  'texts.label.down': 'Quando il sito non funziona e il cliente può rimediare',
  'texts.label.expiring': 'Quando il certificato scade e il cliente può aiutare',
  'texts.label.refused': 'Quando il provider di hosting ha rifiutato il dominio',
  'texts.label.down-ours': 'Quando il sito non funziona e rimediamo noi',
  'texts.label.expiring-ours': 'Quando il certificato scade e ce ne occupiamo noi',
  'texts.label.waiting': 'Quando il DNS è a posto e completiamo noi',
  'texts.label.unsure': 'Quando non si sa ancora nulla',
  'texts.label.works': 'Quando tutto funziona',
  'texts.label.follow-up': 'Sollecito',
  'texts.label.one-click': 'Prima del link che fa le modifiche',
  'texts.label.by-hand': 'Prima dei passaggi a mano',
  'texts.label.sign-in': 'Dove accedere',
  'texts.label.please': 'Prima dei passaggi',
  'texts.label.alternative': 'Dove un CNAME non è possibile',
  'texts.label.time': 'Quanto tempo serve',
  'texts.label.waiting-time': 'Quanto può restare la vecchia pagina',
  'texts.label.reply': 'Richiesta di risposta',
});
