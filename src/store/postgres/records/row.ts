import { isoTime } from '../../../core/instant.js';
import type { Mapping } from '../../../core/mapping.js';
import type { StoredJson } from '../../format/form.js';
import { mappingForm } from '../../format/migrations.js';
import { decodeMapping, type OnUnreadableSeen, type SeenParts, storedMappingCodec } from '../../schema.js';
import type { StoredMapping } from '../../store.js';
import { eventsText, rememberEvents, rememberSeen, type SeenText, seenPartsOf, seenTextOf } from './texts.js';

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

/**
 * The columns have the type `json`: unlike `jsonb` it keeps every string as it is, also those with NUL or half a
 * surrogate pair, as servers send them. Their events' hashes would no longer match.
 */
export function recordRowOf(stored: StoredMapping): WrittenRow {
  const { mapping, events } = stored;
  const {
    version,
    schema,
    events: _,
    ...json
  } = storedMappingCodec.encode({
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
  const seen = seenTextOf(parts);
  return {
    id: mapping.id,
    version: Number(version),
    schema: Number(schema),
    next_check_at: mapping.nextCheckAt ?? null,
    dns_at: parts.dns?.at ?? null,
    ssl_at: parts.ssl?.at ?? null,
    http_at: parts.http?.at ?? null,
    // Events last: their texts are known.
    document: `${JSON.stringify(json).slice(0, -1)},"events":${eventsText(events)}}`,
    observation: seen.text,
    seen,
    isPropagated: mapping.dns.state === 'propagated',
  };
}

/** Throws `NewerSchema`, and on anything that is no record. */
export function storedMappingOf(row: RecordRow, onUnreadableSeen?: OnUnreadableSeen): StoredMapping {
  const json = rowJson(row);
  const stored = storedMappingCodec.decode(json, onUnreadableSeen);
  if (row.schema === newestSchema) {
    rememberEvents(stored.events, json['events'] as readonly unknown[]);
    const seen = seenPartsOf(stored.mapping);
    if (hasAllSeen(seen, row)) rememberSeen(seen, row.observation);
  }
  return stored;
}

/** Some of it may be a newer version's, which this one can't read. */
const hasAllSeen = ({ dns, ssl, http }: SeenParts, row: RecordRow): boolean =>
  (dns?.at ?? null) === row.dns_at && (ssl?.at ?? null) === row.ssl_at && (http?.at ?? null) === row.http_at;

/** Only the mapping, which is faster. */
export const mappingInRow = (row: RecordRow, onUnreadableSeen?: OnUnreadableSeen): Mapping =>
  decodeMapping(rowJson(row), onUnreadableSeen);

/** What a document holds, before anything is known of it. */
type ParsedJson = Record<string, unknown>;
type ObservedJson = Partial<Record<'dns' | 'ssl' | 'http', ParsedJson>>;

/** The JSON of the whole record. Its parts are put together in place: copying them takes as long as checking them. */
function rowJson(row: RecordRow): StoredJson {
  const json = JSON.parse(row.document) as ParsedJson;
  const seen = JSON.parse(row.observation) as ObservedJson;
  const mapping = json['mapping'] as ParsedJson;
  addSeen(mapping['dns'], 'observation', seen.dns, row.dns_at);
  addSeen(mapping['ssl'], 'observation', seen.ssl, row.ssl_at);
  addSeen(mapping, 'http', seen.http, row.http_at);
  if (row.next_check_at !== null) mapping['nextCheckAt'] = isoTime(row.next_check_at);
  return Object.assign(json, { schema: row.schema, version: row.version });
}

function addSeen(to: unknown, name: string, seen: ParsedJson | undefined, at: number | null): void {
  if (seen === undefined || at === null) return;
  seen['at'] = isoTime(at);
  (to as ParsedJson)[name] = seen;
}
