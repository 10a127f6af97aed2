import { z } from 'zod';
import { type DocumentKind, type Documents, openDocument } from '../store/documents.js';
import { limit } from '../util/concurrency/queue.js';

const preferences = z.object({
  /** Slack user IDs of those who want a direct message when something waits for their approval. */
  approvalMessages: z.array(z.string()).default([]),
});

export const preferencesKind: DocumentKind<z.output<typeof preferences>> = {
  name: 'preferences',
  form: { schema: 1, migrations: new Map() },
  content: preferences,
};

/** More people than may approve anywhere. */
const MAX_PEOPLE = 10_000;

/** What people chose for themselves. */
export interface Preferences {
  /** Who wants a direct message when something waits for their approval. */
  approvalMessages(): Promise<readonly string[]>;
  setApprovalMessages(user: string, isOn: boolean): Promise<void>;
}

export function openPreferences(documents: Documents): Preferences {
  const handle = openDocument(documents, preferencesKind, 'all');
  const inTurn = limit(1);
  const read = async () => (await handle.read()) ?? { approvalMessages: [] };
  return {
    approvalMessages: () => inTurn(async () => (await read()).approvalMessages),
    setApprovalMessages: (user, isOn) =>
      inTurn(async () => {
        const chosen = await read();
        const others = chosen.approvalMessages.filter((each) => each !== user);
        const people = isOn ? [...others, user].slice(-MAX_PEOPLE) : others;
        await handle.write({ ...chosen, approvalMessages: people });
      }),
  };
}
