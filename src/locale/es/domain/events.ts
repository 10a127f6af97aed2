import type { eventsEn } from '../../en/domain/events.js';
import { translation } from '../../messages.js';

/** Spanish: one sentence for each event. */
export const eventsEs = translation<'es', typeof eventsEn>()({
  'event.domain.requested':
    '{isSystem, select, true {{hostname} se añadió en Ultimate Multisite.} other {{person} solicitó {hostname}.}}',
  'event.domain.done':
    ':tada: {hostname} está listo{late, select, true {, más tarde de lo previsto,} other {}} tras {afterMs}.',
  'event.domain_record.requested':
    '{person} solicitó un registro de dominio para el sitio {site} en Ultimate Multisite.',
  'event.domain_record.created':
    ':page_facing_up: {already, select, true {Ultimate Multisite ya tiene el registro de dominio} other {Ultimate Multisite creó el registro de dominio}} para el sitio {site}.',
  'event.domain_record.found':
    ':page_facing_up: Ultimate Multisite tiene un registro de dominio para el sitio {site}.',
  'event.domain_record.removed':
    ':wastebasket: {already, select, true {Ultimate Multisite ya había eliminado el registro de dominio.} other {Ultimate Multisite eliminó el registro de dominio.}}',
  'event.domain_record.refused':
    ':x: Ultimate Multisite se negó a {remove, select, true {eliminar} other {crear}} el registro de dominio: {message} Hazlo allí a mano, en Domains.',
  'event.domain_record.vanished':
    ':wastebasket: El registro de dominio se eliminó en Ultimate Multisite, así que {hostname} también se está quitando aquí.',
  'event.domain_record.renamed':
    ':warning: El registro de dominio ahora se llama {to} en Ultimate Multisite{remove, select, true {, así que se ha dejado allí.} other {. {provider} sigue teniendo {hostname}: quítalo si nadie lo necesita.}}',
  'event.alias.added':
    '{already, select, true {{provider} ya tiene el dominio.} other {{provider} añadió el dominio en {afterMs}.}}',
  'event.alias.lost': ':warning: {provider} ya no tiene el dominio. El bot lo está añadiendo de nuevo.',
  'event.alias.refused': ':x: {provider} rechazó el dominio: {message}',
  'event.alias.removed':
    ':wastebasket: {already, select, true {{provider} ya no tiene el dominio.} other {{provider} eliminó el dominio en {afterMs}.}}',
  'event.alias.remove_refused':
    ':x: {provider} se negó a eliminar el dominio: {message} La asignación se mantiene.',
  'event.dns.published':
    ':mag: El registro DNS está bien tras {afterMs}: {servers, plural, =0 {los servidores de nombres lo tienen} one {el servidor de nombres lo tiene} =2 {los dos servidores de nombres lo tienen} many {los # de servidores de nombres lo tienen} other {los # servidores de nombres lo tienen}}. Siguiente paso: {provider} emite el certificado.',
  'event.dns.propagated':
    ':globe_with_meridians: El DNS se ha propagado tras {afterMs}: {resolvers, plural, =0 {los resolvers públicos ven el registro} one {el resolver público ve el registro} =2 {los dos resolvers públicos ven el registro} many {los # de resolvers públicos ven el registro} other {los # resolvers públicos ven el registro}}.',
  'event.dns.stuck':
    ':mag_right: {again, plural, =0 {*Algo lo bloquea.*} one {*Algo lo sigue bloqueando.*} many {*Algo lo sigue bloqueando.*} other {*Algo lo sigue bloqueando.*}} {finding}',
  'event.dns.cleared':
    ':white_check_mark: Resuelto tras {afterMs}: {findingName}. {hasNext, select, true {Queda: {nextName}.} other {{nowState, select, published {El registro ya está bien.} propagated {El registro ya está bien.} wrong {El DNS sigue sin apuntar aquí.} other {}}}}',
  'event.dns.drifted': ':rotating_light: *El DNS ha cambiado:* el dominio ya no apunta aquí.',
  'event.dns.restored': ':white_check_mark: El dominio vuelve a apuntar aquí tras {afterMs}.',
  'event.dns.failed':
    ':x: *Fallo de DNS:* el registro no estaba bien tras {afterMs}. Las comprobaciones siguen más o menos una vez al día durante dos semanas.',
  'event.ssl.issued':
    ':lock: Certificado emitido{late, select, true {, más tarde de lo previsto,} other {}} tras {afterMs}, por {issuer} (caduca: {validTo}).',
  'event.ssl.stuck':
    ':mag_right: {again, plural, =0 {*El certificado no avanza.*} one {*El certificado sigue sin avanzar.*} many {*El certificado sigue sin avanzar.*} other {*El certificado sigue sin avanzar.*}} {finding}',
  'event.ssl.cleared':
    ':white_check_mark: Resuelto tras {afterMs}: {findingName}. {hasNext, select, true {Queda: {nextName}.} other {{nowState, select, valid {El certificado ya es válido.} expiring {El certificado es válido, pero está a punto de caducar.} absent {Sigue sin haber certificado.} other {}}}}',
  'event.ssl.expiring':
    '{expired, select, true {:rotating_light: *El certificado caducó* ({validTo}).} other {:warning: *El certificado caduca en {leftMs}* ({validTo}) y no se ha renovado.}}',
  'event.ssl.renewed': ':lock: {issuer} renovó el certificado (nueva caducidad: {validTo}).',
  'event.ssl.failed':
    ':x: *Fallo de SSL:* sin certificado válido tras {afterMs}. Las comprobaciones siguen más o menos una vez al día durante dos semanas.',
  'event.check.requested': ':arrows_counterclockwise: {person} pidió una comprobación.',
  'event.unmap.proposed':
    ':raised_hand: {person} quiere quitar {hostname}. Otra persona tiene que aprobarlo (fecha límite: {until}).',
  'event.unmap.requested': ':wastebasket: {person} pidió quitar {hostname}.',
  'event.unmap.approved': ':wastebasket: {person} aprobó quitar {hostname}.',
  'event.unmap.declined':
    '{hasRequester, select, true {{person} rechazó la solicitud de {requester}.} other {{person} rechazó la solicitud.}} {hostname} sigue asignado.',
  'event.unmap.withdrawn': '{person} retiró la solicitud. {hostname} sigue asignado.',
  'event.customer_message.sent':
    ':email: {person} envió un mensaje al cliente{topic, select, to_do {: qué debe cambiar en el DNS} one_left {: qué falta por cambiar en el DNS} down {: cómo recuperar el sitio} expiring {: cómo renovar el certificado} works {: todo funciona} other {}}.',
  'event.customer_message.unanswered':
    ':bell: {sentBy}, en el DNS del cliente no ha cambiado nada desde tu mensaje de hace {afterMs}.',
  'event.domain_connect.approved':
    ':white_check_mark: El cliente aprobó los cambios de DNS en {dnsProvider}. Comprobando ahora.',
  'event.domain_connect.cancelled':
    ':information_source: El cliente abrió el enlace en {dnsProvider}, pero canceló. Allí no ha cambiado nada.',
  'event.domain_connect.failed':
    ':warning: El cliente abrió el enlace, pero {dnsProvider} informó de un error ({code}). Los cambios aún se pueden hacer a mano.',
  'event.card.joined': ':link: {hostname} comparte ahora esta tarjeta con {primaryHostname}.',
  'event.card.moved': ':arrow_right: {person} movió {hostname} de {fromChannel} a {toChannel}.',
  'event.unmap.expired': 'Nadie aprobó la solicitud a tiempo. {hostname} sigue asignado.',
  'event.unmap.followed': ':wastebasket: {hostname} también se quita, como pidió {person}.',
  'event.access.denied':
    ':no_entry: {person} intentó {permission, select, map {asignar {hostname}} unmap {quitar {hostname}} move {mover la tarjeta de {hostname}} approve {aprobar que se quite {hostname}} audit {usar los comandos audit, sync o doctor} configure {cambiar los ajustes} assign {trabajar en {hostname}} view {ver estos dominios} other {comprobar {hostname}}}, pero no tiene permiso. No ha cambiado nada.',
  'event.setting.changed':
    ':gear: {person} {isSame, select, true {eligió} other {cambió}} un ajuste {scope, select, channel {del canal {forChannel}} other {de la app {app}}}: {setting}, {isSame, select, true {{to} (sin cambios)} other {{from} → {to}}}{isReset, select, true { ({scope, select, channel {ya sin ajuste propio} other {valor predeterminado}})} other {}}.',
  'event.error.logged':
    ':warning: {source}: {message}{retried, select, true { El bot lo reintenta solo, cada vez con menos frecuencia; quita el dominio para detenerlo.} other {}}{again, plural, =0 {} one { (una vez más desde entonces)} many { (# de veces más desde entonces)} other { (# veces más desde entonces)}}',
  'reply.of-one': '*{hostname}*  {reported}',
  'event.unknown':
    '{type}: lo anotó una versión más reciente de este bot. Actualiza el bot para verlo explicado.',
  'unknown.time': 'un tiempo desconocido',
  'unknown.value': '(desconocido)',

  'log.check-failed': 'Una comprobación falló y se repetirá. La causa está en el log: busca {incident}.',
  'log.at': 'Anotado: {at}.',
  'log.invalid-domain':
    '{provider} rechazó el nombre por no ser válido. Es normal con los subdominios de la propia red, que no necesitan alias. Con cualquier otro nombre, revisa si está bien escrito.',
  'log.dns-given-up':
    'Ultimate Multisite abandona tras unos pocos intentos; este bot sigue comprobando. Cuando el DNS esté bien, pon allí la etapa del dominio en «Checking DNS» y guarda.',
  'log.ssl-given-up':
    'Ultimate Multisite abandona tras unos pocos intentos; este bot sigue comprobando. Cuando el certificado funcione, pon allí la etapa del dominio en «Ready».',
  'log.loopback':
    'Ultimate Multisite llama al dominio para probarlo, y eso falla hasta que el DNS y el certificado estén bien. La tarjeta muestra cómo va cada uno.',
  'log.certificate':
    'Es la comprobación del certificado que hace el propio Ultimate Multisite. La tarjeta muestra lo que reciben los visitantes.',
  'log.record':
    'El sitio no tiene ningún registro de dominio. Crea uno con `/domain map <hostname> --site ID`, o allí, en Domains.',
  'log.no-key':
    'El plugin no encontró {keyVariable} en su wp-config.php, así que no puede dar de alta dominios en {provider}.',
  'log.provider-answer':
    '{provider} respondió al plugin con un error. Escribe `/domain doctor` para ver si responde a este bot.',
});
