import type { eventsEn } from '../../en/domain/events.js';
import { translation } from '../../messages.js';

/** Italian: one sentence for each event. */
export const eventsIt = translation<'it', typeof eventsEn>()({
  'event.domain.requested':
    '{isSystem, select, true {{hostname} è stato aggiunto in Ultimate Multisite.} other {{person} ha chiesto di mappare {hostname}.}}',
  'event.domain.done':
    ':tada: {hostname} è pronto{late, select, true {, più tardi del previsto,} other {}} dopo {afterMs}.',
  'event.domain_record.requested':
    '{person} ha richiesto un record di dominio per il sito {site} in Ultimate Multisite.',
  'event.domain_record.created':
    ':page_facing_up: {already, select, true {Ultimate Multisite ha già il record di dominio} other {Ultimate Multisite ha creato il record di dominio}} per il sito {site}.',
  'event.domain_record.found':
    ':page_facing_up: In Ultimate Multisite c’è un record di dominio per il sito {site}.',
  'event.domain_record.removed':
    ':wastebasket: {already, select, true {Ultimate Multisite aveva già eliminato il record di dominio.} other {Ultimate Multisite ha eliminato il record di dominio.}}',
  'event.domain_record.refused':
    ':x: Ultimate Multisite ha rifiutato {remove, select, true {l’eliminazione} other {la creazione}} del record di dominio: {message} Fallo lì a mano, in “Domains”.',
  'event.domain_record.vanished':
    ':wastebasket: Il record di dominio è stato eliminato in Ultimate Multisite, quindi anche qui è in corso la rimozione di {hostname}.',
  'event.domain_record.renamed':
    ':warning: In Ultimate Multisite il record di dominio è stato rinominato in {to}{remove, select, true {, quindi è rimasto lì.} other {. {provider} ha ancora {hostname}: rimuovilo se non serve a nessuno.}}',
  'event.alias.added':
    '{already, select, true {{provider} ha già il dominio.} other {{provider} ha aggiunto il dominio in {afterMs}.}}',
  'event.alias.lost': ':warning: {provider} non ha più il dominio. Il bot lo sta aggiungendo di nuovo.',
  'event.alias.refused': ':x: {provider} ha rifiutato il dominio: {message}',
  'event.alias.removed':
    ':wastebasket: {already, select, true {{provider} non ha più il dominio.} other {{provider} ha rimosso il dominio in {afterMs}.}}',
  'event.alias.remove_refused':
    ':x: {provider} ha rifiutato la rimozione del dominio: {message} La mappatura resta.',
  'event.dns.published':
    ':mag: Il record DNS è corretto dopo {afterMs}: {servers, plural, =0 {i name server ce l’hanno} one {il name server ce l’ha} =2 {entrambi i name server ce l’hanno} many {tutti i # di name server ce l’hanno} other {tutti i # name server ce l’hanno}}. Ora {provider} emette il certificato.',
  'event.dns.propagated':
    ':globe_with_meridians: Il DNS si è propagato dopo {afterMs}: {resolvers, plural, =0 {i resolver pubblici vedono il record} one {il resolver pubblico vede il record} =2 {entrambi i resolver pubblici vedono il record} many {tutti i # di resolver pubblici vedono il record} other {tutti i # resolver pubblici vedono il record}}.',
  'event.dns.stuck':
    ':mag_right: {again, plural, =0 {*C’è un ostacolo.*} one {*L’ostacolo c’è ancora.*} many {*L’ostacolo c’è ancora.*} other {*L’ostacolo c’è ancora.*}} {finding}',
  'event.dns.cleared':
    ':white_check_mark: Risolto dopo {afterMs}: {findingName}. {hasNext, select, true {Resta: {nextName}.} other {{nowState, select, published {Ora il record è corretto.} propagated {Ora il record è corretto.} wrong {Il DNS continua a non puntare qui.} other {}}}}',
  'event.dns.drifted': ':rotating_light: *Il DNS è cambiato:* il dominio non punta più qui.',
  'event.dns.restored': ':white_check_mark: Il dominio punta di nuovo qui, dopo {afterMs}.',
  'event.dns.failed':
    ':x: *Errore DNS:* dopo {afterMs} il record non è ancora corretto. Le verifiche continuano circa una volta al giorno per due settimane.',
  'event.ssl.issued':
    ':lock: Certificato emesso{late, select, true {, più tardi del previsto,} other {}} dopo {afterMs} da {issuer} (scadenza: {validTo}).',
  'event.ssl.stuck':
    ':mag_right: {again, plural, =0 {*Il certificato è bloccato.*} one {*Il certificato è ancora bloccato.*} many {*Il certificato è ancora bloccato.*} other {*Il certificato è ancora bloccato.*}} {finding}',
  'event.ssl.cleared':
    ':white_check_mark: Risolto dopo {afterMs}: {findingName}. {hasNext, select, true {Resta: {nextName}.} other {{nowState, select, valid {Ora il certificato è valido.} expiring {Il certificato è valido, ma sta per scadere.} absent {Il certificato continua a mancare.} other {}}}}',
  'event.ssl.expiring':
    '{expired, select, true {:rotating_light: *Il certificato è scaduto* (scadenza: {validTo}).} other {:warning: *Il certificato scade tra {leftMs}* (scadenza: {validTo}) e non è stato rinnovato.}}',
  'event.ssl.renewed': ':lock: {issuer} ha rinnovato il certificato (nuova scadenza: {validTo}).',
  'event.ssl.failed':
    ':x: *Errore SSL:* nessun certificato valido dopo {afterMs}. Le verifiche continuano circa una volta al giorno per due settimane.',
  'event.check.requested': ':arrows_counterclockwise: {person} ha chiesto una verifica.',
  'event.unmap.proposed':
    ':raised_hand: {person} vuole rimuovere {hostname}. Un’altra persona deve approvare (scadenza: {until}).',
  'event.unmap.requested': ':wastebasket: {person} ha chiesto di rimuovere {hostname}.',
  'event.unmap.approved': ':wastebasket: {person} ha approvato la rimozione di {hostname}.',
  'event.unmap.declined':
    '{hasRequester, select, true {{person} ha rifiutato la richiesta di {requester}.} other {{person} ha rifiutato la richiesta.}} {hostname} resta mappato.',
  'event.unmap.withdrawn': '{person} ha ritirato la richiesta. {hostname} resta mappato.',
  'event.customer_message.sent':
    ':email: {person} ha inviato un messaggio al cliente{topic, select, to_do {: che cosa modificare nel DNS} one_left {: che cosa resta da modificare nel DNS} down {: come ripristinare il sito} expiring {: come rinnovare il certificato} works {: tutto funziona} other {}}.',
  'event.customer_message.unanswered':
    ':bell: {sentBy}, nel DNS del cliente non è cambiato nulla dal tuo messaggio di {afterMs} fa.',
  'event.domain_connect.approved':
    ':white_check_mark: Il cliente ha approvato le modifiche DNS su {dnsProvider}. Verifica in corso.',
  'event.domain_connect.cancelled':
    ':information_source: Il cliente ha aperto il link su {dnsProvider}, ma ha annullato. Lì non è cambiato nulla.',
  'event.domain_connect.failed':
    ':warning: Il cliente ha aperto il link, ma {dnsProvider} ha segnalato un errore ({code}). Le modifiche si possono comunque fare a mano.',
  'event.card.joined': ':link: {hostname} ora condivide questa scheda con {primaryHostname}.',
  'event.card.moved': ':arrow_right: {person} ha spostato {hostname} da {fromChannel} a {toChannel}.',
  'event.unmap.expired': 'Nessuno ha approvato la richiesta in tempo. {hostname} resta mappato.',
  'event.unmap.followed':
    ':wastebasket: Insieme a questo viene rimosso anche {hostname}, come chiesto da {person}.',
  'event.access.denied':
    ':no_entry: {person} ha provato {permission, select, map {a mappare {hostname}} unmap {a rimuovere {hostname}} move {a spostare la scheda di {hostname}} approve {ad approvare la rimozione di {hostname}} audit {a usare i comandi audit, sync o doctor} configure {a cambiare le impostazioni} assign {a occuparsi di {hostname}} view {a vedere questi domini} other {a verificare {hostname}}}, ma non ne ha il permesso. Non è cambiato nulla.',
  'event.setting.changed':
    ':gear: {person} {isSame, select, true {ha scelto} other {ha cambiato}} un’impostazione {scope, select, channel {del canale {forChannel}} other {dell’app {app}}}: {setting}, {isSame, select, true {{to} (invariata)} other {{from} → {to}}}{isReset, select, true { ({scope, select, channel {non più impostata lì} other {valore predefinito}})} other {}}.',
  'event.error.logged':
    ':warning: {source}: {message}{retried, select, true { Il bot riprova da solo, sempre meno spesso; per fermarlo, rimuovi il dominio.} other {}}{again, plural, =0 {} one { (da allora un’altra volta)} many { (da allora altre # di volte)} other { (da allora altre # volte)}}',
  'reply.of-one': '*{hostname}*  {reported}',
  'event.unknown':
    '{type}: registrato da una versione più recente di questo bot. Aggiorna il bot per leggerlo per esteso.',
  'unknown.time': 'un tempo sconosciuto',
  'unknown.value': '(sconosciuto)',

  'log.check-failed': 'Una verifica non è riuscita e verrà ripetuta. La causa è nel log: cerca {incident}.',
  'log.at': 'Nel log: {at}.',
  'log.invalid-domain':
    '{provider} ha rifiutato il nome come non valido. È normale per i sottodomini del network, che non hanno bisogno di alias. Per qualsiasi altro nome, controlla l’ortografia.',
  'log.dns-given-up':
    'Ultimate Multisite rinuncia dopo pochi tentativi; questo bot continua a verificare. Quando il DNS è corretto, imposta lì la fase del dominio su “Checking DNS” e salva.',
  'log.ssl-given-up':
    'Ultimate Multisite rinuncia dopo pochi tentativi; questo bot continua a verificare. Quando il certificato funziona, imposta lì la fase del dominio su “Ready”.',
  'log.loopback':
    'Ultimate Multisite contatta il dominio per provarlo: non riesce finché DNS e certificato non sono corretti. La scheda mostra a che punto sono entrambi.',
  'log.certificate':
    'È la verifica del certificato fatta da Ultimate Multisite. La scheda mostra che cosa ricevono i visitatori.',
  'log.record':
    'Il sito non ha un record di dominio. Creane uno con `/domain map <hostname> --site ID` o lì, in “Domains”.',
  'log.no-key':
    'Il plugin non ha trovato {keyVariable} nel suo wp-config.php, quindi non può registrare domini su {provider}.',
  'log.provider-answer':
    '{provider} ha risposto al plugin con un errore. Scrivi `/domain doctor` per sapere se risponde a questo bot.',
});
