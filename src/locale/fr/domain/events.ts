import type { eventsEn } from '../../en/domain/events.js';
import { translation } from '../../messages.js';

/** French: one sentence for each event. */
export const eventsFr = translation<'fr', typeof eventsEn>()({
  'event.domain.requested':
    '{isSystem, select, true {{hostname} a été ajouté dans Ultimate Multisite.} other {{person} a demandé le mappage du domaine {hostname}.}}',
  'event.domain.done':
    ':tada: {hostname} est prêt{late, select, true {, plus tard que prévu} other {}}. Durée : {afterMs}.',
  'event.domain_record.requested':
    '{person} a demandé un enregistrement de domaine pour le site {site} dans Ultimate Multisite.',
  'event.domain_record.created':
    ':page_facing_up: {already, select, true {Ultimate Multisite a déjà l’enregistrement de domaine} other {Ultimate Multisite a créé l’enregistrement de domaine}} pour le site {site}.',
  'event.domain_record.found':
    ':page_facing_up: Ultimate Multisite a un enregistrement de domaine pour le site {site}.',
  'event.domain_record.removed':
    ':wastebasket: {already, select, true {Ultimate Multisite avait déjà supprimé l’enregistrement de domaine.} other {Ultimate Multisite a supprimé l’enregistrement de domaine.}}',
  'event.domain_record.refused':
    ':x: Ultimate Multisite a refusé de {remove, select, true {supprimer} other {créer}} l’enregistrement de domaine : {message} Faites-le à la main, sous « Domains ».',
  'event.domain_record.vanished':
    ':wastebasket: L’enregistrement de domaine a été supprimé dans Ultimate Multisite : le mappage du domaine {hostname} est donc aussi en cours de suppression ici.',
  'event.domain_record.renamed':
    ':warning: L’enregistrement de domaine a été renommé en {to} dans Ultimate Multisite{remove, select, true {, il y a donc été laissé.} other {. {provider} a toujours {hostname} : supprimez ce mappage s’il ne sert plus.}}',
  'event.alias.added':
    '{already, select, true {{provider} a déjà le domaine.} other {{provider} a ajouté le domaine en {afterMs}.}}',
  'event.alias.lost': ':warning: {provider} n’a plus le domaine. Le bot l’ajoute de nouveau.',
  'event.alias.refused': ':x: {provider} a refusé le domaine : {message}',
  'event.alias.removed':
    ':wastebasket: {already, select, true {{provider} n’a plus le domaine.} other {{provider} a retiré le domaine en {afterMs}.}}',
  'event.alias.remove_refused':
    ':x: {provider} a refusé de retirer le domaine : {message} Le mappage est conservé.',
  'event.dns.published':
    ':mag: L’enregistrement DNS est correct après {afterMs} : {servers, plural, =0 {les serveurs de noms l’ont} one {le serveur de noms l’a} =2 {les deux serveurs de noms l’ont} many {les # serveurs de noms l’ont} other {les # serveurs de noms l’ont}}. Prochaine étape : {provider} émet le certificat.',
  'event.dns.propagated':
    ':globe_with_meridians: DNS propagé après {afterMs} : {resolvers, plural, =0 {les résolveurs publics voient l’enregistrement} one {le résolveur public voit l’enregistrement} =2 {les deux résolveurs publics voient l’enregistrement} many {les # résolveurs publics voient l’enregistrement} other {les # résolveurs publics voient l’enregistrement}}.',
  'event.dns.stuck':
    ':mag_right: {again, plural, =0 {*Quelque chose bloque.*} one {*Toujours bloqué.*} many {*Toujours bloqué.*} other {*Toujours bloqué.*}} {finding}',
  'event.dns.cleared':
    ':white_check_mark: Résolu après {afterMs} : {findingName}. {hasNext, select, true {Reste à régler : {nextName}.} other {{nowState, select, published {L’enregistrement est maintenant correct.} propagated {L’enregistrement est maintenant correct.} wrong {Le DNS ne pointe toujours pas ici.} other {}}}}',
  'event.dns.drifted': ':rotating_light: *Le DNS a changé :* le domaine ne pointe plus ici.',
  'event.dns.restored': ':white_check_mark: Le domaine pointe de nouveau ici après {afterMs}.',
  'event.dns.failed':
    ':x: *Échec DNS :* l’enregistrement n’est toujours pas correct après {afterMs}. Les vérifications continuent environ une fois par jour pendant deux semaines.',
  'event.ssl.issued':
    ':lock: Certificat émis{late, select, true {, plus tard que prévu,} other {}} après {afterMs}, par {issuer}. Expiration : {validTo}.',
  'event.ssl.stuck':
    ':mag_right: {again, plural, =0 {*Le certificat est bloqué.*} one {*Le certificat est toujours bloqué.*} many {*Le certificat est toujours bloqué.*} other {*Le certificat est toujours bloqué.*}} {finding}',
  'event.ssl.cleared':
    ':white_check_mark: Résolu après {afterMs} : {findingName}. {hasNext, select, true {Reste à régler : {nextName}.} other {{nowState, select, valid {Le certificat est maintenant valide.} expiring {Le certificat est valide, mais expire bientôt.} absent {Il n’y a toujours pas de certificat.} other {}}}}',
  'event.ssl.expiring':
    '{expired, select, true {:rotating_light: *Le certificat a expiré.* Date d’expiration : {validTo}.} other {:warning: *Le certificat expire dans {leftMs}* et n’a pas été renouvelé. Date d’expiration : {validTo}.}}',
  'event.ssl.renewed': ':lock: {issuer} a renouvelé le certificat. Nouvelle expiration : {validTo}.',
  'event.ssl.failed':
    ':x: *Échec SSL :* pas de certificat valide après {afterMs}. Les vérifications continuent environ une fois par jour pendant deux semaines.',
  'event.check.requested': ':arrows_counterclockwise: {person} a demandé une vérification.',
  'event.unmap.proposed':
    ':raised_hand: {person} veut supprimer le mappage du domaine {hostname}. Une autre personne doit donner son accord. Échéance : {until}.',
  'event.unmap.requested':
    ':wastebasket: {person} a demandé la suppression du mappage du domaine {hostname}.',
  'event.unmap.approved':
    ':wastebasket: {person} a approuvé la suppression du mappage du domaine {hostname}.',
  'event.unmap.declined':
    '{hasRequester, select, true {{person} a refusé la demande de {requester}.} other {{person} a refusé la demande.}} {hostname} reste mappé.',
  'event.unmap.withdrawn': '{person} a retiré la demande. {hostname} reste mappé.',
  'event.customer_message.sent':
    ':email: {person} a envoyé un message au client{topic, select, to_do { : ce qu’il faut modifier dans le DNS} one_left { : ce qu’il reste à modifier dans le DNS} down { : comment rétablir le site} expiring { : comment renouveler le certificat} works { : tout fonctionne} other {}}.',
  'event.customer_message.unanswered':
    ':bell: {sentBy}, rien n’a changé dans le DNS du client depuis votre message envoyé il y a {afterMs}.',
  'event.domain_connect.approved':
    ':white_check_mark: Le client a accepté les modifications DNS chez {dnsProvider}. Vérification en cours.',
  'event.domain_connect.cancelled':
    ':information_source: Le client a ouvert le lien chez {dnsProvider}, mais a annulé. Rien n’y a changé.',
  'event.domain_connect.failed':
    ':warning: Le client a ouvert le lien, mais {dnsProvider} a signalé une erreur ({code}). Les modifications peuvent toujours être faites à la main.',
  'event.card.joined': ':link: {hostname} partage maintenant cette fiche avec {primaryHostname}.',
  'event.card.moved': ':arrow_right: {person} a déplacé {hostname} de {fromChannel} vers {toChannel}.',
  'event.unmap.expired': 'Personne n’a approuvé la demande à temps. {hostname} reste mappé.',
  'event.unmap.followed':
    ':wastebasket: Le mappage du domaine {hostname} est supprimé en même temps, à la demande de {person}.',
  'event.access.denied':
    ':no_entry: {person} a essayé de {permission, select, map {mapper {hostname}} unmap {supprimer le mappage du domaine {hostname}} move {déplacer la fiche du domaine {hostname}} approve {donner son accord à la suppression du mappage du domaine {hostname}} audit {se servir des commandes audit, sync ou doctor} configure {modifier les réglages} assign {travailler sur {hostname}} view {consulter ces domaines} other {vérifier {hostname}}} sans en avoir l’autorisation. Rien n’a changé.',
  'event.setting.changed':
    ':gear: {person} {isSame, select, true {a choisi} other {a changé}} un réglage {scope, select, channel {du canal {forChannel}} other {de l’application {app}}} : {setting}, {isSame, select, true {{to} (inchangé)} other {{from} → {to}}}{isReset, select, true { ({scope, select, channel {plus de réglage propre au canal} other {valeur par défaut}})} other {}}.',
  'event.error.logged':
    ':warning: {source} : {message}{retried, select, true { Le bot réessaie de lui-même, de moins en moins souvent ; supprimez le mappage pour l’arrêter.} other {}}{again, plural, =0 {} one { (encore # fois depuis)} many { (encore # de fois depuis)} other { (encore # fois depuis)}}',
  'reply.of-one': '*{hostname}*  {reported}',
  'event.unknown':
    '{type} : enregistré par une version plus récente de ce bot. Mettez le bot à jour pour lire la phrase complète.',
  'unknown.time': 'heure inconnue',
  'unknown.value': '(inconnu)',

  'log.check-failed':
    'Une vérification a échoué et sera relancée. La cause est dans le journal : cherchez {incident}.',
  'log.at': 'Noté dans le journal : {at}.',
  'log.invalid-domain':
    '{provider} a rejeté ce nom comme non valide. C’est normal pour les sous-domaines du réseau lui-même, qui n’ont pas besoin d’alias. Pour tout autre nom, vérifiez l’orthographe.',
  'log.dns-given-up':
    'Ultimate Multisite abandonne après quelques essais ; ce bot continue de vérifier. Quand le DNS est correct, remettez l’étape du domaine sur « Checking DNS » là-bas et enregistrez.',
  'log.ssl-given-up':
    'Ultimate Multisite abandonne après quelques essais ; ce bot continue de vérifier. Quand le certificat fonctionne, mettez l’étape du domaine sur « Ready » là-bas.',
  'log.loopback':
    'Ultimate Multisite appelle le domaine pour le tester, ce qui échoue tant que le DNS et le certificat ne sont pas corrects. La fiche montre où ils en sont.',
  'log.certificate':
    'C’est la vérification de certificat propre à Ultimate Multisite. La fiche montre ce que voient les visiteurs.',
  'log.record':
    'Le site n’a pas d’enregistrement de domaine. Créez-en un avec `/domain map <hostname> --site ID`, ou là-bas, sous « Domains ».',
  'log.no-key':
    'L’extension n’a pas trouvé {keyVariable} dans son wp-config.php et ne peut donc pas déclarer de domaines chez {provider}.',
  'log.provider-answer':
    '{provider} a répondu à l’extension par une erreur. Tapez `/domain doctor` pour voir s’il répond à ce bot.',
});
