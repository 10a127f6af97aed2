import { describeDifference } from '../../audit/describe.js';
import { type ExportedEvent, toCsv, toJson } from '../../audit/export.js';
import type { Verification } from '../../audit/verify.js';
import { AUDIT_PAGE, type AuditPage } from '../../service/audit.js';
import type { HistoryEntry } from '../../service/history.js';
import { auditWords } from '../audit-words.js';
import { actions, button, context, section } from '../blocks.js';
import type { MailFile } from '../mail.js';
import { Mrkdwn, moment } from '../mrkdwn.js';
import type { View } from '../view.js';
import { displayName } from './display-name.js';
import { eventSentence } from './event-sentence.js';
import { messageLink } from './history.js';
import { pageButtons, pageValue } from './paging.js';
import type { Voice } from './voice.js';

export const AUDIT_ACTION = 'audit';
export const AUDIT_FILES_ACTION = 'audit-files';

/** A page of what happened, newest first, and the way to all of it. */
export function auditView({ filter, entries, offset, total }: AuditPage, voice: Voice): View {
  const title = voice.say('audit.title');
  if (total === 0) return { text: title, blocks: [section(`${title}\n${voice.say('audit.nothing')}`)] };
  const words = auditWords(filter);
  return {
    text: title,
    blocks: [
      section(title),
      ...entries.map((entry) => section(line(entry, voice))),
      context(voice.say('list.title', { from: offset + 1, to: offset + entries.length, total })),
      ...pageButtons(AUDIT_ACTION, { filter: words, offset, size: AUDIT_PAGE, total }, voice),
      actions(button(AUDIT_FILES_ACTION, voice.sayPlain('audit.files'), pageValue(words, 0))),
    ],
  };
}

function line(entry: HistoryEntry, voice: Voice): string {
  const { event } = entry;
  const what = new Mrkdwn(eventSentence(event, voice));
  const params = { at: moment(event.at), hostname: displayName(event.hostname), what };
  return `${voice.say('audit.line', params)}${messageLink(entry, voice)}`;
}

export function auditFiles(entries: readonly HistoryEntry[], voice: Voice): MailFile[] {
  const events = entries.map(
    ({ event, channel, ts, threadTs }): ExportedEvent => ({
      event,
      channel,
      link: ts === undefined ? '' : voice.permalink(channel, ts, threadTs),
    }),
  );
  return [
    { name: 'audit.csv', content: toCsv(events) },
    { name: 'audit.json', content: toJson(events) },
  ];
}

/** What a verification found: the count, and the first differences by name. */
export function verificationView(
  { mappings, events, messages, differences, unread, outOfReach, unusable }: Verification,
  voice: Voice,
): View {
  const isPartial = unread.length > 0 || outOfReach > 0 || unusable > 0;
  const outcome = differences.length > 0 ? 'audit.differs' : isPartial ? 'audit.sound-so-far' : 'audit.sound';
  const text = voice.say(outcome, { mappings, events, messages, differences: differences.length });
  const note = (key: 'audit.unread' | 'audit.out-of-reach' | 'audit.unusable', count: number) =>
    count === 0 ? [] : [section(voice.say(key, { count }))];
  return {
    text,
    blocks: [
      section(text),
      ...note('audit.unread', unread.length),
      ...note('audit.out-of-reach', outOfReach),
      ...note('audit.unusable', unusable),
    ],
  };
}

export const verificationFile = ({ differences }: Verification): MailFile => ({
  name: 'differences.txt',
  content: `${differences.map(describeDifference).join('\n')}\n`,
});
