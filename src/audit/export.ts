import { type DomainEvent, eventName } from '../core/events/event.js';
import { hashOf } from '../core/events/event-chain.js';
import { isoTime } from '../core/instant.js';
import { partsOf } from '../util/collections.js';
import { visitInTurns } from '../util/concurrency/event-loop.js';
import { csvLines, csvText } from '../util/csv.js';

const EXPORTED_AT_ONCE = 32;

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

/** Made in turns with other work, since it may be large; so is the CSV. */
export async function toJson(events: Iterable<ExportedEvent>): Promise<Buffer> {
  const texts: Buffer[] = [];
  await visitInTurns(partsOf(events, EXPORTED_AT_ONCE), (part) => {
    const rows = JSON.stringify(part.map(rowOf), undefined, 2).slice(1, -2);
    texts.push(Buffer.from(texts.length === 0 ? rows : `,${rows}`));
  });
  return inOneBuffer([Buffer.from('['), ...texts, Buffer.from('\n]\n')]);
}

export async function toCsv(events: Iterable<ExportedEvent>): Promise<Buffer> {
  const texts = [Buffer.from(csvText([COLUMNS]))];
  await visitInTurns(partsOf(events, EXPORTED_AT_ONCE), (part) =>
    texts.push(Buffer.from(csvLines(part.map(cellsOf)))),
  );
  return inOneBuffer(texts);
}

async function inOneBuffer(parts: readonly Buffer[]): Promise<Buffer> {
  const whole = Buffer.allocUnsafe(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  await visitInTurns(parts, (part) => {
    at += part.copy(whole, at);
  });
  return whole;
}

function cellsOf(event: ExportedEvent): string[] {
  const row = rowOf(event);
  return COLUMNS.map((column) => {
    const value = row[column];
    return typeof value === 'string' ? value : JSON.stringify(value);
  });
}
