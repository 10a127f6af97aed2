import type { findingsEn } from '../../en/domain/findings.js';
import { translation } from '../../messages.js';

/** Spanish: what each finding saw and how to fix it, in a form that can be sent to the customer. */
export const findingsEs = translation<'es', typeof findingsEn>()({
  'finding.domain-unregistered':
    'Este dominio no consta como registrado: no se ha registrado, ha caducado o está suspendido.',
  'fix.domain-unregistered':
    'Revisar que esté bien escrito. Después, entrar en la cuenta del registrador y registrar, renovar o reactivar el dominio.',
  'finding.target-missing':
    '{gone}, el host al que apuntan los registros de los clientes, no tiene dirección.',
  'fix.target-missing':
    'Corregir el destino de esta app en la configuración del bot, o preguntar al soporte de {provider} por qué ya no existe el host. El registro del cliente está bien.',
  'finding.domain-on-hold':
    'El registrador ha pasado el dominio a {servers}: ha caducado, o falta confirmar los datos de contacto del titular.',
  'fix.domain-on-hold':
    'Renovar el dominio en su registrador, o confirmar los datos de contacto con el correo que envió el registrador. Los servidores de nombres vuelven después por sí solos.',
  'finding.target-as-server':
    '{servers}, donde se sirve el sitio, {count, plural, one {figura como servidor de nombres} many {figuran como servidores de nombres} other {figuran como servidores de nombres}} {hasAbove, select, true {en la zona de {above}} other {en el registrador}}. No {count, plural, one {responde} many {responden} other {responden}} a consultas DNS.',
  'fix.target-as-server':
    '{how, select, beside {{count, plural, one {Quitarlo} many {Quitarlos} other {Quitarlos}} de esa lista; los demás servidores de nombres bastan.} other {{hasAbove, select, true {Eliminar {count, plural, one {este registro NS} many {estos registros NS} other {estos registros NS}} y añadir en su lugar un CNAME o un registro de dirección.} other {Volver a indicar en el registrador los servidores de nombres del proveedor de DNS. La dirección del sitio va en un registro en ese proveedor.}}}}',
  'finding.delegation-missing':
    '{hasAbove, select, true {La zona de {above} delega este nombre, pero {how, select, private {ninguno de los servidores de nombres tiene dirección pública} other {no existe ninguno de los servidores de nombres}}} other {El dominio está registrado, pero {how, select, private {ninguno de sus servidores de nombres tiene dirección pública} other {no existe ninguno de sus servidores de nombres}}}}{hasServers, select, true {: {servers}} other {}}.',
  'fix.delegation-missing':
    '{hasAbove, select, true {En la zona de {above}, corregir los registros NS de este nombre, o eliminarlos y añadir ahí el registro.} other {En el registrador del dominio, poner los servidores de nombres del proveedor de DNS exactamente como este los indica.}}',
  'finding.servers-down':
    'No responde ninguno de los servidores de nombres del dominio ({servers}), aunque el dominio está registrado.{hasReason, select, true { Un resolver público dice: {reason}} other {}}',
  'fix.servers-down':
    'Preguntar al proveedor de DNS qué les pasa a estos servidores, o cambiar a los servidores de nombres de otro proveedor {hasAbove, select, true {en la zona de {above}} other {en el registrador}}.',
  'finding.dnssec-bogus':
    'DNSSEC falla en {zone}, así que los resolvers que comprueban las firmas descartan todas las respuestas.{hasReason, select, true { Motivo: {reason}} other {}}',
  'fix.dnssec-bogus':
    '{hasAbove, select, true {En la zona de {above}} other {En el registrador}}, eliminar el registro DS (desactivar DNSSEC) o poner el que indique el proveedor de DNS actual. Si han caducado las firmas, pedir al proveedor de DNS que vuelva a firmar la zona.',
  'finding.domain-parked':
    'El dominio está aparcado: sus servidores de nombres ({servers}) muestran publicidad o una página de venta.',
  'fix.domain-parked':
    'Desactivar el aparcamiento o la redirección en el registrador, usar el DNS del registrador o el de otro proveedor y añadir ahí el registro.',
  'finding.server-lame':
    '{servers} {count, plural, one {figura como servidor de nombres de {zone}, pero no sirve} many {figuran como servidores de nombres de {zone}, pero no sirven} other {figuran como servidores de nombres de {zone}, pero no sirven}} la zona.',
  'fix.server-lame':
    'Pedir al proveedor de DNS que añada ahí la zona, o quitar {count, plural, one {este servidor} many {estos servidores} other {estos servidores}} {place, select, zone {de los registros NS de la zona} registrar {de los servidores de nombres {hasAbove, select, true {que figuran en la zona de {above}} other {en el registrador}}} other {{hasAbove, select, true {de la zona de {above}} other {del registrador}} y de los registros NS de la propia zona}}.',
  'finding.server-failing':
    '{servers} {count, plural, one {responde} many {responden} other {responden}} con un error para {zone}{hasReason, select, true { ({reason})} other {}}.',
  'fix.server-failing':
    'Pedir al proveedor de DNS que repare la zona en {count, plural, one {este servidor} many {estos servidores} other {estos servidores}}.',
  'finding.tcp-blocked':
    '{servers} {count, plural, one {acorta su respuesta} many {acortan sus respuestas} other {acortan sus respuestas}} por UDP, y la respuesta completa no llega por TCP.',
  'fix.tcp-blocked':
    'Pedir al proveedor de DNS que abra el puerto 53 por TCP en {count, plural, one {este servidor} many {estos servidores} other {estos servidores}}. Si pasa con otros dominios, lo bloquea el cortafuegos del bot.',
  'finding.dname-between':
    'Un registro DNAME en {name} redirige todos los nombres que hay debajo, así que los registros de este nombre no tienen efecto.',
  'fix.dname-between': 'Eliminar el registro DNAME de {name}, o usar un nombre de host que no esté debajo.',
  'finding.cname-mixed':
    'El nombre tiene un segundo CNAME ({observed}) junto al correcto. Solo se permite uno, y los resolvers pueden seguir cualquiera de los dos.',
  'fix.cname-mixed': 'Eliminar el CNAME que apunta a otro sitio y conservar el correcto.',
  'finding.cname-loop': 'Los CNAME forman un bucle o una cadena demasiado larga: {observed}.',
  'fix.cname-loop': 'Cambiar el CNAME para que apunte al destino.',
  'finding.partner-silent':
    'El CNAME lleva a {name}, y no responde ningún servidor de nombres de ese dominio.',
  'fix.partner-silent':
    'Preguntar a quien administra {name}, o apuntar este registro directamente al destino.',
  'finding.cname-at-apex':
    'El dominio raíz tiene un CNAME ({observed}), y el DNS no lo permite: el correo y otros registros dejan de funcionar para algunas personas.',
  'fix.cname-at-apex':
    'Eliminar el CNAME y añadir el registro de dirección, o usar lo que el proveedor de DNS llame ALIAS, ANAME o CNAME flattening.',
  'finding.domain-appended-to-value':
    'El CNAME apunta a {observed}, porque el panel de DNS añadió el dominio al valor.',
  'fix.domain-appended-to-value':
    'Escribir de nuevo el valor con un punto al final ({expected}.), o elegir «nombre completo» si el panel lo ofrece.',
  'finding.value-garbled':
    'El valor del CNAME es {observed}: junto al nombre {expected} se pegaron otros caracteres.',
  'fix.value-garbled':
    'Escribir de nuevo el valor solo como {expected}, sin comillas, espacios ni «https://».',
  'finding.cname-to-address':
    'El CNAME apunta a {observed}, una dirección IP. Un CNAME necesita un nombre de host.',
  'fix.cname-to-address':
    'Eliminar el CNAME y añadir el registro correcto. Las direcciones IP van en registros A o AAAA.',
  'finding.cname-dangling': 'El CNAME apunta a {gone}, que no existe o no tiene dirección.',
  'fix.cname-dangling': 'Cambiar el CNAME para que apunte al destino.',
  'finding.domain-appended-to-name':
    'El registro se añadió como {appendedName}, porque el panel de DNS agregó el dominio a un nombre que ya lo incluía.',
  'fix.domain-appended-to-name':
    'Eliminar ese registro y añadirlo de nuevo, poniendo como nombre solo la parte que va delante del dominio.',
  'finding.servers-lagging':
    '{ahead} {aheadCount, plural, one {ya tiene} many {ya tienen} other {ya tienen}} el registro; {servers} {count, plural, one {aún tiene} many {aún tienen} other {aún tienen}} una copia anterior de la zona.',
  'fix.servers-lagging':
    'No hay que hacer nada, solo esperar: los servidores se copian la zona entre sí, normalmente en menos de una hora. Si tarda más, preguntar al proveedor de DNS.',
  'finding.servers-disagree':
    'Los servidores de nombres no coinciden: {ahead} {aheadCount, plural, one {tiene} many {tienen} other {tienen}} el registro, {servers} {count, plural, one {no lo tiene} many {no lo tienen} other {no lo tienen}}.',
  'fix.servers-disagree':
    '{place, select, registrar {Quitar {servers} de los servidores de nombres {hasAbove, select, true {que figuran en la zona de {above}} other {en el registrador}}: la propia zona no {count, plural, one {lo} many {los} other {los}} incluye.} zone {Quitar de la zona los registros NS de {servers}: {hasAbove, select, true {la zona de {above}} other {el registrador}} no {count, plural, one {lo} many {los} other {los}} incluye.} other {Añadir el mismo registro también en {servers}, o quitar {count, plural, one {este servidor} many {estos servidores} other {estos servidores}} {hasAbove, select, true {de la zona de {above}} other {del registrador}} y de los registros NS de la propia zona.}}',
  'finding.wildcard-shadow':
    'Este nombre no tiene registro propio; en su lugar responde un registro comodín, con {observed}.',
  'fix.wildcard-shadow':
    'Añadir un registro para este nombre. Tiene prioridad sobre el comodín, que puede quedarse.',
  'finding.cloudflare-proxied':
    'El nombre está detrás del proxy de Cloudflare ({observed}){how, select, loop {, que no deja de redirigir a los visitantes, aunque el sitio funciona sin él} error {, que responde con un error (estado {status}), aunque el sitio funciona sin él} unseen {, y el bot no puede ver si lleva al sitio} other {, que no lleva al sitio}}.',
  'fix.cloudflare-proxied':
    'En la configuración DNS de Cloudflare, hacer que el registro apunte al destino y cambiarlo de «Redireccionado mediante proxy» (Proxied) a «Solo DNS» (DNS only, nube gris). {how, select, loop {Antes de volver a activar el proxy, poner el modo de cifrado (SSL/TLS) en «Completo (estricto)» o «Full (strict)».} other {El proxy se puede volver a activar cuando esté el certificado.}}',
  'finding.cname-wrong': 'El CNAME apunta a {observed} en lugar de a {expected}.',
  'fix.cname-wrong': 'Cambiar el CNAME para que apunte al destino.',
  'finding.address-private': 'El DNS tiene {observed}, una dirección a la que no se llega por internet.',
  'fix.address-private': 'Cambiar el DNS así, en este orden.',
  'finding.a-wrong': 'El DNS tiene {observed} en lugar de {expected}.',
  'fix.a-wrong': 'Cambiar el DNS así, en este orden.',
  'finding.a-mixed':
    'El DNS tiene la dirección correcta, pero también {observed}: algunos visitantes y la autoridad de certificación acaban en otro servidor.',
  'fix.a-mixed': 'Eliminar el registro que sobra.',
  'finding.aaaa-left-over':
    'El DNS aún tiene una dirección IPv6 antigua ({observed}), y las autoridades de certificación y muchos visitantes la prefieren a IPv4.',
  'fix.aaaa-left-over': 'Eliminar el registro AAAA.',
  'finding.record-as-text':
    '{observed} está en un registro TXT de este nombre, que no lleva a los visitantes a ninguna parte.',
  'fix.record-as-text':
    'Eliminar este registro TXT y añadir después el registro correcto. Junto a un CNAME no puede haber otros registros.',
  'finding.record-missing':
    '{how, select, others {No hay ninguna dirección para este nombre, y sus otros registros ({observed}) no permiten un CNAME.} beside {No hay ningún registro para este nombre, pero sí para {location}.} six {Este nombre solo tiene una dirección IPv6 ({observed}), así que los visitantes sin IPv6 no llegan.} hidden {No hay ningún registro para este nombre. El registro comodín no lo cubre, porque hay otros registros con este nombre o por debajo de él.} other {No hay ningún registro para este nombre.}}',
  'fix.record-missing': 'Añadir el registro en el proveedor de DNS del dominio.',
  'finding.server-silent':
    '{servers} no {count, plural, one {responde} many {responden} other {responden}}; los demás servidores de nombres sí.',
  'fix.server-silent':
    'Preguntar al proveedor de DNS por {count, plural, one {este servidor, o quitarlo} many {estos servidores, o quitarlos} other {estos servidores, o quitarlos}} {hasAbove, select, true {en la zona de {above}} other {en el registrador}} si ya no se {count, plural, one {usa} many {usan} other {usan}}.',
  'finding.dns-odd':
    'El DNS no está bien, por un motivo que el bot no reconoce{hasReason, select, true { ({reason})} other {}}.',
  'fix.dns-odd': 'Enviar esto al proveedor de DNS, o comprobar el dominio en https://zonemaster.net .',
  'finding.server-unsigned':
    '{servers} {count, plural, one {envía} many {envían} other {envían}} firmas incorrectas para {zone} ({reason}), así que algunos visitantes no reciben respuesta.',
  'fix.server-unsigned':
    'Pedir al proveedor de DNS que vuelva a firmar la zona, o que arregle la transferencia a {count, plural, one {este servidor} many {estos servidores} other {estos servidores}}.',
  'finding.denial-unproven':
    '{servers} no {count, plural, one {demuestra} many {demuestran} other {demuestran}} la ausencia de nombres en {zone} (sin registros NSEC), aunque la zona está firmada.',
  'fix.denial-unproven': 'Pedir al proveedor de DNS que firme la zona por completo.',
  'finding.https-elsewhere':
    'Un registro HTTPS de {name} lleva a los navegadores a {observed} en lugar de a la dirección correcta.',
  'fix.https-elsewhere': 'Eliminar el registro HTTPS de este nombre, o corregir las direcciones que indica.',
  'finding.ns-missing':
    'Algunos de los servidores de nombres indicados no existen o no tienen dirección pública: {servers}.',
  'fix.ns-missing':
    'Corregir o quitar {count, plural, one {este nombre} many {estos nombres} other {estos nombres}} {hasAbove, select, true {en la zona de {above}} other {en el registrador}} y en los registros NS de la propia zona.',
  'finding.ns-alias':
    'Algunos servidores de nombres se indican mediante un alias (CNAME), y no todos los resolvers lo siguen: {servers}.',
  'fix.ns-alias': 'Indicar servidores de nombres que tengan direcciones propias.',
  'finding.glue-differs':
    '{hasAbove, select, true {La zona de {above}} other {El registrador}} tiene para {servers} direcciones ({observed}) distintas de las que {count, plural, one {tiene} many {tienen} other {tienen}} en su propia zona ({expected}).',
  'fix.glue-differs':
    '{hasAbove, select, true {En la zona de {above}} other {En el registrador}}, actualizar las direcciones de {count, plural, one {este servidor de nombres} many {estos servidores de nombres} other {estos servidores de nombres}} («glue» o «host records»).',
  'finding.aaaa-failing':
    '{servers} {count, plural, one {falla} many {fallan} other {fallan}} con las consultas IPv6 (AAAA) en lugar de responder que no existe ese registro: algunos visitantes esperan o no reciben respuesta.',
  'fix.aaaa-failing':
    'Pedir al proveedor de DNS que lo arregle. A menudo la causa es un cortafuegos delante del servidor.',
  'finding.delegation-mismatch':
    '{hasAbove, select, true {En la zona de {above}} other {En el registrador}} figuran {parent} como servidores de nombres, pero en la propia zona figuran {child}.',
  'fix.delegation-mismatch':
    'Hacer que las dos listas coincidan: poner los servidores de nombres del proveedor actual {hasAbove, select, true {en la zona de {above}} other {en el registrador}} y como registros NS en la propia zona.',
  'finding.target-failing':
    'Los resolvers públicos no pueden resolver {name}, el host al que apuntan los registros de los clientes.',
  'fix.target-failing':
    'Preguntar al soporte de {provider} por el DNS de este host. El registro del cliente está bien.',
  'finding.partner-bogus':
    '{how, select, unsure {DNSSEC falla en este nombre o en el camino a {name}, a donde apunta el CNAME{hasReason, select, true { ({reason})} other {}}; los resolvers no dicen dónde.} other {DNSSEC falla en {name}, a donde apunta el CNAME{hasReason, select, true { ({reason})} other {}}; la zona del dominio no es la causa.}}',
  'fix.partner-bogus':
    '{how, select, unsure {Comprobar este nombre y {name} en https://dnsviz.net y avisar a quien gestione la zona que falla.} other {Avisar al operador de {name}. El cliente no puede arreglarlo.}}',
  'finding.resolver-failing':
    '{servers} no {count, plural, one {logra} many {logran} other {logran}} resolver el nombre{hasReason, select, true { ({reason})} other {}}.',
  'fix.resolver-failing':
    'A menudo se resuelve solo en unos minutos. Si no, preguntar al proveedor de DNS si se puede acceder a sus servidores desde todas partes.',
  'finding.resolver-filtered':
    '{servers} {count, plural, one {bloquea el nombre porque lo considera} many {bloquean el nombre porque lo consideran} other {bloquean el nombre porque lo consideran}} no deseado o peligroso.',
  'fix.resolver-filtered':
    'Pedir al operador del resolver que revise el dominio; la mayoría tienen un formulario para ello.',
  'finding.resolver-rewriting':
    '{how, select, invents {{servers} {count, plural, one {inventa} many {inventan} other {inventan}} direcciones para nombres que no existen, y una para este nombre.} other {{servers} {count, plural, one {da} many {dan} other {dan}} una respuesta que la zona no tiene y que ninguna caché puede conservar aún.}}',
  'fix.resolver-rewriting':
    'El dominio no es la causa. Preguntar al operador de {count, plural, one {este resolver} many {estos resolvers} other {estos resolvers}}, o pedir al administrador del bot que vigile otros (`DNS_RESOLVERS`).',
  'finding.resolvers-silent': 'Desde aquí no se pudo acceder a estos resolvers públicos: {servers}.',
  'fix.resolvers-silent':
    'El dominio no es la causa. Pedir al administrador del bot que revise `DNS_RESOLVERS` y el cortafuegos.',
  'finding.proxy-serves':
    '{how, select, loop {El proxy que está delante del sitio ({observed}) no deja de redirigir a los visitantes, aunque el sitio funciona sin él.} error {El proxy que está delante del sitio ({observed}) responde con un error (estado {status}), aunque el sitio funciona sin él.} other {Un proxy responde por el nombre ({observed}) y sirve el sitio.}}',
  'fix.proxy-serves':
    '{place, select, settings {Revisar la configuración del proxy: tiene que llegar al destino por HTTPS (en Cloudflare: modo de cifrado «Completo (estricto)» o «Full (strict)»).} log {Comprobar en el registro del proxy si el error es suyo (por ejemplo, de un firewall) o viene del sitio.} other {No hay que hacer nada. El certificado que ven los visitantes es el del proxy.}}',
  'finding.resolver-repeating':
    '{servers} aún {count, plural, one {da} many {dan} other {dan}} la respuesta anterior, aunque la copia en caché vista antes ya ha caducado.',
  'fix.resolver-repeating':
    'No hay que hacer nada, solo esperar: los resolvers grandes tienen varias cachés y cada una caduca por su cuenta.',
  'finding.caches-waiting':
    'El registro está bien. {servers} aún {count, plural, one {tiene} many {tienen} other {tienen}} en caché la respuesta anterior.',
  'fix.caches-waiting':
    'No hay que hacer nada, solo esperar. Para acelerarlo, se pueden vaciar las cachés en https://dns.google/cache y https://one.one.one.one/purge-cache/ .',
  'finding.dns-unchecked':
    '{how, select, blocked {No se pudo comprobar el DNS: los servidores de nombres del dominio ({servers}) no responden al bot, aunque un resolver público tiene una respuesta suya.} other {No se pudo comprobar el DNS: los servidores consultados no respondieron al bot.}}',
  'fix.dns-unchecked':
    '{how, select, blocked {Si el dominio funciona para los visitantes, su proveedor de DNS bloquea la dirección del bot: pedirle que la permita. Si no, los servidores están caídos y los resolvers responden con lo que guardan en caché.} other {No hay que hacer nada en el dominio; el bot lo reintenta solo. Si sigue fallando, revisar la red del bot: necesita el puerto 53, por UDP y TCP.}}',

  'finding.wildcard-needs-dns':
    'Un certificado para el comodín {name} necesita un registro DNS (DNS-01); no se puede emitir a través del sitio web (HTTP-01).',
  'fix.wildcard-needs-dns':
    'Preguntar al soporte de {provider} cómo se emite el certificado comodín de esta app, o asignar cada nombre de host que se use.',
  'finding.caa-forbids':
    'Los registros CAA de {name} ({observed}) no permiten que {expected} emita un certificado.',
  'fix.caa-forbids': 'Añadir en {name} un registro CAA que lo permita; los demás pueden quedarse.',
  'finding.caa-critical':
    'Un registro CAA de {name} está marcado como crítico con una etiqueta desconocida ({observed}), así que ninguna autoridad puede emitir un certificado.',
  'fix.caa-critical': 'Eliminar este registro CAA de {name}, o quitarle la marca de crítico.',
  'finding.caa-failing':
    'Los servidores de nombres fallan con las consultas CAA de {name} ({reason}), así que las autoridades de certificación no emiten ningún certificado.',
  'fix.caa-failing':
    'Pedir al proveedor de DNS que lo arregle: hay que responder a las consultas CAA aunque no haya registros CAA.',
  'finding.caa-restricts':
    'Los registros CAA de {name} solo permiten certificados con condiciones: {observed}.',
  'fix.caa-restricts':
    'Quitar las condiciones (`accounturi`, `validationmethods`), salvo si es seguro que {provider} las cumple.',
  'finding.http-unreachable':
    'No se puede acceder al puerto 80 de {addresses}, así que la autoridad de certificación no puede verificar el nombre.',
  'fix.http-unreachable': 'Preguntar al soporte de {provider} por qué está cerrado el puerto 80 de esta app.',
  'finding.http-challenge-blocked':
    'El sitio responde, pero un cortafuegos bloquea las peticiones a `/.well-known/acme-challenge/` en {addresses}.',
  'fix.http-challenge-blocked': 'Permitir esta ruta en el cortafuegos o en el plugin de seguridad.',
  'finding.http-not-http': 'El puerto 80 de {addresses} no habla HTTP.',
  'fix.http-not-http': 'Pedir al soporte de {provider} que revise el puerto 80 de esta app.',
  'finding.http-redirect-loop':
    'La petición de la autoridad de certificación queda atrapada en un bucle de redirecciones{hasLocation, select, true {: {location}} other {}}.',
  'fix.http-redirect-loop':
    'Excluir `/.well-known/acme-challenge/` de las redirecciones del sitio: revisar su plugin de redirecciones, `.htaccess` y el ajuste «Forzar HTTPS».',
  'finding.http-redirect-bad':
    '{how, select, away {El sitio redirige a la autoridad de certificación a otro servidor ({location}), que no puede confirmar este nombre.} other {La autoridad de certificación no puede seguir la redirección del sitio{hasLocation, select, true {: {location}} other {}}.}}',
  'fix.http-redirect-bad':
    '{how, select, away {Excluir `/.well-known/acme-challenge/` de la redirección, o poner {name} como dirección del sitio.} other {Redirigir solo a un nombre de host público, por http o https y en los puertos estándar.}}',
  'finding.http-test-cookie':
    'Una protección contra bots en {addresses} responde con una prueba de JavaScript en lugar del sitio.',
  'fix.http-test-cookie': 'Desactivar la prueba para `/.well-known/acme-challenge/`.',
  'finding.http-login':
    'Una contraseña o una regla de acceso bloquea `/.well-known/acme-challenge/`{hasStatus, select, true { (código {status})} other {}}.',
  'fix.http-login':
    'Permitir esta ruta sin iniciar sesión. Revisar la protección con contraseña, los plugins de seguridad y las páginas de «próximamente».',
  'finding.http-error':
    'El sitio responde con un error a la petición de la autoridad de certificación{hasStatus, select, true { (código {status})} other {}}.',
  'fix.http-error':
    'Revisar el registro de errores del sitio: el sitio tiene que responder para que se pueda emitir un certificado.',
  'finding.http-unexpected':
    'El sitio responde de forma inusual a la petición de la autoridad de certificación{hasStatus, select, true { (código {status})} other {}}.',
  'fix.http-unexpected':
    'Si no se emite ningún certificado, revisar qué plugin o regla responde por `/.well-known/acme-challenge/`.',
  'finding.http-differs':
    '{addresses} responden de forma distinta en el puerto 80, así que puede que no sean el mismo servidor.',
  'fix.http-differs': 'Preguntar al soporte de {provider} si todas estas direcciones pertenecen a esta app.',
  'finding.tls-refused':
    '{addresses} {addressCount, plural, one {rechaza} many {rechazan} other {rechazan}} las conexiones en el puerto 443.',
  'fix.tls-refused': 'Pedir al soporte de {provider} que revise el puerto 443 de esta app.',
  'finding.tls-silent':
    '{addresses} no {addressCount, plural, one {responde} many {responden} other {responden}} en el puerto 443.',
  'fix.tls-silent': 'Si persiste, pedir al soporte de {provider} que revise el puerto 443 de esta app.',
  'finding.tls-reset':
    '{addresses} {addressCount, plural, one {cierra} many {cierran} other {cierran}} la conexión en el puerto 443.',
  'fix.tls-reset': 'Pedir al soporte de {provider} que revise el TLS de esta app.',
  'finding.tls-absent':
    '{addresses} {addressCount, plural, one {responde} many {responden} other {responden}} en el puerto 443 sin TLS, por ejemplo con HTTP sin cifrar.',
  'fix.tls-absent': 'Pedir al soporte de {provider} que active el TLS de esta app.',
  'finding.tls-old':
    '{how, select, key {La clave del certificado de {addresses} es de un tipo que los navegadores no aceptan.} other {{addresses} solo {addressCount, plural, one {habla} many {hablan} other {hablan}} versiones o cifrados de TLS que los navegadores ya no aceptan.}}',
  'fix.tls-old':
    '{how, select, key {Pedir al soporte de {provider} un certificado con clave RSA, P-256 o P-384.} other {Pedir al soporte de {provider} que permita TLS 1.3, y TLS 1.2 con cifrados actuales.}}',
  'finding.tls-failing': 'La negociación TLS con {addresses} falla.',
  'fix.tls-failing': 'Pedir al soporte de {provider} que revise el TLS de esta app.',
  'finding.certificate-expired': 'El certificado de {addresses} ha caducado ({validTo}).',
  'fix.certificate-expired':
    'No se renovó. {how, select, proxy {Es el certificado del proxy: preguntar a su operador o revisarlo en la configuración del proxy.} other {Corregir primero los demás hallazgos, si los hay, y después pedir al soporte de {provider} que lo renueve.}}',
  'finding.certificate-early': 'El certificado de {addresses} aún no es válido (lo será desde: {validFrom}).',
  'fix.certificate-early':
    'Esperar hasta entonces, o preguntar al soporte de {provider} si hay algún reloj mal ajustado.',
  'finding.certificate-staging':
    'El certificado de {addresses} es de prueba ({issuer}), y los navegadores no confían en él.',
  'fix.certificate-staging': 'Pedir al soporte de {provider} que emita un certificado real.',
  'finding.certificate-self-signed':
    'El certificado de {addresses} es autofirmado, así que los navegadores no confían en él.',
  'fix.certificate-self-signed': 'Pedir al soporte de {provider} que emita un certificado real.',
  'finding.chain-incomplete':
    '{addresses} no {addressCount, plural, one {envía} many {envían} other {envían}} el certificado intermedio de {issuer}, así que algunos visitantes ven un aviso.',
  'fix.chain-incomplete': 'Pedir al soporte de {provider} que sirva la cadena completa.',
  'finding.chain-expired':
    'El certificado de {addresses} está bien, pero uno superior de la cadena ha caducado o aún no es válido ({issuer}).',
  'fix.chain-expired': 'Pedir al soporte de {provider} que sirva el certificado intermedio actual.',
  'finding.certificate-untrusted':
    'El certificado de {addresses}, emitido por {issuer}, no es de confianza{hasReason, select, true { ({reason})} other {}}.',
  'fix.certificate-untrusted':
    'Pedir al soporte de {provider} que emita un certificado de una autoridad pública.',
  'finding.certificate-slow':
    'El certificado tarda más de lo habitual, sin ningún motivo visible desde fuera.',
  'fix.certificate-slow':
    'Mirar el estado del SSL en el panel de {provider}, o preguntar al soporte de {provider}. No conviene eliminar y volver a añadir el dominio: rara vez ayuda y cuenta para el límite semanal de la autoridad de certificación.',
  'finding.name-unknown':
    '{addresses} aún no {addressCount, plural, one {conoce} many {conocen} other {conocen}} {name}.',
  'fix.name-unknown':
    'Comprobar que el dominio figura en el panel de {provider}. Quizá {provider} aún lo esté configurando.',
  'finding.certificate-other-name':
    '{addresses} {addressCount, plural, one {tiene} many {tienen} other {tienen}} un certificado para {names}, pero {how, select, lost {ya no para {name}} other {aún ninguno para {name}}}.',
  'fix.certificate-other-name':
    '{how, select, lost {El dominio ya tuvo un certificado. Mirar el estado del SSL en el panel de {provider}, o preguntar al soporte de {provider}.} other {No hay que hacer nada: el DNS está bien, así que {provider} puede emitir el certificado; suele tardar entre 10 y 15 minutos.}}',
  'finding.certificate-nameless':
    '{addresses} {addressCount, plural, one {muestra} many {muestran} other {muestran}} un certificado sin ningún nombre ({issuer}) en lugar de uno para {name}.',
  'fix.certificate-nameless': 'Preguntar al soporte de {provider} qué certificado está instalado ahí.',
  'finding.ssl-odd':
    'El certificado no está bien, por un motivo que el bot no reconoce{hasReason, select, true { ({reason})} other {}}.',
  'fix.ssl-odd': 'Enviar esto al soporte de {provider}.',
  'finding.certificate-expiring': 'El certificado está a punto de caducar ({validTo}) y no se ha renovado.',
  'fix.certificate-expiring':
    '{how, select, proxy {Es el certificado del proxy: preguntar a su operador o revisarlo en la configuración del proxy.} other {Corregir primero los demás hallazgos, si los hay, y después pedir al soporte de {provider} que lo renueve.}}',
  'finding.site-error':
    '{how, select, pause {El sitio dice que no está disponible por ahora (código 503), como hace WordPress durante las actualizaciones y con páginas de «próximamente».} download {Los navegadores descargan la página o muestran su código, por las cabeceras con las que llega.} source {Los visitantes reciben el código PHP del sitio en lugar de la página, porque el servidor no ejecuta PHP.} shown {En lugar de la página, los visitantes ven un mensaje de error{hasTitle, select, true { ({title})} other {}}.} empty {El sitio responde con una página vacía.} fatal {En lugar de la página, los visitantes ven un mensaje de error de PHP.} other {El sitio responde con un error{hasStatus, select, true { (código {status})} other {}}.}}',
  'fix.site-error':
    '{how, select, pause {Esperar a que termine la actualización. Si dura, eliminar el archivo `.maintenance` de la carpeta de WordPress o desactivar el plugin de mantenimiento.} download {Revisar qué define `Content-Type` y `Content-Disposition` en las páginas: un plugin de caché o la configuración del servidor.} source {Preguntar al soporte de {provider} por qué no se ejecuta PHP en esta app.} other {Revisar el registro de errores del sitio.}}',
  'finding.site-default-page':
    '{how, select, parking {Los visitantes ven anuncios o una oferta de venta del dominio en lugar del sitio{hasTitle, select, true { ({title})} other {}}.} other {Los visitantes ven la página predeterminada del hosting en lugar del sitio{hasTitle, select, true { ({title})} other {}}.}}',
  'fix.site-default-page':
    '{how, select, parking {Averiguar quién puso esta página: la sirve el propio servidor de la app. Después, asignar el nombre de host a su sitio en WordPress o en Ultimate Multisite.} other {Asignar el nombre de host a su sitio en WordPress o en Ultimate Multisite.}}',
  'finding.site-signup': 'Los visitantes de {name} acaban en la página de registro de la red.',
  'fix.site-signup':
    'En Ultimate Multisite, asignar el nombre de host a su sitio y activar el registro de dominio.',
  'finding.site-install':
    '{name} muestra la página de instalación de WordPress, así que todavía no hay sitio.',
  'fix.site-install': 'Instalar WordPress, o conectar la app con su base de datos.',
  'finding.site-suspended': '{name} muestra que el sitio o la cuenta están suspendidos.',
  'fix.site-suspended': 'Reactivar el sitio en Ultimate Multisite, o la cuenta en el hosting.',
  'finding.site-network-main':
    '{name} muestra el sitio principal de la red{hasLocation, select, true { ({location})} other {}}.',
  'fix.site-network-main': 'En Ultimate Multisite, asignar el nombre de host a su sitio.',
  'finding.site-other-host':
    '{how, select, frame {{name} muestra {location} dentro de un marco en lugar de un sitio propio.} astray {{name} lleva a los visitantes a {location}, cuyo DNS no apunta a esta app.} untrusted {{name} lleva a los visitantes a {location}, que no tiene un certificado válido.} linked {{name} muestra un sitio cuya dirección es {location}: sus enlaces sacan a los visitantes del dominio nuevo.} other {{name} redirige a otro host{hasLocation, select, true { ({location})} other {}}, así que los visitantes no se quedan en el dominio nuevo.}}',
  'fix.site-other-host':
    '{how, select, frame {Quitar el marco (redirección «enmascarada») y asignar el nombre de host a su sitio en WordPress o en Ultimate Multisite.} astray {Apuntar también {location} al destino, o poner {name} como dirección del sitio.} untrusted {Asignar también {location} y esperar su certificado, o poner {name} como dirección del sitio.} other {Poner el dominio nuevo como dirección del sitio (en WordPress: Ajustes → Generales; en una red: el dominio del sitio) y quitar las redirecciones antiguas.}}',
  'finding.site-redirects':
    'Las redirecciones del sitio no terminan nunca o no llevan a ninguna parte{hasLocation, select, true {: {location}} other {}}.',
  'fix.site-redirects': 'Revisar los plugins de redirecciones, `.htaccess` y la dirección del sitio.',
  'finding.site-silent':
    '{how, select, certificate {{addresses} {addressCount, plural, one {pide} many {piden} other {piden}} un certificado de cliente, así que los visitantes que no tienen uno no reciben ninguna página.} other {{addresses} no {addressCount, plural, one {devuelve} many {devuelven} other {devuelven}} ninguna página en el puerto {how, select, secure {443} other {80}}{hasReason, select, true { ({reason})} other {}}.}}',
  'fix.site-silent':
    '{how, select, certificate {Pedir al soporte de {provider} que esta app deje de exigir certificados de cliente (mTLS).} other {Preguntar al soporte de {provider} por el puerto {how, select, secure {443} other {80}} de esta app.}}',
  'finding.site-forbidden':
    '{how, select, here {El servidor deniega el acceso a {name}{hasStatus, select, true { (código {status})} other {}}: al bot, y quizá a los visitantes.} limited {El servidor rechaza al bot por exceso de peticiones (código 429), y quizá también a los visitantes.} other {El servidor rechaza las peticiones para todos los nombres, no solo para este{hasStatus, select, true { (código {status})} other {}}.}}',
  'fix.site-forbidden':
    '{how, select, here {Abrir el sitio en un navegador. Si allí también está bloqueado, revisar los plugins de seguridad, los permisos de archivos y si hay un archivo índice.} limited {Si continúa, preguntar al soporte de {provider} por el límite de peticiones de esta app.} other {Preguntar al soporte de {provider} por las reglas de acceso de esta app.}}',
  'finding.site-login':
    'El sitio pide iniciar sesión{hasStatus, select, true { (código {status})} other {}}.',
  'fix.site-login': 'Si los visitantes deben ver el sitio, quitarle la contraseña.',
  'finding.site-other':
    '{how, select, unread {El sitio responde de una forma que el bot no puede leer, así que no se ha comprobado la página.} other {El sitio responde, pero no parece WordPress{hasTitle, select, true { ({title})} other {}}.}}',
  'fix.site-other': 'Comprobar que es el sitio correcto.',
  'finding.ssl-unchecked': 'No se pudo comprobar el certificado desde aquí.',
  'fix.ssl-unchecked':
    'No hay que hacer nada en el dominio: el bot no pudo acceder a las direcciones de la app y lo reintenta solo. Si sigue fallando, revisar la red del bot.',
});
