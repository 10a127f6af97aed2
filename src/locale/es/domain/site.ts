import type { siteEn } from '../../en/domain/site.js';
import { translation } from '../../messages.js';

/** Spanish: whether the hostname serves its site, and Ultimate Multisite's part in it. */
export const siteEs = translation<'es', typeof siteEn>()({
  'axis.site.unknown':
    ':grey_question: *Sitio*  no se pudo preguntar a Ultimate Multisite si sirve este nombre de host',
  'axis.site.unrouted': ':x: *Sitio*  {why}',

  'site.why.gave-up':
    'Ultimate Multisite dejó de intentarlo con este nombre de host{hasTime, select, true { ({gaveUpAt})} other {}}.',
  'site.why.still-checking': 'Ultimate Multisite sigue comprobando este nombre de host.',
  'site.why.inactive': 'El registro de dominio en Ultimate Multisite no está activo.',
  'site.why.no-record': 'Ultimate Multisite no tiene ningún registro de dominio para este nombre de host.',
  'site.why.signup':
    'WordPress no conoce este nombre de host: los visitantes ven la página de registro de la red.',
  'site.why.network-main':
    'WordPress no conoce este nombre de host: los visitantes ven el sitio principal de la red.',
  'site.why.other-host': 'Los visitantes acaban en {location}.',
  'site.why.default-page': 'Los visitantes ven la página predeterminada del hosting.',
  'site.why.install': 'Los visitantes ven la página de instalación de WordPress.',
  'site.why.suspended': 'Los visitantes ven un aviso de que el sitio está suspendido.',
  'site.why.failing': 'Los visitantes reciben un error o ninguna página en lugar del sitio.',

  'todo.unrouted': '*El DNS y el SSL están bien, pero los visitantes no llegan al sitio.* {fix}',
  'site.fix.gave-up': 'Pulsa *Marcar como listo*.',
  'site.fix.still-checking': 'Espera, o pulsa *Marcar como listo*.',
  'site.fix.inactive': 'Pulsa *Marcar como listo*.',
  'site.fix.no-record': 'Pulsa *Elegir el sitio*.',
  'site.fix.signup': 'Crea su registro de dominio en Ultimate Multisite, en Domains.',
  'site.fix.network-main': 'Crea su registro de dominio en Ultimate Multisite, en Domains.',
  'site.fix.other-host': 'Revisa la dirección del sitio y sus redirecciones en WordPress.',
  'site.fix.default-page': 'Mira en el panel de {provider} qué sitio tiene el dominio.',
  'site.fix.install':
    'Termina la instalación, o asigna el dominio al sitio correcto en el panel de {provider}.',
  'site.fix.suspended': 'Reactiva el sitio en WordPress.',
  'site.fix.failing': 'Revisa el registro de errores, los plugins y las redirecciones del sitio.',
  'card.set-ready': 'Marcar como listo',
  'site.choose': 'Elegir el sitio',
  'site.dialog.question': '¿A qué sitio lleva *{hostname}*?',

  'event.site.unrouted':
    ':warning: *El DNS y el SSL están bien, pero los visitantes de {hostname} no llegan al sitio.*',
  'event.site.routed': ':white_check_mark: Los visitantes de {hostname} llegan al sitio.',
  'event.domain_record.updated':
    ':page_facing_up: {person} marcó el registro de dominio como listo y seguro en Ultimate Multisite.{promoted, select, true { Ahora es el dominio principal del sitio.} other {}}',
  'problem.not-holdable':
    'Ultimate Multisite no puede tener un registro de dominio de {hostname}: no admite comodines ni dominios de nivel superior en otros alfabetos. Asígnalo sin `--site`.',
  'problem.no-site':
    'La red de la app {app} no tiene ningún sitio {site}. Sus sitios y sus ID están en Ultimate Multisite, en Sites.',
  'problem.site-closed':
    'El sitio {site} ({title}) está archivado, borrado o marcado como spam en Ultimate Multisite, así que los visitantes solo verían un error. Reactívalo allí, en Sites, o elige otro sitio.',
  'sync.given-up':
    '*Ultimate Multisite no sirve {count, plural, one {# dominio} many {# de dominios} other {# dominios}},* aunque el DNS y el SSL están bien: dejó de intentarlo o sigue comprobando.',
  'sync.button.ready': 'Marcar como listo ({count})',
  'sync.question.ready':
    '{count, plural, one {¿Marcar # dominio de la app {app} como listo y seguro en Ultimate Multisite?} many {¿Marcar # de dominios de la app {app} como listos y seguros en Ultimate Multisite?} other {¿Marcar # dominios de la app {app} como listos y seguros en Ultimate Multisite?}} Después, los visitantes llegarán a los sitios.',
  'notice.network.failed':
    ':warning: App {app}: no se puede acceder a Ultimate Multisite, así que los dominios nuevos, modificados y eliminados pasan inadvertidos. {reason}',
  'notice.network.works':
    ':white_check_mark: App {app}: el bot vuelve a seguir los dominios de Ultimate Multisite.',
  'notice.network.implausible':
    ':warning: App {app}: {gone, plural, one {de repente, Ultimate Multisite no tiene ninguno de sus registros de dominio anteriores} many {en Ultimate Multisite faltan de golpe # de registros de dominio} other {en Ultimate Multisite faltan de golpe # registros de dominio}}, así que no se ha quitado nada. Revisa `MULTISITE_URL` y la base de datos de la red. Si de verdad se eliminaron los registros, quita los dominios con `/domain sync`.',
  'notice.aliases.failed':
    ':warning: App {app}: no se pudo leer la lista de dominios de {provider}, así que, si allí se elimina un dominio, pasa inadvertido. {reason}',
  'notice.aliases.implausible':
    ':warning: App {app}: en {provider} faltan de golpe {gone} de {of} dominios, así que no se ha vuelto a añadir ninguno. Si de verdad ya no están, restáuralos con `/domain sync`.',
  'notice.aliases.vanishing':
    ':warning: App {app}: algo elimina una y otra vez {hostname} de {provider}: tres veces en un día. El bot no volverá a añadirlo hasta mañana. Averigua qué lo elimina; una causa posible son las eliminaciones en cola de Ultimate Multisite.',
  'notice.aliases.works':
    ':white_check_mark: App {app}: el bot vuelve a seguir la lista de dominios de {provider}.',
  'notice.records.duplicated':
    ':warning: App {app}: en Ultimate Multisite, {count, plural, one {un nombre de host tiene} many {# de nombres de host tienen} other {# nombres de host tienen}} más de un registro de dominio (ID entre paréntesis): {shown}{more, plural, =0 {} one { y # más} many { y # más} other { y # más}}. El bot sigue uno de cada nombre; elimina los demás allí, en Domains.',
  'notice.logs.failed':
    ':warning: App {app}: no se pudieron leer los logs de MULTISITE_LOGS ({reason}). Comprueba que la carpeta existe y que el bot puede leerla.',
  'notice.logs.works': ':white_check_mark: App {app}: los logs se pueden leer de nuevo.',
  'notice.webhook.failed':
    ':warning: App {app}: se ignoró un webhook con un token incorrecto. En Ultimate Multisite, en Webhooks, haz que su dirección termine con el valor de MULTISITE_WEBHOOK_TOKEN.',
  'notice.webhook.works': ':white_check_mark: App {app}: los webhooks vuelven a tener el token correcto.',
  'notice.webhook.tested': ':white_check_mark: App {app}: llegó el evento de prueba del webhook.',
  'set-ready.no-record':
    'Ultimate Multisite no tiene ningún registro de dominio para {hostname}. Pulsa *Elegir el sitio* en su tarjeta.',
  'set-ready.no-rest':
    'La app {app} no tiene configurada la API de Ultimate Multisite. Pon allí el dominio en «Ready» a mano, en Domains.',
  'set-ready.failed':
    'Ultimate Multisite no marcó {hostname} como listo: {reason} No ha cambiado nada. Inténtalo de nuevo o hazlo allí a mano, en Domains.',
});
