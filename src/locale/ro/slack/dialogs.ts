import type { dialogsEn } from '../../en/slack/dialogs.js';
import { translation } from '../../messages.js';

/** Romanian: dialogs, lists of many domains, mentions and the Home tab. */
export const dialogsRo = translation<'ro', typeof dialogsEn>()({
  'map.dialog.title': 'Mapează domenii',
  'map.dialog.submit': 'Continuă',
  'map.dialog.hostnames': 'Domenii',
  'map.dialog.hostnames.hint':
    'Unul sau mai multe, lipite așa cum sunt: merg și linkuri, virgule și rânduri noi.',
  'map.dialog.file': 'Sau un fișier CSV',
  'map.dialog.file.hint':
    'Până la 500 de domenii, câte unul pe rând. Se folosesc și coloanele „app”, „site” și „note”.',
  'map.dialog.app': 'Aplicație',
  'map.dialog.site': 'Site',
  'map.dialog.site.hint':
    'Creează înregistrarea de domeniu în Ultimate Multisite, ca vizitatorii să ajungă la acest site.',
  'map.dialog.site.for-all':
    'Toate aceste domenii vor duce la acest site. Dacă fiecare duce la alt site, mapează-le pe rând sau folosește un fișier cu o coloană „site”.',
  'map.dialog.site.search': 'Caută după titlu, adresă sau ID',
  'map.dialog.channel': 'Canal',
  'map.dialog.channel.hint': 'Cardurile apar acolo.',
  'map.dialog.note': 'Notă pentru echipă',
  'map.dialog.none-found': 'Niciun domeniu în acest mesaj. Scrie-l aici.',
  'map.dialog.needed': 'Scrie un domeniu sau adaugă un fișier.',
  'map.dialog.other-site':
    'Acest site este în rețeaua aplicației {app}. Alege aplicația respectivă sau alt site.',
  'message.help':
    'Întreabă-mă despre un domeniu, de exemplu `shop.example.com?`, sau scrie `/domain help` ca să vezi toate comenzile.',
  'message.more':
    '{count, plural, one {Încă un domeniu nu este afișat} few {Încă # domenii nu sunt afișate} other {Încă # de domenii nu sunt afișate}}. Folosește căutarea sau întreabă despre cel mult zece odată.',
  'message.file': 'Ce fac cu domeniile din {file}? Mai întâi vei vedea o simulare.',
  'message.file.map': 'Mapează-le',
  'message.file.map-on': 'Mapează pe {app}',
  'message.file.check': 'Verifică-le',
  'message.file.unmap': 'Elimină-le…',
  'message.file.unread': 'Nu pot citi {file}. Trimite o listă de domenii ca fișier CSV sau text.',
  'message.no-dialog':
    'Asta deschide un dialog, ceea ce Slack permite doar după o comandă slash: scrie-o cu `/domain` în față.',
  'home.title': 'Domenii',
  'home.map': 'Mapează domenii',
  'home.search': 'Caută',
  'home.search.label': 'Ce cauți?',
  'home.search.hint':
    'O parte din domeniu, un stadiu, o aplicație, un furnizor DNS sau „stuck”, „waiting”, „mine”.',
  'home.settings': 'Setări',
  'home.mine': '*Ale mele*',
  'home.ready': '*Gata săptămâna aceasta*',
  'home.expiring': '*Certificate care expiră curând*',
  'home.expires': '{line} · expiră: {at}',
  'home.stages': '*După stadiu*',
  'home.stage': '{stage}: {count}',
  'home.trend':
    'În ultimele 7 zile, domenii cerute: {requested} (în săptămâna dinainte: {requestedBefore}); gata: {done} (în săptămâna dinainte: {doneBefore}).',
  'dialog.notice': 'Domenii',
  'dialog.working': 'Se lucrează…',
  'dialog.done': 'Gata. Poți închide această fereastră.',
  'dialog.close': 'Închide',
  'dialog.back': 'Înapoi',
  'mapped.note-unused': 'Nota ta nu a fost adăugată, pentru că domeniul era deja mapat: {note}',

  'batch.dialog.unmap.title': 'Elimină domenii',
  'batch.dialog.check.title': 'Verifică domenii',
  'batch.plan.title': 'Simulare',
  'batch.plan.none':
    'Nimic de făcut: {kind, select, map {niciun rând nu conține un domeniu care poate fi mapat} unmap {niciun rând nu conține un domeniu care poate fi eliminat} other {niciun rând nu conține un domeniu mapat}}.',
  'batch.plan.map':
    '*{ready, plural, one {# domeniu va fi mapat} few {# domenii vor fi mapate} other {# de domenii vor fi mapate}}* în aplicația {app}. Încă nu s-a schimbat nimic.',
  'batch.plan.unmap':
    '*{ready, plural, one {# domeniu va fi eliminat:* {provider} îl șterge, iar vizitatorii lui} few {# domenii vor fi eliminate:* {provider} le șterge, iar vizitatorii lor} other {# de domenii vor fi eliminate:* {provider} le șterge, iar vizitatorii lor}} nu mai ajung la site. Încă nu s-a schimbat nimic.',
  'batch.plan.check':
    '*{ready, plural, one {# domeniu va fi verificat} few {# domenii vor fi verificate} other {# de domenii vor fi verificate}}.*',
  'batch.plan.approval': 'Altcineva trebuie să aprobe în cel mult {duration}.',
  'batch.plan.pace':
    'Durează cam {duration}: {provider} acceptă doar un anumit număr de modificări pe minut.',
  'batch.plan.more': '… și {count, plural, one {încă unul} few {încă #} other {încă #}}',
  'batch.plan.submit':
    '{kind, select, map {Mapează {count}} unmap {{isProposed, select, true {Cere eliminarea: {count}} other {Elimină {count}}}} other {Verifică {count}}}',
  'batch.forecast.ready':
    '{kind, select, map {:new: *Noi* ({count})} unmap {:wastebasket: *De eliminat* ({count})} other {:mag: *De verificat* ({count})}}',
  'batch.forecast.nothing':
    '{kind, select, map {:white_check_mark: *Deja mapate* ({count})} other {:white_check_mark: *Deja în curs de eliminare* ({count})}}',
  'batch.forecast.other-app': ':twisted_rightwards_arrows: *În altă aplicație* ({count})',
  'batch.forecast.repeated':
    ':heavy_minus_sign: *Apar de două ori sau sunt numele www ale altor rânduri* ({count})',
  'batch.forecast.refused': ':no_entry: *Nu se poate* ({count})',
  'batch.line': '{hostname}',
  'batch.line.other-app': '{hostname} (aplicația {app})',
  'batch.line.not-mapped': '{hostname}: nu este mapat',
  'batch.line.refused': '{hostname}: {reason}',

  'batch.title':
    '*{kind, select, map {Mapare} unmap {Eliminare} other {Verificare}}: {all, plural, one {# domeniu} few {# domenii} other {# de domenii}}* pentru {person}',
  'batch.progress':
    '{bar}  {finished} din {all}{failed, plural, =0 {} one { · # eșuat} few { · # eșuate} other { · # eșuate}}{late, plural, =0 {} one { · # încă neconfirmat} few { · # încă neconfirmate} other { · # încă neconfirmate}}',
  'batch.ended':
    ':checkered_flag: {kind, select, map {Mapate} unmap {Eliminate} other {Verificate}}: {done, plural, one {# domeniu} few {# domenii} other {# de domenii}}{failed, plural, =0 {} one {, # eșuat} few {, # eșuate} other {, # eșuate}}{late, plural, =0 {} one {, # încă neconfirmat: vezi cardul lui} few {, # încă neconfirmate: vezi cardurile lor} other {, # încă neconfirmate: vezi cardurile lor}}{stopped, plural, =0 {} one {, # neînceput} few {, # neîncepute} other {, # neîncepute}}.',
  'batch.ended.stopped': 'Oprit de {person}.',
  'batch.ended.declined': 'Respins de {person}. Nu s-a eliminat nimic.',
  'batch.ended.expired': 'Nimeni nu a aprobat la timp. Nu s-a eliminat nimic.',
  'batch.proposed':
    ':raised_hand: {person} vrea să elimine aceste domenii. Altcineva trebuie să aprobe (termen: {until}).',
  'batch.approved': 'Aprobat de {person}.',
  'batch.stop': 'Oprește',
  'batch.stop.title': 'Oprești aici?',
  'batch.stop.text': 'Domeniile care nu sunt încă gata rămân cum sunt. Ce s-a făcut rămâne făcut.',
  'batch.stop.confirm': 'Oprește',
  'batch.stop.deny': 'Continuă',
  'batch.file': 'Fiecare rând, cu rezultatul lui.',
  'batch.started': 'A pornit. Urmărește progresul în {channel}.',
  'batch.started.direct': 'A pornit. Urmărește progresul în mesajele tale directe cu mine.',
  'batch.started.proposed': 'S-a cerut aprobare. Urmărește-o în {channel}.',
  'batch.file.line': 'rând',
  'batch.file.typed': 'text din listă',
  'batch.file.hostname': 'domeniu',
  'batch.file.result': 'rezultat',
  'batch.file.reason': 'motiv',
  'batch.file.status': 'stare',
  'batch.result.done': '{kind, select, map {mapat} unmap {eliminat} other {verificat}}',
  'batch.result.failed': 'eșuat',
  'batch.result.late': 'încă neconfirmat',
  'batch.result.stopped': 'neînceput',
  'batch.result.nothing': '{kind, select, map {deja mapat} other {deja în curs de eliminare}}',
  'batch.result.other-app': 'în altă aplicație',
  'batch.result.repeated': 'apare de două ori sau este numele www al altui rând',
  'batch.result.refused': 'refuzat',
  'batch.result.open': 'în așteptare',

  'problem.provider-refused': '{provider} a refuzat: {reason}',
  'problem.line-failed': 'Ceva nu a mers la acest rând. Încearcă din nou.',
  'problem.batch-empty': 'Lista nu conține niciun domeniu.',
  'problem.batch-too-long':
    'Lista are prea multe nume de gazdă: {lines}. Odată se pot prelucra cel mult {most}: împarte lista și începe cu prima parte.',
  'problem.batch-busy':
    'Prea multe liste în lucru ({most}). Așteaptă să se termine una, apoi încearcă din nou.',
  'problem.batch-gone':
    'Această listă nu mai este în așteptare: s-a încheiat sau nimeni nu a pornit-o timp de o zi.',
  'problem.file':
    '{why, select, large {Fișierul este prea mare. Limita este de 1 MB de text: păstrează doar coloana cu domeniile.} denied {Slack nu mă lasă să citesc fișierul. Cere unui administrator să reinstaleze aplicația, ca să primească scope-ul `files:read`, sau lipește domeniile.} unseen {Nu văd acest fișier. Partajează-l în acest canal, din care fac parte, sau alege-l în fereastra `/domain map`.} empty {Niciun domeniu în fișier. Salvează-l ca CSV, cu câte un domeniu pe rând.} other {Fișierul nu a putut fi citit din Slack. Încearcă din nou sau lipește domeniile.}}',
});
