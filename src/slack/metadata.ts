import type { MessageMetadata } from '@slack/types';
import { z } from 'zod';
import { type DomainEvent, domainEvent } from '../mapping/event.js';
import { isoTime } from '../mapping/instant.js';
import type { Mapping } from '../mapping/mapping.js';
import { parseSnapshot, snapshotOf } from '../mapping/snapshot.js';

const EVENT_TYPE = 'domain_event';

/** The whole event, as a reply carries it. */
export const eventMetadata = (event: DomainEvent): MessageMetadata => ({
  event_type: EVENT_TYPE,
  event_payload: { ...event, at: isoTime(event.at) },
});

/** A card carries its event and what the mapping is now, for the day on which the store is lost. */
export function cardMetadata(event: DomainEvent, mapping: Mapping): MessageMetadata {
  const state = snapshotOf(mapping);
  const { event_type, event_payload } = eventMetadata(event);
  return { event_type, event_payload: { ...event_payload, ...(state === undefined ? {} : { state }) } };
}

const carried = z.object({
  event_type: z.literal(EVENT_TYPE),
  event_payload: domainEvent.extend({
    details: domainEvent.shape.details.default({}),
    state: z.string().optional(),
  }),
});

export interface Carried {
  readonly event: DomainEvent;
  /** A card's. */
  readonly mapping?: Mapping | undefined;
}

/** What a message of ours carries; undefined for all others. */
export function readMetadata(metadata: unknown): Carried | undefined {
  const { success, data } = carried.safeParse(metadata);
  if (!success) return undefined;
  const { state, ...event } = data.event_payload;
  return { event, mapping: state === undefined ? undefined : parseSnapshot(state) };
}
