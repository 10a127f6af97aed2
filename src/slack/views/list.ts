import type { Listing } from '../../use-cases/list.js';
import { PAGE_SIZE } from '../../use-cases/list.js';
import { context, section } from '../blocks/blocks.js';
import { Mrkdwn, moment, person } from '../blocks/mrkdwn.js';
import type { View } from '../blocks/view.js';
import { displayName } from './display-name.js';
import { pageButtons } from './paging.js';
import type { Translator } from './translator.js';

export const LIST_ACTION = 'list';

export function listView({ mappings, total, filter, offset }: Listing, translator: Translator): View {
  if (mappings.length === 0) {
    const text = filter === '' ? translator.t('list.empty') : translator.t('list.nothing', { filter });
    return { text, blocks: [section(text)] };
  }
  const lines = mappings.map((mapping) =>
    translator.t('list.line', {
      hostname: displayName(mapping.hostname),
      stage: new Mrkdwn(translator.t(`stage.${mapping.stage}`)),
      person: person(mapping.requestedBy),
      at: moment(mapping.requestedAt),
      app: mapping.app,
    }),
  );
  const title = translator.t('list.title', { from: offset + 1, to: offset + mappings.length, total });
  return {
    text: title,
    blocks: [
      section(lines.join('\n')),
      context(title),
      ...pageButtons(LIST_ACTION, { filter, offset, size: PAGE_SIZE, total }, translator),
    ],
  };
}
