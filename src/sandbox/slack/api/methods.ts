import { CHAT } from './methods/chat.js';
import { CONVERSATIONS } from './methods/conversations.js';
import { DIRECTORY } from './methods/directory.js';
import { FILES } from './methods/files.js';
import type { Method } from './methods/method.js';
import { VIEWS } from './methods/views.js';

/** The Web API methods that the sandbox answers. */
export const METHODS: ReadonlyMap<string, Method> = new Map(
  Object.entries({ ...DIRECTORY, ...CHAT, ...CONVERSATIONS, ...FILES, ...VIEWS }),
);
