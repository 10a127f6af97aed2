import { describe, expect, it, test } from 'vitest';
import type { Mapping } from '../../src/core/mapping.js';
import type { StoredMapping } from '../../src/store/store.js';
import { uneventfulChange, withCheck } from '../../src/store/uneventful.js';
import { NOON, typicalMapping } from './typical-mapping.js';

const HOUR_MS = 3_600_000;
const before: StoredMapping = { ...typicalMapping('m1'), version: 1 };

/** As the next check leaves it: seen an hour later, with other round trips and TTLs. */
function checkedAgain(changes: Partial<Mapping> = {}): StoredMapping {
  const { mapping } = structuredClone(before);
  const { dns, ssl } = mapping;
  const at = NOON + HOUR_MS;
  for (const { a, aaaa } of [
    ...(dns.observation?.authoritative ?? []),
    ...(dns.observation?.resolvers ?? []),
  ])
    for (const lookup of [a, aaaa]) Object.assign(lookup, { rttMs: 99, at });
  for (const { a } of dns.observation?.resolvers ?? [])
    for (const found of a.records) Object.assign(found, { ttlS: 17 });
  Object.assign(dns.observation ?? {}, { at });
  Object.assign(ssl.observation ?? {}, { at });
  return { ...before, version: 2, mapping: { ...mapping, nextCheckAt: at + HOUR_MS, ...changes } };
}

describe('a check without news', () => {
  it('changes moments alone, which are enough to make the record from the one before', () => {
    const after = checkedAgain();
    const check = uneventfulChange(before, after);
    expect(check).toEqual({
      nextCheckAt: NOON + 2 * HOUR_MS,
      dnsAt: NOON + HOUR_MS,
      sslAt: NOON + HOUR_MS,
      httpAt: undefined,
      challengeAt: undefined,
    });
    if (!check) return;
    const made = withCheck(before, check);
    expect(made.mapping.nextCheckAt).toBe(after.mapping.nextCheckAt);
    expect(made.mapping.dns.observation?.at).toBe(after.mapping.dns.observation?.at);
    expect(made.mapping.ssl.observation?.at).toBe(after.mapping.ssl.observation?.at);
    expect(uneventfulChange(made, after)).toEqual(check);
  });

  it('carries how often in a row the state was contradicted', () => {
    const { dns } = checkedAgain().mapping;
    const check = uneventfulChange(
      before,
      checkedAgain({ dns: { ...dns, contradictions: 2, partialChecks: 1 } }),
    );
    expect(check?.counts).toEqual({ partial: 1, dns: 2, ssl: 0, site: 0 });
    if (check)
      expect(withCheck(before, check).mapping.dns).toMatchObject({ contradictions: 2, partialChecks: 1 });
  });

  it('carries when port 80 was asked', () => {
    const http = { at: NOON, queried: 'm1.example.com', challenge: [], site: [] };
    const was = { ...before, mapping: { ...before.mapping, http } };
    const is = checkedAgain({ http: { ...http, at: NOON + HOUR_MS, challengeAt: NOON } });
    const check = uneventfulChange(was, is);
    expect(check).toMatchObject({ httpAt: NOON + HOUR_MS, challengeAt: NOON });
    if (check) expect(withCheck(was, check).mapping.http).toEqual(is.mapping.http);
    if (check)
      expect(withCheck(is, { ...check, challengeAt: undefined }).mapping.http).toEqual({
        ...is.mapping.http,
        challengeAt: undefined,
      });
  });

  it('may be one that saw nothing at all', () => {
    const after = { ...before, version: 2, mapping: { ...before.mapping, nextCheckAt: NOON + HOUR_MS } };
    expect(uneventfulChange(before, after)).toMatchObject({ nextCheckAt: NOON + HOUR_MS, dnsAt: NOON });
  });

  it('may see a name’s addresses in another order', () => {
    const two = (values: readonly string[]): StoredMapping => {
      const { mapping } = structuredClone(before);
      for (const { a } of mapping.dns.observation?.authoritative ?? [])
        a.records = values.map((value) => ({ name: mapping.hostname, type: 'A', value, ttlS: 300 }));
      return { ...before, mapping };
    };
    const [one, other] = [two(['192.0.2.1', '192.0.2.2']), two(['192.0.2.2', '192.0.2.1'])];
    expect(uneventfulChange(one, other)).toBeDefined();
    expect(uneventfulChange(one, two(['192.0.2.1', '192.0.2.3']))).toBeUndefined();
    expect(uneventfulChange(one, two(['192.0.2.1']))).toBeUndefined();
  });
});

describe('news', () => {
  const { mapping } = checkedAgain();
  const { dns, ssl } = mapping;

  test.each<[string, Partial<Mapping>]>([
    ['another revision', { revision: mapping.revision + 1 }],
    ['the end of the checks', { nextCheckAt: undefined }],
    ['another state of DNS', { dns: { ...dns, state: 'published' } }],
    ['no result any more', { dns: { ...dns, uncheckedSince: NOON } }],
    ['another round', { dns: { ...dns, agreeingRounds: 3 } }],
    ['another certificate', { ssl: { ...ssl, observation: { at: NOON, queried: 'x', edges: [] } } }],
    ['a certificate to watch', { ssl: { ...ssl, watched: { fingerprint: 'AB', validTo: NOON } } }],
    ['an outcome at another time', { outcome: { stage: 'done', at: NOON } }],
    ['a note', { note: 'call first' }],
    ['somebody who follows', { followers: ['UBOB'] }],
    ['a snooze', { snooze: { by: 'UBOB' } }],
    ['an attempt at the hosting provider', { alias: { ...mapping.alias, attempts: 1 } }],
    ['other work next', { alias: { ...mapping.alias, state: 'unknown' } }],
    [
      'an open finding',
      { openFindings: [{ code: 'x', axis: 'dns', since: NOON, reported: false, absentChecks: 0 }] },
    ],
  ])('is %s', (_, changes) => {
    expect(uneventfulChange(before, checkedAgain(changes))).toBeUndefined();
  });

  test.each<[string, Partial<StoredMapping>]>([
    ['an event', { events: before.events.slice(1) }],
    ['an event to tell', { outbox: [{ event: 'e', attempts: 0, notBefore: 0 }] }],
    ['an event that was posted', { messages: {} }],
    ['the card', { card: { ...before.card, shownRevision: 3 } }],
    ['a request', { requests: ['Ev1'] }],
    ['an event that can’t be posted', { undeliverable: [{ event: 'e', reason: 'x', at: NOON }] }],
  ])('is %s, which no check brings', (_, changes) => {
    expect(uneventfulChange(before, { ...checkedAgain(), ...changes })).toBeUndefined();
  });

  it('is another TTL while caches are waited for', () => {
    const waiting = (stored: StoredMapping): StoredMapping => ({
      ...stored,
      mapping: { ...stored.mapping, dns: { ...stored.mapping.dns, state: 'published' } },
    });
    expect(uneventfulChange(waiting(before), waiting(checkedAgain()))).toBeUndefined();
  });
});
