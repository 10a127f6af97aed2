import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DAY_MS } from '../../../src/core/instant.js';
import type { Store } from '../../../src/store/store.js';
import {
  forgetLink,
  isState,
  linkOfState,
  rememberLink,
} from '../../../src/use-cases/customer/return-states.js';
import { openStore, temporaryFolder } from '../../store/temporary.js';

const NOW = Date.UTC(2026, 10, 25);
const stateOf = (at: number) => `00000000-0000-4000-8000-${String(at).padStart(12, '0')}`;
const LINK = { mapping: 'm1', dnsProvider: 'IONOS', at: NOW };

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let store: Store;
beforeEach(async () => {
  folder = await temporaryFolder();
  store = await openStore(folder.path, () => NOW);
});
afterEach(async () => {
  await store.close();
  await folder.remove();
});

describe('links given to customers', () => {
  it('are known by their state until they are forgotten, across a restart', async () => {
    await rememberLink(store.documents, stateOf(1), LINK);
    await store.close();
    store = await openStore(folder.path, () => NOW);
    const link = await linkOfState(store.documents, stateOf(1), NOW);
    expect(link).toMatchObject(LINK);
    expect(await linkOfState(store.documents, stateOf(2), NOW)).toBeUndefined();
    if (link) await forgetLink(store.documents, link);
    expect(await linkOfState(store.documents, stateOf(1), NOW)).toBeUndefined();
  });

  it('count for 30 days', async () => {
    await rememberLink(store.documents, stateOf(1), LINK);
    expect(await linkOfState(store.documents, stateOf(1), NOW + 29 * DAY_MS)).toBeDefined();
    expect(await linkOfState(store.documents, stateOf(1), NOW + 30 * DAY_MS)).toBeUndefined();
  });

  it('are all kept when many are given at once', async () => {
    const states = Array.from({ length: 8 }, (_, at) => stateOf(at));
    await Promise.all(states.map((state) => rememberLink(store.documents, state, LINK)));
    for (const state of states) expect(await linkOfState(store.documents, state, NOW)).toBeDefined();
  });
});

it.each(['', 'short', '<script>', 'x'.repeat(81), `${'x'.repeat(40)} `, '../../'.repeat(12)])(
  'takes no other text for a state: %s',
  (text) => {
    expect(isState(text)).toBe(false);
  },
);
