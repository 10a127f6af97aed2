import { expect, it } from 'vitest';
import { laneOf } from '../../src/mapping/lane.js';
import { decide } from '../../src/mapping/lifecycle.js';
import type { Mapping } from '../../src/mapping/mapping.js';
import { newRecord } from '../store/typical-record.js';
import { blindDns, POLICY, START, TARGET } from '../support/observations.js';

const accepted = { intent: 'add', state: 'accepted', since: START, attempts: 0 } as const;
const site = { siteId: 7, state: 'requested', attempts: 0, notBefore: START } as const;
const present = { ...site, state: 'present', recordId: 3 } as const;
const mappingWith = (changes: Partial<Mapping>): Mapping =>
  newRecord('m1', { nextCheckAt: START, ...changes }).mapping;
const { dns } = mappingWith({});
const contextAt = (now: number) => ({ now, newId: () => 'e', random: 0.5, policy: POLICY });

it.each<[string, Partial<Mapping>, string]>([
  ['an addition', {}, 'hosting'],
  ['a removal', { host: { ...accepted, intent: 'remove' } }, 'hosting'],
  ['a check', { host: accepted }, 'checks'],
  ['a check that came to nothing', { host: accepted, dns: { ...dns, blindSince: START } }, 'rechecks'],
  ['a domain record that is due', { host: accepted, site }, 'wordpress'],
  ['one that is to wait', { host: accepted, site: { ...site, notBefore: START + 1 } }, 'checks'],
  ['one that goes before its alias', { host: { ...accepted, intent: 'remove' }, site: present }, 'wordpress'],
])('%s', (_, changes, lane) => {
  expect(laneOf(mappingWith(changes))).toBe(lane);
});

it('a step whose turn has not come is due then, and nothing is told', () => {
  const before = mappingWith({});
  const { mapping, events } = decide(
    before,
    { type: 'step.postponed', until: START + 7_000 },
    contextAt(START),
  );
  expect(mapping).toMatchObject({ nextCheckAt: START + 7_000, host: before.host, revision: before.revision });
  expect(events).toEqual([]);
});

it('what can’t be checked is tried again after growing pauses, up to an hour', () => {
  let mapping = mappingWith({ host: accepted });
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
