import { join } from 'node:path';
import { type Delivery, joinedMessages } from '../../delivered.js';
import { ChangeLog, type OnVersion } from './change-log.js';
import { LineLog, type LineLogOptions } from './line-log.js';
import { type LineRow, logLine, rowOn } from './log-line.js';
import { readLines } from './read-lines.js';

/** What Slack accepted since a mapping's file was written. */
export interface LoggedDelivery extends OnVersion {
  /** All deliveries since then, combined. */
  readonly delivery: Delivery;
}

/** What was delivered on top of this version of a mapping's file, if anything was. */
export type LoggedDeliveries = (id: string, base: number) => LoggedDelivery | undefined;

export const deliveryLogPath = (dataDir: string): string => join(dataDir, 'deliveries.jsonl');

/** A longer delivery is written with its record, after which the next one is short again. */
const MAX_DELIVERY_LINE = 4_096;
const PRINTABLE = /^[\x20-\x7e]*\n$/;
const DELIVERY_WORDS = {
  unwritten: 'deliveries could not be written to their log',
  unreadable: 'some deliveries could not be read; Slack is asked about their messages',
};

/** What Slack accepted since each mapping's file was written: a line is on the disk before its save resolves. */
export class DeliveryLog extends ChangeLog {
  /** Throws if there is a file that can't be read. */
  static async open(options: Pick<LineLogOptions, 'path' | 'log' | 'assertHeld'>): Promise<DeliveryLog> {
    const all = { ...options, groupMs: 0, words: DELIVERY_WORDS };
    return new DeliveryLog(LineLog.after(all, await readLines(options.path)));
  }

  readonly of: LoggedDeliveries = (id, base) => deliveredOn(base, this.lines.of(id));

  /** False if the whole record has to be written. */
  async append(id: string, { base, version, delivery }: LoggedDelivery): Promise<boolean> {
    const posted = joinedMessages(this.of(id, base)?.delivery.posted, delivery.posted);
    const line = logLine(id, [base, version, posted, delivery.card]);
    return line.length <= MAX_DELIVERY_LINE && PRINTABLE.test(line) && this.lines.appendFlushed(id, line);
  }
}

/** Reads beside a bot at work. Throws if there is a file that can't be read. */
export async function readDeliveryLog(path: string): Promise<LoggedDeliveries> {
  const { lines } = await readLines(path);
  return (id, base) => deliveredOn(base, lines.get(id));
}

type DeliveryValues = readonly [posted: Delivery['posted'], card: Delivery['card']];

function deliveredOn(on: number, line: string | undefined): LoggedDelivery | undefined {
  const row: LineRow<DeliveryValues> | undefined = rowOn<DeliveryValues>(on, line);
  if (!row) return undefined;
  const [base, version, posted, card] = row;
  return { base, version, delivery: { posted, card } };
}
