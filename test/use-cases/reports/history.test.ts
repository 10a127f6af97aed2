import { expect, it } from 'vitest';
import { HISTORY_PAGE } from '../../../src/use-cases/reports/history.js';
import { everybodyIs, HOSTNAME, useStore } from '../../support/in-store.js';

const world = useStore();

it('shows the newest event first, with the message that showed it', async () => {
  const { current } = world;
  const id = await current.mapped();
  current.now += 60_000;
  await current.useCases().requestCheck(id, current.by('UCAROL'));
  const { entries, total } = await current.useCases().history(HOSTNAME, 0, current.by('UCAROL'));
  expect(entries.map(({ event }) => event.type)).toEqual(['check.requested', 'domain.requested']);
  expect(total).toBe(2);
  expect(entries.at(-1)).toMatchObject({ channel: 'C1', ts: (await current.load(id)).card.ts });
});

it('goes page by page', async () => {
  const { current } = world;
  const id = await current.mapped();
  const useCases = current.useCases();
  for (let note = 0; note < HISTORY_PAGE; note++) {
    current.now += 1_000;
    await useCases.changeNote({ id }, `note ${note}`, current.by('UBOB'));
  }
  const first = await useCases.history(HOSTNAME, 0, current.by('UBOB'));
  const second = await useCases.history(HOSTNAME, HISTORY_PAGE, current.by('UBOB'));
  expect([first.entries.length, second.entries.length]).toEqual([HISTORY_PAGE, 1]);
  expect(second.entries[0]?.event.type).toBe('domain.requested');
});

it('a hostname that was mapped before keeps the history of its earlier mapping', async () => {
  const { current } = world;
  const id = await current.mapped();
  const removed = await current.load(id);
  await current.store.save({ ...removed, mapping: { ...removed.mapping, stage: 'removed' } });
  current.now += 60_000;
  await current.mapped();
  const { entries } = await current.useCases().history(HOSTNAME, 0, current.by('UBOB'));
  expect(new Set(entries.map(({ event }) => event.mapping)).size).toBe(2);
});

it('a guest of another channel learns nothing', async () => {
  const { current } = world;
  await current.mapped();
  const useCases = current.useCases({ ...everybodyIs('outsider'), channels: ['C1', 'C9'] });
  await expect(useCases.history(HOSTNAME, 0, current.by('UGUEST', { channel: 'C9' }))).rejects.toMatchObject({
    problem: { code: 'not-mapped' },
  });
});
