import { hash } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import { isoTime } from '../../core/instant.js';
import type { Mapping } from '../../core/mapping.js';
import type { StoredJson } from '../form.js';
import { mappingForm } from '../migrations.js';
import { decodeMapping, encodeEvent, encodeSeen, type SeenParts, storedMappingCodec } from '../schema.js';
import type { StoredMapping } from '../store.js';

/** A record in its parts: what each check changes, what was seen, and the rest. Moments are epoch ms. */
export interface RecordRow {
  readonly id: string;
  readonly version: number;
  readonly schema: number;
  readonly next_check_at: number | null;
  readonly dns_at: number | null;
  readonly ssl_at: number | null;
  readonly http_at: number | null;
  /** JSON, as is `observation`. */
  readonly document: string;
  readonly observation: string;
}

/** A row to write, with what was said of its parts before. */
export interface WrittenRow extends RecordRow {
  readonly seen: SeenText;
  readonly isPropagated: boolean;
}

/** Rows of a newer one are left to newer bots. */
export const newestSchema = mappingForm.schema;

export const RECORD_COLUMNS =
  'm.id, m.version, m.schema, m.next_check_at, m.dns_at, m.ssl_at, m.http_at, r.document::text as document, r.observation::text as observation';
export const RECORD_TABLES = 'mappings m join records r on r.mapping = m.id';

type ObservedJson = Readonly<Partial<Record<'dns' | 'ssl' | 'http', StoredJson | undefined>>>;

/**
 * The columns have the type `json`: unlike `jsonb` it keeps every string as it is, also those with NUL or half a
 * surrogate pair, as servers send them. Their events' hashes would no longer match.
 */
export function recordRowOf(stored: StoredMapping): WrittenRow {
  const { mapping, events } = stored;
  const { version, schema, ...json } = storedMappingCodec.encode({
    ...stored,
    events: [],
    mapping: {
      ...mapping,
      nextCheckAt: undefined,
      http: undefined,
      dns: { ...mapping.dns, observation: undefined },
      ssl: { ...mapping.ssl, observation: undefined },
    },
  }) as StoredJson;
  const parts = seenPartsOf(mapping);
  const seen = seenText(parts);
  return {
    id: mapping.id,
    version: Number(version),
    schema: Number(schema),
    next_check_at: mapping.nextCheckAt ?? null,
    dns_at: parts.dns?.at ?? null,
    ssl_at: parts.ssl?.at ?? null,
    http_at: parts.http?.at ?? null,
    document: withEvents(json, events),
    observation: seen.text,
    seen,
    isPropagated: mapping.dns.state === 'propagated',
  };
}

const seenPartsOf = ({ dns, ssl, http }: Mapping): SeenParts => ({
  dns: dns.observation,
  ssl: ssl.observation,
  http,
});

const eventTexts = new WeakMap<object, string>();

/** The JSON text of a record, most of which is events that were written before. */
function withEvents({ events: _, ...json }: StoredJson, events: StoredMapping['events']): string {
  const texts = events.map((event) => {
    const text = eventTexts.get(event) ?? JSON.stringify(encodeEvent(event));
    eventTexts.set(event, text);
    return text;
  });
  return `${JSON.stringify(json).slice(0, -1)},"events":[${texts.join(',')}]}`;
}

/** The text of what a record's last check saw; most saves change other parts. */
class SeenText {
  #digest: string | undefined;
  #essentialDigest: string | undefined;

  constructor(
    readonly parts: SeenParts,
    readonly text: string,
  ) {}

  digest(isPropagated: boolean): string {
    if (isPropagated) this.#essentialDigest ??= partDigest(essence(this.text));
    else this.#digest ??= partDigest(this.text);
    return (isPropagated ? this.#essentialDigest : this.#digest) ?? '';
  }
}

const seenTexts = new WeakMap<object, SeenText>();
const NOTHING_SEEN = new SeenText({ dns: undefined, ssl: undefined, http: undefined }, '{}');

function seenText(parts: SeenParts): SeenText {
  const key = parts.dns ?? parts.ssl ?? parts.http;
  if (!key) return NOTHING_SEEN;
  const known = seenTexts.get(key);
  if (
    known &&
    known.parts.dns === parts.dns &&
    known.parts.ssl === parts.ssl &&
    known.parts.http === parts.http
  )
    return known;
  const { dns, ssl, http } = encodeSeen(parts);
  const text = JSON.stringify({ dns: withoutAt(dns), ssl: withoutAt(ssl), http: withoutAt(http) });
  const seen = new SeenText(parts, text);
  seenTexts.set(key, seen);
  return seen;
}

function withoutAt(seen: object | undefined): StoredJson | undefined {
  if (!seen) return undefined;
  const { at: _, ...rest } = seen as StoredJson;
  return rest;
}

/** Throws `NewerSchema`, and on anything that is no record. */
export const storedMappingOf = (row: RecordRow): StoredMapping => storedMappingCodec.decode(rowJson(row));

/** Only the mapping, which is faster. */
export const mappingInRow = (row: RecordRow): Mapping => decodeMapping(rowJson(row));

function rowJson(row: RecordRow): StoredJson {
  const { mapping, ...rest } = JSON.parse(row.document) as StoredJson;
  const { dns, ssl, ...others } = mapping as StoredJson;
  const seen = JSON.parse(row.observation) as ObservedJson;
  const http = seenAt(seen.http, row.http_at);
  return {
    ...rest,
    schema: row.schema,
    version: row.version,
    mapping: {
      ...others,
      dns: axisOf(dns, seenAt(seen.dns, row.dns_at)),
      ssl: axisOf(ssl, seenAt(seen.ssl, row.ssl_at)),
      ...(http ? { http } : {}),
      ...(row.next_check_at === null ? {} : { nextCheckAt: isoTime(row.next_check_at) }),
    },
  };
}

const seenAt = (seen: StoredJson | undefined, at: number | null): StoredJson | undefined =>
  seen === undefined || at === null ? undefined : { ...seen, at: isoTime(at) };

const axisOf = (axis: unknown, observation: StoredJson | undefined): unknown =>
  observation === undefined ? axis : { ...(axis as StoredJson), observation };

/** Null for a part that the database has already. */
export interface ChangedParts {
  readonly narrow: string | null;
  readonly document: string | null;
  readonly observation: string | null;
  /** Call once the row is written. */
  readonly remember: () => void;
}

interface PartDigests {
  readonly version: number;
  readonly narrow: string | undefined;
  readonly document: string;
  readonly observation: string;
}

const MAX_DIGESTS = 20_000;

/** Which parts the database has of the records read or written last, so that only what changed is written. */
export class WrittenParts {
  readonly #digests = new LRUCache<string, PartDigests>({ max: MAX_DIGESTS });

  /** Call with a row as read. */
  remember({ id, version, document, observation }: RecordRow): void {
    if (this.#digests.get(id)?.version === version) return;
    const seen = document.includes(PROPAGATED) ? essence(observation) : observation;
    this.#digests.set(id, {
      version,
      narrow: undefined,
      document: partDigest(document),
      observation: partDigest(seen),
    });
  }

  /** Call before writing a row upon version `before`. `narrow`: what no check without news changes. */
  changed(
    { id, version, document, seen, isPropagated }: WrittenRow,
    narrow: string,
    before: number,
  ): ChangedParts {
    const known = this.#digests.get(id);
    const digests: PartDigests = {
      version,
      narrow,
      document: partDigest(document),
      observation: seen.digest(isPropagated),
    };
    const isKnown = known?.version === before;
    const unlessWritten = (part: keyof PartDigests, text: string) =>
      isKnown && known[part] === digests[part] ? null : text;
    return {
      narrow: unlessWritten('narrow', narrow),
      document: unlessWritten('document', document),
      observation: unlessWritten('observation', seen.text),
      remember: () => void this.#digests.set(id, digests),
    };
  }
}

const partDigest = (text: string): string => hash('sha1', text, 'base64');

const PROPAGATED = '"dns":{"state":"propagated"';
const VOLATILE = /"(?:rttMs|ttlS|negativeTtlS)":\d+(?:\.\d+)?|"at":"[^"]{1,30}"/g;

/**
 * What decides, once DNS is propagated, whether an observation is written: round trips always differ, and TTLs of cached
 * answers run down, but nothing depends on them any more.
 */
const essence = (observation: string): string => observation.replace(VOLATILE, '');
