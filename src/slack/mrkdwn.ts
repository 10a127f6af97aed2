import { SYSTEM } from '../mapping/event.js';
import { isoTime } from '../mapping/instant.js';

/** Text that may go into a mrkdwn object as it is. Everything else is escaped on its way there. */
export class Mrkdwn {
  constructor(readonly text: string) {}
}

/** Slack: escape exactly `&`, `<` and `>`; this also takes the life out of `<!channel>` and `<@U…>`. */
export const escapeMrkdwn = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** A backtick can't be escaped inside a code span, and a line break would end it. */
const inCode = (text: string): string =>
  escapeMrkdwn(text)
    .replaceAll('`', "'")
    .replaceAll(/[\r\n]+/g, ' ');

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
