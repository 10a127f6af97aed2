import { inspect } from 'node:util';
import { expect } from 'vitest';
import { ProviderError } from '../../src/hosting/provider.js';

/** The `ProviderError` that a call ends with, of which nothing that can be read holds the key. */
export async function providerFailure(work: Promise<unknown>, key: string): Promise<ProviderError> {
  const error = await work.then(
    () => new Error('it did not fail'),
    (reason: unknown) => reason,
  );
  if (!(error instanceof ProviderError)) throw error;
  expect(showsKey(error, key)).toBe(false);
  return error;
}

/** In whatever a logger or a person could come to read of it. */
export function showsKey(value: unknown, key: string): boolean {
  const read = [inspect(value, { depth: 20, showHidden: true }), JSON.stringify(value)];
  for (let at = value; at instanceof Error; at = at.cause) read.push(at.message, at.stack ?? '', String(at));
  const forms = [key, encodeURIComponent(key), new URLSearchParams({ key }).toString().slice('key='.length)];
  return forms.some((form) => read.join('\n').includes(form));
}
