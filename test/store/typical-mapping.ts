import { type DomainEvent, type EventDraft, readEvent } from '../../src/core/events/event.js';
import type { Mapping, MappingLinks } from '../../src/core/mapping.js';
import type { Lookup, ServerAnswer } from '../../src/core/observation/observation.js';
import type { LinksByHostname } from '../../src/multisite/reconcile.js';
import type { StoredMapping } from '../../src/store/store.js';
import { LargeMap } from '../../src/util/large-map.js';

export const NOON = Date.UTC(2026, 10, 20, 12);

const error: EventDraft = ['error.logged', { source: 'closte', message: 'what was said', retried: true }];
const served = { served: 'trusted', address: '203.0.113.10', issuer: 'Example CA', error: '' };
const story: readonly EventDraft[] = [
  ['domain.requested', { app: 'shop' }],
  ['alias.added', { already: false, afterMs: 60_000 }],
  ['dns.published', { afterMs: 120_000, servers: 2 }],
  ['dns.propagated', { afterMs: 180_000, resolvers: 8 }],
  ['ssl.issued', { afterMs: 240_000, ...served, names: '*.closte.com', validTo: NOON + 86_400_000 }],
  ['domain.done', { afterMs: 300_000 }],
  ['check.requested', {}],
  error,
  ['check.requested', {}],
  error,
];
const resolvers = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight'];

/** The record of a mapping that was just asked for: one event, its delivery, no card yet. */
export function newStoredMapping(id: string, changes: Partial<Mapping> = {}): Omit<StoredMapping, 'version'> {
  const mapping: Mapping = {
    id,
    app: 'shop',
    hostname: `${id}.example.com`,
    channel: 'C0123456789',
    requestedBy: 'U0123456789',
    requestedAt: NOON,
    stage: 'adding',
    alias: { intent: 'add', state: 'requested', since: NOON, attempts: 0 },
    dns: { state: 'unknown', since: NOON, agreeingRounds: 0, partialChecks: 0, contradictions: 0 },
    ssl: { state: 'unknown', since: NOON, contradictions: 0 },
    site: { state: 'unwatched', since: NOON, contradictions: 0 },
    openFindings: [],
    nextCheckAt: NOON,
    revision: 0,
    lastHash: 'lastHash',
    ...changes,
  };
  const event = eventOf(mapping, 0);
  return {
    mapping,
    events: [event],
    outbox: [{ event: event.id, attempts: 0, notBefore: NOON }],
    card: { channel: mapping.channel, shownRevision: -1, notBefore: NOON },
    messages: {},
    requests: [],
    compacted: 0,
  };
}

/** The record of a mapping half way: ten events posted, eight resolvers and two name servers seen, a certificate. */
export function typicalMapping(id: string, hostname = `${id}.example.com`): Omit<StoredMapping, 'version'> {
  const { mapping } = newStoredMapping(id, { hostname, stage: 'checking-ssl-cert', revision: 9 });
  const events = story.map((_, at) => eventOf(mapping, at));
  return {
    mapping: {
      ...mapping,
      alias: { intent: 'add', state: 'accepted', since: NOON, attempts: 0 },
      dns: {
        state: 'propagated',
        since: NOON,
        startedAt: NOON,
        publishedAt: NOON,
        propagatedAt: NOON,
        agreeingRounds: 2,
        partialChecks: 0,
        contradictions: 0,
        observation: {
          at: NOON,
          queried: mapping.hostname,
          zone: 'example.com',
          delegation: 'found',
          authoritative: ['ns1.example.net', 'ns2.example.net'].map((name) => answer(name, mapping.hostname)),
          resolvers: resolvers.map((name) => answer(name, mapping.hostname)),
          targetAddresses: ['203.0.113.10', '2001:db8::10'],
        },
      },
      ssl: {
        state: 'invalid',
        since: NOON,
        contradictions: 0,
        startedAt: NOON,
        observation: {
          at: NOON,
          queried: mapping.hostname,
          edges: ['203.0.113.10', '2001:db8::10'].map(edge),
        },
      },
      nextCheckAt: NOON + 300_000,
    },
    events,
    outbox: [],
    card: { channel: mapping.channel, ts: '1763640000.000100', shownRevision: 9, notBefore: NOON },
    messages: Object.fromEntries(events.map(({ id: event }, at) => [event, `1763640000.00010${at}`])),
    requests: [],
    compacted: 0,
  };
}

function eventOf({ id, hostname, requestedBy }: Mapping, at: number): DomainEvent {
  const [type, details] = story[at] ?? error;
  return readEvent({
    id: `${id}-event-${at}`,
    mapping: id,
    hostname,
    type,
    at: NOON + at * 60_000,
    by: requestedBy,
    details,
    previous: 'p'.repeat(43),
  });
}

function answer(server: string, name: string): ServerAnswer {
  const found = (type: 'A' | 'AAAA', value: string): Lookup => ({
    outcome: 'answer',
    records: [{ name, type, value, ttlS: 300 }],
    rttMs: 12,
  });
  return {
    server,
    address: '198.51.100.1',
    a: found('A', '203.0.113.10'),
    aaaa: found('AAAA', '2001:db8::10'),
  };
}

const edge = (address: string) => ({
  address,
  port: 443,
  outcome: 'certificate' as const,
  certificate: {
    names: ['*.closte.com', 'closte.com'],
    issuer: 'Example CA',
    validFrom: NOON - 86_400_000,
    validTo: NOON + 86_400_000,
    fingerprint: 'AB:'.repeat(31).concat('CD'),
    nameMatches: false,
  },
  rttMs: 30,
});

/** Mappings as use cases know an app's live ones. */
export function linksByHostname(mappings: readonly MappingLinks[]): LinksByHostname {
  const links: LinksByHostname = new LargeMap(mappings.length);
  for (const mapping of mappings) links.set(mapping.hostname, mapping);
  return links;
}
