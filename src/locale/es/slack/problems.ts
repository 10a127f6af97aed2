import type { problemsEn } from '../../en/slack/problems.js';
import { translation } from '../../messages.js';

/** Spanish: what was wrong with a request, and what to do instead. */
export const problemsEs = translation<'es', typeof problemsEn>()({
  'hostname.empty': 'Añade un nombre de host, como en `/domain map tienda.example.com`.',
  'hostname.email-address':
    '{input} es una dirección de correo. Escribe solo el nombre de host, como `tienda.example.com`.',
  'hostname.has-credentials':
    'Este enlace contiene un usuario o una contraseña. Escribe solo el nombre de host.',
  'hostname.ip-address': '{input} es una dirección IP. Escribe un nombre de host, como `tienda.example.com`.',
  'hostname.wildcard-not-first':
    'En {input}, el `*` no está en su sitio. Solo puede ser toda la primera parte, como en `*.example.com`.',
  'hostname.empty-label': '{input} empieza por un punto o tiene dos puntos seguidos.',
  'hostname.label-too-long':
    '{label} tiene más de 63 caracteres, el máximo que el DNS permite para una parte.',
  'hostname.name-too-long': 'Este nombre de host tiene más de 253 caracteres, el máximo que permite el DNS.',
  'hostname.too-many-labels': '{input} tiene más de 10 partes, demasiadas para un certificado.',
  'hostname.bad-characters':
    '{label} tiene un carácter que no se permite en un nombre de host. Usa letras, números y guiones.',
  'hostname.hyphen-edge': '{label} empieza o termina con un guion, y el DNS no lo permite.',
  'hostname.bad-punycode':
    '{input} no es un nombre de dominio internacional válido. Escríbelo en su propio alfabeto.',
  'hostname.single-label':
    '{input} es solo una parte de un nombre de host. Añade la terminación, por ejemplo {example}.',
  'hostname.no-public-suffix':
    '{input} no puede ser público, porque no existe el dominio de nivel superior {suffix}.',
  'hostname.is-public-suffix':
    '{suffix} no es un dominio por sí solo. Escribe un dominio registrado bajo esa extensión.',
  'hostname.provider-internal':
    '{input} es uno de los nombres propios de {provider} y funciona sin asignarlo. Escribe el nombre de host del cliente.',

  'problem.usage': 'Escríbelo así: {usage}.',
  'problem.unknown-command': '{typed} no es un comando. Escribe {help} para verlos todos.',
  'problem.did-you-mean': '{typed} no es un comando. ¿Querías decir {command}?',
  'problem.did-you-mean-usage': '{typed} no es un comando. ¿Querías decir {usage}?',
  'usage.run': 'Ejecutar esto',
  'usage.hostname-missing': 'Añade el nombre de host: {usage}.',
  'usage.one-hostname': 'Un nombre de host cada vez. Empieza por {command}.',
  'usage.one-hostname.note':
    'Un nombre de host cada vez: {listed} se ha leído como una lista. Empieza por {command}. Si la nota empieza por {next}, pon solo un espacio delante.',
  'usage.too-many-hostnames': 'Como máximo {most} nombres de host cada vez. Empieza por {command}.',
  'usage.no-more-words': '{name} no lleva nada detrás. Escribe {command}.',
  'usage.unknown-option': '{option} no es una opción de este comando. Escribe {usage}.',
  'usage.split-hostname': 'Un nombre de host no lleva espacios. ¿Querías decir {command}?',
  'usage.did-you-mean': '{option} no es una opción. ¿Querías decir {command}?',
  'usage.value-missing': '{option} necesita un valor: {usage}.',
  'problem.outdated':
    'Esto es de una versión anterior de la app y ya no funciona. Escribe `/domain help` para ver qué puedes hacer.',
  'problem.other-command': '{typed} no se atiende aquí. Usa `/domain`; `/domain help` muestra sus comandos.',
  'problem.meant': '¿Querías decir {near}?',
  'problem.not-mapped.near': '{hostname} no está asignado. ¿Querías decir {near}?',
  'problem.not-mapped': '{hostname} no está asignado. Para asignarlo, escribe `/domain map {hostname}`.',
  'problem.being-removed':
    '{hostname} se está eliminando. Asígnalo de nuevo cuando su hilo diga que ya no está.',
  'problem.unreadable':
    '{hostname} está guardado, pero esta versión del bot no puede leer sus datos. No ha cambiado nada. Pide a tu administrador que escriba `/domain doctor`: ahí verá por qué.',
  'problem.too-fast': 'Han sido demasiadas peticiones a la vez. Inténtalo de nuevo dentro de {duration}.',
  'problem.too-busy':
    'El bot está ocupado con otras comprobaciones y esta no ha empezado. Inténtalo de nuevo en un minuto.',
  'problem.gone': 'Esta asignación ya no existe.',
  'problem.permission':
    '{permission, select, map {asignar dominios} unmap {quitar dominios} move {mover tarjetas} approve {aprobar que se quite un dominio} check {comprobar dominios} audit {usar los comandos audit, sync y doctor} configure {cambiar los ajustes} assign {trabajar en dominios} other {ver estos dominios}}',
  'problem.not-allowed': 'No tienes permiso para {what}. {ask} puede hacerlo o darte acceso.',
  'problem.not-allowed.members':
    'No tienes permiso para {what}. Solo pueden hacerlo los miembros de este espacio de trabajo.',
  'problem.nothing-here':
    'Aquí no hay dominios. Los invitados y las personas de otros espacios de trabajo solo ven los dominios del canal en el que están.',
  'problem.not-a-site': '{typed} no es un ID de sitio: escribe el número del sitio en Ultimate Multisite.',
  'problem.site-search':
    '{why, select, none {Ningún sitio coincide con {typed}. Escribe una parte de su título o de su dirección, o su ID.} several {Varios sitios coinciden con {typed}. Escribe más de su título o de su dirección, o su ID.} other {Ahora mismo no se puede leer la lista de sitios. Escribe el ID del sitio o inténtalo de nuevo en un minuto.}}',
  'problem.wrong-channel': 'Los comandos solo funcionan en {channels}.',
  'problem.direct-message':
    'Las tarjetas no se pueden publicar en mensajes directos. Escribe el comando en un canal del que yo sea miembro.',
  'problem.unusable-channel':
    '{place, select, uninvited {No estoy en {channel}, así que no ha cambiado nada. Escribe allí `/invite @{bot}` e inténtalo de nuevo.} archived {{channel} está archivado, así que no ha cambiado nada. Usa otro canal.} other {Slack no pudo confirmar que puedo publicar en {channel}, así que no ha cambiado nada. Inténtalo de nuevo en un minuto.}}',
  'problem.other-channels': 'Las tarjetas solo se pueden mover a {channels}.',
  'problem.not-a-channel':
    'No encuentro el canal {typed}. Escribe `#` y elige el canal en la lista de Slack, como en `/domain move tienda.example.com #general`.',
  'problem.shared-channel':
    '{channel} se comparte con otra organización, cuyos miembros leerían las tarjetas. No ha cambiado nada. Elige otro canal o pide a tu administrador que configure CARDS_IN_SHARED_CHANNELS=true.',
  'problem.unsure':
    'Slack no pudo confirmar quién eres, así que no ha cambiado nada. Inténtalo de nuevo en un minuto.',
  'problem.verifying': 'Ya hay una verificación en curso. Espera a que termine.',
  'problem.own-request':
    'Esta solicitud es tuya, así que tiene que aprobarla otra persona. Tú puedes retirarla.',
  'problem.not-own-request': 'Solo {person} puede retirar esta solicitud. Tú puedes rechazarla.',
  'problem.not-open': 'Esta solicitud ya no está pendiente. Escribe `/domain unmap` para volver a pedirlo.',
  'problem.own-domain':
    '{hostname} pertenece a la propia red de la app {app}, así que funciona sin asignarlo.',
  'problem.on-other-app':
    '{hostname} ya está asignado en la app {app}. Quítalo primero allí: un nombre de host solo puede estar en una app.',
  'problem.setting':
    'Escribe un número entero entre {least, number, ::group-off} y {most, number, ::group-off}, o deja el campo vacío para usar el valor predeterminado.',
  'problem.no-network':
    'La app {app} no tiene configurada la API de Ultimate Multisite, así que no se puede usar `--site`. Configura MULTISITE_URL, MULTISITE_API_KEY y MULTISITE_API_SECRET, o crea el registro de dominio a mano.',
  'problem.unknown-app': 'No existe la app {app}. Configuradas: {apps}.',
  'problem.app-needed': 'Añade la app con `--app NAME`. Configuradas: {apps}.',
  'problem.messages-tab':
    'No puedo enviarte mensajes directos, así que no se ha hecho nada. Pide a tu administrador que active la Messages Tab en «App Home», en la configuración de la app de Slack, e inténtalo de nuevo.',
  'problem.took-too-long': 'Ha tardado demasiado para Slack. Inténtalo de nuevo.',
  'problem.incident':
    'Algo salió mal. Puede que tu solicitud no se haya guardado. Inténtalo de nuevo; si sigue fallando, da a tu administrador este ID de incidente: `{incident}`',
});
