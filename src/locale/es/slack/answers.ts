import type { answersEn } from '../../en/slack/answers.js';
import { translation } from '../../messages.js';

/** Spanish: answers to commands and buttons. */
export const answersEs = translation<'es', typeof answersEn>()({
  'hello.channel':
    '¡Hola! Escribe aquí `/domain map tienda.example.com` para asignar un dominio: su tarjeta y sus novedades aparecen en este canal. `/domain help` muestra todos los comandos.',
  'answer.working':
    'Estoy en ello. El resultado aparecerá aquí; si en un minuto no aparece nada, inténtalo de nuevo: puede que no se haya guardado.',
  'mapped.refused': '{provider} rechazó {hostname}. Qué hacer: {card}.',
  'mapped.new': '{hostname} se está asignando: {card}.',
  'mapped.before': '{hostname} ya está asignado en la app {app} ({stage}): {card}.',
  'mapped.record-possible': 'Todavía no lleva a ningún sitio: elige cuál le corresponde.',
  'mapped.site':
    'Se está creando el registro de dominio de {hostname} para el sitio {site} en Ultimate Multisite: {card}.',
  'mapped.record-by-hand':
    'Para llegar a un sitio necesita un registro de dominio en Ultimate Multisite: créalo allí a mano, en Domains. {where}',
  'mapped.record-impossible':
    'Ultimate Multisite no admite comodines: para llegar a un sitio, cada nombre necesita su propio registro de dominio.',
  'moved.new': '{hostname} ahora está en {channel}: {card}.',
  'moved.before': 'La tarjeta de {hostname} ya está en {channel}: {card}.',
  'moved.pending': '{hostname} pasa a {channel}. Su tarjeta aparecerá allí enseguida.',
  'mapped.card': 'abrir la tarjeta',
  'mapped.without-card':
    'Tu solicitud para {hostname} está guardada y su tarjeta aparecerá en {channel}. Si no aparece en un minuto, `/domain doctor` dice por qué.',
  'dialog.cancel': 'Cancelar',

  'finding.severity.problem': ':x: *{finding}*',
  'finding.severity.warning': ':warning: {finding}',
  'finding.severity.note': ':information_source: {finding}',
  'finding.fix': '*Solución:* {fix}',
  'finding.only-at': 'Solo se ve en {addresses}, no en {others}.',
  'finding.more':
    '{count, plural, one {Un hallazgo más} many {# de hallazgos más} other {# hallazgos más}}: `/domain status {hostname}`',

  'status.findings': '*Lo que encontró la comprobación*',
  'status.sees': ':hourglass_flowing_sand: lo verá (hora prevista: {at})',
  'status.authoritative': '*Respuesta DNS actual* (servidores de nombres)',
  'status.resolvers': '*Respuesta DNS actual* (resolvers públicos)',
  'status.name-servers': 'Servidores de nombres: {servers}',
  'status.checked': 'Comprobado: {at}',
  'status.just-seen':
    ':eyes: *Ahora mismo:* {what} El estado cambiará si las próximas comprobaciones ven lo mismo.',
  'todo.wait-for-ssl.learned':
    'No hay que hacer nada: el DNS está bien, así que {provider} puede emitir el certificado.',
  'usual.dns.since': 'En {dnsProvider} suele tardar {usual}; este dominio sigue esperando (desde: {since}).',
  'usual.dns.for': 'En {dnsProvider} suele tardar {usual}; este dominio lleva {waited} esperando.',
  'usual.ssl.since':
    'Aquí un certificado suele tardar {usual}; este dominio sigue esperando (desde: {since}).',
  'usual.ssl.for': 'Aquí un certificado suele tardar {usual}; este dominio lleva {waited} esperando.',
  'usual.digest': '*Cuánto se tarda aquí*',
  'usual.digest.dns': 'DNS en {dnsProvider}: normalmente {usual}, 9 de cada 10 en menos de {most}',
  'usual.digest.ssl': 'Certificados: normalmente {usual}, 9 de cada 10 en menos de {most}',
  'status.since': 'así desde hace {duration}',
  'status.next': 'próxima comprobación: {at}',
  'status.card': 'abrir la tarjeta',
  'status.card-lost':
    'Ya no puedo publicar en {channel}, así que la tarjeta que hay allí no cambiará más. Escribe `/domain move {hostname}` donde la quieras.',

  'overview.title':
    '*A quién le toca* · {total, plural, one {# dominio} many {# de dominios} other {# dominios}}',
  'overview.counts':
    ':point_right: {agency} para ti · :bust_in_silhouette: {customer} para clientes · :office: {host} para {provider} · :hourglass_flowing_sand: {underway} en curso · :white_check_mark: {ready, plural, one {# listo} many {# de listos} other {# listos}}',
  'overview.urgent': '*Lo más urgente*',
  'overview.calm': ':white_check_mark: Ahora mismo nadie tiene que hacer nada.',
  'overview.hint':
    'Escribe `/domain status tienda.example.com` para comprobar un dominio, o `/domain help` para ver todos los comandos.',

  'list.title': '{from}–{to} de {total}',
  'list.line': '*{hostname}*  {stage}',
  'list.approval': 'falta aprobar que se quite',
  'list.app': 'app {app}',
  'list.set-aside':
    '{count, plural, one {Un dominio guardado no se puede leer y no aparece} many {# de dominios guardados no se pueden leer y no aparecen} other {# dominios guardados no se pueden leer y no aparecen}}: `/domain doctor` dice por qué.',
  'list.empty': 'Todavía no hay dominios asignados. Empieza con `/domain map tienda.example.com`.',
  'list.nothing':
    'Ningún dominio coincide con «{filter}». Filtra por etapa (como `comprobando dns`), persona, app, proveedor de DNS o parte del nombre de host, o elige:',
  'list.filter.stuck': 'Atascados',
  'list.filter.waiting': 'En espera',
  'list.filter.failed': 'Fallidos',
  'list.filter.mine': 'Los míos',
  'list.filter.ready': 'Listos',
  'list.previous': 'Anterior',
  'list.next': 'Siguiente',

  'history.title': '*Historial de {hostname}*',
  'history.line': '{at}  {what}',
  'history.message': 'mensaje',

  'audit.title': '*Registro de auditoría*',
  'audit.line': '{at}  *{hostname}*  {what}',
  'audit.nothing': 'Ningún evento coincide.',
  'audit.files': 'Enviarme CSV y JSON',
  'audit.attached':
    '{count, plural, one {Un evento} many {# de eventos} other {# eventos}}, del más reciente al más antiguo.',
  'audit.sent': 'Hecho: tienes los archivos en tus mensajes directos conmigo.',
  'audit.unknown': '{typed} no es una fecha, una persona ni un evento. {words}',
  'audit.meant': '{typed} no es un evento. ¿Querías decir {command}?',
  'audit.words':
    'Filtra por tiempo (`24h`, `7d`, `lunes`, `2026-11-20`), persona (`@alice`, `me`, `system`) y evento (`dns`, `ssl.issued`). En cualquier orden, cada uno una vez como máximo.',
  'audit.verifying':
    'Comparando los canales con los datos guardados. Slack permite unos cincuenta hilos por minuto; recibirás el resultado en un mensaje directo.',
  'audit.reading': 'Leídos {threads} de {of} hilos…',
  'audit.sound':
    ':white_check_mark: Los canales coinciden con los datos guardados: {mappings, plural, one {# asignación} many {# de asignaciones} other {# asignaciones}}, {events, plural, one {# evento} many {# de eventos} other {# eventos}}, {messages, plural, one {# mensaje} many {# de mensajes} other {# mensajes}}; no falta nada, no ha cambiado nada y no sobra nada.',
  'audit.sound-so-far':
    ':warning: No hay diferencias, pero no se pudo comprobar todo. Comprobado: {mappings, plural, one {# asignación} many {# de asignaciones} other {# asignaciones}}, {events, plural, one {# evento} many {# de eventos} other {# eventos}}, {messages, plural, one {# mensaje} many {# de mensajes} other {# mensajes}}.',
  'audit.differs':
    ':warning: {differences, plural, one {Hay una diferencia} many {Hay # de diferencias} other {Hay # diferencias}}. Comprobado: {mappings, plural, one {# asignación} many {# de asignaciones} other {# asignaciones}}, {events, plural, one {# evento} many {# de eventos} other {# eventos}}, {messages, plural, one {# mensaje} many {# de mensajes} other {# mensajes}}.',
  'audit.out-of-reach':
    'Slack ya no muestra {count, plural, one {el mensaje de un evento} many {los mensajes de # de eventos} other {los mensajes de # eventos}}, por su plan o por una política de retención. Eso no significa que alguien los haya eliminado.',
  'audit.unusable':
    '{count, plural, one {No se pudo leer el archivo de una asignación, y no se incluye} many {No se pudieron leer los archivos de # de asignaciones, y no se incluyen} other {No se pudieron leer los archivos de # asignaciones, y no se incluyen}}. El log indica {count, plural, one {cuál es} many {cuáles son} other {cuáles son}}.',
  'audit.unread':
    '{count, plural, one {No se pudo leer un canal} many {No se pudieron leer # de canales} other {No se pudieron leer # canales}} con tarjetas, porque no soy miembro. Invítame y verifica de nuevo.',

  'unmap.title': 'Quitar un dominio',
  'unmap.submit': 'Quitar',
  'unmap.cancel': 'Conservar',
  'dialog.close': 'Cerrar',
  'unmap.approve': 'Aprobar',
  'unmap.decline': 'Rechazar',
  'unmap.withdraw': 'Retirar mi solicitud',
  'unmap.approvers': '{approvers}: hay una solicitud por aprobar o rechazar.',
  'unmap.decision':
    '{decision, select, approved {:white_check_mark: Aprobada por {person}} declined {:no_entry: Rechazada por {person}} withdrawn {Retirada por {person}} other {Nadie la aprobó a tiempo}} · {at}',
  'approvals.on':
    'Recibirás mensajes directos cuando una solicitud para quitar un dominio espere tu aprobación. `/domain approvals dm off` los desactiva.',
  'approvals.off':
    'No recibes mensajes directos sobre aprobaciones; en los hilos se te sigue mencionando. `/domain approvals dm on` los activa.',
  'approvals.message':
    ':raised_hand: {person} quiere quitar {hostname} de la app {app}. Apruébalo o recházalo {thread} (fecha límite: {until}).',
  'approvals.thread': 'en su hilo',
  'unmap.waiting-own':
    'Has pedido quitar {hostname}. Otra persona tiene que aprobarlo en su hilo (fecha límite: {until}). Hasta entonces puedes retirar la solicitud aquí. Para volver, elige *Quitar dominio…* en el menú de la tarjeta.',
  'unmap.waiting': '{person} ya ha pedido quitar {hostname}. Otra persona tiene que aprobarlo en su hilo.',
  'unmap.record-goes': 'También se eliminará su registro de dominio en Ultimate Multisite (sitio {site}).',
  'unmap.record-stays':
    'Si Ultimate Multisite tiene un registro de dominio para él, elimínalo allí a mano, en Domains.',
  'unmap.needs-approval':
    'Otra persona tiene que aprobarlo en un plazo de {duration}. Hasta entonces puedes retirar tu solicitud desde el mismo menú.',
  'unmap.question':
    '¿Quitar *{hostname}* de la app {app}? {provider} eliminará el dominio y sus visitantes dejarán de llegar al sitio.',

  'help.title': '*Qué puedo hacer*',
  'help.hint': 'Puedes pegar un nombre de host como enlace. Escribe los comodines así: `*.example.com`.',
  'command.map': 'añade un dominio en {provider} y lo sigue hasta que esté listo',
  'command.unmap': 'elimina un dominio de {provider}, después de pedirte confirmación',
  'command.move': 'mueve la tarjeta y el hilo de un dominio a este canal, o al que indiques',
  'command.status':
    'comprueba un dominio ahora y muestra el resultado; sin nombre de host, muestra a quién le toca hacer algo',
  'command.list':
    'muestra los dominios, los más urgentes primero; filtra por `stuck` (atascados), `waiting` (en espera), `failed` (fallidos), `mine` (míos), etapa, app, proveedor de DNS o parte del nombre de host',
  'command.check': 'comprueba un dominio ahora, y empieza de nuevo si había fallado',
  'command.history': 'muestra qué le pasó a un dominio, quién lo hizo y cuándo, con enlaces',
  'command.audit':
    'para operadores: muestra los eventos de todos los dominios, con archivos; `audit verify` compara los canales con los datos guardados',
  'command.sync': 'compara {provider}, Ultimate Multisite y el bot, y ofrece corregir las diferencias',
  'command.approvals':
    'para quienes pueden aprobar que se quite un dominio: activa o desactiva los mensajes directos sobre las solicitudes pendientes',
  'command.settings':
    'para administradores: cambia las comprobaciones, los plazos, los recordatorios y los textos para clientes de una app',
  'command.doctor': 'comprueba que funciona todo lo que el bot necesita y dice cómo arreglar lo que no',
  'command.help': 'muestra esta lista o explica un comando',
});
