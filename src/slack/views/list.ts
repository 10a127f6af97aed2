import { z } from 'zod';
import type { Listing } from '../../service/list.js';
import { PAGE_SIZE } from '../../service/list.js';
import { actions, button, context, section } from '../blocks.js';
import { Mrkdwn, moment, person } from '../mrkdwn.js';
import type { View } from '../view.js';
import { displayName } from './display-name.js';
import type { Voice } from './voice.js';

export const LIST_ACTION = 'list';

const MAX_FILTER = 253;
const page = z.object({ filter: z.string().max(MAX_FILTER), offset: z.int().min(0).max(1_000_000) });

/** What a paging button carries; read back with `parsePage`. */
export const pageValue = (filter: string, offset: number): string =>
  JSON.stringify({ filter: filter.slice(0, MAX_FILTER), offset });

/** Undefined when the value isn't one of ours. */
export function parsePage(value: string): z.infer<typeof page> | undefined {
  try {
    return page.safeParse(JSON.parse(value)).data;
  } catch {
    return undefined;
  }
}

export function listView({ mappings, total, filter, offset }: Listing, voice: Voice): View {
  if (mappings.length === 0) {
    const text = filter === '' ? voice.say('list.empty') : voice.say('list.nothing', { filter });
    return { text, blocks: [section(text)] };
  }
  const lines = mappings.map((mapping) =>
    voice.say('list.line', {
      hostname: displayName(mapping.hostname),
      stage: new Mrkdwn(voice.say(`stage.${mapping.stage}`)),
      person: person(mapping.requestedBy),
      at: moment(mapping.requestedAt),
      app: mapping.app,
    }),
  );
  const buttons = [
    ...(offset > 0
      ? [
          button(
            `${LIST_ACTION}:previous`,
            voice.sayPlain('list.previous'),
            pageValue(filter, Math.max(0, offset - PAGE_SIZE)),
          ),
        ]
      : []),
    ...(offset + mappings.length < total
      ? [button(`${LIST_ACTION}:next`, voice.sayPlain('list.next'), pageValue(filter, offset + PAGE_SIZE))]
      : []),
  ];
  const title = voice.say('list.title', { from: offset + 1, to: offset + mappings.length, total });
  return {
    text: title,
    blocks: [section(lines.join('\n')), context(title), ...(buttons.length > 0 ? [actions(...buttons)] : [])],
  };
}
