import { expect, it } from 'vitest';
import { laneOf } from '../../src/core/lane.js';
import { decide } from '../../src/core/lifecycle/decide.js';
import type { Mapping } from '../../src/core/mapping.js';
import { newStoredMapping } from '../store/typical-mapping.js';
import { blindDns, POLICY, START, TARGET } from '../support/observations.js';

const accepted = { intent: 'add', state: 'accepted', since: START, attempts: 0 } as const;
const siteLink = { siteId: 7, state: 'requested', attempts: 0, notBefore: START } as const;
const present = { ...siteLink, state: 'present', domainRecordId: 3 } as const;
const mappingWith = (changes: Partial<Mapping>): Mapping =>
  newStoredMapping('m1', { nextCheckAt: START, ...changes }).mapping;
const { dns } = mappingWith({});
const dead = { ...blindDns(START), health: 'dead' } as const;
const contextAt = (now: number) => ({ now, newId: () => 'e', random: 0.5, policy: POLICY });

it.each<[string, Partial<Mapping>, string]>([
  ['an addition', {}, 'hosting'],
  ['a removal', { alias: { ...accepted, intent: 'remove' } }, 'hosting'],
  ['a check', { alias: accepted }, 'checks'],
  ['a check that came to nothing', { alias: accepted, dns: { ...dns, uncheckedSince: START } }, 'rechecks'],
  [
    'a check of a zone without a server at work',
    { alias: accepted, dns: { ...dns, observation: dead } },
    'rechecks',
  ],
  ['a domain record that is due', { alias: accepted, siteLink }, 'wordpress'],
  ['one that is to wait', { alias: accepted, siteLink: { ...siteLink, notBefore: START + 1 } }, 'checks'],
  [
    'one that goes before its alias',
    { alias: { ...accepted, intent: 'remove' }, siteLink: present },
    'wordpress',
  ],
])('%s', (_, changes, lane) => {
  expect(laneOf(mappingWith(changes))).toBe(lane);
});

it('a step whose turn has not come is due then, and nothing is reported', () => {
  const before = mappingWith({});
  const { mapping, events } = decide(
    before,
    { type: 'step.postponed', until: START + 7_000 },
    contextAt(START),
  );
  expect(mapping).toMatchObject({
    nextCheckAt: START + 7_000,
    alias: before.alias,
    revision: before.revision,
  });
  expect(events).toEqual([]);
});

it('what can’t be checked is tried again after growing pauses, up to an hour', () => {
  let mapping = mappingWith({ alias: accepted });
  const pauses: number[] = [];
  let now = START;
  for (let count = 0; count < 12; count++) {
    mapping = decide(
      mapping,
      { type: 'observed', target: TARGET, dns: blindDns(now) },
      contextAt(now),
    ).mapping;
    const { nextCheckAt = now } = mapping;
    pauses.push(nextCheckAt - now);
    now = nextCheckAt;
  }
  expect(pauses.slice(0, 4)).toEqual([300_000, 300_000, 600_000, 1_200_000]);
  expect(pauses).toEqual(pauses.toSorted((one, other) => one - other));
  expect(pauses.at(-1)).toBe(3_600_000);
});
