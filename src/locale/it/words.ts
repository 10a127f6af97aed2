import type { wordsEn } from '../en/words.js';
import { translation } from '../messages.js';

/** Italian: what people may type for a command. */
export const wordsIt = translation<'it', typeof wordsEn>()({
  'words.map': 'mappa, mappare, aggiungi, aggiungere',
  'words.unmap': 'rimuovi, rimuovere, elimina, eliminare',
  'words.status': 'stato',
  'words.check': 'verifica, verificare, controlla',
  'words.list': 'elenco, elenca, lista, trova, cerca',
  'words.history': 'cronologia, storico',
  'words.help': 'aiuto, guida',
});
