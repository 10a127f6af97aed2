import type { wordsEn } from '../en/words.js';
import { translation } from '../messages.js';

/** Brazilian Portuguese: what people may type for a command. */
export const wordsPtBr = translation<'pt-BR', typeof wordsEn>()({
  'words.map': 'mapear, adicionar',
  'words.unmap': 'desmapear, remover, excluir',
  'words.status': 'estado, situação',
  'words.check': 'verificar, testar',
  'words.list': 'lista, listar, buscar',
  'words.history': 'histórico, quem',
  'words.help': 'ajuda',
});
