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
    'No se puede usar DATABASE_URL ({place}): {reason}. Indica una base de datos PostgreSQL en la que el usuario del bot pueda crear tablas.',
  'report.database.newer':
    'Una versión más nueva del bot cambió la base de datos (su esquema necesita el paso {number}; esta versión conoce hasta el {most}). No se cambió nada: inicia la versión más nueva.',
  'report.database.password': 'la contraseña es incorrecta ({code})',
  'report.database.user': 'el servidor rechaza a este usuario ({code})',
  'report.database.missing': 'no existe esa base de datos ({code})',
  'report.database.permission': 'el usuario no puede crear tablas en ella ({code})',
  'report.database.full': 'el disco del servidor está lleno ({code})',
  'report.database.connections': 'al servidor no le quedan conexiones ({code})',
  'report.database.starting': 'el servidor se está iniciando o deteniendo ({code})',
  'report.database.read-only': 'es de solo lectura ({code})',
  'report.database.silent': 'nadie responde ahí ({code})',
  'report.database.address': 'el host no tiene dirección ({code})',
  'shell.store.no-url': 'DATABASE_URL no está definida. Defínela, o indica una carpeta o postgres://….',
  'shell.store.same': '--from y --to indican el mismo sitio.',
  'shell.store.copied':
    '{from} se copió a {to} y se comparó todo. Asignaciones: {mappings}. Eventos: {events}. Otros documentos: {documents}. Escritos esta vez: {written}.',
  'shell.store.copying': 'Asignaciones hasta ahora: {count}',
  'shell.store.broken':
    'Asignaciones con eventos cambiados o perdidos antes de la copia: {count}. «npm run audit -- verify» dice cuáles.',
});
