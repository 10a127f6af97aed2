import { expect, it } from 'vitest';
import { batchFile, batchView } from '../../../src/slack/views/batch.js';
import type { Batch, BatchLine } from '../../../src/use-cases/batch/batch.js';
import { START } from '../../support/observations.js';
import { translatorFor } from '../../support/translator.js';

const translator = translatorFor();
const done = (at: number): BatchLine => {
  const hostname = `shop${at}.example.com`;
  return { typed: hostname, hostname, forecast: 'ready', result: 'done' };
};
const failed = (at: number): BatchLine => ({
  ...done(at),
  result: 'failed',
  problem: { code: 'unusable-channel', place: 'archived', channel: 'C1' },
});
const ended = (lines: BatchLine[]): Batch => ({
  id: 'b1',
  kind: 'map',
  state: 'ended',
  by: 'U01ALICE',
  team: 'T1',
  askedIn: 'C1',
  at: START,
  channel: 'C1',
  lines,
});
const shown = (batch: Batch): string => JSON.stringify(batchView(batch, translator).blocks);

it('the end of a batch is what a notification says', () => {
  expect(batchView(ended([done(1), done(2)]), translator).text).toContain('2 domains mapped.');
});

it('the end names the lines that failed, and why; of many, the first', () => {
  const few = shown(ended([done(1), failed(2)]));
  expect(few).toContain('shop2.example.com: <#C1> is archived');
  expect(few).not.toContain('shop1.example.com');
  const many = shown(ended(Array.from({ length: 12 }, (_, at) => failed(at))));
  expect(many).toContain('… and 7 more');
});

it('the file has no mark-up of Slack', async () => {
  const { content } = await batchFile(ended([failed(1)]), new Map(), translator);
  expect(content).toContain('#C1 is archived');
  expect(content).not.toMatch(/<[#@]/);
});
