import { displayName } from '../../../core/hostname.js';
import { HISTORY_PAGE, type History, type HistoryEntry } from '../../../use-cases/reports/history.js';
import { mapInTurns } from '../../../util/concurrency/event-loop.js';
import { context } from '../../blocks/blocks.js';
import { sections } from '../../blocks/limits.js';
import { link, Mrkdwn, moment } from '../../blocks/mrkdwn.js';
import type { View } from '../../blocks/view.js';
import { eventSentence } from '../thread/event-sentence.js';
import type { Translator } from '../translator.js';
import { pageButtons } from './paging.js';

export const HISTORY_ACTION = 'history';

/** A hostname's timeline, newest first; each line links to its message. Yields to other work. */
export async function historyView(
  { hostname, entries, offset, total }: History,
  translator: Translator,
): Promise<View> {
  const title = translator.t('history.title', { hostname: displayName(hostname) });
  const range = translator.t('list.title', { from: offset + 1, to: offset + entries.length, total });
  const lines = await mapInTurns(entries, (entry) => historyLine(entry, translator));
  return {
    text: title,
    blocks: [
      ...sections([title, ...lines]),
      context(range),
      ...pageButtons(HISTORY_ACTION, { filter: hostname, offset, size: HISTORY_PAGE, total }, translator),
    ],
  };
}

function historyLine(entry: HistoryEntry, translator: Translator): string {
  const what = new Mrkdwn(eventSentence(entry.event, translator));
  return `${translator.t('history.line', { at: moment(entry.event.at), what })}${messageLink(entry, translator)}`;
}

/** A link with a leading space; empty until there is a message. */
export function messageLink({ channel, ts, threadTs }: HistoryEntry, translator: Translator): string {
  if (ts === undefined) return '';
  return ` ${link(translator.permalink(channel, ts, threadTs), translator.t('history.message')).text}`;
}
