import { createCatalogue } from '../../src/locale/catalogue.js';
import type { Message } from '../../src/sandbox/slack/page-api.js';
import type { MappingRecord } from '../../src/store/store.js';

const say = createCatalogue('en');

/** How the channel differs from the store. */
export interface Differences {
  readonly mappings: number;
  readonly events: number;
  readonly replies: number;
  readonly lost: number;
  readonly duplicated: number;
  readonly outOfOrder: number;
  readonly wrongCards: number;
  /** Mappings that were acknowledged and are nowhere. */
  readonly brokenPromises: number;
}

/** Everything is told, and every card shows the present state. */
export const isQuiet = (records: readonly MappingRecord[]): boolean =>
  records.every(
    ({ deliveries, card, mapping }) =>
      deliveries.length === 0 && (mapping.under !== undefined || card.shownRevision >= mapping.revision),
  );

export function compare(
  records: readonly MappingRecord[],
  messages: readonly Message[],
  promised: ReadonlySet<string>,
): Differences {
  const told = new Map<string, Message[]>();
  for (const message of messages) {
    const id = message.metadata?.event_payload['id'];
    if (typeof id === 'string') told.set(id, [...(told.get(id) ?? []), message]);
  }
  const events = records.flatMap((record) => record.events);
  const known = new Set(records.map(({ mapping }) => mapping.hostname));
  return {
    mappings: records.length,
    events: events.length,
    replies: [...told.values()].flat().length,
    lost: events.filter(({ id }) => !told.has(id)).length,
    duplicated: [...told.values()].filter((each) => each.length > 1).length,
    outOfOrder: records.filter((record) => !isInOrder(record, told)).length,
    wrongCards: records.filter((record) => !showsItsState(record, records, messages)).length,
    brokenPromises: [...promised].filter((hostname) => !known.has(hostname)).length,
  };
}

/** The messages of a mapping stand in the channel as its events do in the store. */
function isInOrder({ events }: MappingRecord, told: ReadonlyMap<string, readonly Message[]>): boolean {
  const times = events.flatMap(({ id }) => told.get(id)?.[0]?.ts ?? []).map(Number);
  return times.every((time, at) => at === 0 || time > (times[at - 1] ?? 0));
}

function showsItsState(
  { mapping, card }: MappingRecord,
  records: readonly MappingRecord[],
  messages: readonly Message[],
): boolean {
  const stage = say(`stage.name.${mapping.stage}`);
  const cardOf = (ts: string | undefined) => messages.find((message) => message.ts === ts);
  if (mapping.under === undefined) return cardOf(card.ts)?.text.includes(stage) === true;
  // A companion stands on its main's card, as long as that knows of no other.
  const main = records.find((record) => record.mapping.id === mapping.under);
  if (main?.mapping.companion?.id !== mapping.id) return main !== undefined;
  const texts = (cardOf(main.card.ts)?.blocks ?? []).map((block) => JSON.stringify(block['text'] ?? ''));
  return texts.some((text) => text.includes(`*${mapping.hostname}*`) && text.includes(stage));
}
