import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { ProviderError } from '../../../src/hosting/provider.js';
import { type AppDiagnosis, diagnoseApp } from '../../../src/use-cases/doctor/app-checks.js';
import type { App } from '../../../src/use-cases/ports.js';

const TARGET = { ipv4: ['203.0.113.10'], ipv6: [], cname: ['app-1.example.net'] };
const PROVIDER = { testConnection: async () => undefined, listAliases: async () => ['shop.example.com'] };

/** What the doctor says of an app whose provider and world are in order, but for the changes. */
async function diagnosed(
  provider: object = {},
  { addresses = ['203.0.113.10'] as string[], outcome = 'handshake', logs = undefined as unknown } = {},
) {
  const multisite = logs === undefined ? undefined : { logs };
  const app = {
    name: 'shops',
    target: TARGET,
    provider: { ...PROVIDER, ...provider },
    multisite,
  } as unknown as App;
  const parts = {
    dns: { addresses: async () => addresses },
    tls: {
      handshake: async (_: string, all: readonly string[]) => ({
        edges: all.map((address) => ({ address, outcome })),
      }),
    },
  } as unknown as AppDiagnosis;
  return diagnoseApp(app, parts);
}
const keysOf = (results: readonly { readonly state: string; readonly key: string }[]) =>
  results.map(({ state, key }) => `${state} ${key.replace('doctor.', '')}`);
const failure = (code: 'unauthorised' | 'timed-out' | 'refused', facts: { readonly said?: string } = {}) =>
  new ProviderError(code, 'It failed.', { retryable: false, outcomeUnknown: false, ...facts });
const failing = (code: 'unauthorised' | 'timed-out', facts = {}) => ({
  testConnection: () => Promise.reject(failure(code, facts)),
});

describe('the doctor on an app', () => {
  it('checks the folder of the network’s logs', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'logs-'));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    for (const name of ['domain-shop.example.com.log', '.htaccess']) writeFileSync(join(folder, name), '');
    const read = await diagnosed({}, { logs: { folder } });
    expect(read.at(-1)).toMatchObject({ state: 'ok', key: 'doctor.logs.readable', params: { count: 1 } });
    const unread = await diagnosed({}, { logs: { folder: join(folder, 'none') } });
    expect(unread.at(-1)).toMatchObject({
      state: 'problem',
      key: 'doctor.logs.refused',
      params: { app: 'shops', reason: 'ENOENT' },
    });
  });

  it('says what works: key, list, and each of its addresses once', async () => {
    expect(keysOf(await diagnosed())).toEqual([
      'ok key.found',
      'ok key.accepted',
      'ok list.read',
      'ok target.answers',
    ]);
  });

  it.each([
    ['a rejected key', failing('unauthorised', { said: 'Bad key' }), 'problem key.refused'],
    ['a provider out of reach', failing('timed-out'), 'problem provider.unreached'],
  ] as const)('tells %s, and asks for no list with it', async (_, provider, line) => {
    const keys = keysOf(await diagnosed(provider));
    expect(keys).toContain(line);
    expect(keys.filter((key) => key.includes('list.'))).toEqual([]);
  });

  it('quotes the provider’s own answer, and of other errors only their kind', async () => {
    const quoted = await diagnosed(failing('unauthorised', { said: 'Bad key' }));
    expect(quoted[1]?.params).toMatchObject({ reason: 'It failed. (“Bad key”)' });
    const other = await diagnosed({ testConnection: () => Promise.reject(new TypeError('key=secret')) });
    expect(other[1]?.params).toMatchObject({ reason: 'TypeError' });
  });

  it.each([
    ['can’t be understood', async () => 'unreadable', 'note list.unreadable'],
    ['is refused', () => Promise.reject(failure('refused')), 'problem list.refused'],
  ])('tells a list that %s from one that is empty', async (_, listAliases, line) => {
    expect(keysOf(await diagnosed({ listAliases }))).toEqual(
      expect.arrayContaining(['ok key.accepted', line]),
    );
    expect(keysOf(await diagnosed({ listAliases: async () => [] }))).toContain('ok list.read');
  });

  it('tells a target host without an address, and an address that doesn’t answer', async () => {
    expect(keysOf(await diagnosed({}, { addresses: [] }))).toContain('problem target.unresolved');
    expect(keysOf(await diagnosed({}, { outcome: 'timeout' }))).toContain('problem target.silent');
    expect(keysOf(await diagnosed({}, { outcome: 'blocked' }))).toContain('problem target.not-public');
  });
});
