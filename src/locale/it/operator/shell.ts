import type { shellEn } from '../../en/operator/shell.js';
import { translation } from '../../messages.js';

/** Italian: programs beside the bot: help, results, and what went wrong. */
export const shellIt = translation<'it', typeof shellEn>()({
  'shell.help': 'Uso: closte-domain-bot <sottocomando>',
  'shell.help.more':
    'closte-domain-bot <sottocomando> --help ne spiega uno; --version mostra la versione.\nLe impostazioni vengono dall’ambiente e da .env nella cartella di lavoro; .env.example le elenca.',
  'shell.unknown': 'Non esiste il sottocomando “{name}”. Esegui closte-domain-bot --help per vederli tutti.',
  'shell.did-you-mean': 'Non esiste il sottocomando “{name}”. Intendevi “{near}”?',
  'shell.package-missing':
    '“{name}” ha bisogno del pacchetto {package}, che c’è solo in un clone del repository: eseguilo lì, dopo “npm ci” senza “--omit=dev”.',
  'shell.summary.start': 'esegue il bot fino a SIGTERM',
  'shell.summary.doctor':
    'verifica che funzioni tutto ciò che serve al bot e dice come sistemare ciò che non va',
  'shell.summary.check-domain':
    'verifica dei domini una volta dal terminale, senza Slack né archivio: che cosa non va e come sistemarlo',
  'shell.summary.audit': 'confronta i canali con l’archivio, o da essi ricostruisce un archivio perduto',
  'shell.summary.domain-connect':
    'prepara per i clienti la conferma con un clic: i modelli, la chiave di firma e ciò che manca ancora',
  'shell.summary.capacity':
    'misura questa macchina per circa un minuto e dice quanti domini regge e con che cosa',
  'shell.summary.store': 'aggiorna il database, o copia i dati tra file e database',
  'shell.summary.demo': 'esegue il bot con Slack, {provider} e server DNS simulati su questa macchina',
  'shell.usage.start':
    'Uso: closte-domain-bot start\nEsegue il bot fino a SIGTERM. Tutto si imposta con variabili d’ambiente; .env.example le elenca.\n  --version   mostra la versione\n  --help      mostra questo aiuto\n\nCodice di uscita: 0 fermato da un segnale, 1 non è partito o si è bloccato, 2 la riga di comando non va bene.',
  'shell.usage.doctor':
    'Uso: closte-domain-bot doctor [opzioni]\n  --json      output per i programmi\n  --fix       propone di correggere ciò che doctor può correggere, e chiede prima di ogni modifica\n  --version   mostra la versione\n  --help      mostra questo aiuto\n\nVerifica che funzioni tutto ciò che serve al bot e dice come sistemare ciò che non va. Codice di uscita: 0 nessun problema, 1 ci sono problemi, 2 la riga di comando non va bene.',
  'shell.usage.audit':
    'Uso: closte-domain-bot audit verify    confronta i canali con l’archivio, nei due sensi\n     closte-domain-bot audit rebuild   ricostruisce l’archivio dai canali se DATA_DIR è andata persa\n\nCodice di uscita: 0 tutto a posto, 1 qualcosa è diverso, perso o illeggibile, 2 la riga di comando non va bene.',
  'shell.usage.check-domain':
    'Uso: closte-domain-bot check-domain <nome>… [opzioni]\n  -                legge i nomi dallo standard input, separati da spazi o righe\n  --target ELENCO  a che cosa deve puntare il DNS, al posto della destinazione dell’app: indirizzi e host, separati da virgole\n  --app NOME       l’app di cui valgono destinazione e impostazioni, se ce n’è più d’una\n  --json           un oggetto JSON per riga e verifica (docs/checks.md)\n  --repeat N       verifica N volte, da 1 a 1000\n  --follow         verifica finché non è tutto a posto\n  --interval S     secondi tra due verifiche, da 1 a 86400; altrimenti il ritmo del bot\n\nVerifica i domini come fa il bot, senza Slack né archivio. Legge le impostazioni di DNS, TLS e app\ndall’ambiente e da .env; non servono token. Codice di uscita: 0 tutto a posto, 1 qualcuno deve agire o aspettare,\n2 riga di comando, nome o impostazione non utilizzabile, 3 verifica impossibile.\nEsempio: closte-domain-bot check-domain shop.example.com --target 203.0.113.10',
  'shell.usage.domain-connect':
    'Uso: closte-domain-bot domain-connect template [--app NOME] [--revision N] [--logo URL] [--folder CARTELLA]\n       scrive i modelli di un’app, da pubblicare su https://github.com/Domain-Connect/Templates\n     closte-domain-bot domain-connect keys [--out FILE]\n       crea la chiave che firma i link e mostra i record TXT della sua parte pubblica\n     closte-domain-bot domain-connect check [--domain DOMINIO]\n       dice che cosa manca ancora; con il dominio di un cliente, interroga anche il suo provider DNS\n\nCodice di uscita: 0 fatto e non manca nulla, 1 manca qualcosa o non è riuscito, 2 la riga di comando non va bene.\nEsempio: closte-domain-bot domain-connect check --domain example.com',
  'shell.usage.capacity':
    'Uso: closte-domain-bot capacity --mappings N --interval S [--json]\n  --mappings N   quanti domini deve reggere\n  --interval S   secondi tra due controlli di un dominio\n  --json         output per i programmi\n\nMisura questa macchina per circa un minuto e dice quanti domini regge e con che cosa.\nCodice di uscita: 0 basta un processo, 1 non basta, 2 la riga di comando non va bene, 3 impossibile misurare.',
  'shell.usage.demo':
    'Uso: closte-domain-bot demo\nEsegue il bot con Slack, {provider} e server DNS simulati su questa macchina, e mostra l’indirizzo di una pagina che fa da Slack.\nServe un clone del repository con i pacchetti di sviluppo. SANDBOX_PORT è la porta della pagina, 8080 se non è impostata.\n\nCodice di uscita: 0 fermato da un segnale, 1 non è partita.',
  'shell.usage.store':
    'Uso: closte-domain-bot store migrate\n         aggiorna lo schema del database, come all’avvio\n       closte-domain-bot store copy --from A --to B\n         copia i dati in un posto vuoto e li confronta;\n         A e B sono DATA_DIR, DATABASE_URL, una cartella o postgres://…; nel frattempo nessun bot può usarli\n\nCodice di uscita: 0 fatto, 1 non riuscito, 2 la riga di comando non va bene.\nEsempio: closte-domain-bot store copy --from DATA_DIR --to DATABASE_URL',
  'shell.store.no-database':
    'DATABASE_URL non è impostata: i file in DATA_DIR si aggiornano quando vengono letti.',
  'shell.store.migrated': 'Il database ({database}) è aggiornato. Passaggi eseguiti: {count}.',
  'shell.audit.database-not-empty':
    'Il database ({database}) ha ancora mappature, come {hostname}. Indica prima un database vuoto: si mescolerebbero con ciò che dicono i canali.',
  'shell.see-help': 'Vedi closte-domain-bot {name} --help.',
  'shell.config': 'Il bot non può avviarsi con questa configurazione:',
  'shell.problem': '{variable} {why}. {fix}',
  'shell.sign.ok': 'ok',
  'shell.sign.problem': 'PROBLEMA',
  'shell.sign.note': 'nota',
  'shell.sign.unchecked': 'non verificato',
  'shell.sign.missing': 'manca',
  'shell.unfinished': 'doctor non è riuscito a finire: {why}',
  'shell.question': '{question} [s/N]',
  'shell.audit.unreadable': 'Non si può leggere {file}: {reason}',
  'shell.audit.out-of-reach':
    '{count, plural, one {# evento non si può più leggere} many {# di eventi non si possono più leggere} other {# eventi non si possono più leggere}}: Slack non ne mostra più i messaggi, per via del piano o per una regola di conservazione.',
  'shell.audit.unread': 'Non si è potuto leggere il canale {channel}: invita il bot.',
  'shell.audit.verified':
    'Mappature: {mappings}. Eventi: {events}. Messaggi: {messages}. Differenze: {differences}.',
  'shell.audit.duplicated':
    '{hostname}: nei canali ci sono due mappature attive; la più recente è stata esclusa.',
  'shell.audit.lost':
    '{hostname}: la sua scheda è stata eliminata, quindi non si può ricostruire. Mappalo di nuovo.',
  'shell.audit.limited':
    'Canale {channel}: Slack nasconde ciò che precede {hasTime, select, true {{at}} other {quanto mostra il suo piano}}, quindi le mappature di prima non si possono più leggere.',
  'shell.audit.rebuilt': 'Ricostruite: {count}. Perse: {lost}.',
  'shell.audit.not-empty':
    'DATA_DIR ({folder}) ha ancora mappature, come {hostname}. Sposta prima la sua cartella “mappings”: si mescolerebbe con ciò che dicono i canali.',
  'shell.key.made':
    'La chiave è in {path}, che solo tu puoi leggere. Metti il percorso in DOMAIN_CONNECT_KEY_FILE e tienila segreta.',
  'shell.key.records': 'Aggiungi questi record TXT a {name}:',
  'report.reading': '{threads} thread letti su {of}',
  'report.no-app': 'Non esiste l’app {app}. Configurate: {apps}.',
  'report.which-app': 'Indica l’app con --app: {apps}.',
  'report.no-input': 'Nello standard input non ci sono nomi.',
  'report.long-input': 'Lo standard input supera 1 MiB.',
  'report.name-hostname': 'Indica almeno un nome, o - per lo standard input.',
  'report.repeat-or-follow': 'Usa --repeat o --follow, non entrambi.',
  'report.option-value': 'Il valore di {option} {why}.',
  'report.unreadable-value': 'non si può leggere',
  'report.unknown-option': 'Non esiste l’opzione {option}.',
  'report.option-needs-value': 'L’opzione {option} richiede un valore.',
  'report.option-without-value': 'L’opzione {option} non accetta valori.',
  'report.no-argument': 'Argomento imprevisto: {argument}.',
  'report.name-target': 'Indica con --target a che cosa deve puntare il DNS, o imposta {variable}.',
  'report.name-one': 'Indica uno di questi: {options}.',
  'report.revision': 'L’opzione --revision richiede un numero intero, da 1 in su.',
  'report.key-exists':
    '{path} esiste già. Indicalo in DOMAIN_CONNECT_KEY_FILE, o scegli un altro file con --out.',
  'report.domain-option': 'L’opzione --domain richiede un dominio, come example.com.',
  'report.agency-missing':
    'Manca DOMAIN_CONNECT_ID. Impostala al dominio della tua agenzia, come agency.example.',
  'report.dot-env': 'Non si può leggere .env. Consenti all’utente del bot di leggerlo, o toglilo.',
  'report.dot-env-code':
    'Non si può leggere .env ({code}). Consenti all’utente del bot di leggerlo, o toglilo.',
  'report.dot-env-line': 'La riga {line} di .env non è NOME=valore. Correggila, o anteponi “#”.',
  'report.your-id': 'il tuo ID è {id}',
  'report.app-templates': 'l’app {app} ha i modelli {ids}',
  'report.unsigned-links':
    'i link non sono firmati, quindi i provider possono rifiutarli o mostrare un avviso: crea una chiave con “closte-domain-bot domain-connect keys”',
  'report.lookup-failed': 'non è stato possibile cercare {host}: riprova',
  'report.key-published': 'la chiave pubblica è pubblicata in {host}',
  'report.key-unpublished':
    'la chiave pubblica non è pubblicata in {host}: aggiungi lì i record TXT che mostra “closte-domain-bot domain-connect keys”, e nessun altro',
  'report.no-return':
    'i clienti vedono l’ultima pagina del provider, e nel thread non compare nulla: imposta PUBLIC_URL',
  'report.return-to': 'i clienti tornano a {address}',
  'report.no-domain-connect': 'il provider DNS di {host} non supporta Domain Connect',
  'report.provider-silent': 'non è stato possibile interrogare il provider DNS di {host}: riprova',
  'report.no-consent': '{name} non ha una pagina in cui i clienti accettano',
  'report.has-template': '{name} ha il modello {id}',
  'report.lacks-template': '{name} non ha ancora il modello {id}',
  'report.template-silent': 'non è stato possibile chiedere a {name} se ha il modello {id}: riprova',
  'report.d-missing': 'mancante: {hostname} {event} non è mai stato pubblicato nel canale ({place})',
  'report.d-deleted': 'eliminato: {hostname} {event} aveva un messaggio, che è stato eliminato ({place})',
  'report.d-edited': 'modificato: {hostname} {event} ha un messaggio che è stato modificato ({place})',
  'report.d-altered': 'alterato: {hostname} {event} ha un messaggio che dice altro ({place})',
  'report.d-duplicated': 'doppio: {hostname} {event} è stato pubblicato due volte ({place})',
  'report.d-foreign': 'estraneo: {hostname} {event} è rivendicato da un messaggio di un’altra app ({place})',
  'report.d-unknown': 'sconosciuto: {hostname} {event} è nel canale, ma non nell’archivio ({place})',
  'report.d-broken': 'interrotto: {hostname} {event} non segue l’evento precedente ({place})',
  'report.d-out-of-order':
    'fuori ordine: {hostname} {event} è stato pubblicato dopo un evento successivo ({place})',
});
