import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { inspect } from 'node:util';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createCloste } from '../../src/closte/client.js';
import { ClosteError } from '../../src/closte/closte.js';
import { type ClosteMode, type SandboxCloste, startCloste } from '../../src/sandbox/closte.js';

const KEY = 'k3y-that-must-not-leak';
let server: SandboxCloste;
const client = (baseUrl = server.url, apiKey = KEY) =>
  createCloste({ baseUrl, apiKey, connectTimeoutMs: 500, totalTimeoutMs: 300 });

beforeEach(async () => {
  server = await startCloste({ apiKey: KEY });
});
afterEach(() => server.stop());

async function failure(work: Promise<unknown>): Promise<ClosteError> {
  const error = await work.then(
    () => new Error('it did not fail'),
    (reason: unknown) => reason,
  );
  if (!(error instanceof ClosteError)) throw error;
  expect(inspect(error, { depth: 10 })).not.toContain(KEY);
  return error;
}

describe('a call that succeeds', () => {
  it('adds, lists and removes with the fields that Closte knows', async () => {
    expect(await client().addAlias('shop.example.com')).toBe('added');
    expect(await client().addAlias('*.example.com')).toBe('added');
    expect(await client().listAliases()).toEqual(['shop.example.com', '*.example.com']);
    expect(await client().removeAlias('shop.example.com')).toBe('removed');
    expect(server.calls()).toEqual([
      { method: 'POST', path: '/adddomainalias', fields: { domain: 'shop.example.com', wildcard: '0' } },
      { method: 'POST', path: '/adddomainalias', fields: { domain: '*.example.com', wildcard: '1' } },
      { method: 'GET', path: '/getdomains', fields: {} },
      { method: 'POST', path: '/deletedomainalias', fields: { domain: 'shop.example.com', wildcard: '0' } },
    ]);
  });

  it('counts what is so already as success', async () => {
    await client().addAlias('shop.example.com');
    expect(await client().addAlias('shop.example.com')).toBe('already');
    await client().removeAlias('shop.example.com');
    expect(await client().removeAlias('shop.example.com')).toBe('already');
  });

  it.each([
    ['strings', ['a.example.com']],
    ['objects', ['a.example.com']],
    ['unknown-objects', 'unreadable'],
    ['null', 'unreadable'],
  ] as const)('reads a list of %s as %j', async (form, expected) => {
    await client().addAlias('a.example.com');
    server.setListForm(form);
    expect(await client().listAliases()).toEqual(expected);
  });

  it('reads an empty list as empty', async () => {
    expect(await client().listAliases()).toEqual([]);
  });

  it('tells a good key by the answer to an empty domain', async () => {
    await expect(client().testConnection()).resolves.toBeUndefined();
  });
});

describe('a call that fails', () => {
  const cases: [ClosteMode, string, { retryable: boolean; outcomeUnknown: boolean }][] = [
    ['refuse', 'refused', { retryable: false, outcomeUnknown: false }],
    ['down', 'unreachable', { retryable: true, outcomeUnknown: true }],
    ['slow', 'timed-out', { retryable: true, outcomeUnknown: true }],
    ['timeout-after-write', 'timed-out', { retryable: true, outcomeUnknown: true }],
    ['http-500', 'http-status', { retryable: true, outcomeUnknown: true }],
    ['empty', 'not-json', { retryable: true, outcomeUnknown: true }],
    ['not-json', 'not-json', { retryable: true, outcomeUnknown: true }],
    ['wrong-shape', 'wrong-shape', { retryable: true, outcomeUnknown: true }],
  ];
  it.each(cases)('%s is %s', async (mode, code, facts) => {
    server.setMode(mode, 'Limit of <10> reached');
    const error = await failure(client().addAlias('shop.example.com'));
    expect(error.code).toBe(code);
    expect(error.facts).toMatchObject(facts);
    if (code === 'refused') expect(error.facts.said).toBe('Limit of <10> reached');
  });

  it('knows that nothing was sent when nobody listens', async () => {
    const { url } = server;
    await server.stop();
    expect((await failure(client(url).addAlias('shop.example.com'))).facts).toMatchObject({
      outcomeUnknown: false,
    });
    server = await startCloste({ apiKey: KEY });
  });

  it('names a key that is not accepted, in whichever way it is said', async () => {
    for (const work of [
      client(server.url, 'wrong').addAlias('a.example.com'),
      client(server.url, 'wrong').testConnection(),
    ])
      expect((await failure(work)).code).toBe('unauthorised');
  });

  it.each([
    [401, '', 'unauthorised'],
    [403, '<html>', 'unauthorised'],
    [404, '<html>', 'http-status'],
    [400, '{"success":false,"error":"Limit"}', 'refused'],
    [302, '', 'not-json'],
  ])('reads HTTP %i with %j as %s', async (status, body, code) => {
    const odd = createServer((_, response) =>
      response.writeHead(status, { location: 'http://127.0.0.1:1/' }).end(body),
    );
    await new Promise<void>((resolve) => odd.listen(0, '127.0.0.1', resolve));
    const { port } = odd.address() as AddressInfo;
    expect((await failure(client(`http://127.0.0.1:${port}`).addAlias('a.example.com'))).code).toBe(code);
    odd.close();
  });

  it('gives up on an answer without end', async () => {
    const flood = createServer((_, response) => {
      response.on('error', () => undefined);
      const pour = () => {
        while (response.write('x'.repeat(65_536)));
        response.once('drain', pour);
      };
      pour();
    });
    await new Promise<void>((resolve) => flood.listen(0, '127.0.0.1', resolve));
    const { port } = flood.address() as AddressInfo;
    await failure(client(`http://127.0.0.1:${port}`).listAliases());
    flood.closeAllConnections();
    flood.close();
  });
});
