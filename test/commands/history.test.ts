import { expect, it } from 'vitest';
import { historyCommand } from '../../commands/history.js';
import { type } from '../support/commands.js';

it('the first page of a hostname is shown at once', async () => {
  const { calls, answer, shown } = await type(historyCommand, ['shop.example.com'], {
    history: () => ({ hostname: 'shop.example.com', entries: [], offset: 0, total: 0 }),
  });
  expect(calls).toEqual([['history', 'shop.example.com', 0]]);
  expect(answer?.now).toBeDefined();
  expect(shown).toContain('shop.example.com');
});

it('without a hostname it is a usage error', async () => {
  expect((await type(historyCommand, [])).answer).toBeUndefined();
});
