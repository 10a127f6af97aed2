import { request } from 'undici';
import { z } from 'zod';
import {
  type ConnectOptions,
  type HostingProvider,
  type ProviderDefinition,
  ProviderError,
} from '../../../src/hosting/provider.js';
import { redact } from '../../../src/util/log.js';
import { codeOf, isTimeout, nameOf, wasNeverSent } from '../../../src/util/network-errors.js';
import { parseJson } from '../../../src/util/parse-json.js';

const nameList = z.object({ names: z.array(z.string()) });
const refusal = z.object({ problem: z.string() });

/** A second hosting provider, so that nothing in the bot takes Closte for granted. */
export const tiny = {
  id: 'tiny',
  name: 'Tiny Hosting',
  internalDomains: ['tiny.example'],
  variables: {
    key: 'TINY_KEY',
    targets: 'TINY_TARGETS',
    apiUrl: 'TINY_URL',
    appId: 'TINY_APP',
    rate: 'TINY_RATE',
  },
  fixes: {
    TINY_KEY: 'Set it.',
    TINY_TARGETS: 'Name addresses and hosts.',
    TINY_URL: 'Leave it out.',
    TINY_APP: 'Give the app’s number.',
    TINY_RATE: 'Give changes a minute.',
  },
  apiUrl: 'https://api.tiny.example',
  appId: { form: /^\d+$/, problem: 'is no number' },
  changesPerMinute: 30,
  wpConfig: { address: 'TINY_ADDRESS', hostOf: (appId) => `app${appId}.tiny.example` },
  dashboardUrl: (appId) => `https://panel.tiny.example/${appId}`,
  connect: (options) => connectTiny(options, 30_000),
} as const satisfies ProviderDefinition;

type TinyMethod = 'GET' | 'PUT' | 'DELETE';

export function connectTiny({ baseUrl, apiKey }: ConnectOptions, timeoutMs: number): HostingProvider {
  async function call(method: TinyMethod, name = ''): Promise<{ status: number; body: string }> {
    try {
      const answer = await request(`${baseUrl}/names/${encodeURIComponent(name)}`, {
        method,
        headers: { authorization: `Bearer ${apiKey}` },
        signal: AbortSignal.timeout(timeoutMs),
      });
      return { status: answer.statusCode, body: await answer.body.text() };
    } catch (error) {
      const code = codeOf(error) || nameOf(error);
      const outcomeUnknown = method !== 'GET' && !wasNeverSent(code);
      const kind = isTimeout(code) ? 'timed-out' : 'unreachable';
      throw new ProviderError(kind, `Tiny does not answer (${code}).`, { retryable: true, outcomeUnknown });
    }
  }

  async function write(method: TinyMethod, name: string): Promise<boolean> {
    const { status, body } = await call(method, name);
    if (status === 204 || status === 409) return status === 204;
    throw failureFor(status, body, true);
  }

  function failureFor(status: number, body: string, outcomeUnknown: boolean): ProviderError {
    const certain = { retryable: false, outcomeUnknown: false, status };
    const said = redact(parseJson(body, refusal)?.problem ?? '', [apiKey]);
    if (status === 401) return new ProviderError('unauthorised', 'Tiny doesn’t accept the key.', certain);
    if (status === 422) return new ProviderError('refused', `Tiny refused: ${said}`, { ...certain, said });
    const facts = { retryable: true, outcomeUnknown, status };
    if (status >= 400) return new ProviderError('http-status', `Tiny answered with HTTP ${status}.`, facts);
    return new ProviderError('wrong-shape', 'Tiny answered in an unknown format.', facts);
  }

  async function list(): Promise<readonly string[] | 'unreadable'> {
    const { status, body } = await call('GET');
    if (status !== 200) throw failureFor(status, body, false);
    return parseJson(body, nameList)?.names ?? 'unreadable';
  }

  return {
    addAlias: async (name) => ((await write('PUT', name)) ? 'added' : 'already'),
    removeAlias: async (name) => ((await write('DELETE', name)) ? 'removed' : 'already'),
    listAliases: list,
    testConnection: async () => void (await list()),
  };
}
