import { type DomainEvent, eventName } from '../core/events/event.js';
import { hashOf } from '../core/events/event-chain.js';
import { isoTime } from '../core/instant.js';
import { csvText } from '../util/csv.js';

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

export function toCsv(events: readonly ExportedEvent[]): string {
  const rows = events.map(rowOf).map((row) =>
    COLUMNS.map((column) => {
      const value = row[column];
      return typeof value === 'string' ? value : JSON.stringify(value);
    }),
  );
  return csvText([COLUMNS, ...rows]);
}
