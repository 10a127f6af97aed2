import type { customerEn } from '../../en/domain/customer.js';
import { translation } from '../../messages.js';

/** Spanish: the message for the customer («usted»), in plain text, ready for an agent to send. */
export const customerEs = translation<'es', typeof customerEn>()({
  'customer-dialog.title': 'Mensaje para el cliente',
  'customer-dialog.submit': 'Marcar como enviado',
  'customer-dialog.text': 'Mensaje',
  'customer-dialog.language': '*Idioma del mensaje*',
  'customer-dialog.kept': 'Has editado el texto, así que se queda como está.',
  'customer-dialog.replace': 'Reemplazarlo por el texto en {language}',
  'customer-dialog.hint':
    'Edítalo, cópialo y envíalo tú: el bot no escribe a nadie fuera de Slack. Después márcalo como enviado.',
  'customer-dialog.sent-before':
    ':email: {person} envió un mensaje ({at}). {isFollowUp, select, true {Desde entonces no ha cambiado nada, así que este es un recordatorio.} other {Desde entonces ha habido cambios.}}',
  'customer-dialog.one-click':
    ':sparkles: El proveedor de DNS del cliente puede hacer los cambios por sí mismo. El enlace del texto lleva a {host}.',
  'customer-dialog.email': 'Abrir este texto en tu programa de correo',
  'customer-dialog.refresh': 'Actualizar el enlace con mis cambios',
  'customer-dialog.too-long':
    'Este texto es demasiado largo para un enlace de correo. Cópialo o pídelo como archivos.',
  'customer-dialog.cut':
    ':warning: El mensaje no cabe entero en este campo: aquí le falta el final. En los archivos está completo.',
  'customer-dialog.sent-direct': ':white_check_mark: Te lo envié por mensaje directo.',
  'customer-dialog.files': 'Enviarme el texto en archivos',
  'customer-dialog.attached':
    'El mensaje para el cliente, en HTML (ábrelo, selecciona todo y pégalo en tu programa de correo) y en texto sin formato.',
  'customer-dialog.follow-up': 'Enviar recordatorio',
  'customer-dialog.tell': 'Avisar al cliente',

  'return-page.approved.title': '¡Gracias!',
  'return-page.approved.text':
    '{dnsProvider} nos indica que usted ha aprobado los cambios. Estamos comprobando su dominio. Puede cerrar esta página.',
  'return-page.cancelled.title': 'No se ha cambiado nada',
  'return-page.cancelled.text':
    'Canceló la operación en {dnsProvider}. Puede volver a abrir el enlace de nuestro mensaje o hacer los cambios a mano.',
  'return-page.failed.title': 'No ha funcionado',
  'return-page.failed.text':
    '{dnsProvider} ha informado de un error. Haga los cambios a mano, como se describe en nuestro mensaje.',
  'return-page.unknown.title': 'Este enlace ya se ha usado',
  'return-page.unknown.text': 'Ya se utilizó o es demasiado antiguo. Puede cerrar esta página.',

  'customer.subject': 'Su dominio {hostname}',
  'customer.greeting': '{tone, select, formal {Estimado/a cliente:} other {Hola:}}',
  'customer.to-do':
    'Para conectar {hostname} con su sitio web, hay que hacer {steps, plural, one {un cambio} many {# de cambios} other {# cambios}} en su configuración DNS.',
  'customer.one-left':
    'Ya casi está: una parte de su configuración DNS ya es correcta. Para terminar de conectar {hostname} con su sitio web, {steps, plural, one {falta un cambio} many {faltan # de cambios} other {faltan # cambios}}.',
  'customer.follow-up':
    '{tone, select, formal {Nos permitimos recordarle que sigue pendiente la configuración de {hostname}. Por lo que vemos, en su configuración DNS todavía no ha cambiado nada.} other {Solo un recordatorio sobre {hostname}: por lo que vemos, en su configuración DNS todavía no ha cambiado nada.}} {steps, plural, one {Falta un cambio} many {Faltan # de cambios} other {Faltan # cambios}}.',
  'customer.down':
    '{hostname} ya no {about, plural, one {funciona} many {funcionan} other {funcionan}} para sus visitantes. Para solucionarlo, hay que hacer {steps, plural, one {un cambio} many {# de cambios} other {# cambios}} en su configuración DNS.',
  'customer.expiring':
    'El certificado de seguridad de {hostname} está a punto de caducar y hasta ahora no se ha podido renovar. Para que su sitio web siga siendo seguro, hay que hacer {steps, plural, one {un cambio} many {# de cambios} other {# cambios}} en su configuración DNS.',
  'customer.refused':
    'Nuestro proveedor de alojamiento todavía no ha aceptado {hostname}. De momento no tiene que hacer nada: lo estamos revisando.',
  'customer.down-ours':
    'En este momento, {hostname} no {about, plural, one {funciona} many {funcionan} other {funcionan}} bien para sus visitantes. No tiene que hacer nada: lo estamos revisando.',
  'customer.expiring-ours':
    'El certificado de seguridad de {hostname} está a punto de caducar y hasta ahora no se ha podido renovar. No tiene que hacer nada: lo estamos revisando.',
  'customer.waiting':
    'La configuración DNS de {hostname} es correcta y no le queda nada por hacer. Estamos terminando la puesta en marcha por nuestra parte.',
  'customer.unsure':
    'Seguimos comprobando la configuración DNS de {hostname}. De momento no tiene que hacer nada.',
  'customer.works':
    '{hostname} ya {count, plural, one {está conectado con su sitio web y protegido} many {están conectados con su sitio web y protegidos} other {están conectados con su sitio web y protegidos}} con un certificado válido. No le queda nada por hacer.',
  'customer.one-click':
    'Lo más rápido: abra este enlace, inicie sesión en {dnsProvider} y confirme. {dnsProvider} hará {steps, plural, one {el cambio} many {los cambios} other {los cambios}} por usted.\n{link}',
  'customer.by-hand': 'También puede hacerlo a mano.',
  'customer.sign-in':
    '{hasProvider, select, true {Inicie sesión en {dnsProvider}, donde se gestiona su DNS{hasPanel, select, true { ({panel})} other {}}, y haga lo siguiente:} other {Inicie sesión donde se gestiona su DNS y haga lo siguiente:}}',
  'customer.please':
    'Le rogamos que realice {steps, plural, one {este paso} many {estos pasos} other {estos pasos}}:',
  'customer.delete': 'Elimine: Tipo {type} · Nombre {host} (nombre completo: {name}) · Valor {value}',
  'customer.change':
    'Cambie el registro {type} así: Tipo {type} · Nombre {host} (nombre completo: {name}) · Valor {value} · deje el TTL como está',
  'customer.create':
    'Añada: Tipo {type} · Nombre {host} (nombre completo: {name}) · Valor {value} · deje el TTL como está',
  'customer.alias':
    'Añada: Tipo ALIAS (o ANAME, o un CNAME si su proveedor lo permite ahí) · Nombre {host} (nombre completo: {name}) · Valor {value} · deje el TTL como está',
  'customer.empty-name': '(déjelo vacío)',
  'customer.alternative': 'Si su proveedor no acepta un CNAME ahí, añada esto en su lugar:',
  'customer.time':
    'Normalmente funciona en menos de {unit, select, days {{days, plural, one {un día} many {# de días} other {# días}}} other {{hours, plural, one {una hora} many {# de horas} other {# horas}}}}.',
  'customer.waiting-time':
    'Es posible que algunos visitantes sigan viendo la página anterior durante {unit, select, days {{days, plural, one {un día} many {# de días} other {# días}}} other {{hours, plural, one {una hora} many {# de horas} other {# horas}}}} como máximo.',
  'customer.reply':
    '{tone, select, formal {Le agradeceríamos que respondiera a este mensaje cuando lo haya hecho.} other {Responda a este mensaje cuando esté hecho y se lo confirmaremos.}}',
  'customer.signature': '',
});
