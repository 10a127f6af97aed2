import type { MessageMetadata } from '@slack/types';
import { z } from 'zod';
import { type DomainEvent, readEvent, writeEvent, writtenEvent } from '../../core/event.js';
import { isoTime } from '../../core/instant.js';
import { upgradeEvent } from '../../core/legacy.js';
import { parseSnapshot, snapshotOf } from '../../core/lifecycle/snapshot.js';
import type { Mapping } from '../../core/mapping.js';
import { chatErrorOf } from './errors.js';

const EVENT_TYPE = 'domain_event';

/** The whole event, as a reply carries it: exactly what its hash covers. */
export function eventMetadata(event: DomainEvent): MessageMetadata {
  const { writtenAs, ...written } = writeEvent(event);
  const event_payload = { ...written, ...writtenAs, at: isoTime(event.at) };
  // The event was parsed from JSON.
  return { event_type: EVENT_TYPE, event_payload } as MessageMetadata;
}

/** The event's ID and its link to the previous one, for a message whose full metadata was refused. */
export function leastMetadata(event: DomainEvent): MessageMetadata {
  const { details: _, writtenAs: __, ...written } = writeEvent(event);
  return {
    event_type: EVENT_TYPE,
    event_payload: { ...written, at: isoTime(event.at), without_details: true },
  };
}

/** A card carries its event and the mapping's current state, so that a lost store can be rebuilt. */
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
  /** Only on a card. */
  readonly mapping?: Mapping | undefined;
  /** The event's details were omitted. */
  readonly isReduced?: boolean | undefined;
}

/** What one of our messages carries; undefined for other messages. */
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
