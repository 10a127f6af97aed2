import { createHash } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import { isoTime } from '../../core/instant.js';
import type { StoredJson } from '../form.js';
import { mappingForm } from '../migrations.js';
import { storedMappingCodec } from '../schema.js';
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

/** Rows of a newer one are left to newer bots. */
export const newestSchema = mappingForm.schema;

export const RECORD_COLUMNS =
  'm.id, m.version, m.schema, m.next_check_at, m.dns_at, m.ssl_at, m.http_at, m.document::text as document, o.document::text as observation';
export const RECORD_TABLES = 'mappings m join observations o on o.mapping = m.id';

type ObservedJson = Readonly<Partial<Record<'dns' | 'ssl' | 'http', StoredJson | undefined>>>;

/**
 * The columns have the type `json`: unlike `jsonb` it keeps every string as it is, also those with NUL or half a
 * surrogate pair, as servers send them. Their events' hashes would no longer match.
 */
export function recordRowOf(stored: StoredMapping): RecordRow {
  const { version, schema, ...json } = storedMappingCodec.encode(stored) as StoredJson;
  const { nextCheckAt, http, dns, ssl, ...others } = json['mapping'] as StoredJson;
  const { observation: dnsSeen, ...dnsAxis } = dns as StoredJson;
  const { observation: sslSeen, ...sslAxis } = ssl as StoredJson;
  const { mapping } = stored;
  return {
    id: mapping.id,
    version: Number(version),
    schema: Number(schema),
    next_check_at: mapping.nextCheckAt ?? null,
    dns_at: mapping.dns.observation?.at ?? null,
    ssl_at: mapping.ssl.observation?.at ?? null,
    http_at: mapping.http?.at ?? null,
    document: JSON.stringify({ ...json, mapping: { ...others, dns: dnsAxis, ssl: sslAxis } }),
    observation: JSON.stringify({ dns: withoutAt(dnsSeen), ssl: withoutAt(sslSeen), http: withoutAt(http) }),
  };
}

function withoutAt(seen: unknown): StoredJson | undefined {
  if (typeof seen !== 'object' || seen === null) return undefined;
  const { at: _, ...rest } = seen as StoredJson;
  return rest;
}

/** Throws `NewerSchema`, and on anything that is no record. */
export function storedMappingOf(row: RecordRow): StoredMapping {
  const { mapping, ...rest } = JSON.parse(row.document) as StoredJson;
  const { dns, ssl, ...others } = mapping as StoredJson;
  const seen = JSON.parse(row.observation) as ObservedJson;
  const http = seenAt(seen.http, row.http_at);
  return storedMappingCodec.decode({
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
  });
}

const seenAt = (seen: StoredJson | undefined, at: number | null): StoredJson | undefined =>
  seen === undefined || at === null ? undefined : { ...seen, at: isoTime(at) };

const axisOf = (axis: unknown, observation: StoredJson | undefined): unknown =>
  observation === undefined ? axis : { ...(axis as StoredJson), observation };

/** Null for a part that the database has already. */
export interface ChangedParts {
  readonly document: string | null;
  readonly observation: string | null;
}

interface PartDigests {
  readonly version: number;
  readonly document: string;
  readonly observation: string;
}

const MAX_DIGESTS = 20_000;

/** Which parts the database has of the records read or written last, so that only what changed is written. */
export class WrittenParts {
  readonly #digests = new LRUCache<string, PartDigests>({ max: MAX_DIGESTS });

  /** Call with a row as read, or as written. */
  remember({ id, version, document, observation }: RecordRow): void {
    const found = {
      version,
      document: partDigest(document),
      observation: partDigest(essence(document, observation)),
    };
    this.#digests.set(id, found);
  }

  /** Call before writing a row upon version `before`. */
  changed({ id, document, observation }: RecordRow, before: number): ChangedParts {
    const known = this.#digests.get(id);
    if (known?.version !== before) return { document, observation };
    return {
      document: known.document === partDigest(document) ? null : document,
      observation: known.observation === partDigest(essence(document, observation)) ? null : observation,
    };
  }
}

const partDigest = (text: string): string => createHash('sha1').update(text).digest('base64');

const PROPAGATED = '"dns":{"state":"propagated"';
const VOLATILE = /"(?:rttMs|ttlS|negativeTtlS)":\d+(?:\.\d+)?|"at":"[^"]{1,30}"/g;

/**
 * What decides whether an observation is written: round trips always differ, and TTLs of cached answers run down. Once
 * propagated, nothing depends on them.
 */
const essence = (document: string, observation: string): string =>
  document.includes(PROPAGATED) ? observation.replace(VOLATILE, '') : observation;
