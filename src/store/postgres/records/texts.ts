import { hash } from 'node:crypto';
import type { DomainEvent } from '../../../core/events/event.js';
import type { Mapping } from '../../../core/mapping.js';
import type { StoredJson } from '../../format/form.js';
import { encodeEvent, encodeSeen, type SeenParts } from '../../schema.js';

interface KnownTexts {
  readonly events: readonly DomainEvent[];
  readonly textAt: (at: number) => string | undefined;
}

/** By a record's first event, which it keeps: most of the others were read or written before, too. */
const knownTexts = new WeakMap<DomainEvent, KnownTexts>();

/** Events are written again as they were read. `json`: of each of them, in this version's form. */
export function rememberEvents(events: readonly DomainEvent[], json: readonly unknown[]): void {
  const [first] = events;
  if (first) knownTexts.set(first, { events, textAt: (at) => JSON.stringify(json[at]) });
}

/** JSON. */
export function eventsText(events: readonly DomainEvent[]): string {
  const [first] = events;
  const known = first && knownTexts.get(first);
  const texts = events.map(
    (event, at) =>
      (known?.events[at] === event ? known.textAt(at) : undefined) ?? JSON.stringify(encodeEvent(event)),
  );
  if (first) knownTexts.set(first, { events, textAt: (at) => texts[at] });
  return `[${texts.join(',')}]`;
}

/** The JSON text of what a record's last check saw, without its times; most saves change other parts. */
export class SeenText {
  #digest: string | undefined;
  #essentialDigest: string | undefined;

  constructor(
    readonly parts: SeenParts,
    readonly text: string,
  ) {}

  digest(isPropagated: boolean): string {
    if (isPropagated) this.#essentialDigest ??= textDigest(essence(this.text));
    else this.#digest ??= textDigest(this.text);
    return (isPropagated ? this.#essentialDigest : this.#digest) ?? '';
  }

  isOf({ dns, ssl, http }: SeenParts): boolean {
    return this.parts.dns === dns && this.parts.ssl === ssl && this.parts.http === http;
  }
}

export const textDigest = (text: string): string => hash('sha1', text, 'base64');

const VOLATILE = /"(?:rttMs|ttlS|negativeTtlS)":\d+(?:\.\d+)?|"at":"[^"]{1,30}"/g;

/**
 * What decides, once DNS is propagated, whether an observation is written: round trips always differ, and TTLs of cached
 * answers run down, but nothing depends on them any more.
 */
const essence = (observation: string): string => observation.replace(VOLATILE, '');

const seenTexts = new WeakMap<object, SeenText>();
const NOTHING_SEEN = new SeenText({ dns: undefined, ssl: undefined, http: undefined }, '{}');

export const seenPartsOf = ({ dns, ssl, http }: Mapping): SeenParts => ({
  dns: dns.observation,
  ssl: ssl.observation,
  http,
});

/** What was seen is written again as it was read. `text`: in this version's form. */
export function rememberSeen(parts: SeenParts, text: string): void {
  const key = seenKey(parts);
  if (key) seenTexts.set(key, new SeenText(parts, text));
}

export function seenTextOf(parts: SeenParts): SeenText {
  const key = seenKey(parts);
  if (!key) return NOTHING_SEEN;
  const known = seenTexts.get(key);
  if (known?.isOf(parts)) return known;
  const { dns, ssl, http } = encodeSeen(parts);
  const text = JSON.stringify({ dns: withoutAt(dns), ssl: withoutAt(ssl), http: withoutAt(http) });
  const seen = new SeenText(parts, text);
  seenTexts.set(key, seen);
  return seen;
}

const seenKey = ({ dns, ssl, http }: SeenParts): object | undefined => dns ?? ssl ?? http;

function withoutAt(seen: object | undefined): StoredJson | undefined {
  if (!seen) return undefined;
  const { at: _, ...rest } = seen as StoredJson;
  return rest;
}
