import { HISTORY_PAGE, type History, type HistoryEntry } from '../../service/history.js';
import { context, section } from '../blocks.js';
import { link, Mrkdwn, moment } from '../mrkdwn.js';
import type { View } from '../view.js';
import { displayName } from './display-name.js';
import { eventSentence } from './event-sentence.js';
import { pageButtons } from './paging.js';
import type { Voice } from './voice.js';

export const HISTORY_ACTION = 'history';

/** The timeline of a hostname, newest first, each line with a link to the message that told it. */
export function historyView({ hostname, entries, offset, total }: History, voice: Voice): View {
  const title = voice.say('history.title', { hostname: displayName(hostname) });
  const range = voice.say('list.title', { from: offset + 1, to: offset + entries.length, total });
  return {
    text: title,
    blocks: [
      section([title, ...entries.map((entry) => line(entry, voice))].join('\n')),
      context(range),
      ...pageButtons(HISTORY_ACTION, { filter: hostname, offset, size: HISTORY_PAGE, total }, voice),
    ],
  };
}

function line(entry: HistoryEntry, voice: Voice): string {
  const what = new Mrkdwn(eventSentence(entry.event, voice));
  return `${voice.say('history.line', { at: moment(entry.event.at), what })}${messageLink(entry, voice)}`;
}

/** With a space before it; empty while there is no message. */
export function messageLink({ channel, ts, threadTs }: HistoryEntry, voice: Voice): string {
  if (ts === undefined) return '';
  return ` ${link(voice.permalink(channel, ts, threadTs), voice.say('history.message')).text}`;
}
