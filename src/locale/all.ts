/** Every language of the bot by BCP 47 tag. Adding one: a folder like `es/`, and a line here. */
export { en } from './en/en.js';
export { es } from './es/es.js';
export { fr } from './fr/fr.js';
export { it } from './it/it.js';
export { ptBr as 'pt-BR' } from './pt-BR/pt-br.js';
export { ro } from './ro/ro.js';
