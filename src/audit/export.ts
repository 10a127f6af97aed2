import { type DomainEvent, eventName } from '../core/event.js';
import { hashOf } from '../core/event-chain.js';
import { isoTime } from '../core/instant.js';

/** An event as a row, with a link to its message. */
export interface ExportedEvent {
  readonly event: DomainEvent;
  readonly channel: string;
  readonly link: string;
  /** Who `by` and `channel` are; empty if Slack doesn't tell. */
  readonly byName: string;
  readonly channelName: string;
}

const COLUMNS = [
  'at',
  'hostname',
  'type',
  'by',
  'by_name',
  'channel',
  'channel_name',
  'message',
  'details',
  'id',
  'mapping',
  'previous',
  'hash',
] as const;

const rowOf = ({ event, channel, link, byName, channelName }: ExportedEvent) => ({
  at: isoTime(event.at),
  hostname: event.hostname,
  type: eventName(event),
  by: event.by,
  by_name: byName,
  channel,
  channel_name: channelName,
  message: link,
  details: event.details,
  id: event.id,
  mapping: event.mapping,
  previous: event.previous,
  hash: hashOf(event),
});

export const toJson = (events: readonly ExportedEvent[]): string =>
  `${JSON.stringify(events.map(rowOf), undefined, 2)}\n`;

/** RFC 4180, with a byte order mark so that spreadsheets read it as UTF-8. */
export function toCsv(events: readonly ExportedEvent[]): string {
  const rows = events.map(rowOf).map((row) =>
    COLUMNS.map((column) => {
      const value = row[column];
      return field(typeof value === 'string' ? value : JSON.stringify(value));
    }).join(','),
  );
  return `\ufeff${[COLUMNS.join(','), ...rows].join('\r\n')}\r\n`;
}

/** Stops spreadsheets from running foreign text as a formula (OWASP, CSV injection). */
function field(text: string): string {
  const harmless = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
