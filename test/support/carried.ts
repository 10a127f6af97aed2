import type { Message } from '../../src/sandbox/slack/page-api.js';
import { readMetadata } from '../../src/slack/outbound/metadata.js';

type Metadata = Message['metadata'];

/** The events that a message tells. */
export const eventsIn = (metadata: Metadata) =>
  readMetadata(metadata)?.events.map(({ event }) => event) ?? [];

/** The events that a card holds until a reply carries them. */
export const heldOn = (metadata: Metadata) => readMetadata(metadata)?.held ?? [];

export const tells = (metadata: Metadata, type: string): boolean =>
  eventsIn(metadata).some((event) => event.type === type);
