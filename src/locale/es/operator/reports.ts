import type { reportsEn } from '../../en/operator/reports.js';
import { translation } from '../../messages.js';

/** Spanish: what went wrong inside and outside, and how the parts of the bot are. */
export const reportsEs = translation<'es', typeof reportsEn>()({
  'report.timed-out': '{name} no respondió a tiempo.',
  'report.unreachable': 'No se puede conectar con {name} ({code}).',
  'report.bad-certificate': 'No se acepta el certificado de {name} ({code}).',
  'report.too-large': 'La respuesta de {name} es demasiado grande.',
  'report.broken-off': 'Se cortó la conexión con {name} ({code}).',
  'report.key-refused-status': '{name} no acepta la clave de API (HTTP {status}).',
  'report.key-refused': '{name} no acepta la clave de API.',
  'report.http-status': '{name} respondió con HTTP {status}.',
  'report.empty-answer': 'La respuesta de {name} está vacía.',
  'report.not-json': 'La respuesta de {name} no es JSON.',
  'report.unknown-form': '{name} respondió en un formato desconocido.',
  'report.unknown-key-test': '{name} respondió a la prueba de la clave en un formato desconocido.',
  'report.refused-unsaid': '{name} lo rechazó sin decir por qué.',
  'report.refused': '{name} lo rechazó: {said}',
  'report.no-reason': 'sin indicar el motivo',
  'report.unknown-reason': 'motivo desconocido',
  'report.unknown-list': 'La lista de dominios tiene un formato desconocido.',
  'report.header-taken':
    'La clave y el secreto son correctos, pero el servidor web elimina la cabecera Authorization. Déjala pasar (Apache: `CGIPassAuth On`).',
  'report.unreadable-record': 'Ultimate Multisite respondió con un registro que no se puede leer.',
  'report.unreadable-site': 'Ultimate Multisite respondió con un sitio que no se puede leer.',
  'report.no-list': 'La respuesta de Ultimate Multisite no es una lista.',
  'report.endless-list': 'La lista de Ultimate Multisite no termina nunca.',
  'report.changing-list': 'La lista de Ultimate Multisite cambió mientras se leía.',
  'report.not-listed': 'No aparece en la lista de Ultimate Multisite.',
  'report.no-api':
    'No hay API REST de Ultimate Multisite: actívala en Settings > API & Webhooks y comprueba que MULTISITE_URL sea la dirección principal de la red.',
  'report.firewall':
    'Algo delante de Ultimate Multisite, como un cortafuegos, una contraseña u otro plugin, respondió con HTTP {status}: haz que deje pasar las peticiones a {path}.',
  'report.no-such-key': 'Ultimate Multisite no acepta esa clave (HTTP {status}).',
  'report.redirects':
    'Algo delante de Ultimate Multisite, como un cortafuegos, una página de acceso u otro plugin, redirige las peticiones a {address} (HTTP {status}): haz que deje pasar las peticiones a {path}.',
  'report.redirects-to': 'MULTISITE_URL redirige a {address}: pon esa dirección en MULTISITE_URL.',
  'report.login-page':
    'WordPress envía las peticiones a su API a la página de acceso: deja pasar {path} sin iniciar sesión.',
  'report.other-site': 'allí el dominio está en el sitio {site}.',
  'report.no-site': 'la red no tiene ningún sitio {site}.',
  'report.no-rest': 'su API REST ya no está configurada.',
  'report.unknown-app': 'la app {app} no está configurada',
  'report.slack-http': 'Slack respondió con HTTP {status}',
  'report.slack-proxy': 'No se puede conectar con Slack (el proxy lo rechazó)',
  'report.slack-unreachable': 'No se puede conectar con Slack ({code})',
  'report.slack-silent': 'Slack no responde',
  'report.slack-wait': 'Slack pide esperar',
  'report.slack-says': 'Slack dice {error}',
  'report.slack-answered': 'Slack respondió con {said}',
  'report.cannot-post': 'el bot no puede publicar ahí',
  'report.moved-card-gone': 'se eliminó la tarjeta movida',
  'report.card-gone': 'Slack publicó una respuesta en el canal: su tarjeta ya no existe',
  'report.long-search': 'hay muchos mensajes en el canal desde entonces: la búsqueda continúa',
  'report.no-ts': 'Slack no indicó ts',
  'report.not-connected': 'sin conexión',
  'report.no-tick': 'aún no se ha ejecutado',
  'report.last-tick': 'última ejecución hace {seconds} s',
  'report.unwritable': 'no se puede escribir',
  'report.silent': 'sin respuesta desde hace {seconds} s',
  'report.check-failed': 'la comprobación falló',
  'report.in-channel': 'canal {channel}: {why}',
  'report.late-check': 'la comprobación más atrasada: {seconds} s',
  'report.late-event': 'el evento sin entregar más antiguo: {seconds} s',
  'report.late-lane': 'la tarea más atrasada de la cola {lane}: {seconds} s',
  'report.undeliverable': 'eventos que no se pudieron publicar: {counts}',
  'report.log-lines': 'no se pudieron escribir {count} líneas',
  'report.unusable-file': 'no se puede usar {file}: {reason}',
  'report.unusable-files': 'no se puede usar {file} ni otros {count}: {reason}',
  'report.newer-file':
    'escrito por una versión más reciente del bot (esquema {schema}; esta versión conoce hasta el {known}). Se dejó como está: inicia de nuevo la versión más reciente.',
  'report.unknown-value':
    '{place} contiene «{value}», que esta versión no conoce: lo escribió una versión más reciente o alguien lo editó a mano. Se dejó como está: inicia de nuevo la versión más reciente o corrige el valor.',
  'report.settings-newer':
    'Archivo de ajustes: {why} Hasta entonces se usan los valores predeterminados y no se pueden cambiar los ajustes.',
  'report.settings-damaged':
    '{file} en {place} estaba dañado, así que se usan los valores predeterminados. Se conserva como {kept}; elige de nuevo los ajustes en Slack.',
  'report.settings-unusable':
    'Estos ajustes guardados no se pueden usar y cuentan como no definidos: {settings}. Todos los demás valen. Elígelos de nuevo en Slack; se conserva una copia de lo que no se puede leer.',
  'report.settings-unreadable':
    'No se pueden leer los ajustes guardados ({code}), así que se usan los valores predeterminados y no se pueden cambiar los ajustes. Haz que settings.json en DATA_DIR sea un archivo que el usuario del bot pueda leer, o revisa la base de datos; después el bot los leerá solo.',
  'report.double-file': 'hay un archivo más reciente de la asignación de {hostname}',
  'report.other-file': 'hay otro archivo en su lugar',
  'report.uninstalled':
    'se desinstaló la app: instálala de nuevo, configura SLACK_BOT_TOKEN y reinicia el bot',
  'report.token-revoked':
    'se revocó el token del bot: instala la app de nuevo, configura SLACK_BOT_TOKEN y reinicia el bot',
  'report.channel-archived':
    'se archivó, así que sus tarjetas ya no cambian: desarchívalo o escribe `move` con el nombre de host en otro canal',
  'report.channel-left':
    'se quitó el bot, así que sus tarjetas ya no cambian: invítalo de nuevo o escribe `move` con el nombre de host en otro canal',
  'report.channel-deleted': 'se eliminó con sus tarjetas: escribe `move` con el nombre de host en otro canal',
  'report.channel-unseen':
    'Slack no se lo muestra al bot, así que sus tarjetas ya no cambian: invita de nuevo al bot o escribe `move` con el nombre de host en otro canal',
  'report.gone-at-once': 'faltan {gone} de {of} entradas a la vez',
  'report.dnskey-algorithm': 'algoritmo DNSKEY no compatible',
  'report.ds-digest': 'tipo de resumen DS no compatible',
  'report.dnssec-indeterminate': 'DNSSEC indeterminado',
  'report.dnssec-bogus': 'DNSSEC no válido',
  'report.signature-expired': 'firma caducada',
  'report.signature-early': 'firma aún no válida',
  'report.dnskey-missing': 'falta DNSKEY: ninguna clave coincide con el registro DS del registrador',
  'report.rrsig-missing': 'faltan RRSIG: la zona no está firmada como indica su registro DS',
  'report.zone-key': 'sin el bit de clave de zona',
  'report.nsec-missing': 'falta NSEC: no se demuestra que un nombre no existe',
  'report.cached-error': 'error en caché',
  'report.not-ready': 'servidor no disponible aún',
  'report.not-authoritative': 'no autoritativo',
  'report.not-supported': 'no compatible',
  'report.no-authority': 'ningún servidor autoritativo accesible',
  'report.network-error': 'error de red entre el resolver y los servidores de nombres',
  'report.invalid-data': 'datos no válidos',
  'report.nsec3-iterations': 'número de iteraciones NSEC3 no compatible',
  'report.nothing-to-ask': 'ninguna dirección a la que preguntar',
  'report.no-answer': 'sin respuesta',
  'report.unknown-issuer': 'emisor desconocido',
  'report.token-pair':
    'SLACK_APP_TOKEN pertenece a la app de Slack {app} y SLACK_BOT_TOKEN a {own}, así que ningún comando llega al bot: crea el token de nivel de app en la app {own}',
  'report.bot-token-fix':
    'Copia el token del bot de «OAuth & Permissions» en la app de Slack, y reinstala la app si se eliminó.',
  'report.app-token-fix':
    'Crea un nuevo token de nivel de app con connections:write en «Basic Information» de la app de Slack.',
  'report.token-refused': 'Slack no acepta {variable} ({error}).',
});
