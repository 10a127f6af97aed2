import type { WebClient } from '@slack/web-api';
import { z } from 'zod';
import { type DocumentKind, type Documents, openDocument } from '../store/documents.js';

const greeted = z.object({ channels: z.array(z.string()) });

const greetedKind: DocumentKind<z.output<typeof greeted>> = {
  name: 'greeted-channels',
  form: { schema: 1, migrations: new Map() },
  content: greeted,
};

/** Posts a greeting once per channel, even if the bot is invited again. Throws SDK errors. */
export function createGreeter(client: WebClient, documents: Documents, text: string) {
  const handle = openDocument(documents, greetedKind, 'slack');
  let turn: Promise<unknown> = Promise.resolve();

  async function greet(channel: string): Promise<void> {
    const { channels } = (await handle.read()) ?? { channels: [] };
    if (channels.includes(channel)) return;
    await handle.write({ channels: [...channels, channel] });
    await client.chat.postMessage({ channel, text });
  }

  return (channel: string): Promise<void> => {
    const next = turn.then(() => greet(channel));
    turn = next.catch(() => undefined);
    return next;
  };
}
