import { expect, it } from 'vitest';
import type { Person } from '../../../src/slack/inbound/people.js';
import { createReaderLanguage } from '../../../src/slack/inbound/reader-language.js';

type Get = (user: string) => Promise<Person | undefined>;

/** The language while a request of somebody is handled. */
async function languageFor(userId: string | undefined, get: Get): Promise<string | undefined> {
  const reader = createReaderLanguage({ get });
  let seen: string | undefined = 'not handled';
  const next = async () => {
    seen = reader.current();
  };
  await reader.middleware({ context: { userId }, next } as never);
  expect(reader.current()).toBeUndefined();
  return seen;
}

it.each([
  ['it-IT', 'it'],
  ['pt-PT', 'pt-BR'],
  ['ja-JP', undefined],
])('with Slack in %s reads %s', async (locale, language) => {
  expect(await languageFor('U1', async () => ({ locale }))).toBe(language);
});

it('is not known of nobody, of strangers, and while Slack can’t be asked', async () => {
  expect(await languageFor(undefined, async () => ({ locale: 'it-IT' }))).toBeUndefined();
  expect(await languageFor('U1', async () => undefined)).toBeUndefined();
  expect(await languageFor('U1', () => Promise.reject(new Error('away')))).toBeUndefined();
});

it('two requests at once keep their own', async () => {
  const reader = createReaderLanguage({
    get: async (user) => ({ locale: user === 'U1' ? 'it-IT' : 'fr-FR' }),
  });
  const seen: unknown[] = [];
  const handle = (userId: string) =>
    reader.middleware({ context: { userId }, next: async () => void seen.push(reader.current()) } as never);
  await Promise.all([handle('U1'), handle('U2')]);
  expect(seen.sort()).toEqual(['fr', 'it']);
});
