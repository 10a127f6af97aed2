import { expect, it } from 'vitest';
import type { Closte } from '../../src/closte/closte.js';
import { paced } from '../../src/closte/paced.js';
import { VirtualTime } from '../support/virtual-time.js';

const START = 1_000_000;

function bench(perMinute: number) {
  const time = new VirtualTime(START);
  const at: number[] = [];
  const record = async () => void at.push(time.now - START);
  const closte: Closte = {
    addAlias: async () => record().then(() => 'added'),
    removeAlias: async () => record().then(() => 'removed'),
    listAliases: async () => record().then(() => []),
    testConnection: record,
  };
  return { time, at, closte: paced(closte, { perMinute, steady: () => time.now, sleep: time.sleep }) };
}

it('lets a few go at once and spreads the rest', async () => {
  const { time, at, closte } = bench(60);
  for (let count = 0; count < 20; count++) void closte.addAlias('a.example.com');
  await time.pass(60_000);
  expect(at).toHaveLength(20);
  expect(at.filter((ms) => ms === 0)).toHaveLength(5);
  expect(at.at(-1)).toBe(15_000);
});

it('fills again in time', async () => {
  const { time, at, closte } = bench(60);
  for (let count = 0; count < 5; count++) void closte.removeAlias('a.example.com');
  await time.pass(10_000);
  for (let count = 0; count < 5; count++) void closte.addAlias('a.example.com');
  await time.pass(1);
  expect(at).toHaveLength(10);
});

it('holds up no reading', async () => {
  const { time, at, closte } = bench(20);
  for (let count = 0; count < 30; count++) void closte.addAlias('a.example.com');
  void closte.listAliases();
  await time.pass(1);
  expect(at).toHaveLength(6);
});
