import { describeDifference } from '../../../audit/diff-history.js';
import { type ExportedEvent, toCsv, toJson } from '../../../audit/export.js';
import type { Verification } from '../../../audit/verify.js';
import { displayName } from '../../../core/hostname.js';
import { isoTime } from '../../../core/instant.js';
import { AUDIT_PAGE, type AuditFilter, type AuditPage } from '../../../use-cases/reports/audit.js';
import type { HistoryEntry } from '../../../use-cases/reports/history.js';
import { mapInTurns } from '../../../util/concurrency/event-loop.js';
import { actions, button, context, section } from '../../blocks/blocks.js';
import { Mrkdwn, moment } from '../../blocks/mrkdwn.js';
import type { DirectMessageFile, View } from '../../blocks/view.js';
import { eventSentence } from '../thread/event-sentence.js';
import type { Translator } from '../translator.js';
import { messageLink } from './history.js';
import { pageButtons, pageValue } from './paging.js';

export const AUDIT_ACTION = 'audit';
export const AUDIT_FILES_ACTION = 'audit-files';

/** A page of events, newest first, and a button for the whole audit. Yields to other work. */
export async function auditView(
  { filter, entries, offset, total }: AuditPage,
  translator: Translator,
): Promise<View> {
  const title = translator.t('audit.title');
  if (total === 0) return { text: title, blocks: [section(`${title}\n${translator.t('audit.nothing')}`)] };
  const words = describeAuditFilter(filter);
  return {
    text: title,
    blocks: [
      section(title),
      ...(await mapInTurns(entries, (entry) => section(auditLine(entry, translator)))),
      context(translator.t('list.title', { from: offset + 1, to: offset + entries.length, total })),
      ...pageButtons(AUDIT_ACTION, { filter: words, offset, size: AUDIT_PAGE, total }, translator),
      actions(button(AUDIT_FILES_ACTION, translator.tPlain('audit.files'), pageValue(words, 0))),
    ],
  };
}

function auditLine(entry: HistoryEntry, translator: Translator): string {
  const { event } = entry;
  const what = new Mrkdwn(eventSentence(event, translator));
  const params = { at: moment(event.at), hostname: displayName(event.hostname), what };
  return `${translator.t('audit.line', params)}${messageLink(entry, translator)}`;
}

/** `names`: of people and channels, by ID. */
export async function auditFiles(
  entries: readonly HistoryEntry[],
  names: ReadonlyMap<string, string>,
  translator: Translator,
): Promise<DirectMessageFile[]> {
  function* exported(): Generator<ExportedEvent, void> {
    for (const { event, channel, ts, threadTs } of entries)
      yield {
        event,
        channel,
        link: ts === undefined ? '' : translator.permalink(channel, ts, threadTs),
        byName: names.get(event.by) ?? '',
        channelName: names.get(channel) ?? '',
      };
  }
  return [
    { name: 'audit.csv', content: await toCsv(exported()) },
    { name: 'audit.json', content: await toJson(exported()) },
  ];
}

/** The result of a verification: the counts, and the first differences. */
export function verificationView(
  { mappings, events, messages, differences, unread, outOfReach, unusable }: Verification,
  translator: Translator,
): View {
  const isPartial = unread.length > 0 || outOfReach > 0 || unusable > 0;
  const outcome = differences.length > 0 ? 'audit.differs' : isPartial ? 'audit.sound-so-far' : 'audit.sound';
  const text = translator.t(outcome, { mappings, events, messages, differences: differences.length });
  const openFinding = (key: 'audit.unread' | 'audit.out-of-reach' | 'audit.unusable', count: number) =>
    count === 0 ? [] : [section(translator.t(key, { count }))];
  return {
    text,
    blocks: [
      section(text),
      ...openFinding('audit.unread', unread.length),
      ...openFinding('audit.out-of-reach', outOfReach),
      ...openFinding('audit.unusable', unusable),
    ],
  };
}

export const verificationFile = ({ differences }: Verification): DirectMessageFile => ({
  name: 'differences.txt',
  content: `${differences.map(describeDifference).join('\n')}\n`,
});

/** The same filter as typed arguments, for a button. */
export const describeAuditFilter = ({ since, by, type }: AuditFilter): string =>
  [since === undefined ? undefined : isoTime(since), by, type].filter((word) => word !== undefined).join(' ');
