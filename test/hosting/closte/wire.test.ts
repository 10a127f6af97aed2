import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { z } from 'zod';
import { createClosteProvider } from '../../../src/hosting/closte/client.js';
import type { HostingProvider } from '../../../src/hosting/provider.js';

/** What Ultimate Multisite 2.9.2 sends to Closte, call by call. */
const CAPTURE = new URL('../../fixtures/captures/ultimate-multisite-closte-wire.json', import.meta.url);
const { calls } = z
  .object({
    calls: z.array(
      z.object({ request: z.string(), headers: z.record(z.string(), z.string()), body: z.string() }),
    ),
  })
  .parse(JSON.parse(readFileSync(CAPTURE, 'utf8')));

interface Sent {
  readonly request: string;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: string;
}

let sent: Sent[];
let provider: HostingProvider;
let server: ReturnType<typeof createServer>;

beforeEach(async () => {
  sent = [];
  server = createServer((request, response) => {
    let body = '';
    request.on('data', (data: Buffer) => {
      body += data.toString();
    });
    request.on('end', () => {
      const { method, url, httpVersion, headers } = request;
      sent.push({ request: `${method} ${url} HTTP/${httpVersion}`, headers, body });
      const isTest = !body.includes('domain=');
      response.end(
        JSON.stringify(isTest ? { success: false, error: 'Invalid or empty domain: ' } : { success: true }),
      );
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const baseUrl = `http://127.0.0.1:${port}`;
  provider = createClosteProvider({ baseUrl, apiKey: 'KEY', connectTimeoutMs: 1_000, totalTimeoutMs: 1_000 });
});
afterEach(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

/** Closte issues certificates by itself; the plugin's own request for one is a guessed name (docs/multisite.md). */
const ofAliases = calls.filter(({ request }) => !request.includes('/ssl/install'));

async function repeat({ request, body }: Pick<Sent, 'request' | 'body'>): Promise<void> {
  const domain = new URLSearchParams(body).get('domain');
  if (domain === null) await provider.testConnection();
  else if (request.includes('/adddomainalias')) await provider.addAlias(domain);
  else await provider.removeAlias(domain);
}

it('sends what the plugin sends, byte for byte: the path, the fields, their order and encoding', async () => {
  expect(ofAliases.length).toBeGreaterThan(5);
  for (const call of ofAliases) await repeat(call);
  const lines = (all: readonly Pick<Sent, 'request' | 'body'>[]) =>
    all.map(({ request, body }) => `${request} ${body}`);
  expect(lines(sent)).toEqual(lines(ofAliases));
});

it('with the plugin’s content type, and no header that holds the key', async () => {
  for (const call of ofAliases) await repeat(call);
  for (const [at, { headers }] of sent.entries()) {
    expect(headers['content-type']).toBe(ofAliases[at]?.headers['Content-Type']);
    // The bot names itself, and takes JSON only.
    expect(headers['user-agent']).toMatch(/^closte-domain-bot\//);
    expect(headers['accept']).toBe('application/json');
    expect(headers['authorization']).toBeUndefined();
    expect(JSON.stringify(headers)).not.toContain('KEY');
  }
});
