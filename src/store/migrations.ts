import { upgradeEvent, upgradeMapping } from '../core/legacy.js';

/** What stands in a mapping's file, as JSON. */
type Stored = Readonly<Record<string, unknown>>;

/** The number of the form that this version writes. */
export const SCHEMA = 5;

/** From each number to the next; files from before there were numbers are of number 1. Pure; never changed once released. */
const MIGRATIONS = new Map<number, (stored: Stored) => Stored>([
  // What could not be told is remembered from here on.
  [1, (stored) => ({ ...stored, undeliverable: [] })],
  // The standard terms: alias, domain record, www and primary, open findings, outbox.
  [
    2,
    ({ deliveries, mapping, events, ...stored }) => ({
      ...stored,
      outbox: deliveries,
      mapping: upgradeMapping(mapping),
      events: upgradedEvents(events),
    }),
  ],
  // Details of events by the standard terms: domainRecord, dnsRecords, wwwHostname; moments as numbers.
  [3, ({ events, ...stored }) => ({ ...stored, events: upgradedEvents(events) })],
  // The site axis: what is Ready stays so until a check sees otherwise.
  [4, ({ mapping, ...stored }) => ({ ...stored, mapping: withSite(mapping) })],
]);

const upgradedEvents = (events: unknown): unknown =>
  Array.isArray(events) ? events.map(upgradeEvent) : events;

function withSite(mapping: unknown): unknown {
  if (typeof mapping !== 'object' || mapping === null || 'site' in mapping) return mapping;
  const { requestedAt } = mapping as Stored;
  return { ...mapping, site: { state: 'unwatched', since: requestedAt, contradictions: 0 } };
}

/** A file that a newer version of the bot wrote: it is left as it is. */
export class NewerSchema extends Error {
  override readonly name = 'NewerSchema';
  constructor(schema: number) {
    super(
      `written by a newer version of the bot (schema ${schema}; this version knows up to ${SCHEMA}). The file was left as it is: start the newer version again.`,
    );
  }
}

/** Brings a file's JSON to the present form, without its number. Throws `NewerSchema`, and on what has no such form. */
export function migrate(json: unknown): unknown {
  if (typeof json !== 'object' || json === null || Array.isArray(json)) throw new Error('not a record');
  const { schema = 1, ...stored } = json as Stored;
  if (typeof schema !== 'number' || !Number.isInteger(schema) || schema < 1)
    throw new Error(`“schema” is ${JSON.stringify(schema)}, not a number`);
  if (schema > SCHEMA) throw new NewerSchema(schema);
  let current: Stored = stored;
  for (let number = schema; number < SCHEMA; number++) {
    const step = MIGRATIONS.get(number);
    if (!step) throw new Error(`there is no way from schema ${number} to ${number + 1}`);
    current = step(current);
  }
  return current;
}
