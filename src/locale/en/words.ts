/** What people may type for a command besides its name; commas separate the words. Every language's are understood. */
export const wordsEn = {
  'words.map': 'add',
  'words.unmap': 'remove, delete',
  'words.status': 'info',
  'words.check': 'test',
  'words.list': 'ls, find',
  'words.history': 'who',
  'words.help': '',
} as const satisfies Record<string, string>;
