import type { DocumentKind, Documents } from './documents.js';
import { StaleVersion } from './store.js';

const MAX_EDIT_TRIES = 10;

/**
 * Changes a document, whoever else writes it: `edit` runs again on what they wrote. Nothing is written when it returns
 * what it was given. Resolves to the document as it is then.
 */
export async function editDocument<Value>(
  documents: Documents,
  kind: DocumentKind<Value>,
  key: string,
  edit: (value: Value | undefined) => Value | undefined,
): Promise<Value | undefined> {
  for (let tries = 1; ; tries++) {
    const found = await documents.read(kind, key);
    const next = edit(found?.value);
    if (next === undefined || next === found?.value) return found?.value;
    try {
      await documents.write(kind, key, next, found?.version ?? 0);
      return next;
    } catch (error) {
      if (!(error instanceof StaleVersion) || tries >= MAX_EDIT_TRIES) throw error;
    }
  }
}
