import { z } from 'zod';
import { type DomainEvent, readEvent, writeEvent, writtenEvent } from '../core/events/event.js';
import { instant } from '../core/instant.js';
import { type Mapping, mapping } from '../core/mapping.js';
import { decoderOf, encoderOf } from './format/fast-codec.js';
import { isStoredJson, migrateTo, type StoredJson } from './format/form.js';
import { mappingForm } from './format/migrations.js';
import { newerUnlessDamaged } from './format/newer-values.js';
import { keepingUnknown } from './format/unknown-fields.js';
import type { StoredMapping } from './store.js';

const { dns, ssl, http } = mapping.shape;
const dnsSeen = dns.shape.observation.unwrap();
const sslSeen = ssl.shape.observation.unwrap();
const httpSeen = http.unwrap();

const storedEvent = keepingUnknown(
  z.codec(writtenEvent, z.custom<DomainEvent>(), { decode: readEvent, encode: writeEvent }),
);

const earlierCard = z.object({
  channel: z.string(),
  ts: z.string(),
  because: z.enum(['deleted', 'locked', 'moved', 'joined']),
  pointer: z.object({ attempts: z.number(), notBefore: instant }).optional(),
});

/** Not copied, as `z.record` would: an object with keys that no other one has costs a hidden class for each of them. */
const isRecordOfTexts = (value: unknown): boolean =>
  typeof value === 'object' &&
  value !== null &&
  !Array.isArray(value) &&
  Object.values(value).every((text) => typeof text === 'string');

const knownShape = z.object({
  version: z.number(),
  mapping,
  card: z.object({
    channel: z.string(),
    ts: z.string().optional(),
    earlier: z.array(earlierCard).optional(),
    shownRevision: z.number(),
    notBefore: instant,
    attempts: z.number().optional(),
    fixed: z.object({ stage: z.string() }).optional(),
  }),
  events: z.array(storedEvent),
  outbox: z.array(
    z.object({
      event: z.string(),
      attempts: z.number(),
      notBefore: instant,
      refusals: z.number().optional(),
      isQuiet: z.boolean().optional(),
      heldUntil: instant.optional(),
    }),
  ),
  messages: z.custom<Readonly<Record<string, string>>>(isRecordOfTexts, 'not texts by event'),
  requests: z.array(z.string()).default([]),
  compacted: z.number().default(0),
  anchor: z.string().optional(),
  undeliverable: z.array(z.object({ event: z.string(), reason: z.string(), at: instant })).optional(),
});

/**
 * The schema of a mapping's record. A field that only a newer version knows stays where it is, also when this one saves
 * the record; only inside observations it is dropped, since each check replaces those.
 */
export const storedMappingShape = keepingUnknown(knownShape, new Set([dnsSeen, sslSeen, httpSeen]));

const encodeRecord = encoderOf(storedMappingShape);
const decodeRecord = decoderOf(storedMappingShape);
const decodeMappingAlone = decoderOf(storedMappingShape.pick({ mapping: true }));

/** zod doesn't mutate its input, but its types can't express that. */
const withoutEvents = (data: StoredMapping) =>
  ({ ...data, events: [] }) as unknown as z.output<typeof storedMappingShape>;

/** Called with the ID of a mapping of which an observation was left out. */
export type OnUnreadableSeen = (mapping: string) => void;

/**
 * What a check saw and this version can't read, as it may be a newer one's, counts as not seen: the next check replaces it.
 */
function decodeTolerantly<Value extends { readonly mapping: Pick<Mapping, 'id'> }>(
  json: unknown,
  decode: (stored: StoredJson) => Value,
  onUnreadableSeen: OnUnreadableSeen = () => undefined,
): Value {
  const stored = migrateTo(mappingForm, json);
  try {
    return decode(stored);
  } catch {
    const readable = withoutUnreadableSeen(stored);
    try {
      const decoded = decode(readable);
      onUnreadableSeen(decoded.mapping.id);
      return decoded;
    } catch (error) {
      throw newerUnlessDamaged(error, readable);
    }
  }
}

function withoutUnreadableSeen(stored: StoredJson): StoredJson {
  const { mapping: known } = stored;
  if (!isStoredJson(known)) return stored;
  const readable = (schema: z.ZodType, seen: unknown) => (schema.safeParse(seen).success ? seen : undefined);
  const axis = (json: unknown, schema: z.ZodType): unknown =>
    isStoredJson(json) ? { ...json, observation: readable(schema, json['observation']) } : json;
  return {
    ...stored,
    mapping: {
      ...known,
      dns: axis(known['dns'], dnsSeen),
      ssl: axis(known['ssl'], sslSeen),
      http: readable(httpSeen, known['http']),
    },
  };
}

/**
 * Converts between the file's JSON (ISO times, with its `schema`) and the record in memory (epoch ms).
 * `decode` throws `NewerSchema`, and on anything that is no record.
 */
export const storedMappingCodec = {
  decode: (json: unknown, onUnreadableSeen?: OnUnreadableSeen): StoredMapping =>
    decodeTolerantly(json, decodeRecord, onUnreadableSeen),
  encode: (data: StoredMapping): unknown => ({
    schema: mappingForm.schema,
    ...encodeRecord(withoutEvents(data)),
    events: data.events.map(encodedEvent),
  }),
};

/** Decodes the mapping of a file's JSON alone, which lists need; throws as `storedMappingCodec.decode` does. */
export const decodeMapping = (json: unknown, onUnreadableSeen?: OnUnreadableSeen): Mapping =>
  decodeTolerantly(json, decodeMappingAlone, onUnreadableSeen).mapping;

const encodeDnsSeen = encoderOf(dnsSeen);
const encodeSslSeen = encoderOf(sslSeen);
const encodeHttpSeen = encoderOf(httpSeen);

/** The JSON of a mapping's observations, apart from the rest. */
export const encodeSeen = (seen: SeenParts): SeenJson => ({
  dns: seen.dns && encodeDnsSeen(seen.dns),
  ssl: seen.ssl && encodeSslSeen(seen.ssl),
  http: seen.http && encodeHttpSeen(seen.http),
});

export interface SeenParts extends Pick<Mapping, 'http'> {
  readonly dns: Mapping['dns']['observation'];
  readonly ssl: Mapping['ssl']['observation'];
}

export type SeenJson = Readonly<Record<keyof SeenParts, object | undefined>>;

/** Events never change, and most of a record is events that were written before. */
const encodedEvents = new WeakMap<DomainEvent, unknown>();

export const encodeEvent = (event: DomainEvent): unknown => z.encode(storedEvent, event);

function encodedEvent(event: DomainEvent): unknown {
  const known = encodedEvents.get(event) ?? encodeEvent(event);
  encodedEvents.set(event, known);
  return known;
}
