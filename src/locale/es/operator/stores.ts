import type { storesEn } from '../../en/operator/stores.js';
import { translation } from '../../messages.js';

/** Spanish: stores: copying them, and databases and folders that can’t be used. */
export const storesEs = translation<'es', typeof storesEn>()({
  'report.copy.unfinished':
    '{place} contiene una copia sin terminar de {other}. Termínala con el mismo «closte-domain-bot store copy», o vacíalo.',
  'report.copy.no-store':
    'En {place} no hay datos del bot. Indica un DATA_DIR o una base de datos que un bot haya usado.',
  'report.copy.unreadable': 'No se puede copiar {what} ({reason}). Repáralo o apártalo, y copia de nuevo.',
  'report.copy.used':
    'Un bot está trabajando con {place}. Detén todas las réplicas, espera diez segundos y copia de nuevo.',
  'report.copy.different':
    '{place} no coincide con los datos que hay que copiar: {what}. Indica un destino vacío: nunca se mezclan dos.',
  'report.copy.running': '{place} se está copiando. Espera a que termine la copia, o detenla.',
  'report.data-dir.used':
    'Otro bot (proceso {number} en {host}) trabaja con {place}. Detenlo antes, o da a este otro DATA_DIR.',
  'report.database.unusable':
    'No se puede usar DATABASE_URL ({place}): {reason}. Revisa la URL, el servidor y que el usuario del bot pueda crear tablas en esa base de datos.',
  'report.database.newer':
    'Una versión más nueva del bot cambió la base de datos (su esquema necesita el paso {number}; esta versión conoce hasta el {most}). No se cambió nada: inicia la versión más nueva.',
  'report.database.password': 'la contraseña es incorrecta ({code})',
  'report.database.user': 'el servidor rechaza a este usuario ({code})',
  'report.database.missing': 'no existe esa base de datos ({code})',
  'report.database.permission': 'el usuario no puede crear tablas en ella ({code})',
  'report.database.full': 'el disco del servidor está lleno ({code})',
  'report.database.connections': 'al servidor no le quedan conexiones ({code})',
  'report.database.starting': 'el servidor se está iniciando o deteniendo ({code})',
  'report.database.slow': 'el servidor canceló una instrucción que tardaba demasiado ({code})',
  'report.database.read-only': 'es de solo lectura ({code})',
  'report.database.silent': 'nadie responde ahí ({code})',
  'report.database.address': 'el host no tiene dirección ({code})',
  'shell.store.no-url': 'DATABASE_URL no está definida. Defínela, o indica una carpeta o postgres://….',
  'shell.store.bad-url':
    '{name} no es una URL postgres://. Escribe los caracteres especiales de la contraseña como códigos: %23 para #, %2F para /.',
  'shell.store.same': '--from y --to indican el mismo sitio.',
  'shell.store.copied':
    '{from} se copió a {to} y se comparó todo. Asignaciones: {mappings}. Eventos: {events}. Otros documentos: {documents}. Escritos esta vez: {written}.',
  'shell.store.copying': 'Asignaciones hasta ahora: {count}',
  'shell.store.broken':
    'Asignaciones con eventos cambiados o perdidos antes de la copia: {count}. «closte-domain-bot audit verify» dice cuáles.',
  'shell.capacity.carried':
    'Sí: en esta máquina, un solo proceso con archivos soporta {mappings} dominios comprobados cada {interval} s.',
  'shell.capacity.not-carried':
    'No: un solo proceso en esta máquina no soporta {mappings} dominios comprobados cada {interval} s. Usa PostgreSQL (DATABASE_URL) y máquinas como esta. Réplicas necesarias: {replicas}, y una más por si falla alguna.',
  'shell.capacity.limit':
    'Soporta unos {most}; el límite es {limit, select, cpu {el procesador} disk {el disco} other {la memoria}}.',
  'shell.capacity.interval': 'Comprobados cada {interval} s, un solo proceso soportaría {mappings}.',
  'shell.capacity.measured': 'Medido aquí:',
  'shell.capacity.cpu':
    '  procesador: {ms} ms de CPU por comprobación sin novedades (DNS, certificado, página, datos), contra simuladores en esta máquina',
  'shell.capacity.cpu-assumed':
    '  procesador: {ms} ms de CPU por comprobación sin novedades. Solo se midió la parte de los datos; el resto se supone, porque los simuladores necesitan los paquetes de desarrollo (npm ci)',
  'shell.capacity.disk':
    '  disco: {median} ms para escribir 4 KiB de forma segura ({p99} ms en el peor caso); {changes} cambios guardados por segundo',
  'shell.capacity.memory': '  memoria: {bytes} bytes por dominio; {mib} MiB para un proceso',
  'shell.capacity.at-rate':
    '  al ritmo pedido: {rate} comprobaciones/s durante {seconds} s usaron el {share} % de un núcleo; el bucle de eventos se retrasó {loop} ms (percentil 99), una comprobación {late} ms como máximo',
  'shell.capacity.no-rate':
    '  al ritmo pedido: no se probó, porque no hay simuladores o es más de lo que puede un proceso',
  'shell.capacity.extrapolated':
    'Extrapolado de lo anterior, con un {share} % de un núcleo para comprobaciones y novedades en una de cada {checks}:',
  'shell.capacity.parts': '  el procesador soporta {cpu} dominios, el disco {disk}, la memoria {memory}',
  'shell.capacity.not-measured':
    'No se midió: una base de datos, la red, los límites de ritmo de Slack y {provider}.',
});
