import type { en } from '../en/en.js';
import { translation } from '../messages.js';
import { attentionIt } from './domain/attention.js';
import { customerIt } from './domain/customer.js';
import { eventsIt } from './domain/events.js';
import { findingNamesIt } from './domain/finding-names.js';
import { findingsIt } from './domain/findings.js';
import { pairEventsIt } from './domain/pair-events.js';
import { siteIt } from './domain/site.js';
import { configurationIt } from './operator/configuration.js';
import { operationsIt } from './operator/operations.js';
import { reportsIt } from './operator/reports.js';
import { shellIt } from './operator/shell.js';
import { storesIt } from './operator/stores.js';
import { answersIt } from './slack/answers.js';
import { dialogsIt } from './slack/dialogs.js';
import { problemsIt } from './slack/problems.js';
import { settingsIt } from './slack/settings.js';
import { teamIt } from './slack/team.js';
import { wordsIt } from './words.js';

declare module '../messages.js' {
  interface PluralCategories {
    it: 'one' | 'many' | 'other';
  }
}

/** Italian. Readers are addressed as “tu”, customers as “voi”. */
export const it = translation<'it', typeof en>()({
  ...answersIt,
  ...attentionIt,
  ...customerIt,
  ...dialogsIt,
  ...eventsIt,
  ...findingsIt,
  ...findingNamesIt,
  ...operationsIt,
  ...pairEventsIt,
  ...problemsIt,
  ...siteIt,
  ...storesIt,
  ...settingsIt,
  ...teamIt,
  ...reportsIt,
  ...configurationIt,
  ...shellIt,
  ...wordsIt,

  'stage.name.adding': 'Aggiunta in corso',
  'stage.name.checking-dns': 'Verifica DNS',
  'stage.name.checking-ssl-cert': 'Verifica SSL',
  'stage.name.done': 'Pronto',
  'stage.name.done-without-ssl': 'Pronto (senza SSL)',
  'stage.name.failed': 'Errore DNS',
  'stage.name.ssl-failed': 'Errore SSL',
  'stage.name.removing': 'Rimozione in corso',
  'stage.name.removed': 'Rimosso',
  'stage.name.drifted': 'Era pronto, ma il DNS è cambiato',
  'stage.name.unserved': 'Era pronto, ma il certificato non c’è più',
  'stage.name.unrouted': 'Sito non raggiunto',
  'stage.name.disturbed': 'Era pronto, ma c’è un problema',
  'stage.name.refused': 'Rifiutato da {provider}',
  'stage.name.denied': 'Non consentito',

  'who.customer': 'in attesa del cliente',
  'who.agency': 'tocca a te',
  'who.host': 'in attesa di {provider}',

  'watch.ended': ':no_entry_sign: Le verifiche sono terminate. Premi *Verifica ora* per riprenderle.',
  'watch.slow': 'Viene ancora verificato circa una volta al giorno (fino a: {until}).',

  'card.text': '{hostname}: {stage}',
  'card.title': '*{hostname}*  {stage}',
  'card.asked':
    '{isSystem, select, true {Aggiunto in Ultimate Multisite} other {Richiesto da {person}}} · {at}',
  'card.site':
    'Sito {site} in Ultimate Multisite{state, select, requested {: il record di dominio verrà creato} refused {: nessun record di dominio ({error})} removed {: record di dominio eliminato} other {}}',
  'card.note': 'Nota: {note}',
  'card.source': 'Da {message}',
  'card.source.message': 'questo messaggio',
  'card.replaces.deleted': 'La prima scheda è stata eliminata. Risposte precedenti: {thread}.',
  'card.replaces.locked': 'Le risposte sotto la prima scheda sono bloccate. Risposte precedenti: {thread}.',
  'card.replaces.joined': 'Il suo nome www aveva una scheda a parte. Risposte precedenti: {thread}.',
  'card.replaces.moved': 'Spostata qui da {channel}. Risposte precedenti: {thread}.',
  'card.moved': ':arrow_right: {hostname} ora è in {channel}: {card}.',
  'card.fixed':
    'Slack non permette più di modificare la scheda qui sopra, quindi gli aggiornamenti compaiono qui.',
  'card.earlier': 'il suo thread',
  'card.approval':
    ':raised_hand: {person} vuole rimuovere questo dominio. Un’altra persona deve approvare nel thread (scadenza: {until}).',
  'card.sent': ':email: {person} ha inviato un messaggio al cliente ({at}).',
  'card.check': 'Verifica ora',
  'card.customer': 'Messaggio al cliente',
  'card.dashboard': 'Dashboard di {provider}',
  'card.history': 'Cronologia',
  'card.unmap': 'Rimuovi il dominio…',

  'axis.alias.requested': ':hourglass_flowing_sand: *{provider}*  aggiunta del dominio in corso',
  'axis.alias.accepted': ':white_check_mark: *{provider}*  il dominio è stato aggiunto',
  'axis.alias.own': ':white_check_mark: *{provider}*  serve i sottodomini del network',
  'axis.alias.refused': ':x: *{provider}*  ha rifiutato il dominio: {reason}',
  'axis.alias.removing': ':hourglass_flowing_sand: *{provider}*  rimozione del dominio in corso',
  'axis.alias.removed': ':wastebasket: *{provider}*  il dominio è stato rimosso',
  'axis.alias.unknown':
    ':warning: *{provider}*  non ha confermato l’ultima richiesta; verifica in corso prima di riprovare',
  'axis.alias.not-asked':
    ':no_entry: *{provider}*  non contattato, perché la persona non ha il permesso di mappare domini',
  'axis.alias.last-error': '(ultimo errore: {reason})',
  'axis.dns.waiting': ':white_circle: *DNS*  verrà verificato dopo l’aggiunta del dominio su {provider}',
  'axis.dns.unknown': ':hourglass_flowing_sand: *DNS*  non ancora verificato',
  'axis.dns.wrong':
    ':hourglass_flowing_sand: *DNS*  {isSplit, select, true {record presente su {right} dei {servers} name server.} other {{wasReady, select, true {non punta più qui.} other {non punta ancora qui.}}}}',
  'axis.dns.published':
    ':hourglass_flowing_sand: *DNS*  {servers, plural, one {il name server ha} =2 {entrambi i name server hanno} many {tutti i # di name server hanno} other {tutti i # name server hanno}} il record; {isSeenByAll, select, true {lo vedono tutti i resolver pubblici: un’altra verifica lo confermerà.} other {resolver pubblici che lo vedono: {resolversRight} su {resolversOf}.}}',
  'axis.dns.outlook': 'Ora prevista: {resolvers}; tutti: {at}.',
  'axis.dns.outlook.one': '{resolver} ({at})',
  'axis.dns.propagated': ':white_check_mark: *DNS*  punta qui ovunque',
  'axis.ssl.waiting': ':white_circle: *SSL*  il certificato verrà emesso quando il DNS sarà corretto',
  'axis.ssl.unknown': ':hourglass_flowing_sand: *SSL*  non ancora verificato',
  'axis.ssl.absent':
    ':hourglass_flowing_sand: *SSL*  {wasReady, select, true {il certificato non c’è più.} other {ancora nessun certificato.}}',
  'axis.ssl.invalid': ':x: *SSL*  il certificato non è valido.',
  'axis.ssl.valid': ':white_check_mark: *SSL*  certificato valido.',
  'axis.ssl.expiring': ':warning: *SSL*  valido, ma sta per scadere.',
  'axis.blind': ':warning: Verifica impossibile (da: {since}).',

  'dns.found.values': 'Il DNS contiene {values}.',
  'dns.found.unregistered': 'Il dominio non è registrato o la registrazione è scaduta.',
  'dns.found.no-servers': 'Il dominio non ha name server utilizzabili.',
  'dns.found.nxdomain': 'Nel DNS non c’è nessun record per questo nome.',
  'dns.found.lame': 'I name server non servono questa zona.',
  'dns.found.empty': 'Il nome esiste nel DNS, ma non ha un indirizzo.',
  'dns.found.cached':
    'I name server hanno il record corretto, ma i resolver pubblici hanno ancora quello vecchio in cache.',
  'dns.found.unresolved':
    'I name server hanno il record corretto, ma i resolver pubblici non lo restituiscono.',

  'dns.server.right': ':white_check_mark: {server}: {seen}',
  'dns.server.wrong': ':x: {server}: {seen}',
  'dns.server.worthless': ':grey_question: {server}: {seen}',
  'dns.server.silent': ':grey_question: {server}: {seen}',
  'dns.ttl': '(in cache al massimo per {duration})',
  'dns.outcome.answer': 'risponde senza record',
  'dns.outcome.empty': 'nessun record di indirizzo',
  'dns.outcome.nxdomain': 'il nome non esiste',
  'dns.outcome.lame': 'non serve la zona',
  'dns.outcome.refused': 'rifiuta di rispondere',
  'dns.outcome.servfail': 'errore (SERVFAIL)',
  'dns.outcome.bogus': 'ha scartato la risposta (DNSSEC)',
  'dns.outcome.filtered': 'blocca il nome',
  'dns.outcome.other-rcode': 'risponde con un errore',
  'dns.outcome.timeout': 'nessuna risposta',
  'dns.outcome.unreachable': 'non raggiungibile',
  'dns.outcome.malformed': 'risposta illeggibile',
  'dns.outcome.truncated': 'risposta accorciata; quella completa non arriva via TCP',
  'dns.outcome.blocked': 'non interrogato: il suo indirizzo non è pubblico',

  'ssl.served.nowhere': 'Non c’è nessun indirizzo da verificare.',
  'ssl.served.trusted': 'Emesso da {issuer}, scadenza: {validTo}.',
  'ssl.served.untrusted': 'Il certificato di {issuer} non è attendibile: {error}.',
  'ssl.served.other-name': 'Il server presenta un certificato per {names}.',
  'ssl.served.unknown-name': '{address} non conosce ancora il nome.',
  'ssl.served.nameless': 'Il server mostra un certificato senza alcun nome.',
  'ssl.served.not-tls': '{address} non usa TLS.',
  'ssl.served.old-tls': '{address} non offre alcun TLS accettato dai browser.',
  'ssl.served.reset': '{address} ha chiuso la connessione.',
  'ssl.served.refused': '{address} rifiuta le connessioni.',
  'ssl.served.timeout': '{address} non ha risposto in tempo.',
  'ssl.served.unreachable': '{address} non è raggiungibile.',
  'ssl.served.handshake-failed': 'L’handshake TLS con {address} non è riuscito.',
  'ssl.served.blocked': '{address} non è un indirizzo pubblico e non è stato verificato.',
  'ssl.error.CERT_HAS_EXPIRED': 'scaduto',
  'ssl.error.CERT_NOT_YET_VALID': 'non ancora valido',
  'ssl.error.DEPTH_ZERO_SELF_SIGNED_CERT': 'autofirmato',
  'ssl.error.SELF_SIGNED_CERT_IN_CHAIN': 'emesso da un’autorità sconosciuta',
  'ssl.error.UNABLE_TO_GET_ISSUER_CERT_LOCALLY': 'emesso da un’autorità sconosciuta',
  'ssl.error.UNABLE_TO_VERIFY_LEAF_SIGNATURE': 'manca il certificato intermedio',
  'ssl.error.UNSPECIFIED': 'un errore che il controllo non sa indicare',
  'ssl.error.INVALID_PURPOSE': 'non emesso per siti web',

  'record.type': 'Tipo',
  'record.name': 'Nome',
  'record.value': 'Valore',
  'record.create': 'Aggiungere questo record',
  'record.change': 'Modificare il record in',
  'record.delete': 'Eliminare questo record',

  'todo.records':
    '*Ora tocca al cliente:* deve aggiungere {count, plural, one {questo record} many {questi record} other {questi record}} presso il suo provider DNS ed eliminare ogni altro record A, AAAA o CNAME con lo stesso nome.\n{records}',
  'todo.records-after-failure':
    '*Alla scadenza il record non era ancora corretto.* Chiedi al cliente di aggiungere {count, plural, one {questo record} many {questi record} other {questi record}}, poi premi *Verifica ora*.\n{records}',
  'todo.needs-address':
    'Questo è il dominio radice, che non può avere un CNAME, e per l’app non è configurato nessun indirizzo IP. Chiedi all’amministratore del bot di aggiungerne uno a `{targetsVariable}`.',
  'todo.alternative': 'Se lì non è possibile un CNAME:\n{records}',
  'todo.wait-for-caches':
    'Non serve fare nulla, basta attendere: alcuni resolver pubblici hanno ancora la vecchia risposta in cache.',
  'todo.wait-for-check': 'Non serve fare nulla: la prossima verifica lo confermerà.',
  'todo.wait-until':
    'Non serve fare nulla, basta attendere: la vecchia risposta sparirà da tutte le cache (al più tardi: {at}).',
  'todo.wait-for-ssl':
    'Non serve fare nulla: il DNS è corretto, quindi {provider} può emettere il certificato, di solito entro 10-15 minuti.',
  'todo.refused':
    '*{provider} ha rifiutato il dominio.* Controlla nella dashboard di {provider} se è in uso su un altro sito. Poi premi *Verifica ora* per riprovare, oppure rimuovilo.',
  'todo.ssl-failed':
    '*Il certificato non è stato emesso in tempo.* Controlla la dashboard di {provider}, poi premi *Verifica ora*.',
});
