import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { temporaryFolder } from '../../temporary.js';
import { compileHolder, kill, killHolders, lockFilesIn, startHolder } from './holders.js';

let folder: string;
let remove: () => Promise<void>;

beforeAll(compileHolder, 60_000);

beforeEach(async () => {
  ({ path: folder, remove } = await temporaryFolder());
});

afterEach(async () => {
  await killHolders();
  await remove();
});

const lockFiles = () => lockFilesIn(folder);
const startTwenty = async () => Promise.all(Array.from({ length: 20 }, () => startHolder(folder)));

test('of twenty starters after a crash, one wins', async () => {
  const { child } = await startHolder(folder);
  await kill(child);
  const outcomes = await startTwenty();
  expect(outcomes.filter(({ outcome }) => outcome === 'open')).toHaveLength(1);
  expect(await lockFiles()).toEqual(['lock.2']);
});

test('of twenty first starters, one wins', async () => {
  const outcomes = await startTwenty();
  expect(outcomes.filter(({ outcome }) => outcome === 'open')).toHaveLength(1);
});
