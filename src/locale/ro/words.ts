import type { wordsEn } from '../en/words.js';
import { translation } from '../messages.js';

/** What Romanians may type for a command besides its name; with or without diacritics. */
export const wordsRo = translation<'ro', typeof wordsEn>()({
  'words.map': 'mapează, mapare, adaugă',
  'words.unmap': 'elimină, șterge, scoate',
  'words.status': 'stare, stadiu',
  'words.check': 'verifică, verificare, testează',
  'words.list': 'listă, listează, caută',
  'words.history': 'istoric, cine',
  'words.help': 'ajutor',
});
