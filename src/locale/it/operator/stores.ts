import type { storesEn } from '../../en/operator/stores.js';
import { translation } from '../../messages.js';

/** Italian: stores: copying them, and databases and folders that can’t be used. */
export const storesIt = translation<'it', typeof storesEn>()({
  'report.copy.unfinished':
    '{place} contiene una copia incompleta di {other}. Completala con lo stesso “closte-domain-bot store copy”, oppure svuota la destinazione.',
  'report.copy.no-store':
    'In {place} non ci sono dati del bot. Indica un DATA_DIR o un database già usato da un bot.',
  'report.copy.unreadable':
    'Impossibile copiare {what} ({reason}). Riparalo o spostalo, poi ripeti la copia.',
  'report.copy.used':
    'Un bot sta lavorando su {place}. Ferma tutte le repliche, aspetta dieci secondi e ripeti la copia.',
  'report.copy.different':
    '{place} è diverso dai dati da copiare: {what}. Indica una destinazione vuota: due archivi non si mescolano mai.',
  'report.copy.running': '{place} è in fase di copia. Aspetta che finisca, oppure fermala.',
  'report.data-dir.used':
    'Un altro bot (processo {number} su {host}) lavora su {place}. Prima fermalo, oppure dai a questo un altro DATA_DIR.',
  'report.database.unusable':
    'DATABASE_URL ({place}) non è utilizzabile: {reason}. Controlla l’URL, il server e che l’utente del bot possa creare tabelle in questo database.',
  'report.database.newer':
    'Una versione più recente del bot ha modificato il database (lo schema richiede il passaggio {number}; questa versione arriva a {most}). Non è stato cambiato nulla: avvia la versione più recente.',
  'report.database.password': 'la password è sbagliata ({code})',
  'report.database.user': 'il server rifiuta questo utente ({code})',
  'report.database.missing': 'questo database non esiste ({code})',
  'report.database.permission': 'l’utente non può crearvi tabelle ({code})',
  'report.database.full': 'il disco del server è pieno ({code})',
  'report.database.connections': 'il server non ha più connessioni libere ({code})',
  'report.database.starting': 'il server si sta avviando o fermando ({code})',
  'report.database.slow': 'il server ha annullato un’istruzione troppo lunga ({code})',
  'report.database.read-only': 'è in sola lettura ({code})',
  'report.database.silent': 'lì non risponde nessuno ({code})',
  'report.database.address': 'l’host non ha un indirizzo ({code})',
  'shell.store.no-url': 'DATABASE_URL non è impostata. Impostala, oppure indica una cartella o postgres://….',
  'shell.store.bad-url':
    '{name} non è un URL postgres://. Scrivi i caratteri speciali della password come codici: %23 per #, %2F per /.',
  'shell.store.same': '--from e --to indicano lo stesso posto.',
  'shell.store.copied':
    '{from} è stato copiato in {to} e tutto è stato confrontato. Mappature: {mappings}. Eventi: {events}. Altri documenti: {documents}. Scritti questa volta: {written}.',
  'shell.store.copying': 'Mappature finora: {count}',
  'shell.store.broken':
    'Mappature con eventi cambiati o persi prima della copia: {count}. “closte-domain-bot audit verify” dice quali.',
  'shell.capacity.carried':
    'Sì: su questa macchina, un solo processo con file regge {mappings} domini verificati ogni {interval} s.',
  'shell.capacity.not-carried':
    'No: un solo processo su questa macchina non regge {mappings} domini verificati ogni {interval} s. Usa PostgreSQL (DATABASE_URL) e macchine come questa. Repliche necessarie: {replicas}, più una in caso di guasto.',
  'shell.capacity.limit':
    'Ne regge circa {most}; il limite è {limit, select, cpu {il processore} disk {il disco} other {la memoria}}.',
  'shell.capacity.interval': 'Verificati ogni {interval} s, un solo processo ne reggerebbe {mappings}.',
  'shell.capacity.measured': 'Misurato qui:',
  'shell.capacity.cpu':
    '  processore: {ms} ms di CPU per verifica senza novità (DNS, certificato, pagina, dati), con simulatori su questa macchina',
  'shell.capacity.cpu-assumed':
    '  processore: {ms} ms di CPU per verifica senza novità. È stata misurata solo la parte dei dati; il resto è presunto, perché i simulatori richiedono i pacchetti di sviluppo (npm ci)',
  'shell.capacity.disk':
    '  disco: {median} ms per scrivere 4 KiB in modo sicuro ({p99} ms nel caso peggiore); {changes} modifiche salvate al secondo',
  'shell.capacity.memory': '  memoria: {bytes} byte per dominio; {mib} MiB per un processo',
  'shell.capacity.at-rate':
    '  al ritmo richiesto: {rate} verifiche/s per {seconds} s hanno usato il {share} % di un core; l’event loop ha ritardato di {loop} ms (99º percentile), una verifica di {late} ms al massimo',
  'shell.capacity.no-rate':
    '  al ritmo richiesto: non provato, perché mancano i simulatori o è più di quanto possa fare un processo',
  'shell.capacity.extrapolated':
    'Estrapolato da questi dati, con il {share} % di un core per le verifiche e novità in una su {checks}:',
  'shell.capacity.parts': '  il processore regge {cpu} domini, il disco {disk}, la memoria {memory}',
  'shell.capacity.not-measured':
    'Non misurato: un database, la rete, i limiti di frequenza di Slack e {provider}.',
});
