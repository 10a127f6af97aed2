import type { dialogsEn } from '../../en/slack/dialogs.js';
import { translation } from '../../messages.js';

/** Italian: dialogs, lists of many domains, mentions and the Home tab. */
export const dialogsIt = translation<'it', typeof dialogsEn>()({
  'map.dialog.title': 'Mappa nuovi domini',
  'map.dialog.submit': 'Continua',
  'map.dialog.hostnames': 'Domini',
  'map.dialog.hostnames.hint':
    'Uno o più, incollati così come sono: vanno bene anche link, virgole e ritorni a capo.',
  'map.dialog.file': 'Oppure un file CSV',
  'map.dialog.file.hint':
    'Fino a 500 domini, uno per riga. Vengono usate anche le colonne “app”, “site” e “note”.',
  'map.dialog.app': 'App',
  'map.dialog.site': 'Sito',
  'map.dialog.site.hint':
    'Crea il record di dominio in Ultimate Multisite, così i visitatori raggiungono questo sito.',
  'map.dialog.site.for-all':
    'Tutti questi domini porteranno a questo sito. Se ognuno porta a un sito diverso, mappali uno alla volta o usa un file con una colonna “site”.',
  'map.dialog.site.search': 'Cerca per titolo, indirizzo o ID',
  'map.dialog.channel': 'Canale',
  'map.dialog.channel.hint': 'Le schede compaiono lì.',
  'map.dialog.note': 'Nota per il team',
  'map.dialog.none-found': 'Nessun dominio in questo messaggio. Scrivilo qui.',
  'map.dialog.needed': 'Scrivi un dominio o aggiungi un file.',
  'map.dialog.other-site': 'Questo sito è nel network dell’app {app}. Scegli quell’app oppure un altro sito.',
  'message.help':
    'Chiedimi di un dominio, per esempio `shop.example.com?`, oppure scrivi `/domain help` per vedere tutti i comandi.',
  'message.more':
    '{count, plural, one {Un altro dominio non è mostrato} many {Altri # di domini non sono mostrati} other {Altri # domini non sono mostrati}}. Usa la ricerca o chiedimi di dieci alla volta.',
  'message.file': 'Che cosa faccio con i domini in {file}? Prima vedrai un’anteprima.',
  'message.file.map': 'Mappali',
  'message.file.map-on': 'Mappa su {app}',
  'message.file.check': 'Verificali',
  'message.file.unmap': 'Rimuovili…',
  'message.file.unread': 'Non riesco a leggere {file}. Invia un elenco di domini come file CSV o di testo.',
  'message.no-dialog':
    'Questo comando apre una finestra, e Slack lo consente solo dopo un comando slash: scrivilo con `/domain` davanti.',
  'home.title': 'Domini',
  'home.map': 'Mappa nuovi domini',
  'home.search': 'Cerca',
  'home.search.label': 'Che cosa cerchi?',
  'home.search.hint':
    'Una parte del dominio, una fase, un’app, un provider DNS, oppure “stuck” (bloccati), “waiting” (in attesa), “mine” (i miei).',
  'home.settings': 'Impostazioni',
  'home.mine': '*I miei*',
  'home.ready': '*Pronti questa settimana*',
  'home.expiring': '*Certificati in scadenza*',
  'home.expires': '{line} · scadenza: {at}',
  'home.stages': '*Per fase*',
  'home.stage': '{stage}: {count}',
  'home.trend':
    'Negli ultimi 7 giorni: domini richiesti {requested} ({requestedBefore} la settimana prima), pronti {done} ({doneBefore} la settimana prima).',
  'dialog.notice': 'Domini',
  'dialog.working': 'Un momento…',
  'dialog.done': 'Fatto. Puoi chiudere questa finestra.',
  'dialog.close': 'Chiudi',
  'dialog.back': 'Indietro',
  'mapped.note-unused': 'La nota non è stata aggiunta, perché il dominio era già mappato: {note}',

  'batch.dialog.unmap.title': 'Rimuovi domini',
  'batch.dialog.check.title': 'Verifica domini',
  'batch.plan.title': 'Anteprima',
  'batch.plan.none':
    'Niente da fare: {kind, select, map {nessuna riga è un dominio da mappare} unmap {nessuna riga è un dominio da rimuovere} other {nessuna riga è un dominio mappato}}.',
  'batch.plan.map':
    'Da mappare sull’app {app}: *{ready, plural, one {# dominio} many {# di domini} other {# domini}}*. Finora non è cambiato nulla.',
  'batch.plan.unmap':
    'Da rimuovere: *{ready, plural, one {# dominio} many {# di domini} other {# domini}}*. {provider} {ready, plural, one {lo eliminerà e i suoi} many {li eliminerà e i loro} other {li eliminerà e i loro}} visitatori non raggiungeranno più il sito. Finora non è cambiato nulla.',
  'batch.plan.check':
    'Da verificare: *{ready, plural, one {# dominio} many {# di domini} other {# domini}}*.',
  'batch.plan.approval': 'Un’altra persona deve approvare entro {duration}.',
  'batch.plan.pace':
    'Richiede circa {duration}: {provider} accetta solo un certo numero di modifiche al minuto.',
  'batch.plan.more': '… e {count, plural, one {un altro} many {altri # di domini} other {altri #}}',
  'batch.plan.submit':
    '{kind, select, map {Mappa {count}} unmap {{isProposed, select, true {Chiedi di rimuovere {count}} other {Rimuovi {count}}}} other {Verifica {count}}}',
  'batch.forecast.ready':
    '{kind, select, map {:new: *Nuovi* ({count})} unmap {:wastebasket: *Da rimuovere* ({count})} other {:mag: *Da verificare* ({count})}}',
  'batch.forecast.nothing':
    '{kind, select, map {:white_check_mark: *Già mappati* ({count})} other {:white_check_mark: *Già in rimozione* ({count})}}',
  'batch.forecast.other-app': ':twisted_rightwards_arrows: *Su un’altra app* ({count})',
  'batch.forecast.repeated': ':heavy_minus_sign: *Presenti due volte o nome www di un’altra riga* ({count})',
  'batch.forecast.refused': ':no_entry: *Non possibili* ({count})',
  'batch.line': '{hostname}',
  'batch.line.other-app': '{hostname} (app {app})',
  'batch.line.not-mapped': '{hostname}: non mappato',
  'batch.line.refused': '{hostname}: {reason}',

  'batch.title':
    '*{kind, select, map {Mappatura} unmap {Rimozione} other {Verifica}} di {all, plural, one {# dominio} many {# di domini} other {# domini}}*, su richiesta di {person}',
  'batch.progress':
    '{bar}  {finished} di {all}{failed, plural, =0 {} one { · # non riuscito} many { · # non riusciti} other { · # non riusciti}}{late, plural, =0 {} one { · # non ancora confermato} many { · # non ancora confermati} other { · # non ancora confermati}}',
  'batch.ended':
    ':checkered_flag: {done, plural, one {# dominio} many {# di domini} other {# domini}} {kind, select, map {{done, plural, one {mappato} many {mappati} other {mappati}}} unmap {{done, plural, one {rimosso} many {rimossi} other {rimossi}}} other {{done, plural, one {verificato} many {verificati} other {verificati}}}}{failed, plural, =0 {} one {, # non riuscito} many {, # non riusciti} other {, # non riusciti}}{late, plural, =0 {} one {, # non ancora confermato: vedi la sua scheda} many {, # non ancora confermati: vedi le loro schede} other {, # non ancora confermati: vedi le loro schede}}{stopped, plural, =0 {} one {, # non avviato} many {, # non avviati} other {, # non avviati}}.',
  'batch.ended.stopped': 'Interrotto da {person}.',
  'batch.ended.declined': 'Rifiutato da {person}. Non è stato rimosso nulla.',
  'batch.ended.expired': 'Nessuno ha approvato in tempo. Non è stato rimosso nulla.',
  'batch.proposed':
    ':raised_hand: {person} vuole rimuovere questi domini. Un’altra persona deve approvare (scadenza: {until}).',
  'batch.approved': 'Approvato da {person}.',
  'batch.stop': 'Interrompi',
  'batch.stop.title': 'Interrompere qui?',
  'batch.stop.text': 'I domini non ancora elaborati restano come sono. Ciò che è fatto resta fatto.',
  'batch.stop.confirm': 'Interrompi',
  'batch.stop.deny': 'Continua',
  'batch.file': 'Ogni riga, con il suo esito.',
  'batch.started': 'Avviato. Segui l’avanzamento in {channel}.',
  'batch.started.direct': 'Avviato: puoi seguire l’avanzamento nei tuoi messaggi diretti con me.',
  'batch.started.proposed': 'Approvazione richiesta. Seguila in {channel}.',
  'batch.file.line': 'riga',
  'batch.file.typed': 'come inserito',
  'batch.file.hostname': 'dominio',
  'batch.file.result': 'esito',
  'batch.file.reason': 'motivo',
  'batch.file.status': 'stato',
  'batch.result.done': '{kind, select, map {mappato} unmap {rimosso} other {verificato}}',
  'batch.result.failed': 'non riuscito',
  'batch.result.late': 'non ancora confermato',
  'batch.result.stopped': 'non avviato',
  'batch.result.nothing': '{kind, select, map {già mappato} other {già in rimozione}}',
  'batch.result.other-app': 'su un’altra app',
  'batch.result.repeated': 'presente due volte o nome www di un’altra riga',
  'batch.result.refused': 'rifiutato',
  'batch.result.open': 'in attesa',

  'problem.provider-refused': '{provider} ha rifiutato: {reason}',
  'problem.line-failed': 'Qualcosa non ha funzionato con questa riga. Riprova.',
  'problem.batch-empty': 'Nell’elenco non c’è nessun dominio.',
  'problem.batch-too-long':
    'L’elenco ha {lines} nomi host. Se ne possono elaborare fino a {most} alla volta: dividilo e inizia dalla prima parte.',
  'problem.batch-busy': 'Ci sono troppi elenchi in corso ({most}). Attendi che uno finisca, poi riprova.',
  'problem.batch-gone': 'Questo elenco non è più in attesa: è finito, o nessuno l’ha avviato per un giorno.',
  'problem.file':
    '{why, select, large {Il file è troppo grande. Il limite è 1 MB di testo: tieni solo la colonna con i domini.} denied {Slack non mi lascia leggere il file. Chiedi a un amministratore di reinstallare l’app, così ottiene lo scope `files:read`, oppure incolla i domini.} unseen {Non vedo questo file. Condividilo in questo canale, di cui faccio parte, oppure sceglilo nella finestra di `/domain map`.} empty {Nessun dominio nel file. Salvalo come CSV con un dominio per riga.} other {Non è stato possibile leggere il file da Slack. Riprova o incolla i domini.}}',
});
