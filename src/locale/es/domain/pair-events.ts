import type { pairEventsEn } from '../../en/domain/pair-events.js';
import { translation } from '../../messages.js';

/** Spanish: the same step of both names on a card, posted once. */
export const pairEventsEs = translation<'es', typeof pairEventsEn>()({
  'pair.domain.done':
    ':tada: {hostname} y {other} están listos{late, select, true {, más tarde de lo previsto,} other {}} tras {afterMs}.',
  'pair.dns.published':
    ':mag: Los registros DNS de {hostname} y {other} están bien tras {afterMs}. Siguiente paso: {provider} emite los certificados.',
  'pair.dns.propagated':
    ':globe_with_meridians: {hostname} y {other} apuntan aquí en todas partes tras {afterMs}.',
  'pair.dns.stuck':
    ':mag_right: {again, plural, =0 {*Algo bloquea {hostname} y {other}.*} one {*Algo sigue bloqueando {hostname} y {other}.*} many {*Algo sigue bloqueando {hostname} y {other}.*} other {*Algo sigue bloqueando {hostname} y {other}.*}} {finding}',
  'pair.dns.cleared':
    ':white_check_mark: Resuelto para {hostname} y {other} tras {afterMs}: {findingName}. {hasNext, select, true {Queda: {nextName}.} other {{nowState, select, published {Los registros ya están bien.} propagated {Los registros ya están bien.} wrong {El DNS sigue sin apuntar aquí.} other {}}}}',
  'pair.dns.drifted': ':rotating_light: *El DNS ha cambiado:* {hostname} y {other} ya no apuntan aquí.',
  'pair.dns.restored': ':white_check_mark: {hostname} y {other} vuelven a apuntar aquí tras {afterMs}.',
  'pair.dns.failed':
    ':x: *Fallo de DNS:* los registros de {hostname} y {other} no estaban bien tras {afterMs}. Las comprobaciones siguen más o menos una vez al día durante dos semanas.',
  'pair.ssl.issued':
    ':lock: Certificados emitidos para {hostname} y {other}{late, select, true {, más tarde de lo previsto,} other {}} tras {afterMs}.',
  'pair.ssl.stuck':
    ':mag_right: {again, plural, =0 {*Los certificados de {hostname} y {other} no avanzan.*} one {*Los certificados de {hostname} y {other} siguen sin avanzar.*} many {*Los certificados de {hostname} y {other} siguen sin avanzar.*} other {*Los certificados de {hostname} y {other} siguen sin avanzar.*}} {finding}',
  'pair.ssl.cleared':
    ':white_check_mark: Resuelto para {hostname} y {other} tras {afterMs}: {findingName}. {hasNext, select, true {Queda: {nextName}.} other {{nowState, select, valid {Los certificados ya son válidos.} expiring {Los certificados son válidos, pero están a punto de caducar.} absent {Sigue sin haber certificados.} other {}}}}',
  'pair.ssl.expiring':
    '{expired, select, true {:rotating_light: *Los certificados de {hostname} y {other} caducaron* ({validTo}).} other {:warning: *Los certificados de {hostname} y {other} caducan en {leftMs}* ({validTo}) y no se han renovado.}}',
  'pair.ssl.renewed':
    ':lock: {issuer} renovó los certificados de {hostname} y {other} (nueva caducidad: {validTo}).',
  'pair.ssl.failed':
    ':x: *Fallo de SSL:* sin certificados válidos para {hostname} y {other} tras {afterMs}. Las comprobaciones siguen más o menos una vez al día durante dos semanas.',
  'pair.site.unrouted':
    ':warning: *El DNS y el SSL están bien, pero los visitantes de {hostname} y {other} no llegan al sitio.*',
  'pair.site.routed': ':white_check_mark: Los visitantes de {hostname} y {other} llegan al sitio.',
  'pair.alias.added': '{provider} añadió {hostname} y {other} en {afterMs}.',
  'pair.alias.lost':
    ':warning: {provider} ya no tiene {hostname} ni {other}. El bot los está añadiendo de nuevo.',
  'pair.alias.removed':
    ':wastebasket: {already, select, true {{provider} ya no tiene {hostname} ni {other}.} other {{provider} eliminó {hostname} y {other} en {afterMs}.}}',
});
