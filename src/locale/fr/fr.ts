import type { en } from '../en/en.js';
import { translation } from '../messages.js';
import { attentionFr } from './domain/attention.js';
import { customerFr } from './domain/customer.js';
import { eventsFr } from './domain/events.js';
import { findingNamesFr } from './domain/finding-names.js';
import { findingsFr } from './domain/findings.js';
import { pairEventsFr } from './domain/pair-events.js';
import { siteFr } from './domain/site.js';
import { configurationFr } from './operator/configuration.js';
import { operationsFr } from './operator/operations.js';
import { reportsFr } from './operator/reports.js';
import { shellFr } from './operator/shell.js';
import { storesFr } from './operator/stores.js';
import { answersFr } from './slack/answers.js';
import { dialogsFr } from './slack/dialogs.js';
import { problemsFr } from './slack/problems.js';
import { settingsFr } from './slack/settings.js';
import { teamFr } from './slack/team.js';
import { wordsFr } from './words.js';

declare module '../messages.js' {
  interface PluralCategories {
    fr: 'one' | 'many' | 'other';
  }
}

const areas = {
  ...answersFr,
  ...attentionFr,
  ...customerFr,
  ...dialogsFr,
  ...eventsFr,
  ...findingsFr,
  ...findingNamesFr,
  ...operationsFr,
  ...pairEventsFr,
  ...problemsFr,
  ...siteFr,
  ...storesFr,
  ...settingsFr,
  ...teamFr,
  ...reportsFr,
  ...configurationFr,
  ...shellFr,
  ...wordsFr,
} as const;

/** French. ICU messages; parameters arrive already formatted for where the sentence is shown. */
export const fr = {
  ...areas,
  ...translation<'fr', Omit<typeof en, keyof typeof areas>>()({
    'stage.name.adding': 'Ajout en cours',
    'stage.name.checking-dns': 'Vérification DNS',
    'stage.name.checking-ssl-cert': 'Vérification SSL',
    'stage.name.done': 'Prêt',
    'stage.name.done-without-ssl': 'Prêt (sans SSL)',
    'stage.name.failed': 'Échec DNS',
    'stage.name.ssl-failed': 'Échec SSL',
    'stage.name.removing': 'Suppression en cours',
    'stage.name.removed': 'Supprimé',
    'stage.name.drifted': 'Était prêt, mais le DNS a changé',
    'stage.name.unserved': 'Était prêt, mais le certificat a disparu',
    'stage.name.unrouted': 'Site inaccessible',
    'stage.name.disturbed': 'Était prêt, mais il y a un problème',
    'stage.name.refused': 'Refusé par {provider}',
    'stage.name.denied': 'Non autorisé',

    'who.customer': 'en attente du client',
    'who.agency': 'à vous d’agir',
    'who.host': 'en attente de {provider}',

    'watch.ended':
      ':no_entry_sign: Les vérifications sont arrêtées. Appuyez sur *Vérifier maintenant* pour les reprendre.',
    'watch.slow': 'Les vérifications continuent environ une fois par jour. Fin : {until}.',

    'card.text': '{hostname} : {stage}',
    'card.title': '*{hostname}*  {stage}',
    'card.asked':
      '{isSystem, select, true {Ajouté dans Ultimate Multisite} other {Demandé par {person}}} · {at}',
    'card.site':
      'Site {site} dans Ultimate Multisite{state, select, requested { : l’enregistrement de domaine va être créé} refused { : pas d’enregistrement de domaine ({error})} removed { : enregistrement de domaine supprimé} other {}}',
    'card.note': 'Note : {note}',
    'card.source': 'À partir de {message}',
    'card.source.message': 'ce message',
    'card.replaces.deleted': 'La première fiche a été supprimée. Réponses précédentes : {thread}.',
    'card.replaces.locked':
      'Les réponses sous la première fiche sont verrouillées. Réponses précédentes : {thread}.',
    'card.replaces.joined': 'Son nom www avait sa propre fiche. Réponses précédentes : {thread}.',
    'card.replaces.moved': 'Fiche déplacée depuis {channel}. Réponses précédentes : {thread}.',
    'card.moved': ':arrow_right: {hostname} a été déplacé vers {channel} : {card}.',
    'card.fixed': 'Slack ne permet plus de modifier la fiche ci-dessus : les mises à jour apparaissent ici.',
    'card.earlier': 'son fil',
    'card.approval':
      ':raised_hand: {person} veut supprimer ce mappage. Une autre personne doit donner son accord dans le fil. Échéance : {until}.',
    'card.sent': ':email: {person} a envoyé un message au client ({at}).',
    'card.check': 'Vérifier maintenant',
    'card.customer': 'Message au client',
    'card.dashboard': 'Tableau de bord {provider}',
    'card.history': 'Historique',
    'card.unmap': 'Supprimer le mappage…',

    'axis.alias.requested': ':hourglass_flowing_sand: *{provider}*  ajout du domaine en cours',
    'axis.alias.accepted': ':white_check_mark: *{provider}*  le domaine est ajouté',
    'axis.alias.own': ':white_check_mark: *{provider}*  sert les sous-domaines du réseau',
    'axis.alias.refused': ':x: *{provider}*  a refusé le domaine : {reason}',
    'axis.alias.removing': ':hourglass_flowing_sand: *{provider}*  retrait du domaine en cours',
    'axis.alias.removed': ':wastebasket: *{provider}*  le domaine est retiré',
    'axis.alias.unknown':
      ':warning: *{provider}*  n’a pas confirmé la dernière requête ; vérification avant de réessayer',
    'axis.alias.not-asked':
      ':no_entry: *{provider}*  non contacté, car cette personne n’a pas l’autorisation de mapper des domaines',
    'axis.alias.last-error': '(dernière erreur : {reason})',
    'axis.dns.waiting': ':white_circle: *DNS*  sera vérifié dès que {provider} aura le domaine',
    'axis.dns.unknown': ':hourglass_flowing_sand: *DNS*  pas encore vérifié',
    'axis.dns.wrong':
      ':hourglass_flowing_sand: *DNS*  {isSplit, select, true {serveurs de noms qui ont l’enregistrement : {right} sur {servers}.} other {{wasReady, select, true {ne pointe plus ici.} other {ne pointe pas encore ici.}}}}',
    'axis.dns.published':
      ':hourglass_flowing_sand: *DNS*  {servers, plural, one {le serveur de noms a} =2 {les deux serveurs de noms ont} many {les # serveurs de noms ont} other {les # serveurs de noms ont}} l’enregistrement ; {isSeenByAll, select, true {tous les résolveurs publics le voient, encore une vérification pour confirmer.} other {résolveurs publics qui le voient : {resolversRight} sur {resolversOf}.}}',
    'axis.dns.outlook': 'Heures prévues : {resolvers} ; tous : {at}.',
    'axis.dns.outlook.one': '{resolver} ({at})',
    'axis.dns.propagated': ':white_check_mark: *DNS*  pointe ici partout',
    'axis.ssl.waiting': ':white_circle: *SSL*  le certificat sera émis dès que le DNS sera correct',
    'axis.ssl.unknown': ':hourglass_flowing_sand: *SSL*  pas encore vérifié',
    'axis.ssl.absent':
      ':hourglass_flowing_sand: *SSL*  {wasReady, select, true {il n’y a plus de certificat.} other {pas encore de certificat.}}',
    'axis.ssl.invalid': ':x: *SSL*  le certificat n’est pas valide.',
    'axis.ssl.valid': ':white_check_mark: *SSL*  certificat valide.',
    'axis.ssl.expiring': ':warning: *SSL*  valide, mais expire bientôt.',
    'axis.blind': ':warning: Vérification impossible depuis : {since}.',

    'dns.found.values': 'Le DNS contient {values}.',
    'dns.found.unregistered': 'Le domaine n’est pas enregistré, ou il a expiré.',
    'dns.found.no-servers': 'Le domaine n’a aucun serveur de noms utilisable.',
    'dns.found.nxdomain': 'Le DNS n’a aucun enregistrement pour ce nom.',
    'dns.found.lame': 'Les serveurs de noms ne servent pas cette zone.',
    'dns.found.empty': 'Le nom existe dans le DNS, mais n’a pas d’adresse.',
    'dns.found.cached':
      'Les serveurs de noms ont le bon enregistrement, mais des résolveurs publics ont encore l’ancien en cache.',
    'dns.found.unresolved':
      'Les serveurs de noms ont le bon enregistrement, mais des résolveurs publics ne le renvoient pas.',

    'dns.server.right': ':white_check_mark: {server} : {seen}',
    'dns.server.wrong': ':x: {server} : {seen}',
    'dns.server.worthless': ':grey_question: {server} : {seen}',
    'dns.server.silent': ':grey_question: {server} : {seen}',
    'dns.ttl': '(en cache pendant {duration} au maximum)',
    'dns.outcome.answer': 'réponse sans enregistrement',
    'dns.outcome.empty': 'pas d’adresse',
    'dns.outcome.nxdomain': 'nom inexistant',
    'dns.outcome.lame': 'ne sert pas la zone',
    'dns.outcome.refused': 'refuse de répondre',
    'dns.outcome.servfail': 'en échec (SERVFAIL)',
    'dns.outcome.bogus': 'réponse rejetée (DNSSEC)',
    'dns.outcome.filtered': 'bloque ce nom',
    'dns.outcome.other-rcode': 'répond par une erreur',
    'dns.outcome.timeout': 'pas de réponse',
    'dns.outcome.unreachable': 'injoignable',
    'dns.outcome.malformed': 'réponse illisible',
    'dns.outcome.truncated': 'réponse raccourcie ; la réponse complète n’arrive pas en TCP',
    'dns.outcome.blocked': 'non interrogé : son adresse n’est pas publique',

    'ssl.served.nowhere': 'Il n’y a pas d’adresse à vérifier.',
    'ssl.served.trusted': 'Émis par {issuer}, expiration : {validTo}.',
    'ssl.served.untrusted': 'Le certificat émis par {issuer} n’est pas reconnu : {error}.',
    'ssl.served.other-name': 'Le serveur présente un certificat pour {names}.',
    'ssl.served.unknown-name': '{address} ne connaît pas encore ce nom.',
    'ssl.served.nameless': 'Le serveur présente un certificat sans aucun nom.',
    'ssl.served.not-tls': '{address} ne parle pas TLS.',
    'ssl.served.old-tls': '{address} ne propose aucun TLS accepté par les navigateurs.',
    'ssl.served.reset': '{address} a fermé la connexion.',
    'ssl.served.refused': '{address} refuse les connexions.',
    'ssl.served.timeout': '{address} n’a pas répondu à temps.',
    'ssl.served.unreachable': '{address} est injoignable.',
    'ssl.served.handshake-failed': 'La négociation TLS avec {address} a échoué.',
    'ssl.served.blocked': '{address} n’est pas une adresse publique et n’a pas été vérifiée.',
    'ssl.error.CERT_HAS_EXPIRED': 'expiré',
    'ssl.error.CERT_NOT_YET_VALID': 'pas encore valide',
    'ssl.error.DEPTH_ZERO_SELF_SIGNED_CERT': 'auto-signé',
    'ssl.error.SELF_SIGNED_CERT_IN_CHAIN': 'émis par une autorité inconnue',
    'ssl.error.UNABLE_TO_GET_ISSUER_CERT_LOCALLY': 'émis par une autorité inconnue',
    'ssl.error.UNABLE_TO_VERIFY_LEAF_SIGNATURE': 'certificat intermédiaire manquant',
    'ssl.error.UNSPECIFIED': 'une erreur que la vérification ne sait pas nommer',
    'ssl.error.INVALID_PURPOSE': 'pas émis pour des sites web',

    'record.type': 'Type',
    'record.name': 'Nom',
    'record.value': 'Valeur',
    'record.create': 'Ajouter cet enregistrement',
    'record.change': 'Modifier l’enregistrement comme suit',
    'record.delete': 'Supprimer cet enregistrement',

    'todo.records':
      '*À faire :* le client ajoute {count, plural, one {cet enregistrement} many {ces enregistrements} other {ces enregistrements}} chez son fournisseur DNS et supprime tout autre enregistrement A, AAAA ou CNAME du même nom.\n{records}',
    'todo.records-after-failure':
      '*Le délai est écoulé et l’enregistrement n’est pas correct.* Demandez au client d’ajouter {count, plural, one {cet enregistrement} many {ces enregistrements} other {ces enregistrements}}, puis appuyez sur *Vérifier maintenant*.\n{records}',
    'todo.needs-address':
      'C’est le domaine lui-même, qui ne peut pas avoir de CNAME, et aucune adresse IP n’est configurée pour l’application. Demandez à l’admin du bot d’en ajouter une dans `{targetsVariable}`.',
    'todo.alternative': 'Si un CNAME n’est pas possible à cet endroit :\n{records}',
    'todo.wait-for-caches':
      'Rien à faire, il suffit d’attendre : des résolveurs publics ont encore l’ancienne réponse en cache.',
    'todo.wait-for-check': 'Rien à faire : la prochaine vérification le confirmera.',
    'todo.wait-until':
      'Rien à faire, il suffit d’attendre : l’ancienne réponse aura disparu de tous les caches (heure prévue : {at}).',
    'todo.wait-for-ssl':
      'Rien à faire : le DNS est correct, {provider} peut donc émettre le certificat, en général en 10 à 15 minutes.',
    'todo.refused':
      '*{provider} a refusé le domaine.* Vérifiez dans le tableau de bord {provider} s’il est déjà utilisé sur un autre site. Appuyez ensuite sur *Vérifier maintenant* pour réessayer, ou supprimez le mappage.',
    'todo.ssl-failed':
      '*Aucun certificat n’a été émis à temps.* Consultez le tableau de bord {provider}, puis appuyez sur *Vérifier maintenant*.',
  }),
} as const;
