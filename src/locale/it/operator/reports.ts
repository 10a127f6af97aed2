import type { reportsEn } from '../../en/operator/reports.js';
import { translation } from '../../messages.js';

/** Italian: what went wrong inside and outside, and how the parts of the bot are. */
export const reportsIt = translation<'it', typeof reportsEn>()({
  'report.timed-out': '{name} non ha risposto in tempo.',
  'report.unreachable': '{name} non è raggiungibile ({code}).',
  'report.bad-certificate': 'Il certificato di {name} non è accettato ({code}).',
  'report.too-large': 'La risposta di {name} è troppo grande.',
  'report.broken-off': 'La connessione a {name} si è interrotta ({code}).',
  'report.key-refused-status': '{name} non accetta la chiave API (HTTP {status}).',
  'report.key-refused': '{name} non accetta la chiave API.',
  'report.http-status': '{name} ha risposto con HTTP {status}.',
  'report.empty-answer': 'La risposta di {name} è vuota.',
  'report.not-json': 'La risposta di {name} non è in JSON.',
  'report.unknown-form': '{name} ha risposto in un formato sconosciuto.',
  'report.unknown-key-test': '{name} ha risposto alla prova della chiave in un formato sconosciuto.',
  'report.refused-unsaid': '{name} ha rifiutato senza dire perché.',
  'report.refused': '{name} ha rifiutato: {said}',
  'report.no-reason': 'nessun motivo indicato',
  'report.unknown-reason': 'motivo sconosciuto',
  'report.unknown-list': 'L’elenco dei domini ha un formato sconosciuto.',
  'report.header-taken':
    'Chiave e segreto sono corretti, ma il server web toglie l’intestazione Authorization. Lasciala passare (Apache: `CGIPassAuth On`).',
  'report.unreadable-record': 'Ultimate Multisite ha risposto con un record illeggibile.',
  'report.unreadable-site': 'Ultimate Multisite ha risposto con un sito illeggibile.',
  'report.no-list': 'La risposta di Ultimate Multisite non è un elenco.',
  'report.endless-list': 'L’elenco di Ultimate Multisite non finisce mai.',
  'report.changing-list': 'L’elenco di Ultimate Multisite è cambiato durante la lettura.',
  'report.not-listed': 'Non è nell’elenco di Ultimate Multisite.',
  'report.no-api':
    'L’API REST di Ultimate Multisite non c’è: attivala in “Settings > API & Webhooks” e controlla che MULTISITE_URL sia l’indirizzo principale del network.',
  'report.firewall':
    'Qualcosa davanti a Ultimate Multisite, come un firewall, una password o un altro plugin, ha risposto con HTTP {status}: fai passare le richieste a {path}.',
  'report.no-such-key': 'Ultimate Multisite non accetta questa chiave (HTTP {status}).',
  'report.redirects':
    'Qualcosa davanti a Ultimate Multisite, come un firewall, una pagina di accesso o un altro plugin, reindirizza le richieste a {address} (HTTP {status}): fai passare le richieste a {path}.',
  'report.redirects-to': 'MULTISITE_URL reindirizza a {address}: imposta MULTISITE_URL su questo indirizzo.',
  'report.login-page':
    'WordPress manda le richieste alla sua API alla pagina di accesso: lascia passare {path} senza accesso.',
  'report.other-site': 'lì il dominio è sul sito {site}.',
  'report.no-site': 'il network non ha un sito {site}.',
  'report.no-rest': 'la sua API REST non è più configurata.',
  'report.unknown-app': 'l’app {app} non è configurata',
  'report.slack-http': 'Slack ha risposto con HTTP {status}',
  'report.slack-proxy': 'Slack non è raggiungibile (il proxy ha rifiutato)',
  'report.slack-unreachable': 'Slack non è raggiungibile ({code})',
  'report.slack-silent': 'nessuna risposta da Slack',
  'report.slack-wait': 'Slack chiede di aspettare',
  'report.slack-says': 'Slack risponde {error}',
  'report.slack-answered': 'Slack ha risposto con {said}',
  'report.cannot-post': 'il bot non può pubblicare lì',
  'report.moved-card-gone': 'la scheda spostata è stata eliminata',
  'report.card-gone': 'Slack ha pubblicato una risposta nel canale: la sua scheda non c’è più',
  'report.long-search': 'nel canale ci sono molti messaggi da allora: la ricerca continua',
  'report.no-ts': 'Slack non ha dato un ts',
  'report.not-connected': 'non connesso',
  'report.no-tick': 'nessuna esecuzione finora',
  'report.last-tick': 'ultima esecuzione {seconds} s fa',
  'report.unwritable': 'non si può scrivere',
  'report.silent': 'nessuna risposta da {seconds} s',
  'report.check-failed': 'la verifica non è riuscita',
  'report.in-channel': 'canale {channel}: {why}',
  'report.late-check': 'la verifica più in ritardo: {seconds} s',
  'report.late-event': 'l’evento non consegnato più vecchio: {seconds} s',
  'report.late-lane': 'il lavoro più in ritardo della coda {lane}: {seconds} s',
  'report.undeliverable': 'eventi che non si sono potuti pubblicare: {counts}',
  'report.log-lines': 'non è stato possibile scrivere {count} righe',
  'report.unusable-file': '{file} non si può usare: {reason}',
  'report.unusable-files': '{file} e altri {count} non si possono usare: {reason}',
  'report.newer-file':
    'scritto da una versione più recente del bot (schema {schema}; questa versione conosce fino a {known}). È rimasto com’era: avvia di nuovo la versione più recente.',
  'report.unknown-value':
    '{place} contiene “{value}”, che questa versione non conosce: l’ha scritto una versione più recente, o qualcuno l’ha modificato a mano. È rimasto com’era: avvia di nuovo la versione più recente, o correggi il valore.',
  'report.settings-newer':
    'File delle impostazioni: {why} Fino ad allora valgono i valori predefiniti e le impostazioni non si possono cambiare.',
  'report.settings-damaged':
    '{file} in {place} era danneggiato, quindi valgono i valori predefiniti. È conservato come {kept}; scegli di nuovo le impostazioni in Slack.',
  'report.settings-unusable':
    'Queste impostazioni salvate non si possono usare e valgono come non impostate: {settings}. Tutte le altre valgono. Sceglile di nuovo in Slack; di ciò che non si può leggere resta una copia.',
  'report.settings-unreadable':
    'Non si possono leggere le impostazioni salvate ({code}), quindi valgono i valori predefiniti e le impostazioni non si possono cambiare. Fa’ in modo che settings.json in DATA_DIR sia un file leggibile dall’utente del bot, oppure controlla il database; poi il bot le leggerà da solo.',
  'report.double-file': 'c’è un file più recente della mappatura di {hostname}',
  'report.other-file': 'c’è un altro file al suo posto',
  'report.uninstalled':
    'l’app è stata disinstallata: installala di nuovo, imposta SLACK_BOT_TOKEN e riavvia il bot',
  'report.token-revoked':
    'il token del bot è stato revocato: installa di nuovo l’app, imposta SLACK_BOT_TOKEN e riavvia il bot',
  'report.channel-archived':
    'è stato archiviato, quindi le sue schede non cambiano più: annulla l’archiviazione, o scrivi `move` con il nome host in un altro canale',
  'report.channel-left':
    'il bot è stato rimosso, quindi le schede non cambiano più: invitalo di nuovo, o scrivi `move` con il nome host in un altro canale',
  'report.channel-deleted':
    'è stato eliminato con le sue schede: scrivi `move` con il nome host in un altro canale',
  'report.channel-unseen':
    'Slack non lo mostra al bot, quindi le sue schede non cambiano più: invita di nuovo il bot, o scrivi `move` con il nome host in un altro canale',
  'report.gone-at-once': 'mancano {gone} voci su {of} in una volta',
  'report.dnskey-algorithm': 'algoritmo DNSKEY non supportato',
  'report.ds-digest': 'tipo di digest DS non supportato',
  'report.dnssec-indeterminate': 'DNSSEC indeterminato',
  'report.dnssec-bogus': 'DNSSEC non valido',
  'report.signature-expired': 'firma scaduta',
  'report.signature-early': 'firma non ancora valida',
  'report.dnskey-missing': 'DNSKEY mancante: nessuna chiave corrisponde al record DS del registrar',
  'report.rrsig-missing': 'RRSIG mancanti: la zona non è firmata come dice il suo record DS',
  'report.zone-key': 'bit di chiave di zona assente',
  'report.nsec-missing': 'NSEC mancante: non è provato che un nome non esista',
  'report.cached-error': 'errore in cache',
  'report.not-ready': 'server non pronto',
  'report.not-authoritative': 'non autoritativo',
  'report.not-supported': 'non supportato',
  'report.no-authority': 'nessun name server autoritativo raggiungibile',
  'report.network-error': 'errore di rete tra il resolver e i name server',
  'report.invalid-data': 'dati non validi',
  'report.nsec3-iterations': 'numero di iterazioni NSEC3 non supportato',
  'report.nothing-to-ask': 'nessun indirizzo da interrogare',
  'report.no-answer': 'nessuna risposta',
  'report.unknown-issuer': 'emittente sconosciuto',
  'report.token-pair':
    'SLACK_APP_TOKEN appartiene all’app Slack {app} e SLACK_BOT_TOKEN a {own}, quindi nessun comando arriva al bot: crea il token a livello di app nell’app {own}',
  'report.bot-token-fix':
    'Copia il token del bot da “OAuth & Permissions” dell’app Slack, e reinstalla l’app se è stata rimossa.',
  'report.app-token-fix':
    'Crea un nuovo token a livello di app con connections:write in “Basic Information” dell’app Slack.',
  'report.token-refused': 'Slack non accetta {variable} ({error}).',
});
