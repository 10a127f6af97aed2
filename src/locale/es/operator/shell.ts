import type { shellEn } from '../../en/operator/shell.js';
import { translation } from '../../messages.js';

/** Spanish: programs beside the bot: help, results, and what went wrong. */
export const shellEs = translation<'es', typeof shellEn>()({
  'shell.help': 'Uso: closte-domain-bot <subcomando>',
  'shell.help.more':
    'closte-domain-bot <subcomando> --help explica uno de ellos; --version muestra la versión.\nLos ajustes vienen del entorno y de .env en la carpeta de trabajo; .env.example los enumera.',
  'shell.unknown': 'No existe el subcomando «{name}». Ejecuta closte-domain-bot --help para verlos todos.',
  'shell.did-you-mean': 'No existe el subcomando «{name}». ¿Querías decir «{near}»?',
  'shell.package-missing':
    '«{name}» necesita el paquete {package}, que solo tiene un clon del repositorio: ejecútalo allí, tras «npm ci» sin «--omit=dev».',
  'shell.summary.start': 'ejecuta el bot hasta SIGTERM',
  'shell.summary.doctor': 'comprueba que funciona todo lo que el bot necesita y dice cómo arreglar lo que no',
  'shell.summary.check-domain':
    'comprueba dominios una vez desde la terminal, sin Slack ni datos guardados: qué está mal y cómo arreglarlo',
  'shell.summary.audit':
    'compara los canales con los datos guardados, o reconstruye a partir de ellos los datos perdidos',
  'shell.summary.domain-connect':
    'prepara los cambios con un solo clic para los clientes: las plantillas, la clave de firma y lo que aún falta',
  'shell.summary.capacity': 'mide esta máquina durante un minuto y dice cuántos dominios soporta y con qué',
  'shell.summary.store': 'actualiza la base de datos, o copia los datos entre archivos y una base de datos',
  'shell.summary.demo': 'ejecuta el bot con un Slack, un {provider} y servidores DNS en esta máquina',
  'shell.usage.start':
    'Uso: closte-domain-bot start\nEjecuta el bot hasta SIGTERM. Todo se configura con variables de entorno; .env.example las enumera.\n  --version   muestra la versión\n  --help      muestra esta ayuda\n\nCódigo de salida: 0 detenido por una señal, 1 no pudo arrancar o falló, 2 la línea de comandos no sirve.',
  'shell.usage.doctor':
    'Uso: closte-domain-bot doctor [opciones]\n  --json      salida para programas\n  --fix       ofrece arreglar lo que doctor puede arreglar, y pregunta antes de cada cambio\n  --version   muestra la versión\n  --help      muestra esta ayuda\n\nComprueba que funciona todo lo que el bot necesita y dice cómo arreglar lo que no. Código de salida: 0 sin problemas, 1 con problemas, 2 la línea de comandos no sirve.',
  'shell.usage.audit':
    'Uso: closte-domain-bot audit verify    compara los canales con los datos guardados, en ambos sentidos\n     closte-domain-bot audit rebuild   reconstruye los datos a partir de los canales si se perdió DATA_DIR\n\nCódigo de salida: 0 todo está bien, 1 algo difiere, se perdió o no se puede leer, 2 la línea de comandos no sirve.',
  'shell.usage.check-domain':
    'Uso: closte-domain-bot check-domain <nombre de host>… [opciones]\n  -                lee los nombres de host de la entrada estándar, separados por espacios o líneas\n  --target LISTA   a dónde debe apuntar el DNS, en lugar del destino de la app: direcciones y hosts, separados por comas\n  --app NOMBRE     de qué app son el destino y los ajustes, si hay varias\n  --json           un objeto JSON por línea y comprobación (docs/checks.md)\n  --repeat N       comprueba N veces, de 1 a 1000\n  --follow         comprueba hasta que todo esté bien\n  --interval S     segundos entre dos comprobaciones, de 1 a 86400; si no se indican, el ritmo del bot\n\nComprueba dominios como lo hace el bot, sin Slack ni datos guardados. Lee los ajustes de DNS, TLS y apps\ndel entorno y de .env; no necesita tokens. Código de salida: 0 todo está bien, 1 alguien tiene que actuar o esperar,\n2 la línea de comandos, un nombre de host o un ajuste no sirve, 3 no se pudo comprobar.\nEjemplo: closte-domain-bot check-domain shop.example.com --target 203.0.113.10',
  'shell.usage.domain-connect':
    'Uso: closte-domain-bot domain-connect template [--app NOMBRE] [--revision N] [--logo URL] [--folder CARPETA]\n       escribe las plantillas de una app, para publicarlas en https://github.com/Domain-Connect/Templates\n     closte-domain-bot domain-connect keys [--out ARCHIVO]\n       crea la clave que firma los enlaces y muestra los registros TXT de su parte pública\n     closte-domain-bot domain-connect check [--domain DOMINIO]\n       dice qué falta aún; con el dominio de un cliente, pregunta también a su proveedor de DNS\n\nCódigo de salida: 0 hecho y no falta nada, 1 falta algo o falló, 2 la línea de comandos no sirve.\nEjemplo: closte-domain-bot domain-connect check --domain example.com',
  'shell.usage.capacity':
    'Uso: closte-domain-bot capacity --mappings N --interval S [--json]\n  --mappings N   cuántos dominios debe soportar\n  --interval S   segundos entre dos comprobaciones de un dominio\n  --json         salida para programas\n\nMide esta máquina durante un minuto y dice cuántos dominios soporta y con qué.\nCódigo de salida: 0 basta un proceso, 1 no basta, 2 la línea de comandos no sirve, 3 no se pudo medir.',
  'shell.usage.demo':
    'Uso: closte-domain-bot demo\nEjecuta el bot con un Slack, un {provider} y servidores DNS en esta máquina, y muestra la dirección de una página que hace de Slack.\nNecesita un clon del repositorio con los paquetes de desarrollo. SANDBOX_PORT es el puerto de la página; si no está definida, 8080.\n\nCódigo de salida: 0 detenido por una señal, 1 no pudo arrancar.',
  'shell.usage.store':
    'Uso: closte-domain-bot store migrate\n         actualiza el esquema de la base de datos, como al iniciar\n       closte-domain-bot store copy --from A --to B\n         copia los datos a un sitio vacío y los compara;\n         A y B son DATA_DIR, DATABASE_URL, una carpeta o postgres://…; ningún bot puede usarlos mientras tanto\n\nCódigo de salida: 0 hecho, 1 falló, 2 la línea de comandos no sirve.\nEjemplo: closte-domain-bot store copy --from DATA_DIR --to DATABASE_URL',
  'shell.store.no-database':
    'DATABASE_URL no está definida: los archivos de DATA_DIR se actualizan al leerlos.',
  'shell.store.migrated': 'La base de datos ({database}) está al día. Pasos hechos: {count}.',
  'shell.audit.database-not-empty':
    'La base de datos ({database}) aún tiene asignaciones, como {hostname}. Indica antes una base vacía: se mezclarían con lo que dicen los canales.',
  'shell.see-help': 'Mira closte-domain-bot {name} --help.',
  'shell.config': 'El bot no puede iniciarse con esta configuración:',
  'shell.problem': '{variable} {why}. {fix}',
  'shell.sign.ok': 'bien',
  'shell.sign.problem': 'PROBLEMA',
  'shell.sign.note': 'nota',
  'shell.sign.unchecked': 'sin comprobar',
  'shell.sign.missing': 'falta',
  'shell.unfinished': 'doctor no pudo terminar: {why}',
  'shell.question': '{question} [s/N]',
  'shell.audit.unreadable': 'No se puede leer {file}: {reason}',
  'shell.audit.out-of-reach':
    '{count, plural, one {# evento queda} many {# de eventos quedan} other {# eventos quedan}} fuera de alcance: Slack ya no muestra sus mensajes, por su plan o por una política de retención.',
  'shell.audit.unread': 'No se pudo leer el canal {channel}: invita al bot.',
  'shell.audit.verified':
    'Asignaciones: {mappings}. Eventos: {events}. Mensajes: {messages}. Diferencias: {differences}.',
  'shell.audit.duplicated':
    '{hostname}: hay dos asignaciones activas en los canales; se omitió la más reciente.',
  'shell.audit.lost':
    '{hostname}: se eliminó su tarjeta, así que no se puede reconstruir. Asígnalo de nuevo.',
  'shell.audit.limited':
    'Canal {channel}: Slack oculta lo anterior a {hasTime, select, true {{at}} other {lo que muestra su plan}}, así que las asignaciones de antes quedan fuera de alcance.',
  'shell.audit.rebuilt': 'Reconstruidas: {count}. Perdidas: {lost}.',
  'shell.audit.not-empty':
    'DATA_DIR ({folder}) aún tiene asignaciones, como {hostname}. Aparta antes su carpeta «mappings»: se mezclaría con lo que dicen los canales.',
  'shell.key.made':
    'La clave está en {path}, que solo tú puedes leer. Pon su ruta en DOMAIN_CONNECT_KEY_FILE y mantenla en secreto.',
  'shell.key.records': 'Añade estos registros TXT en {name}:',
  'report.reading': '{threads} de {of} hilos leídos',
  'report.no-app': 'No existe la app {app}. Configuradas: {apps}.',
  'report.which-app': 'Indica la app con --app: {apps}.',
  'report.no-input': 'No hay ningún nombre de host en la entrada estándar.',
  'report.long-input': 'La entrada estándar supera 1 MiB.',
  'report.name-hostname': 'Indica al menos un nombre de host, o - para la entrada estándar.',
  'report.repeat-or-follow': 'Usa --repeat o --follow, no ambos.',
  'report.option-value': 'El valor de {option} {why}.',
  'report.unreadable-value': 'no se puede leer',
  'report.unknown-option': 'No existe la opción {option}.',
  'report.option-needs-value': 'La opción {option} necesita un valor.',
  'report.option-without-value': 'La opción {option} no lleva valor.',
  'report.no-argument': 'Argumento inesperado: {argument}.',
  'report.name-target': 'Indica con --target a dónde debe apuntar el DNS, o define {variable}.',
  'report.name-one': 'Indica uno de estos: {options}.',
  'report.revision': 'La opción --revision lleva un número entero desde 1.',
  'report.key-exists':
    '{path} ya existe. Indícalo en DOMAIN_CONNECT_KEY_FILE, o elige otro archivo con --out.',
  'report.domain-option': 'La opción --domain lleva un dominio, como example.com.',
  'report.agency-missing':
    'Falta DOMAIN_CONNECT_ID. Pon en ella el dominio de tu agencia, como agency.example.',
  'report.dot-env': 'No se puede leer .env. Permite que lo lea el usuario del bot, o bórralo.',
  'report.dot-env-code': 'No se puede leer .env ({code}). Permite que lo lea el usuario del bot, o bórralo.',
  'report.dot-env-line': 'La línea {line} de .env no es NOMBRE=valor. Corrígela o ponle «#» delante.',
  'report.your-id': 'tu ID es {id}',
  'report.app-templates': 'la app {app} tiene las plantillas {ids}',
  'report.unsigned-links':
    'los enlaces no están firmados, así que los proveedores pueden rechazarlos o avisar: crea una clave con «closte-domain-bot domain-connect keys»',
  'report.lookup-failed': 'no se pudo consultar {host}: inténtalo de nuevo',
  'report.key-published': 'la clave pública está publicada en {host}',
  'report.key-unpublished':
    'la clave pública no está publicada en {host}: añade los registros TXT que muestra «closte-domain-bot domain-connect keys», y ningún otro ahí',
  'report.no-return':
    'los clientes ven la última página del proveedor y no se avisa en el hilo: configura PUBLIC_URL',
  'report.return-to': 'los clientes vuelven a {address}',
  'report.no-domain-connect': 'el proveedor de DNS de {host} no admite Domain Connect',
  'report.provider-silent': 'no se pudo preguntar al proveedor de DNS de {host}: inténtalo de nuevo',
  'report.no-consent': '{name} no tiene una página donde los clientes acepten',
  'report.has-template': '{name} tiene la plantilla {id}',
  'report.lacks-template': '{name} aún no tiene la plantilla {id}',
  'report.template-silent': 'no se pudo preguntar a {name} por {id}: inténtalo de nuevo',
  'report.d-missing': 'falta: {hostname} {event} nunca se publicó en el canal ({place})',
  'report.d-deleted': 'eliminado: {hostname} {event} tenía un mensaje, que se eliminó ({place})',
  'report.d-edited': 'editado: {hostname} {event} tiene un mensaje editado ({place})',
  'report.d-altered': 'alterado: {hostname} {event} tiene un mensaje que dice otra cosa ({place})',
  'report.d-duplicated': 'duplicado: {hostname} {event} se publicó dos veces ({place})',
  'report.d-foreign': 'ajeno: un mensaje de otra app se atribuye {hostname} {event} ({place})',
  'report.d-unknown':
    'desconocido: {hostname} {event} está en el canal, pero no en los datos guardados ({place})',
  'report.d-broken': 'roto: {hostname} {event} no sigue al evento anterior ({place})',
  'report.d-out-of-order':
    'desordenado: {hostname} {event} se publicó después de un evento posterior ({place})',
});
