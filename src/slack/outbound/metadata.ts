import type { MessageMetadata } from '@slack/types';
import { z } from 'zod';
import { type DomainEvent, readEvent, writeEvent, writtenEvent } from '../../core/events/event.js';
import { upgradeEvent, upgradeMapping } from '../../core/events/legacy.js';
import { isoTime } from '../../core/instant.js';
import { type Mapping, mapping } from '../../core/mapping.js';
import { parseJson } from '../../util/parse-json.js';
import { chatErrorOf } from './errors.js';

const EVENT_TYPE = 'domain_event';

type Payload = Readonly<Record<string, unknown>>;

/** The whole event: exactly what its hash covers. */
function payloadOf(event: DomainEvent): Payload {
  const { writtenAs, ...written } = writeEvent(event);
  return { ...written, ...writtenAs, at: isoTime(event.at) };
}

function reducedPayload(event: DomainEvent): Payload {
  const { details: _, writtenAs: __, ...written } = writeEvent(event);
  return { ...written, at: isoTime(event.at), without_details: true };
}

/**
 * Events as a reply carries them: the first one's fields, and the others as JSON text in `more`, because Slack's
 * typings allow no nested objects in an array.
 */
const metadataFor = (first: Payload, others: readonly Payload[], extra: Payload = {}): MessageMetadata =>
  ({
    event_type: EVENT_TYPE,
    event_payload: { ...first, ...(others.length === 0 ? {} : { more: JSON.stringify(others) }), ...extra },
    // The events were parsed from JSON.
  }) as MessageMetadata;

export const eventMetadata = (event: DomainEvent, ...others: readonly DomainEvent[]): MessageMetadata =>
  metadataFor(payloadOf(event), others.map(payloadOf));

/** The events' IDs and their links to the previous ones, for a message whose full metadata was refused. */
export const leastMetadata = (event: DomainEvent, ...others: readonly DomainEvent[]): MessageMetadata =>
  metadataFor(reducedPayload(event), others.map(reducedPayload));

/**
 * A card carries its event and the mapping's current state, so that a lost store can be rebuilt, and in `held` the
 * events that no reply carries yet.
 */
export function cardMetadata(
  event: DomainEvent,
  mapping: Mapping,
  held: readonly DomainEvent[] = [],
): MessageMetadata {
  const state = snapshotOf(mapping);
  return metadataFor(payloadOf(event), [], {
    ...(state === undefined ? {} : { state }),
    ...(held.length === 0 ? {} : { held: JSON.stringify(held.map(payloadOf)) }),
  });
}

const { dns, ssl } = mapping.shape;

/** A mapping without its observations, which the next check replaces. */
const snapshot = mapping.omit({ http: true }).extend({
  dns: dns.omit({ observation: true }),
  ssl: ssl.omit({ observation: true }),
});

/** With its event a card's metadata stays near 3 kB; a longer mapping is replayed from its events instead. */
const MAX_LENGTH = 1_800;

/** The mapping as the text its card carries; undefined if it would be too long. */
export function snapshotOf(mapping: Mapping): string | undefined {
  const openFindings = mapping.openFindings.map(({ params: _, ...openFinding }) => openFinding);
  const text = JSON.stringify(z.encode(snapshot, { ...mapping, openFindings }));
  return text.length <= MAX_LENGTH ? text : undefined;
}

/** Undefined for anything but a snapshot. */
export function parseSnapshot(text: string): Mapping | undefined {
  try {
    return snapshot.safeParse(upgradeMapping(JSON.parse(text))).data;
  } catch {
    return undefined;
  }
}

const one = writtenEvent.extend({
  details: writtenEvent.shape.details.default({}),
  without_details: z.boolean().optional(),
});
const carriedEvent = z.preprocess(upgradeEvent, one);
/** JSON text; an unreadable one must not cost the message its own event. */
const several = z
  .string()
  .transform((text) => parseJson(text, z.array(carriedEvent)) ?? [])
  .default([]);

const carried = z.object({
  event_type: z.literal(EVENT_TYPE),
  event_payload: z.preprocess(
    upgradeEvent,
    one.extend({
      state: z.string().optional(),
      more: several,
      held: several,
      may_be_duplicate: z.boolean().optional(),
    }),
  ),
});

/** An event that a message carries. */
export interface CarriedEvent {
  readonly event: DomainEvent;
  /** The event's details were omitted. */
  readonly isReduced?: boolean | undefined;
}

export interface Carried {
  /** At least one, oldest first. */
  readonly events: readonly CarriedEvent[];
  /** Only on a card: the mapping, and the events that wait for a reply. */
  readonly mapping?: Mapping | undefined;
  readonly held: readonly DomainEvent[];
}

/** What one of our messages carries; undefined for other messages. */
export function readMetadata(metadata: unknown): Carried | undefined {
  const { success, data } = carried.safeParse(metadata);
  if (!success) return undefined;
  const { state, more, held, may_be_duplicate: _, ...first } = data.event_payload;
  const mapping = state === undefined ? undefined : parseSnapshot(state);
  return {
    events: [first, ...more].map(carriedIn),
    held: held.map((each) => carriedIn(each).event),
    ...(mapping ? { mapping } : {}),
  };
}

const carriedIn = ({ without_details, ...event }: z.output<typeof one>): CarriedEvent => ({
  event: readEvent(event),
  ...(without_details ? { isReduced: true } : {}),
});

const withId = z.object({ id: z.string() });
const identifiedPayload = z.object({ event_payload: withId.extend({ more: z.string().default('[]') }) });

/** The IDs of the events in a message's metadata, whatever else it has. */
export function eventIdsIn(metadata: unknown): readonly string[] {
  const { data } = identifiedPayload.safeParse(metadata);
  if (!data) return [];
  const { id, more } = data.event_payload;
  return [id, ...(parseJson(more, z.array(withId)) ?? []).map((each) => each.id)];
}

/** Tries each form until Slack accepts one; each is simpler than the one before. Throws what the last one throws. */
export async function inSimplerForms<Answer>(...forms: readonly (() => Promise<Answer>)[]): Promise<Answer> {
  const [form, ...simpler] = forms;
  if (!form) throw new Error('no form of the message');
  try {
    return await form();
  } catch (error) {
    if (simpler.length === 0 || chatErrorOf(error).code !== 'refused-content') throw error;
    return inSimplerForms(...simpler);
  }
}
