import type { dialogsEn } from '../../en/slack/dialogs.js';
import { translation } from '../../messages.js';

/** Spanish: dialogs, lists of many domains, mentions and the Home tab. */
export const dialogsEs = translation<'es', typeof dialogsEn>()({
  'map.dialog.title': 'Asignar dominios',
  'map.dialog.submit': 'Continuar',
  'map.dialog.hostnames': 'Dominios',
  'map.dialog.hostnames.hint': 'Uno o varios, pegados tal cual: valen enlaces, comas y saltos de línea.',
  'map.dialog.file': 'O un archivo CSV',
  'map.dialog.file.hint':
    'Hasta 500 dominios, uno por fila. También se usan las columnas «app», «site» y «note».',
  'map.dialog.app': 'App',
  'map.dialog.site': 'Sitio',
  'map.dialog.site.hint':
    'Crea el registro de dominio en Ultimate Multisite para que los visitantes lleguen a este sitio.',
  'map.dialog.site.for-all':
    'Todos estos dominios llevarán a este sitio. Si cada uno va a un sitio distinto, asígnalos uno a uno o usa un archivo con una columna «site».',
  'map.dialog.site.search': 'Busca por título, dirección o ID',
  'map.dialog.channel': 'Canal',
  'map.dialog.channel.hint': 'Las tarjetas aparecen allí.',
  'map.dialog.note': 'Nota para el equipo',
  'map.dialog.none-found': 'No hay ningún dominio en este mensaje. Escríbelo aquí.',
  'map.dialog.needed': 'Escribe un dominio o añade un archivo.',
  'map.dialog.other-site': 'Este sitio está en la red de la app {app}. Elige esa app u otro sitio.',
  'message.help':
    'Pregúntame por un dominio, como `tienda.example.com?`, o escribe `/domain help` para ver todos los comandos.',
  'message.more':
    '{count, plural, one {Hay un dominio más que no se muestra} many {Hay # de dominios más que no se muestran} other {Hay # dominios más que no se muestran}}. Usa la búsqueda o pregunta por diez como máximo cada vez.',
  'message.file': '¿Qué hago con los dominios de {file}? Primero verás una simulación.',
  'message.file.map': 'Asignarlos',
  'message.file.map-on': 'Asignar en {app}',
  'message.file.check': 'Comprobarlos',
  'message.file.unmap': 'Quitarlos…',
  'message.file.unread': 'No puedo leer {file}. Envía la lista de dominios como archivo CSV o de texto.',
  'message.no-dialog':
    'Eso abre un diálogo, y Slack solo lo permite tras un comando de barra: escríbelo con `/domain` delante.',
  'home.title': 'Dominios',
  'home.map': 'Asignar dominios',
  'home.search': 'Buscar',
  'home.search.label': '¿Qué buscas?',
  'home.search.hint':
    'Parte del dominio, una etapa, una app, un proveedor de DNS, o «stuck» (atascados), «waiting» (en espera), «mine» (míos).',
  'home.settings': 'Ajustes',
  'home.mine': '*Mis dominios*',
  'home.ready': '*Listos esta semana*',
  'home.expiring': '*Certificados que caducan pronto*',
  'home.expires': '{line} · caduca: {at}',
  'home.stages': '*Por etapa*',
  'home.stage': '{stage}: {count}',
  'home.trend':
    'En los últimos 7 días, solicitados: {requested} (la semana anterior: {requestedBefore}); listos: {done} (la semana anterior: {doneBefore}).',
  'dialog.notice': 'Dominios',
  'dialog.working': 'Un momento…',
  'dialog.done': 'Hecho. Ya puedes cerrar este cuadro.',
  'dialog.close': 'Cerrar',
  'dialog.back': 'Atrás',
  'mapped.note-unused': 'Tu nota no se añadió, porque el dominio ya estaba asignado: {note}',

  'batch.dialog.unmap.title': 'Quitar dominios',
  'batch.dialog.check.title': 'Comprobar dominios',
  'batch.plan.title': 'Simulación',
  'batch.plan.none':
    'No hay nada que hacer: {kind, select, map {ninguna línea es un dominio que se pueda asignar} unmap {ninguna línea es un dominio que se pueda quitar} other {ninguna línea es un dominio asignado}}.',
  'batch.plan.map':
    '{ready, plural, one {*# dominio* se asignará} many {*# de dominios* se asignarán} other {*# dominios* se asignarán}} en la app {app}. Todavía no ha cambiado nada.',
  'batch.plan.unmap':
    '{ready, plural, one {*# dominio* se quitará: {provider} lo eliminará} many {*# de dominios* se quitarán: {provider} los eliminará} other {*# dominios* se quitarán: {provider} los eliminará}} y sus visitantes dejarán de llegar al sitio. Todavía no ha cambiado nada.',
  'batch.plan.check':
    '{ready, plural, one {*# dominio* se comprobará} many {*# de dominios* se comprobarán} other {*# dominios* se comprobarán}}.',
  'batch.plan.approval': 'Otra persona tiene que aprobarlo en un plazo de {duration}.',
  'batch.plan.pace':
    'Esto tarda aproximadamente {duration}: {provider} solo admite un número limitado de cambios por minuto.',
  'batch.plan.more': '… y {count, plural, one {# más} many {# más} other {# más}}',
  'batch.plan.submit':
    '{kind, select, map {Asignar {count}} unmap {{isProposed, select, true {Pedir aprobación ({count})} other {Quitar {count}}}} other {Comprobar {count}}}',
  'batch.forecast.ready':
    '{kind, select, map {:new: *Nuevos* ({count})} unmap {:wastebasket: *Por quitar* ({count})} other {:mag: *Por comprobar* ({count})}}',
  'batch.forecast.nothing':
    '{kind, select, map {:white_check_mark: *Ya asignados* ({count})} other {:white_check_mark: *Ya se están quitando* ({count})}}',
  'batch.forecast.other-app': ':twisted_rightwards_arrows: *En otra app* ({count})',
  'batch.forecast.repeated': ':heavy_minus_sign: *Repetidos, o el nombre con www de otra línea* ({count})',
  'batch.forecast.refused': ':no_entry: *No se puede* ({count})',
  'batch.line': '{hostname}',
  'batch.line.other-app': '{hostname} (app {app})',
  'batch.line.not-mapped': '{hostname}: no está asignado',
  'batch.line.refused': '{hostname}: {reason}',

  'batch.title':
    '*{kind, select, map {Asignar} unmap {Quitar} other {Comprobar}} {all, plural, one {# dominio} many {# de dominios} other {# dominios}}*, a petición de {person}',
  'batch.progress':
    '{bar}  {finished} de {all}{failed, plural, =0 {} one { · # fallido} many { · # fallidos} other { · # fallidos}}{late, plural, =0 {} one { · # sin confirmar todavía} many { · # sin confirmar todavía} other { · # sin confirmar todavía}}',
  'batch.ended':
    ':checkered_flag: {done, plural, one {# dominio {kind, select, map {asignado} unmap {quitado} other {comprobado}}} many {# de dominios {kind, select, map {asignados} unmap {quitados} other {comprobados}}} other {# dominios {kind, select, map {asignados} unmap {quitados} other {comprobados}}}}{failed, plural, =0 {} one {, # fallido} many {, # fallidos} other {, # fallidos}}{late, plural, =0 {} one {, # sin confirmar todavía: mira su tarjeta} many {, # sin confirmar todavía: mira sus tarjetas} other {, # sin confirmar todavía: mira sus tarjetas}}{stopped, plural, =0 {} one {, # sin empezar} many {, # sin empezar} other {, # sin empezar}}.',
  'batch.ended.stopped': 'Detenido por {person}.',
  'batch.ended.declined': '{person} rechazó la solicitud. No se quitó nada.',
  'batch.ended.expired': 'Nadie lo aprobó a tiempo. No se quitó nada.',
  'batch.proposed':
    ':raised_hand: {person} quiere quitar estos dominios. Otra persona tiene que aprobarlo (fecha límite: {until}).',
  'batch.approved': 'Aprobado por {person}.',
  'batch.stop': 'Detener',
  'batch.stop.title': '¿Detener aquí?',
  'batch.stop.text': 'Los dominios pendientes se quedan como están. Lo que ya está hecho no cambia.',
  'batch.stop.confirm': 'Detener',
  'batch.stop.deny': 'Seguir',
  'batch.file': 'Cada línea, con su resultado.',
  'batch.started': 'En marcha. Sigue el progreso en {channel}.',
  'batch.started.direct': 'En marcha: puedes seguirlo en tus mensajes directos conmigo.',
  'batch.started.proposed': 'Aprobación solicitada. Síguela en {channel}.',
  'batch.file.line': 'línea',
  'batch.file.typed': 'texto de la lista',
  'batch.file.hostname': 'dominio',
  'batch.file.result': 'resultado',
  'batch.file.reason': 'motivo',
  'batch.file.status': 'estado',
  'batch.result.done': '{kind, select, map {asignado} unmap {quitado} other {comprobado}}',
  'batch.result.failed': 'fallido',
  'batch.result.late': 'sin confirmar todavía',
  'batch.result.stopped': 'sin empezar',
  'batch.result.nothing': '{kind, select, map {ya asignado} other {ya se está quitando}}',
  'batch.result.other-app': 'en otra app',
  'batch.result.repeated': 'repetido, o el nombre con www de otra línea',
  'batch.result.refused': 'rechazado',
  'batch.result.open': 'en espera',

  'problem.provider-refused': '{provider} lo rechazó: {reason}',
  'problem.line-failed': 'Algo salió mal con esta línea. Inténtalo de nuevo.',
  'problem.batch-empty': 'No hay ningún dominio en la lista.',
  'problem.batch-too-long':
    'La lista tiene {lines} nombres de host y el máximo es {most} por vez: divídela y empieza por la primera parte.',
  'problem.batch-busy':
    'Hay demasiadas listas en marcha ({most}). Espera a que termine una e inténtalo de nuevo.',
  'problem.batch-gone': 'Esta lista ya no está pendiente: ha terminado, o nadie la puso en marcha en un día.',
  'problem.file':
    '{why, select, large {El archivo es demasiado grande. Se admite hasta 1 MB de texto: deja solo la columna con los dominios.} denied {Slack no me deja leer el archivo. Pide a un administrador que reinstale la app para que tenga el scope `files:read`, o pega los dominios.} unseen {No puedo ver ese archivo. Compártelo en este canal, del que soy miembro, o elígelo en el diálogo de `/domain map`.} empty {No hay ningún dominio en el archivo. Guárdalo como CSV con un dominio por fila.} other {No se pudo leer el archivo desde Slack. Inténtalo de nuevo o pega los dominios.}}',
});
