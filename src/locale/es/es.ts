import type { en } from '../en/en.js';
import { translation } from '../messages.js';
import { attentionEs } from './domain/attention.js';
import { customerEs } from './domain/customer.js';
import { eventsEs } from './domain/events.js';
import { findingNamesEs } from './domain/finding-names.js';
import { findingsEs } from './domain/findings.js';
import { pairEventsEs } from './domain/pair-events.js';
import { siteEs } from './domain/site.js';
import { configurationEs } from './operator/configuration.js';
import { operationsEs } from './operator/operations.js';
import { reportsEs } from './operator/reports.js';
import { shellEs } from './operator/shell.js';
import { storesEs } from './operator/stores.js';
import { answersEs } from './slack/answers.js';
import { dialogsEs } from './slack/dialogs.js';
import { problemsEs } from './slack/problems.js';
import { settingsEs } from './slack/settings.js';
import { teamEs } from './slack/team.js';
import { wordsEs } from './words.js';

declare module '../messages.js' {
  interface PluralCategories {
    es: 'one' | 'many' | 'other';
  }
}

const parts = {
  ...answersEs,
  ...attentionEs,
  ...customerEs,
  ...dialogsEs,
  ...eventsEs,
  ...findingsEs,
  ...findingNamesEs,
  ...operationsEs,
  ...pairEventsEs,
  ...problemsEs,
  ...siteEs,
  ...storesEs,
  ...settingsEs,
  ...teamEs,
  ...reportsEs,
  ...configurationEs,
  ...shellEs,
  ...wordsEs,
} as const;

/** Spanish, neutral between Spain and America. The reader is «tú», the customer «usted». */
export const es = {
  ...parts,
  ...translation<'es', Omit<typeof en, keyof typeof parts>>()({
    'stage.name.adding': 'Añadiendo',
    'stage.name.checking-dns': 'Comprobando DNS',
    'stage.name.checking-ssl-cert': 'Comprobando SSL',
    'stage.name.done': 'Listo',
    'stage.name.done-without-ssl': 'Listo (sin SSL)',
    'stage.name.failed': 'Fallo de DNS',
    'stage.name.ssl-failed': 'Fallo de SSL',
    'stage.name.removing': 'Eliminando',
    'stage.name.removed': 'Eliminado',
    'stage.name.drifted': 'Estaba listo, pero el DNS ha cambiado',
    'stage.name.unserved': 'Estaba listo, pero ya no hay certificado',
    'stage.name.unrouted': 'No llega al sitio',
    'stage.name.disturbed': 'Estaba listo, pero hay un problema',
    'stage.name.refused': 'Rechazado por {provider}',
    'stage.name.denied': 'Sin permiso',

    'who.customer': 'a la espera del cliente',
    'who.agency': 'te toca a ti',
    'who.host': 'a la espera de {provider}',

    'watch.ended': ':no_entry_sign: Ya no se comprueba. Pulsa *Comprobar ahora* para empezar de nuevo.',
    'watch.slow': 'Se sigue comprobando más o menos una vez al día (hasta: {until}).',

    'card.text': '{hostname}: {stage}',
    'card.title': '*{hostname}*  {stage}',
    'card.asked':
      '{isSystem, select, true {Añadido en Ultimate Multisite} other {Solicitado por {person}}} · {at}',
    'card.site':
      'Sitio {site} en Ultimate Multisite{state, select, requested {: se creará el registro de dominio} refused {: sin registro de dominio ({error})} removed {: registro de dominio eliminado} other {}}',
    'card.note': 'Nota: {note}',
    'card.source': 'Viene de {message}',
    'card.source.message': 'este mensaje',
    'card.replaces.deleted': 'Se eliminó la primera tarjeta. Respuestas anteriores: {thread}.',
    'card.replaces.locked':
      'En el hilo de la primera tarjeta no se puede responder. Respuestas anteriores: {thread}.',
    'card.replaces.joined': 'Su nombre con www tenía tarjeta propia. Respuestas anteriores: {thread}.',
    'card.replaces.moved': 'Movida aquí desde {channel}. Respuestas anteriores: {thread}.',
    'card.moved': ':arrow_right: {hostname} ahora está en {channel}: {card}.',
    'card.fixed': 'Slack ya no permite editar la tarjeta de arriba, así que las novedades aparecen aquí.',
    'card.earlier': 'su hilo',
    'card.approval':
      ':raised_hand: {person} quiere quitar este dominio. Otra persona tiene que aprobarlo en el hilo (fecha límite: {until}).',
    'card.sent': ':email: {person} envió un mensaje al cliente ({at}).',
    'card.check': 'Comprobar ahora',
    'card.customer': 'Mensaje para el cliente',
    'card.dashboard': 'Panel de {provider}',
    'card.history': 'Historial',
    'card.unmap': 'Quitar dominio…',

    'axis.alias.requested': ':hourglass_flowing_sand: *{provider}*  añadiendo el dominio',
    'axis.alias.accepted': ':white_check_mark: *{provider}*  dominio añadido',
    'axis.alias.own': ':white_check_mark: *{provider}*  sirve los subdominios de la red',
    'axis.alias.refused': ':x: *{provider}*  rechazó el dominio: {reason}',
    'axis.alias.removing': ':hourglass_flowing_sand: *{provider}*  eliminando el dominio',
    'axis.alias.removed': ':wastebasket: *{provider}*  dominio eliminado',
    'axis.alias.unknown':
      ':warning: *{provider}*  no confirmó la última solicitud; se comprueba antes de reintentar',
    'axis.alias.not-asked':
      ':no_entry: *{provider}*  sin contactar, porque esta persona no tiene permiso para asignar dominios',
    'axis.alias.last-error': '(último error: {reason})',
    'axis.dns.waiting': ':white_circle: *DNS*  se comprobará cuando {provider} tenga el dominio',
    'axis.dns.unknown': ':hourglass_flowing_sand: *DNS*  sin comprobar todavía',
    'axis.dns.wrong':
      ':hourglass_flowing_sand: *DNS*  {isSplit, select, true {el registro está en {right} de {servers} servidores de nombres.} other {{wasReady, select, true {ya no apunta aquí.} other {todavía no apunta aquí.}}}}',
    'axis.dns.published':
      ':hourglass_flowing_sand: *DNS*  {servers, plural, one {el servidor de nombres tiene} =2 {los dos servidores de nombres tienen} many {los # de servidores de nombres tienen} other {los # servidores de nombres tienen}} el registro; {isSeenByAll, select, true {todos los resolvers públicos lo ven y una comprobación más lo confirmará.} other {visible en {resolversRight} de {resolversOf} resolvers públicos.}}',
    'axis.dns.outlook': 'Hora prevista: {resolvers}; todos: {at}.',
    'axis.dns.outlook.one': '{resolver} ({at})',
    'axis.dns.propagated': ':white_check_mark: *DNS*  apunta aquí en todas partes',
    'axis.ssl.waiting': ':white_circle: *SSL*  el certificado se emitirá cuando el DNS esté bien',
    'axis.ssl.unknown': ':hourglass_flowing_sand: *SSL*  sin comprobar todavía',
    'axis.ssl.absent':
      ':hourglass_flowing_sand: *SSL*  {wasReady, select, true {ya no hay certificado.} other {todavía no hay certificado.}}',
    'axis.ssl.invalid': ':x: *SSL*  el certificado no es válido.',
    'axis.ssl.valid': ':white_check_mark: *SSL*  certificado válido.',
    'axis.ssl.expiring': ':warning: *SSL*  válido, pero a punto de caducar.',
    'axis.blind': ':warning: No se puede comprobar (desde: {since}).',

    'dns.found.values': 'El DNS tiene {values}.',
    'dns.found.unregistered': 'El dominio no está registrado o su registro ha caducado.',
    'dns.found.no-servers': 'El dominio no tiene servidores de nombres que funcionen.',
    'dns.found.nxdomain': 'El DNS no tiene ningún registro para este nombre.',
    'dns.found.lame': 'Los servidores de nombres no sirven esta zona.',
    'dns.found.empty': 'El nombre existe en el DNS, pero no tiene dirección.',
    'dns.found.cached':
      'Los servidores de nombres tienen el registro correcto, pero los resolvers públicos aún tienen el anterior en caché.',
    'dns.found.unresolved':
      'Los servidores de nombres tienen el registro correcto, pero los resolvers públicos no lo devuelven.',

    'dns.server.right': ':white_check_mark: {server}: {seen}',
    'dns.server.wrong': ':x: {server}: {seen}',
    'dns.server.worthless': ':grey_question: {server}: {seen}',
    'dns.server.silent': ':grey_question: {server}: {seen}',
    'dns.ttl': '(en caché durante {duration} como máximo)',
    'dns.outcome.answer': 'respondió sin registros',
    'dns.outcome.empty': 'sin registro de dirección',
    'dns.outcome.nxdomain': 'el nombre no existe',
    'dns.outcome.lame': 'no sirve la zona',
    'dns.outcome.refused': 'se negó a responder',
    'dns.outcome.servfail': 'falló (SERVFAIL)',
    'dns.outcome.bogus': 'descartó la respuesta (DNSSEC)',
    'dns.outcome.filtered': 'bloquea el nombre',
    'dns.outcome.other-rcode': 'respondió con un error',
    'dns.outcome.timeout': 'sin respuesta',
    'dns.outcome.unreachable': 'inaccesible',
    'dns.outcome.malformed': 'envió una respuesta ilegible',
    'dns.outcome.truncated': 'envió una respuesta acortada; la completa no llega por TCP',
    'dns.outcome.blocked': 'sin consultar: su dirección no es pública',

    'ssl.served.nowhere': 'No hay ninguna dirección que comprobar.',
    'ssl.served.trusted': 'De {issuer} (caduca: {validTo}).',
    'ssl.served.untrusted': 'El certificado de {issuer} no es de confianza: {error}.',
    'ssl.served.other-name': 'El servidor muestra un certificado para {names}.',
    'ssl.served.unknown-name': '{address} aún no conoce el nombre.',
    'ssl.served.nameless': 'El servidor muestra un certificado sin ningún nombre.',
    'ssl.served.not-tls': '{address} no habla TLS.',
    'ssl.served.old-tls': '{address} no ofrece ningún TLS que los navegadores acepten.',
    'ssl.served.reset': '{address} cerró la conexión.',
    'ssl.served.refused': '{address} rechaza las conexiones.',
    'ssl.served.timeout': '{address} no respondió a tiempo.',
    'ssl.served.unreachable': 'No se puede acceder a {address}.',
    'ssl.served.handshake-failed': 'Falló la negociación TLS con {address}.',
    'ssl.served.blocked': '{address} no es una dirección pública y no se comprobó.',
    'ssl.error.CERT_HAS_EXPIRED': 'caducado',
    'ssl.error.CERT_NOT_YET_VALID': 'aún no es válido',
    'ssl.error.DEPTH_ZERO_SELF_SIGNED_CERT': 'autofirmado',
    'ssl.error.SELF_SIGNED_CERT_IN_CHAIN': 'emitido por una autoridad desconocida',
    'ssl.error.UNABLE_TO_GET_ISSUER_CERT_LOCALLY': 'emitido por una autoridad desconocida',
    'ssl.error.UNABLE_TO_VERIFY_LEAF_SIGNATURE': 'falta el certificado intermedio',
    'ssl.error.UNSPECIFIED': 'un error que la comprobación no sabe nombrar',
    'ssl.error.INVALID_PURPOSE': 'no se emitió para sitios web',

    'record.type': 'Tipo',
    'record.name': 'Nombre',
    'record.value': 'Valor',
    'record.create': 'Añadir este registro',
    'record.change': 'Cambiar el registro así',
    'record.delete': 'Eliminar este registro',

    'todo.records':
      '*Siguiente paso:* el cliente tiene que añadir {count, plural, one {este registro} many {estos registros} other {estos registros}} en su proveedor de DNS y eliminar cualquier otro registro A, AAAA o CNAME con el mismo nombre.\n{records}',
    'todo.records-after-failure':
      '*El registro no estaba bien al acabar el plazo.* Pide al cliente que añada {count, plural, one {este registro} many {estos registros} other {estos registros}} y después pulsa *Comprobar ahora*.\n{records}',
    'todo.needs-address':
      'Es el dominio raíz, que no puede tener un CNAME, y la app no tiene ninguna dirección IP configurada. Pide al administrador del bot que añada una a `{targetsVariable}`.',
    'todo.alternative': 'Si ahí no se puede poner un CNAME:\n{records}',
    'todo.wait-for-caches':
      'No hay que hacer nada, solo esperar: algunos resolvers públicos aún tienen la respuesta anterior en caché.',
    'todo.wait-for-check': 'No hay que hacer nada: la próxima comprobación lo confirmará.',
    'todo.wait-until':
      'No hay que hacer nada, solo esperar: la respuesta anterior habrá desaparecido de todas las cachés (hora prevista: {at}).',
    'todo.wait-for-ssl':
      'No hay que hacer nada: el DNS está bien, así que {provider} puede emitir el certificado; suele tardar entre 10 y 15 minutos.',
    'todo.refused':
      '*{provider} rechazó el dominio.* Mira en el panel de {provider} si se usa en otro sitio. Después pulsa *Comprobar ahora* para reintentarlo, o quítalo.',
    'todo.ssl-failed':
      '*No se emitió ningún certificado dentro del plazo.* Consulta el panel de {provider} y después pulsa *Comprobar ahora*.',
  }),
} as const;
