import type { operationsEn } from '../../en/operator/operations.js';
import { translation } from '../../messages.js';

/** Spanish: settings, the comparison with the hosting provider and Ultimate Multisite, and the doctor. */
export const operationsEs = translation<'es', typeof operationsEn>()({
  'settings.title': 'Ajustes',
  'settings.submit': 'Guardar',
  'settings.app': '*App «{app}»*',
  'settings.label.interval': 'Segundos entre dos comprobaciones',
  'settings.label.dns-deadline': 'Horas hasta dar el DNS por fallido',
  'settings.label.ssl-deadline': 'Minutos hasta dar el certificado por fallido',
  'settings.label.approval': 'Horas para que otra persona apruebe quitar un dominio',
  'settings.label.reminder': 'Días hasta el recordatorio de un mensaje a un cliente',
  'settings.label.www': 'Nombres de host que también reciben su nombre con www',
  'settings.label.language': 'Idioma de tarjetas e hilos',
  'settings.name.interval': 'intervalo de comprobación',
  'settings.name.dns-deadline': 'plazo para el DNS',
  'settings.name.ssl-deadline': 'plazo para el certificado',
  'settings.name.approval': 'plazo para aprobar que se quite un dominio',
  'settings.name.reminder': 'recordatorio de mensajes a clientes',
  'settings.name.www': 'política de www',
  'settings.name.language': 'idioma',
  'settings.range':
    'De {least, number, ::group-off} a {most, number, ::group-off}. Déjalo vacío para usar el valor predeterminado: {standard}.',
  'settings.standard': 'Valor predeterminado: {standard}.',
  'settings.use-default': 'Usar el valor predeterminado',
  'settings.off': 'desactivado',
  'settings.www':
    '{value, select, always {todos} main_only {solo los dominios principales} never {ninguno} other {{value}}}',
  'settings.reported':
    'Se aplica a partir de la próxima comprobación. El cambio se anuncia en el canal de la app.',
  'sync.title':
    '*App {app}.* Dominios en {provider}: {aliases}. {hasNetwork, select, true {Registros de dominio en Ultimate Multisite: {records}. } other {}}Asignaciones aquí: {mappings}. Coinciden: {agreeing}. No se ha cambiado nada.',
  'sync.agree': ':white_check_mark: No hay diferencias.',
  'sync.unknown.provider':
    ':grey_question: No se pudo leer la lista de dominios de {provider} ({reason}), así que no se sabe qué falta allí.',
  'sync.unknown.network':
    ':grey_question: No se pudieron leer los registros de dominio de Ultimate Multisite ({reason}), así que no se sabe qué falta allí.',
  'sync.adopt':
    '*{count, plural, one {# dominio} many {# de dominios} other {# dominios}} en {provider} sin asignación aquí.* {count, plural, one {Adóptalo para que tenga tarjeta} many {Adóptalos para que tengan tarjetas} other {Adóptalos para que tengan tarjetas}} y comprobaciones periódicas.',
  'sync.orphan':
    '*{count, plural, one {# dominio} many {# de dominios} other {# dominios}} en {provider} sin registro de dominio en Ultimate Multisite,* por ejemplo tras un cambio de nombre. No hay ningún sitio detrás de {count, plural, one {él} many {ellos} other {ellos}}.',
  'sync.map':
    '*{count, plural, one {# registro} many {# de registros} other {# registros}} de dominio de Ultimate Multisite que {count, plural, one {falta} many {faltan} other {faltan}} en {provider}.* {count, plural, one {Asígnalo para añadir y seguir el dominio} many {Asígnalos para añadir y seguir los dominios} other {Asígnalos para añadir y seguir los dominios}}.',
  'sync.lost':
    '*{count, plural, one {# asignación que falta} many {# de asignaciones que faltan} other {# asignaciones que faltan}} en {provider}.* {count, plural, one {Restáurala para volver a añadir el dominio} many {Restáuralas para volver a añadir los dominios} other {Restáuralas para volver a añadir los dominios}}.',
  'sync.unrouted':
    '*{count, plural, one {# asignación} many {# de asignaciones} other {# asignaciones}} sin registro de dominio en Ultimate Multisite.* Indica un sitio para cada una: `/domain map <hostname> --site ID`. Si nadie la necesita, quítala: `/domain unmap <hostname>`.',
  'sync.own':
    ':information_source: {count, plural, one {# sitio está en un subdominio de la red} many {# de sitios están en subdominios de la red} other {# sitios están en subdominios de la red}}: {names}{more, plural, =0 {} one { y # más} many { y # más} other { y # más}}. {provider} {count, plural, one {lo} many {los} other {los}} sirve sin asignación. Para que los nuevos tengan tarjeta, configura MULTISITE_OWN_SUBDOMAINS.',
  'sync.name': '• {hostname}',
  'sync.more': '… y {count} más',
  'sync.button.adopt': 'Adoptar {count}',
  'sync.button.map': 'Asignar {count}',
  'sync.button.remove': 'Eliminar {count} de {provider}',
  'sync.button.restore': 'Restaurar {count}',
  'sync.button.unmap': 'Quitar {count}',
  'sync.dialog': 'Sincronizar',
  'sync.submit': 'Sí, continuar',
  'sync.question.adopt':
    '{count, plural, one {¿Adoptar # dominio de la app {app}?} many {¿Adoptar # de dominios de la app {app}?} other {¿Adoptar # dominios de la app {app}?}}',
  'sync.question.map':
    '{count, plural, one {¿Asignar # dominio de la app {app}?} many {¿Asignar # de dominios de la app {app}?} other {¿Asignar # dominios de la app {app}?}}',
  'sync.question.remove':
    '{count, plural, one {¿Eliminar de {provider} # dominio de la app {app}?} many {¿Eliminar de {provider} # de dominios de la app {app}?} other {¿Eliminar de {provider} # dominios de la app {app}?}} Los visitantes dejarán de llegar al sitio.',
  'sync.question.restore':
    '{count, plural, one {¿Volver a añadir en {provider} # dominio de la app {app}?} many {¿Volver a añadir en {provider} # de dominios de la app {app}?} other {¿Volver a añadir en {provider} # dominios de la app {app}?}}',
  'sync.question.unmap':
    '{count, plural, one {¿Quitar # dominio de la app {app}?} many {¿Quitar # de dominios de la app {app}?} other {¿Quitar # dominios de la app {app}?}} Los visitantes dejarán de llegar al sitio.',
  'sync.where':
    'Cada dominio recibe su tarjeta en el canal de la app. Puedes seguir el progreso en tus mensajes directos conmigo.',
  'sync.starting': 'Empezando. El progreso aparece aquí.',
  'sync.progress': '{bar} {done} de {of}',
  'sync.result':
    '{failed, plural, =0 {:white_check_mark: Hechos: {done}.} one {:warning: Hechos: {done}. Fallidos: #. Los motivos están en el log; escribe `/domain sync` para reintentarlo.} many {:warning: Hechos: {done}. Fallidos: #. Los motivos están en el log; escribe `/domain sync` para reintentarlo.} other {:warning: Hechos: {done}. Fallidos: #. Los motivos están en el log; escribe `/domain sync` para reintentarlo.}}',
  'check-domain.title': '{hostname}  (app {app})',
  'check-domain.verdict':
    '{verdict, select, right {Todo está bien.} todo {Hay algo que hacer: {whoActs, select, customer {le toca al cliente} agency {te toca a ti} host {le toca al soporte de {provider}} other {mira más abajo}}.} waiting {No hay que hacer nada, solo esperar.} other {No se pudo comprobar desde aquí.}}',
  'check-domain.dns':
    'DNS: {state, select, wrong {no está bien} published {bien en los servidores de nombres} propagated {bien en todas partes} other {no se pudo comprobar}}{of, plural, =0 {} one {, {right} de # servidor de nombres} many {, {right} de # de servidores de nombres} other {, {right} de # servidores de nombres}}{resolversOf, plural, =0 {} one {, {resolversRight} de # resolver público} many {, {resolversRight} de # de resolvers públicos} other {, {resolversRight} de # resolvers públicos}}.',
  'check-domain.ssl':
    'SSL: {state, select, valid {válido} expiring {válido, pero a punto de caducar} invalid {no válido} absent {aún sin certificado para este nombre de host} other {sin comprobar}}.',
  'check-domain.provider': 'Proveedor de DNS: {names}{hasPanel, select, true {, {panelUrl}} other {}}',
  'check-domain.site':
    'Sitio: {state, select, routed {se sirve con este nombre de host} unrouted {los visitantes no llegan} other {sin comprobar}}.',
  'check-domain.cache': '{resolver} tiene la respuesta anterior en caché (hasta: {at}).',
  'check-domain.cache-unknown': '{resolver} aún no ve el registro.',
  'check-domain.finding':
    '{severity, select, problem {PROBLEMA} warning {AVISO} other {NOTA}} {code}: {what}',
  'check-domain.to-do':
    '{whoActs, select, customer {Cliente} agency {Tú} host {{provider}} other {Nadie tiene que hacer nada}}: {toDo}',
  'check-domain.columns': ' | Tipo | Nombre | Valor',
  'check-domain.action': '{action, select, create {crear} change {cambiar} other {eliminar}}',
  'doctor.config.ignored': '{reason}',
  'doctor.sound': 'No hay problemas.',
  'doctor.ill': '{count, plural, one {Hay # problema} many {Hay # de problemas} other {Hay # problemas}}.',
  'doctor.key.found': 'App {app}: se encontró la clave de API de cliente.',
  'doctor.key.accepted': 'App {app}: {provider} acepta la clave.',
  'doctor.key.refused':
    'App {app}: {provider} rechaza la clave. {reason} Copia {keyVariable} del wp-config.php de esta misma app.',
  'doctor.provider.unreached':
    'App {app}: no se puede acceder a {provider}. {reason} Comprueba que esta máquina puede acceder a {addressVariable} por HTTPS.',
  'doctor.list.read':
    'App {app}: se leyó la lista de dominios de la cuenta: {count, plural, one {un dominio} many {# de dominios} other {# dominios}}.',
  'doctor.list.unreadable':
    'App {app}: la lista de dominios de la cuenta tiene un formato desconocido. Asignar funciona, pero `/domain sync` no puede comparar.',
  'doctor.list.refused':
    'App {app}: no se pudo leer la lista de dominios de la cuenta. {reason} Revisa los permisos de la cuenta en {provider}.',
  'doctor.target.answers': 'App {app}: el destino {address} responde.',
  'doctor.target.not-public':
    'App {app}: el destino {address} no es una dirección pública, así que el bot no se conecta a él. Compara {targetsVariable} con la dirección que muestra el panel de {provider}.',
  'doctor.target.silent':
    'App {app}: el destino {address} no responde ({outcome}). Compara {targetsVariable} con la dirección que muestra el panel de {provider}.',
  'doctor.target.unresolved':
    'App {app}: el destino {host} no tiene dirección en el DNS. Compara {targetsVariable} con el panel de {provider}.',
  'doctor.target.unchecked':
    'App {app}: no se pudo consultar el destino {host}, porque no responde ningún resolver.',
  'doctor.network.answers': 'App {app}: Ultimate Multisite acepta la clave y el secreto.',
  'doctor.network.refused':
    'App {app}: Ultimate Multisite rechaza la clave o el secreto. {reason} Copia ambos de Settings > API & Webhooks.',
  'doctor.network.wrong': 'App {app}: no se puede usar la API de Ultimate Multisite. {reason}',
  'doctor.network.failing':
    'App {app}: la API de Ultimate Multisite no funciona. {reason} Mira el registro de errores de WordPress.',
  'doctor.network.subsite':
    'App {app}: MULTISITE_URL es la dirección de un solo sitio ({host}). Pon la dirección principal de la red, {main}.',
  'doctor.network.records':
    'App {app}: se leyeron los registros de dominio de la red: {count, plural, one {uno} many {#} other {#}}.',
  'doctor.network.records-unreadable':
    'App {app}: {count, plural, one {no se puede leer un registro de dominio de la red, y se omite} many {no se pueden leer # de registros de dominio de la red, y se omiten} other {no se pueden leer # registros de dominio de la red, y se omiten}} (ID {ids}). {count, plural, one {Ábrelo y guárdalo} many {Ábrelos y guárdalos} other {Ábrelos y guárdalos}} en Ultimate Multisite, en Domains.',
  'doctor.network.records-refused':
    'App {app}: no se pudieron leer los registros de dominio de la red, así que los cambios que se hagan allí pasan inadvertidos. {reason}',
  'doctor.network.mapping-off':
    'App {app}: la asignación de dominios está desactivada en Ultimate Multisite, así que ningún dominio llega a su sitio. Actívala en Settings > Domain Mapping.',
  'doctor.network.patience':
    'App {app}: Ultimate Multisite comprueba un dominio nuevo durante {minutes, plural, =0 {{seconds} s} one {un minuto} many {# de minutos} other {# minutos}} y después abandona. Si el DNS llega más tarde, pulsa *Marcar como listo* en la tarjeta.',
  'doctor.network.unreached':
    'App {app}: no se puede acceder a Ultimate Multisite. {reason} Abre MULTISITE_URL con /wp-json/ en un navegador.',
  'doctor.network.no-rest':
    'App {app}: no hay ninguna clave de API de Ultimate Multisite configurada, así que no se leen ni se crean registros de dominio.',
  'doctor.logs.readable': 'App {app}: se puede leer MULTISITE_LOGS. Logs encontrados: {count}.',
  'doctor.logs.refused':
    'App {app}: no se pueden leer los logs de MULTISITE_LOGS ({reason}). Comprueba que la carpeta existe y que el bot puede leerla.',
  'doctor.slack.connected': 'Conectado al espacio de trabajo de Slack {team}.',
  'doctor.slack.organisation':
    'La app de Slack está instalada en toda la organización {organisation}: todas las personas de la organización cuentan como miembros, no solo las de {team}.',
  'doctor.slack.refused':
    'Slack rechaza al bot ({reason}). Copia SLACK_BOT_TOKEN de «OAuth & Permissions»; si la app se eliminó, instálala primero de nuevo.',
  'doctor.slack.unreached':
    'No se puede acceder a Slack ({reason}). Revisa SLACK_API_URL y HTTPS_PROXY, y comprueba que esta máquina puede acceder a slack.com por HTTPS.',
  'doctor.slack.unchecked':
    'Slack: configura SLACK_BOT_TOKEN y ejecuta doctor de nuevo para comprobar scopes, canales, personas y grupos.',
  'doctor.scopes.all': 'El bot tiene todos los scopes que necesita.',
  'doctor.scopes.unknown': 'Slack no indicó qué scopes tiene el bot.',
  'doctor.scope.commands': 'Añade el scope {scope} y reinstala la app de Slack; sin él no hay comando.',
  'doctor.scope.chat-write':
    'Añade el scope {scope} y reinstala la app de Slack; sin él, el bot no puede publicar tarjetas ni hilos.',
  'doctor.scope.chat-write-public':
    'Añade el scope {scope} y reinstala la app de Slack; sin él, el bot no puede publicar en canales públicos a los que no se ha unido.',
  'doctor.scope.history':
    'Añade el scope {scope} y reinstala la app de Slack; sin él, el bot no puede comprobar lo que publicó en canales públicos.',
  'doctor.scope.history-private':
    'Añade el scope {scope} y reinstala la app de Slack; sin él, el bot no puede comprobar lo que publicó en canales privados.',
  'doctor.scope.channels-read':
    'Añade el scope {scope} y reinstala la app de Slack; sin él, el bot no puede ver los canales públicos.',
  'doctor.scope.groups-read':
    'Añade el scope {scope} y reinstala la app de Slack; sin él, el bot no puede ver los canales privados.',
  'doctor.scope.channels-join':
    'Añade el scope {scope} y reinstala la app de Slack; sin él, el bot no puede unirse a canales públicos.',
  'doctor.scope.users-read':
    'Añade el scope {scope} y reinstala la app de Slack; sin él, el bot no puede distinguir a los miembros de los invitados.',
  'doctor.scope.usergroups-read':
    'Añade el scope {scope} y reinstala la app de Slack; sin él, los grupos de usuarios no tienen permisos.',
  'doctor.scope.im-write':
    'Añade el scope {scope} y reinstala la app de Slack; sin él, el bot no puede enviar mensajes directos.',
  'doctor.scope.im-history':
    'Añade el scope {scope} y reinstala la app de Slack; sin él, el bot no puede leer los mensajes directos que recibe.',
  'doctor.scope.app-mentions-read':
    'Añade el scope {scope} y reinstala la app de Slack; sin él, el bot no ve cuándo se le menciona.',
  'doctor.scope.files-read':
    'Añade el scope {scope} y reinstala la app de Slack; sin él, el bot no puede leer archivos CSV en sus diálogos.',
  'doctor.scope.files-write':
    'Añade el scope {scope} y reinstala la app de Slack; sin él, el bot no puede enviar los archivos de auditoría.',
  'doctor.scope.other': 'Añade el scope {scope} y reinstala la app de Slack.',
  'doctor.app-token.accepted':
    'Slack acepta el token de nivel de app, que es de la misma app de Slack que el bot.',
  'doctor.app-token.unmatched':
    'Slack acepta el token de nivel de app. No se sabe si es de la app de Slack del bot: escribe `/domain help` en Slack para probarlo.',
  'doctor.app-token.other':
    'SLACK_APP_TOKEN es de la app de Slack {app}, pero SLACK_BOT_TOKEN es de {own}, así que ningún comando llega al bot. Crea un token de nivel de app con connections:write en la app {own}.',
  'doctor.app-token.refused':
    'Slack rechaza SLACK_APP_TOKEN ({reason}). Crea un token de nivel de app con connections:write en «Basic Information» de la misma app de Slack.',
  'doctor.app-token.unreached':
    'No se pudo preguntar a Slack por SLACK_APP_TOKEN ({reason}). Revisa SLACK_API_URL y HTTPS_PROXY, y ejecuta doctor de nuevo.',
  'doctor.command':
    'Comando de barra: escribe `/domain help` en Slack. Si Slack no lo conoce, compara SLACK_COMMAND con la página «Slash Commands» de la app.',
  'doctor.messages-tab':
    'Pestaña de mensajes del bot: abre «App Home» en la configuración de la app de Slack y comprueba que la Messages Tab está activada. Ahí llegan el progreso y los archivos de auditoría. Para probarla, envía al bot un mensaje directo.',
  'doctor.request-url':
    'Request URL: escribe `/domain help` en Slack. Si no responde nada, compara las Request URLs de la app de Slack con la dirección pública del bot.',
  'doctor.command.arrived': 'El comando de barra funciona (último recibido: {at}).',
  'doctor.messages-tab.arrived':
    'La pestaña de mensajes del bot está activada (último mensaje directo: {at}).',
  'doctor.request-url.arrived': 'Slack llega al bot por su Request URL (último comando: {at}).',
  'doctor.channel.shared':
    'El canal {channel} se comparte con otra organización, cuyos miembros leerían las tarjetas. Elige otro canal o configura CARDS_IN_SHARED_CHANNELS=true.',
  'doctor.person.known': '{variable}: {name}.',
  'doctor.person.unknown':
    '{variable} contiene {id}, que Slack no conoce. Copia el ID de miembro del perfil de la persona.',
  'doctor.person.inactive':
    '{variable} contiene a {name} ({id}), cuya cuenta está desactivada o es de un invitado o de un bot, y por eso no tiene permisos. Elige a otra persona.',
  'doctor.person.unread': '{variable}: Slack no pudo consultar {id} ({reason}).',
  'doctor.group.known':
    '{variable}: grupo de usuarios {name}, {count, plural, one {un miembro} many {# de miembros} other {# miembros}}.',
  'doctor.group.unknown':
    '{variable} contiene el grupo de usuarios {id}, que ya no existe o está desactivado. Actívalo en Slack o elige otro.',
  'doctor.group.no-plan':
    '{variable} contiene el grupo de usuarios {id}, pero los grupos de usuarios necesitan un plan de pago de Slack. Indica en su lugar los ID de miembro de las personas.',
  'doctor.group.no-scope':
    '{variable} contiene el grupo de usuarios {id}, que el bot no tiene permiso para leer. Añade el scope usergroups:read y reinstala la app de Slack.',
  'doctor.group.empty':
    '{variable} contiene el grupo de usuarios {name} ({id}), que no tiene miembros. Añade personas.',
  'doctor.operators.everyone':
    'DOMAIN_OPERATORS está vacía, así que cualquier miembro del espacio de trabajo puede cambiar asignaciones.',
  'doctor.approval.possible': 'Hay una segunda persona que puede aprobar que se quite un dominio.',
  'doctor.approval.impossible':
    'Nadie puede aprobar que se quite un dominio: UNMAP_APPROVAL_HOURS necesita una segunda persona. Añade una a DOMAIN_OPERATORS.',
  'doctor.approval.unknown': 'Slack no indicó quién puede aprobar que se quite un dominio.',
  'doctor.data-dir.writable': 'Se puede escribir en DATA_DIR ({folder}).',
  'doctor.data-dir.creatable': 'DATA_DIR ({folder}) aún no existe y se puede crear.',
  'doctor.data-dir.refused':
    'No se puede escribir en DATA_DIR ({folder}): {reason}. Elige una carpeta en la que pueda escribir el usuario del bot.',
  'doctor.database.writable': 'Se puede escribir en la base de datos ({database}).',
  'doctor.database.refused':
    'No se puede usar la base de datos ({database}): {reason}. Revisa DATABASE_URL y el servidor.',
  'doctor.port.free': 'PORT {port} está libre en {host}.',
  'doctor.port.busy': 'Otro programa usa PORT {port} en {host}. Detén ese programa o elige otro PORT.',
  'doctor.port.refused': 'El bot no puede escuchar en {host}, puerto {port} ({reason}). Cambia HOST o PORT.',
  'doctor.proxy.none':
    'No hay proxy configurado: el bot se conecta directamente a Slack, {provider} y WordPress.',
  'doctor.proxy.used':
    'El bot se conecta a Slack, {provider} y WordPress a través del proxy {proxy}, y comprueba los dominios directamente.',
  'doctor.language': 'Idioma de los mensajes: {language}.',
  'doctor.version': 'Versión {version} con Node.js {node}.',
  'doctor.webhook.unchecked':
    'App {app}, webhooks: pulsa «Send Test Event» en el webhook, en Ultimate Multisite; el canal de la app avisa cuando llega.',
  'doctor.webhook.set': 'App {app}: el webhook {event} está configurado.',
  'doctor.webhook.arrived': 'App {app}: llegada del último webhook: {at}.',
  'doctor.webhook.missing':
    'App {app}: Ultimate Multisite no tiene el webhook {event}, así que lo que notificaría no se descubre hasta la próxima sincronización.',
  'doctor.webhook.by-hand':
    'App {app}: Ultimate Multisite no tiene el webhook {event}, así que lo que notificaría no se descubre hasta la próxima sincronización. Pon en PUBLIC_URL la dirección del propio bot, y doctor podrá crearlo.',
  'doctor.webhook.wrong':
    'App {app}: el webhook {event} de Ultimate Multisite tiene una dirección o un token incorrectos, así que el bot lo ignora.',
  'doctor.webhook.unread': 'App {app}: no se pudieron leer los webhooks de Ultimate Multisite. {reason}',
  'doctor.fix.webhook': '¿Crear el webhook {event} en Ultimate Multisite (app {app})?',
  'doctor.fix.webhook-replace': '¿Sustituir el webhook {event} en Ultimate Multisite (app {app})?',
  'doctor.fix.webhook-failed':
    'App {app}: no se pudo configurar el webhook {event}. {reason} Añádelo en Ultimate Multisite, en Webhooks.',
  'doctor.running.part': 'El bot en marcha indica «{part}»: {reason}.',
  'doctor.running.fine': 'El bot en marcha está listo.',
  'doctor.channel.unread': 'Slack no pudo consultar el canal {channel} ({reason}).',
  'doctor.fix.button': 'Arreglar',
  'doctor.fix.sure': 'Esto cambia ajustes fuera del bot.',
  'doctor.fix.yes': 'Sí, continuar',
  'doctor.fix.nothing':
    ':white_check_mark: Aquí no queda nada por arreglar. Escribe `/domain doctor` para comprobarlo de nuevo.',
  'doctor.fix.join': '¿Unirse al canal {channel}?',
  'doctor.fix.join-failed':
    'El bot no puede unirse al canal {channel} ({reason}): escribe allí /invite y su nombre.',
  'doctor.resolver.no-name':
    'Todos los resolvers dicen que {name} no tiene dirección, así que no se pudieron comparar.',
  'doctor.resolver.wrong':
    'El resolver {resolver} no encuentra {name} ({outcome}). Elige otro en DNS_RESOLVERS.',
  'doctor.channel.member': 'El bot está en el canal {channel}.',
  'doctor.channel.stranger': 'El bot no está en el canal {channel}: escribe allí /invite y su nombre.',
  'doctor.channel.archived': 'El canal {channel} está archivado: desarchívalo o elige otro en SLACK_CHANNEL.',
  'doctor.channel.unseen':
    'El bot no puede ver el canal {channel}: revisa el ID, e invita al bot si el canal es privado.',
  'doctor.channel.none':
    'No hay ningún canal configurado, así que las tarjetas aparecen donde se escriben los comandos.',
  'doctor.scheduler.ticks': 'El planificador está en marcha.',
  'doctor.scheduler.elsewhere':
    'Ningún bot responde en el puerto {port} de esta máquina, así que desde aquí no se comprueba ningún dominio.',
  'doctor.resolver.answers': 'El resolver {resolver} responde.',
  'doctor.resolver.silent':
    'El resolver {resolver} no responde: permite la salida por UDP y TCP al puerto 53, o elige otros en DNS_RESOLVERS.',
  'doctor.clock.right': 'El reloj está en hora.',
  'doctor.clock.wrong':
    'El reloj se desvía {seconds} s, así que Slack rechaza las peticiones y los certificados parecen incorrectos. Activa NTP.',
  'doctor.clock.unknown': 'No se pudo comparar el reloj con otro.',
});
