import { z } from 'zod';

const MAX_MESSAGE_TEXT = 20_000;
const MAX_DEPTH = 12;
/** The keys under which messages, blocks and attachments hold text and addresses. */
const TEXT_KEYS: ReadonlySet<string> = new Set([
  'text',
  'fallback',
  'pretext',
  'title',
  'title_link',
  'value',
  'url',
]);

/** All texts of a message: its text, blocks, and attachments as help desks post them. */
export function textsIn(message: unknown): string[] {
  const texts: string[] = [];
  let room = MAX_MESSAGE_TEXT;
  collect(message, 0);
  return texts;

  function collect(value: unknown, depth: number): void {
    if (depth > MAX_DEPTH || room <= 0 || typeof value !== 'object' || value === null) return;
    for (const [key, item] of Object.entries(value))
      if (typeof item !== 'string') collect(item, depth + 1);
      else if (TEXT_KEYS.has(key)) {
        texts.push(item.slice(0, room));
        room -= item.length;
      }
  }
}

const carrier = z.object({ metadata: z.object({ event_payload: z.object({ mapping: z.string() }) }) });

/** The mapping that a message of ours is about, if Slack sends its metadata. */
export const mappingIn = (message: unknown): string | undefined =>
  carrier.safeParse(message).data?.metadata.event_payload.mapping;
