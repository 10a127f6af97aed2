import type { Message } from '../../../src/sandbox/slack/page-api.js';
import { stageKey } from '../../../src/slack/views/card/condition.js';
import type { Translator } from '../../../src/slack/views/translator.js';
import { reportableEntries } from '../../../src/store/pending.js';
import type { StoredMapping } from '../../../src/store/store.js';
import { eventsIn, heldOn } from '../../support/carried.js';

/** How the channel differs from the store. */
export interface Differences {
  readonly mappings: number;
  readonly events: number;
  readonly replies: number;
  readonly lost: number;
  readonly duplicated: number;
  readonly outOfOrder: number;
  readonly wrongCards: number;
  /** Each wrong card with what it should show, for whoever searches for the cause. */
  readonly wrong: readonly string[];
  /** Mappings that were posted and are nowhere. */
  readonly brokenPromises: number;
  /** Their hostnames, with what was posted. */
  readonly broken: readonly string[];
}

/** What people were left to believe. */
export interface Promises {
  promised(): ReadonlySet<string>;
  read(hostname: string): readonly string[];
}

/** Everything is posted, and every card shows the present state. */
export const isQuiet = (storedMappings: readonly StoredMapping[]): boolean =>
  storedMappings.every(
    (stored) =>
      reportableEntries(stored).length === 0 &&
      (stored.mapping.primary !== undefined || stored.card.shownRevision >= stored.mapping.revision),
  );

export function compare(
  storedMappings: readonly StoredMapping[],
  messages: readonly Message[],
  promises: Promises,
  translator: Translator,
): Differences {
  const reported = new Map<string, Message[]>();
  for (const message of messages)
    for (const { id } of eventsIn(message.metadata)) reported.set(id, [...(reported.get(id) ?? []), message]);
  const held = new Set(messages.flatMap(({ metadata }) => heldOn(metadata)).map(({ id }) => id));
  const events = storedMappings.flatMap((stored) => stored.events);
  const wrong = storedMappings.filter(
    (stored) => !showsItsState(stored, storedMappings, messages, translator),
  );
  const known = new Set(storedMappings.map(({ mapping }) => mapping.hostname));
  const broken = [...promises.promised()].filter((hostname) => !known.has(hostname));
  return {
    mappings: storedMappings.length,
    events: events.length,
    replies: new Set([...reported.values()].flat()).size,
    lost: events.filter(({ id }) => !reported.has(id) && !held.has(id)).length,
    duplicated: [...reported.values()].filter((each) => each.length > 1).length,
    outOfOrder: storedMappings.filter((stored) => !isInOrder(stored, reported)).length,
    wrongCards: wrong.length,
    wrong: wrong.map((stored) => describe(stored, storedMappings, messages)),
    brokenPromises: broken.length,
    broken: broken.map((hostname) => JSON.stringify({ hostname, read: promises.read(hostname) })),
  };
}

/** The messages of a mapping stand in the channel as its events do in the store. */
function isInOrder({ events }: StoredMapping, reported: ReadonlyMap<string, readonly Message[]>): boolean {
  const times = events.flatMap(({ id }) => reported.get(id)?.[0]?.ts ?? []).map(Number);
  return times.every((time, at) => at === 0 || time >= (times[at - 1] ?? 0));
}

function showsItsState(
  { mapping, card }: StoredMapping,
  storedMappings: readonly StoredMapping[],
  messages: readonly Message[],
  translator: Translator,
): boolean {
  const stage = translator.t(stageKey(mapping, translator.condition(mapping)));
  const cardOf = (ts: string | undefined) => messages.find((message) => message.ts === ts);
  if (mapping.primary === undefined) return cardOf(card.ts)?.text.includes(stage) === true;
  // A www mapping stands on its main's card, as long as that knows of no other.
  const main = storedMappings.find((stored) => stored.mapping.id === mapping.primary);
  if (main?.mapping.www?.id !== mapping.id) return main !== undefined;
  const texts = (cardOf(main.card.ts)?.blocks ?? []).map((block) => JSON.stringify(block['text'] ?? ''));
  return texts.some((text) => text.includes(`*${mapping.hostname}*`) && text.includes(stage));
}

function describe(
  { mapping, card }: StoredMapping,
  storedMappings: readonly StoredMapping[],
  messages: readonly Message[],
): string {
  const main = storedMappings.find(({ mapping: { id } }) => id === mapping.primary);
  const ts = main?.card.ts ?? card.ts;
  const shown = messages.find((message) => message.ts === ts);
  return JSON.stringify({
    hostname: mapping.hostname,
    stage: mapping.stage,
    revision: mapping.revision,
    shownRevision: card.shownRevision,
    main: main && { ...main.mapping.www, revision: main.mapping.revision, shown: main.card.shownRevision },
    text: shown?.text ?? 'no such message',
    blocks: shown?.blocks?.map((block) => JSON.stringify(block['text'] ?? '')).slice(0, 6),
  });
}
