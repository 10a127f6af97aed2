import { expect, it } from 'vitest';
import { settingsCommand } from '../../commands/settings.js';
import { UserError } from '../../src/use-cases/errors.js';
import { type } from '../support/commands.js';

it('a person who may not change settings reads so, without a dialog', async () => {
  const { calls, answer, shown } = await type(settingsCommand, [], {
    settingsOf: () => {
      throw new UserError({ code: 'not-allowed', permission: 'configure', ask: ['U02BOB'] });
    },
  });
  expect(calls).toEqual([['settingsOf', { app: undefined }]]);
  expect(answer?.dialog).toBeUndefined();
  expect(shown).toContain('<@U02BOB>');
});

it('--app names the app', async () => {
  const { calls } = await type(settingsCommand, ['--app', 'shop'], {
    settingsOf: () => {
      throw new UserError({ code: 'unknown-app', app: 'shop', apps: ['default'] });
    },
  });
  expect(calls).toEqual([['settingsOf', { app: 'shop' }]]);
});

it.each([[['interval']], [['--app']], [['--site', '7']]])('%j is a usage error', async (words) => {
  expect(await type(settingsCommand, words)).toMatchObject({ answer: undefined, calls: [] });
});
