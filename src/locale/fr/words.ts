import type { wordsEn } from '../en/words.js';
import { translation } from '../messages.js';

/** What French speakers may type for a command besides its name. */
export const wordsFr = translation<'fr', typeof wordsEn>()({
  'words.map': 'mapper, ajouter',
  'words.unmap': 'supprimer, retirer, démapper',
  'words.status': 'statut, état',
  'words.check': 'vérifier, tester',
  'words.list': 'liste, lister, chercher',
  'words.history': 'historique, qui',
  'words.help': 'aide',
});
