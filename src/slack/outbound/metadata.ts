import type { MessageMetadata } from '@slack/types';
import { z } from 'zod';
import { type DomainEvent, readEvent, writeEvent, writtenEvent } from '../../core/event.js';
import { isoTime } from '../../core/instant.js';
import { upgradeEvent } from '../../core/legacy.js';
import { parseSnapshot, snapshotOf } from '../../core/lifecycle/snapshot.js';
import type { Mapping } from '../../core/mapping.js';
import { chatErrorOf } from './errors.js';

const EVENT_TYPE = 'domain_event';

/** The whole event, as a reply carries it: in the words that its hash covers. */
export function eventMetadata(event: DomainEvent): MessageMetadata {
  const { writtenAs, ...written } = writeEvent(event);
  const event_payload = { ...written, ...writtenAs, at: isoTime(event.at) };
  // What is written came from JSON.
  return { event_type: EVENT_TYPE, event_payload } as MessageMetadata;
}

/** What identifies the event and links it to the one before it, for a message whose metadata was refused. */
export function leastMetadata(event: DomainEvent): MessageMetadata {
  const { details: _, writtenAs: __, ...written } = writeEvent(event);
  return {
    event_type: EVENT_TYPE,
    event_payload: { ...written, at: isoTime(event.at), without_details: true },
  };
}

/** A card carries its event and what the mapping is now, for the day on which the store is lost. */
export function cardMetadata(event: DomainEvent, mapping: Mapping): MessageMetadata {
  const state = snapshotOf(mapping);
  const { event_type, event_payload } = eventMetadata(event);
  return { event_type, event_payload: { ...event_payload, ...(state === undefined ? {} : { state }) } };
}

const carried = z.object({
  event_type: z.literal(EVENT_TYPE),
  event_payload: z.preprocess(
    upgradeEvent,
    writtenEvent.extend({
      details: writtenEvent.shape.details.default({}),
      state: z.string().optional(),
      without_details: z.boolean().optional(),
      may_be_duplicate: z.boolean().optional(),
    }),
  ),
});

export interface Carried {
  readonly event: DomainEvent;
  /** A card's. */
  readonly mapping?: Mapping | undefined;
  /** The event's details were left out. */
  readonly isReduced?: boolean | undefined;
}

/** What a message of ours carries; undefined for all others. */
export function readMetadata(metadata: unknown): Carried | undefined {
  const { success, data } = carried.safeParse(metadata);
  if (!success) return undefined;
  const { state, without_details, may_be_duplicate: _, ...event } = data.event_payload;
  return {
    event: readEvent(event),
    mapping: state === undefined ? undefined : parseSnapshot(state),
    ...(without_details ? { isReduced: true } : {}),
  };
}

/** What Slack refuses in one form must not hold back what it says: each form is simpler than the one before. Throws what the last one throws. */
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
