import type { wordsEn } from '../en/words.js';
import { translation } from '../messages.js';

/** Spanish: what people type for a command. */
export const wordsEs = translation<'es', typeof wordsEn>()({
  'words.map': 'asignar, mapear, agregar, añadir',
  'words.unmap': 'quitar, desasignar, desmapear, eliminar, borrar',
  'words.status': 'estado',
  'words.check': 'comprobar, verificar, revisar',
  'words.list': 'lista, listar, buscar',
  'words.history': 'historial',
  'words.help': 'ayuda',
});
