import { SYSTEM } from '../../core/event.js';
import { isoTime } from '../../core/instant.js';

/** Text that may go into a mrkdwn object as it is. Everything else is escaped on its way there. */
export class Mrkdwn {
  constructor(readonly text: string) {}
}

/**
 * Foreign text as it is seen: without characters that have no shape of their own but reorder, hide or overwrite what stands
 * around them: Unicode's format characters (bidirectional marks, zero-width ones) and controls but tab and line feed.
 */
export const visible = (text: string): string => text.replace(/\p{Cf}|(?![\n\t])\p{Cc}/gu, '');

/** Slack: escape exactly `&`, `<` and `>`; this also takes the life out of `<!channel>` and `<@U…>`. */
export const escapeMrkdwn = (text: string): string =>
  visible(text).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** Around text that `withSpans` shows as code; no text of ours or Slack's has these characters (private use). */
const [SPAN_START, SPAN_END] = ['\ue000', '\ue001'];
const SPANS = new RegExp(`${SPAN_START}([^${SPAN_END}]*)${SPAN_END}`, 'g');
/** What Slack would read as bold, italic, strike or code: `*.example.org`, `_dmarc`. Its marks can't be escaped. */
const MARKS = /[*`]|(?<![\p{L}\p{N}])[_~]|[_~](?![\p{L}\p{N}])/u;

/** Foreign text for a sentence: escaped, and marked to be shown as code where its own marks would garble the sentence. */
export function inert(text: string): string {
  const own = text.replace(/[\ue000\ue001]/g, '');
  return MARKS.test(own) ? `${SPAN_START}${inCode(own)}${SPAN_END}` : escapeMrkdwn(own);
}

/** Puts code spans around what was marked, except where a sentence shows it as code already. */
export const withSpans = (sentence: string): string =>
  sentence.replace(SPANS, (_, text: string, offset: number) => {
    const isInCode = (sentence.slice(0, offset).split('`').length - 1) % 2 === 1;
    return isInCode ? text : `\`${text}\``;
  });

/** A backtick can't be escaped inside a code span, and a line break would end it. */
const inCode = (text: string): string =>
  escapeMrkdwn(text.replaceAll(/[\r\n\u2028\u2029]+/g, ' ')).replaceAll('`', "'");

export const code = (text: string): Mrkdwn => new Mrkdwn(`\`${inCode(text)}\``);

export const codeBlock = (lines: readonly string[]): Mrkdwn =>
  new Mrkdwn(`\`\`\`${lines.map(inCode).join('\n')}\`\`\``);

export const link = (url: string, label: string): Mrkdwn =>
  new Mrkdwn(`<${escapeMrkdwn(url).replaceAll('|', '%7C')}|${escapeMrkdwn(label).replaceAll('|', ' ')}>`);

/** A mention; events of our own are by the bot. */
export const person = (by: string): Mrkdwn =>
  new Mrkdwn(by === SYSTEM || !/^[A-Z0-9]+$/.test(by) ? escapeMrkdwn(by) : `<@${by}>`);

/** Of a user or a user group, by its id; in an answer for one person alone it notifies nobody. */
export const mention = (id: string): Mrkdwn =>
  id.startsWith('S') ? new Mrkdwn(`<!subteam^${id}>`) : person(id);

export const channelLink = (id: string): Mrkdwn => new Mrkdwn(`<#${id}>`);

/** The same to the second, of today or tomorrow: for what is about to happen. */
export const soon = (ms: number): Mrkdwn =>
  new Mrkdwn(`<!date^${Math.ceil(ms / 1000)}^{time_secs}|${isoTime(ms)}>`);

/** A moment in each reader's own time zone; `ms` is epoch milliseconds. */
export const moment = (ms: number): Mrkdwn =>
  new Mrkdwn(`<!date^${Math.floor(ms / 1000)}^{date_short_pretty} {time}|${isoTime(ms)}>`);
