import type { pairEventsEn } from '../../en/domain/pair-events.js';
import { translation } from '../../messages.js';

/** French: the same step of both names on a card, posted once. */
export const pairEventsFr = translation<'fr', typeof pairEventsEn>()({
  'pair.domain.done':
    ':tada: {hostname} et {other} sont prêts{late, select, true {, plus tard que prévu} other {}}. Durée : {afterMs}.',
  'pair.dns.published':
    ':mag: Les enregistrements DNS pour {hostname} et {other} sont corrects après {afterMs}. Prochaine étape : {provider} émet les certificats.',
  'pair.dns.propagated': ':globe_with_meridians: {hostname} et {other} pointent ici partout après {afterMs}.',
  'pair.dns.stuck':
    ':mag_right: {again, plural, =0 {*Quelque chose bloque {hostname} et {other}.*} one {*{hostname} et {other} sont toujours bloqués.*} many {*{hostname} et {other} sont toujours bloqués.*} other {*{hostname} et {other} sont toujours bloqués.*}} {finding}',
  'pair.dns.cleared':
    ':white_check_mark: Résolu pour {hostname} et {other} après {afterMs} : {findingName}. {hasNext, select, true {Reste à régler : {nextName}.} other {{nowState, select, published {Les enregistrements sont maintenant corrects.} propagated {Les enregistrements sont maintenant corrects.} wrong {Le DNS ne pointe toujours pas ici.} other {}}}}',
  'pair.dns.drifted': ':rotating_light: *Le DNS a changé :* {hostname} et {other} ne pointent plus ici.',
  'pair.dns.restored': ':white_check_mark: {hostname} et {other} pointent de nouveau ici après {afterMs}.',
  'pair.dns.failed':
    ':x: *Échec DNS :* les enregistrements pour {hostname} et {other} ne sont toujours pas corrects après {afterMs}. Les vérifications continuent environ une fois par jour pendant deux semaines.',
  'pair.ssl.issued':
    ':lock: Certificats émis pour {hostname} et {other}{late, select, true {, plus tard que prévu,} other {}} après {afterMs}.',
  'pair.ssl.stuck':
    ':mag_right: {again, plural, =0 {*Les certificats pour {hostname} et {other} sont bloqués.*} one {*Les certificats pour {hostname} et {other} sont toujours bloqués.*} many {*Les certificats pour {hostname} et {other} sont toujours bloqués.*} other {*Les certificats pour {hostname} et {other} sont toujours bloqués.*}} {finding}',
  'pair.ssl.cleared':
    ':white_check_mark: Résolu pour {hostname} et {other} après {afterMs} : {findingName}. {hasNext, select, true {Reste à régler : {nextName}.} other {{nowState, select, valid {Les certificats sont maintenant valides.} expiring {Les certificats sont valides, mais expirent bientôt.} absent {Il n’y a toujours pas de certificats.} other {}}}}',
  'pair.ssl.expiring':
    '{expired, select, true {:rotating_light: *Les certificats pour {hostname} et {other} ont expiré.* Date d’expiration : {validTo}.} other {:warning: *Les certificats pour {hostname} et {other} expirent dans {leftMs}* et n’ont pas été renouvelés. Date d’expiration : {validTo}.}}',
  'pair.ssl.renewed':
    ':lock: {issuer} a renouvelé les certificats pour {hostname} et {other}. Nouvelle expiration : {validTo}.',
  'pair.ssl.failed':
    ':x: *Échec SSL :* pas de certificats valides pour {hostname} et {other} après {afterMs}. Les vérifications continuent environ une fois par jour pendant deux semaines.',
  'pair.site.unrouted':
    ':warning: *Le DNS et le SSL sont corrects, mais les visiteurs qui ouvrent {hostname} et {other} n’atteignent pas le site.*',
  'pair.site.routed':
    ':white_check_mark: Les visiteurs qui ouvrent {hostname} ou {other} atteignent le site.',
  'pair.alias.added': '{provider} a ajouté {hostname} et {other} en {afterMs}.',
  'pair.alias.lost': ':warning: {provider} n’a plus {hostname} ni {other}. Le bot les ajoute de nouveau.',
  'pair.alias.removed':
    ':wastebasket: {already, select, true {{provider} n’a plus {hostname} ni {other}.} other {{provider} a retiré {hostname} et {other} en {afterMs}.}}',
});
