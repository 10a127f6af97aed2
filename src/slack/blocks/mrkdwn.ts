import { SYSTEM } from '../../core/events/event.js';
import { isoTime } from '../../core/instant.js';

/** Text that can go into a mrkdwn object unchanged. Everything else is escaped first. */
export class Mrkdwn {
  constructor(readonly text: string) {}
}

/**
 * Foreign text without invisible characters that reorder, hide or overwrite the text around them: Unicode format
 * characters (bidirectional marks, zero-width characters) and controls except tab and line feed.
 */
export const visible = (text: string): string => text.replace(/\p{Cf}|(?![\n\t])\p{Cc}/gu, '');

/** Slack: escape exactly `&`, `<` and `>`; this also disarms `<!channel>` and `<@U…>`. */
export const escapeMrkdwn = (text: string): string =>
  visible(text).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/**
 * Delimiters of text that `withSpans` shows as code. Private-use characters: neither our text nor Slack's contains
 * them.
 */
const [SPAN_START, SPAN_END] = ['\ue000', '\ue001'];
const SPANS = new RegExp(`${SPAN_START}([^${SPAN_END}]*)${SPAN_END}`, 'g');
/** What Slack would read as bold, italic, strike or code (`*.example.org`, `_dmarc`). These marks can't be escaped. */
const MARKS = /[*`]|(?<![\p{L}\p{N}])[_~]|[_~](?![\p{L}\p{N}])/u;

/** Escapes foreign text for a sentence, and marks it as code if its own marks would garble the sentence. */
export function inert(text: string): string {
  const own = text.replace(/[\ue000\ue001]/g, '');
  return MARKS.test(own) ? `${SPAN_START}${inCode(own)}${SPAN_END}` : escapeMrkdwn(own);
}

/** A name or a link to it that has an asterisk of its own, in bold: where that ends is anybody's guess. */
const BOLD_WITH_MARK = new RegExp(
  `\\*(${SPAN_START}[^${SPAN_END}]*${SPAN_END}|<[^<>|]*\\|[^<>]*\\*[^<>]*>)\\*`,
  'g',
);

/** Puts marked text in code spans, unless the sentence already shows it as code. */
export const withSpans = (sentence: string): string =>
  sentence.replace(BOLD_WITH_MARK, '$1').replace(SPANS, (_, text: string, offset: number) => {
    const isInCode = (sentence.slice(0, offset).split('`').length - 1) % 2 === 1;
    return isInCode ? text : `\`${text}\``;
  });

/** A code span can't contain an escaped backtick, and a line break would end it. */
const inCode = (text: string): string =>
  escapeMrkdwn(text.replaceAll(/[\r\n\u2028\u2029]+/g, ' ')).replaceAll('`', "'");

export const code = (text: string): Mrkdwn => new Mrkdwn(`\`${inCode(text)}\``);

export const codeBlock = (lines: readonly string[]): Mrkdwn =>
  new Mrkdwn(`\`\`\`${lines.map(inCode).join('\n')}\`\`\``);

export const link = (url: string, label: string): Mrkdwn =>
  new Mrkdwn(`<${escapeMrkdwn(url).replaceAll('|', '%7C')}|${escapeMrkdwn(label).replaceAll('|', ' ')}>`);

/** Mentions a person; the bot is the actor of system events. */
export const person = (by: string): Mrkdwn =>
  new Mrkdwn(by === SYSTEM || !/^[A-Z0-9]+$/.test(by) ? escapeMrkdwn(by) : `<@${by}>`);

/** Mentions a user or user group by ID. Notifies nobody in an ephemeral message. */
export const mention = (id: string): Mrkdwn =>
  id.startsWith('S') ? new Mrkdwn(`<!subteam^${id}>`) : person(id);

export const channelLink = (id: string): Mrkdwn => new Mrkdwn(`<#${id}>`);

/** Time to the second, today or tomorrow: for what is about to happen. */
export const soon = (ms: number): Mrkdwn =>
  new Mrkdwn(`<!date^${Math.ceil(ms / 1000)}^{time_secs}|${isoTime(ms)}>`);

/** A day in each reader's own time zone; `ms` is epoch milliseconds. */
export const day = (ms: number): Mrkdwn =>
  new Mrkdwn(`<!date^${Math.floor(ms / 1000)}^{date_short_pretty}|${isoTime(ms).slice(0, 10)}>`);

/** A time in each reader's own time zone; `ms` is epoch milliseconds. */
export const moment = (ms: number): Mrkdwn =>
  new Mrkdwn(`<!date^${Math.floor(ms / 1000)}^{date_short_pretty} {time}|${isoTime(ms)}>`);
