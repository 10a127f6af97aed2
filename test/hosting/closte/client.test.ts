import { readFileSync } from 'node:fs';
import { createServer, type IncomingHttpHeaders, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { MockAgent } from 'undici';
import { afterEach, beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { createClosteProvider } from '../../../src/hosting/closte/client.js';
import { readAliases, readAnswer } from '../../../src/hosting/closte/response.js';
import type { ProviderError } from '../../../src/hosting/provider.js';
import { type ClosteMode, type SandboxCloste, startCloste } from '../../../src/sandbox/closte.js';
import { providerFailure } from '../failure.js';
import { listed } from '../listed.js';

const KEY = 'k3y/that must-not+leak';
let server: SandboxCloste;
const client = (baseUrl = server.url, apiKey = KEY) =>
  createClosteProvider({ baseUrl, apiKey, connectTimeoutMs: 500, totalTimeoutMs: 300 });
const patient = (baseUrl: string) =>
  createClosteProvider({ baseUrl, apiKey: KEY, connectTimeoutMs: 500, totalTimeoutMs: 20_000 });

beforeEach(async () => {
  server = await startCloste({ apiKey: KEY });
});
afterEach(() => server.stop());

const failure = (work: Promise<unknown>): Promise<ProviderError> => providerFailure(work, KEY);

/** A Closte with the given answers, for as long as the test lasts. */
async function odd(listener: RequestListener): Promise<string> {
  const other = createServer(listener);
  await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    other.closeAllConnections();
    other.close();
  });
  return `http://127.0.0.1:${(other.address() as AddressInfo).port}`;
}

const responder = (body: unknown, status = 200): Promise<string> =>
  odd((_, response) =>
    response.writeHead(status).end(typeof body === 'string' ? body : JSON.stringify(body)),
  );

describe('a call that succeeds', () => {
  it('adds, lists and removes with the fields that Closte knows', async () => {
    expect(await client().addAlias('shop.example.com')).toBe('added');
    expect(await client().addAlias('*.example.com')).toBe('added');
    expect(await listed(client())).toEqual(['shop.example.com', '*.example.com']);
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
    expect(await listed(client())).toEqual(expected);
  });

  it('reads an empty list as empty', async () => {
    expect(await listed(client())).toEqual([]);
  });

  it.each([true, 1, '1', 'true'])('takes success %j for success', async (success) => {
    expect(await client(await responder({ success })).addAlias('a.example.com')).toBe('added');
  });

  it.each([false, 0, '0', '', 'false'])('takes success %j for a refusal', async (success) => {
    const other = await responder({ success, error: 'No.' });
    expect(await failure(client(other).addAlias('a.example.com'))).toMatchObject({ code: 'refused' });
  });

  it.each([
    ['Too many requests.', true],
    ['Rate limit exceeded', true],
    ['Please try again later', true],
    ['The service is temporarily unavailable', true],
    ['Down for maintenance', true],
    ['Limit of 10 domains reached', false],
    ['Invalid or empty domain: rate-limit.example.com', false],
  ])('knows from the words of a refusal whether it passes: %s', async (error, retryable) => {
    const url = await responder({ success: false, error });
    expect((await failure(client(url).addAlias('a.example.com'))).facts).toMatchObject({ retryable });
  });

  it('reads a list that PHP sent as an object, because it lost an element; an empty object is none', async () => {
    const list = async (domains: unknown) => listed(client(await responder({ success: true, domains })));
    expect(await list({ 0: 'a.example.com', 2: 'b.example.com' })).toEqual([
      'a.example.com',
      'b.example.com',
    ]);
    expect(await list({})).toBe('unreadable');
    expect(await list({ total: 'a.example.com' })).toBe('unreadable');
  });

  it('reads a list of 100,000 in turns with other work', async () => {
    const domains = Array.from({ length: 100_000 }, (_, id) => ({
      id,
      domain: `m${id}.example.com`,
      ssl: true,
    }));
    const answer = JSON.stringify({ success: true, domains });
    let turns = 0;
    let isReading = true;
    const otherWork = () => {
      turns += 1;
      if (isReading) setImmediate(otherWork);
    };
    setImmediate(otherWork);
    const aliases = await readAliases((await readAnswer(200, [Buffer.from(answer)], 'read'))['domains']);
    isReading = false;
    expect(aliases).toHaveLength(100_000);
    expect(aliases.at(99_999)).toBe('m99999.example.com');
    expect(turns).toBeGreaterThan(50);
  });

  it('reads a list of 100,000 aliases, each with fields of its own', async () => {
    const domains = Array.from({ length: 100_000 }, (_, id) => ({
      id,
      domain: `m${id}.example.com`,
      ssl: true,
    }));
    const url = await responder({ success: true, domains });
    expect(await patient(url).listAliases()).toHaveLength(100_000);
  });

  it('declines compression, which it would not unpack', async () => {
    const asked: unknown[] = [];
    const url = await odd(({ headers }, response) => {
      asked.push(headers['accept-encoding']);
      response.end('{"success":true}');
    });
    await client(url).addAlias('a.example.com');
    expect(asked).toEqual(['identity']);
  });

  it.each([
    ['null', null],
    ['a number', 0],
    ['a list', []],
  ])('does not mind %s where an error could be', async (_, error) => {
    expect(await client(await responder({ success: true, error })).addAlias('a.example.com')).toBe('added');
  });

  it.each([
    ['upper case and a final dot', ['Shop.Example.COM.'], ['shop.example.com']],
    ['Unicode', ['blumen-müller.de', '*.пример.рф'], ['xn--blumen-mller-klb.de', '*.xn--e1afmkfd.xn--p1ai']],
    ['objects with a title', [{ name: 'My shop', hostname: 'a.example.com', id: 7 }], ['a.example.com']],
    [
      'several keys',
      [{ alias: 'a.example.com' }, { host: 'b.example.com' }],
      ['a.example.com', 'b.example.com'],
    ],
    [
      'a wildcard by a field of its own',
      [
        { domain: 'example.com', wildcard: '1' },
        { domain: '*.example.org', wildcard: true },
        { domain: 'example.net', wildcard: 0 },
      ],
      ['example.com', '*.example.com', '*.example.org', 'example.net'],
    ],
    ['one element that holds no name', ['a.example.com', { id: 7 }], 'unreadable'],
    ['null among them', ['a.example.com', null], 'unreadable'],
    ['an empty name', [''], 'unreadable'],
    ['an object in place of the list', { a: 1 }, 'unreadable'],
    ['no list', undefined, 'unreadable'],
  ])('reads names in %s', async (_, domains, expected) => {
    expect(await listed(client(await responder({ success: true, domains })))).toEqual(expected);
  });

  it('does not take an alias for gone that is listed in Unicode', async () => {
    const url = await odd((request, response) =>
      response.end(
        JSON.stringify(
          request.method === 'GET'
            ? { success: true, domains: ['blumen-müller.de'] }
            : { success: false, error: 'Locked' },
        ),
      ),
    );
    expect((await failure(client(url).removeAlias('xn--blumen-mller-klb.de'))).code).toBe('refused');
    expect(await client(url).addAlias('xn--blumen-mller-klb.de')).toBe('already');
  });

  it('says who calls, in the form that Closte takes', async () => {
    const { version } = JSON.parse(readFileSync('package.json', 'utf8'));
    const seen: IncomingHttpHeaders[] = [];
    const url = await odd((request, response) => {
      seen.push(request.headers);
      response.end('{"success":true}');
    });
    await client(url).addAlias('a.example.com');
    expect(seen).toMatchObject([
      {
        'user-agent': `closte-domain-bot/${version}`,
        'content-type': 'application/x-www-form-urlencoded',
      },
    ]);
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
    ['empty', 'wrong-shape', { retryable: true, outcomeUnknown: true }],
    ['not-json', 'not-json', { retryable: true, outcomeUnknown: true }],
    ['wrong-shape', 'wrong-shape', { retryable: true, outcomeUnknown: true }],
    ['bad-key', 'unauthorised', { retryable: false, outcomeUnknown: false }],
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
    ['Invalid API key', 'unauthorised'],
    ['invalid api_key', 'unauthorised'],
    ['apikey is missing', 'unauthorised'],
    ['Unauthorized', 'unauthorised'],
    ['Authentication failed', 'unauthorised'],
    ['Wrong key', 'unauthorised'],
    ['Domain could not be authenticated by DNS', 'refused'],
    ['Invalid API key for app.closte.com', 'unauthorised'],
    ['Invalid or empty domain: monkey.example.com', 'refused'],
    ['Invalid or empty domain: api-key.example.com', 'refused'],
    ['unauthorized.example.com: limit reached', 'refused'],
    ['Access denied: shop.example.com belongs to another account', 'refused'],
    ['Authentication of "shop.example.com" by DNS failed', 'refused'],
    ['', 'refused'],
  ])('takes %j for %s', async (error, code) => {
    const url = await responder({ success: false, error });
    expect((await failure(client(url).addAlias('a.example.com'))).code).toBe(code);
  });

  it.each([
    [401, '', 'unauthorised', { retryable: false, outcomeUnknown: false }],
    [403, '', 'unauthorised', { retryable: false, outcomeUnknown: false }],
    [403, '<!DOCTYPE html>Just a moment…', 'http-status', { retryable: true, outcomeUnknown: false }],
    [403, '{"success":false,"error":"No"}', 'unauthorised', { retryable: false, outcomeUnknown: false }],
    [
      403,
      '{"success":false,"error":"shop.example.com is not yours"}',
      'refused',
      { retryable: false, outcomeUnknown: false },
    ],
    [404, '<html>', 'http-status', { retryable: false, outcomeUnknown: false }],
    [429, '', 'http-status', { retryable: true, outcomeUnknown: false }],
    [503, '["down"]', 'http-status', { retryable: true, outcomeUnknown: true }],
    [400, '{"success":false,"error":"Limit"}', 'refused', { retryable: false, outcomeUnknown: false }],
    [429, '{"success":false,"error":"Slow"}', 'refused', { retryable: true, outcomeUnknown: false }],
    [500, '{"success":false,"error":"Oops"}', 'refused', { retryable: true, outcomeUnknown: false }],
    [302, '<a href="/login">', 'http-status', { retryable: true, outcomeUnknown: true }],
    [301, '', 'http-status', { retryable: true, outcomeUnknown: true }],
    [204, '', 'wrong-shape', { retryable: true, outcomeUnknown: true }],
    [200, 'null', 'wrong-shape', { retryable: true, outcomeUnknown: true }],
    [200, '{"success":"yes"}', 'wrong-shape', { retryable: true, outcomeUnknown: true }],
  ])('reads HTTP %i with %j as %s', async (status, body, code, facts) => {
    const url = await responder(body, status);
    const error = await failure(client(url).addAlias('a.example.com'));
    expect({ code: error.code, ...error.facts }).toMatchObject({ code, ...facts, status });
    expect((await failure(client(url).listAliases())).facts.outcomeUnknown).toBe(false);
  });

  it('follows no redirect with its key', async () => {
    const url = await odd((_, response) => response.writeHead(307, { location: server.url }).end('moved'));
    await failure(client(url).addAlias('a.example.com'));
    expect(server.calls()).toEqual([]);
  });

  it('gives up on an answer without end', async () => {
    const url = await odd((_, response) => {
      response.on('error', () => undefined);
      const pour = () => {
        while (response.write('x'.repeat(65_536)));
        response.once('drain', pour);
      };
      pour();
    });
    expect((await failure(client(url).listAliases())).code).toMatch(/^(wrong-shape|timed-out)$/);
  });

  it('takes no answer of more than 16 MiB', async () => {
    const url = await responder(`${' '.repeat(16 * 1024 * 1024)}{"success":true}`);
    expect((await failure(patient(url).addAlias('a.example.com'))).code).toBe('wrong-shape');
  });

  it('counts the time of the body, too', async () => {
    const url = await odd((_, response) => void response.write('{"success":'));
    expect((await failure(client(url).addAlias('a.example.com'))).code).toBe('timed-out');
  });

  it.each([
    ['CERT_HAS_EXPIRED', {}, { code: 'unreachable', outcomeUnknown: false }],
    ['UNABLE_TO_VERIFY_LEAF_SIGNATURE', {}, { code: 'unreachable', outcomeUnknown: false }],
    ['ETIMEDOUT', { syscall: 'connect' }, { code: 'unreachable', outcomeUnknown: false }],
    ['UND_ERR_CONNECT_TIMEOUT', {}, { code: 'unreachable', outcomeUnknown: false }],
    ['ECONNRESET', { syscall: 'read' }, { code: 'unreachable', outcomeUnknown: true }],
    ['UND_ERR_HEADERS_TIMEOUT', {}, { code: 'timed-out', outcomeUnknown: true }],
  ])('a transport that fails with %s leaves nothing of the URL behind', async (code, more, expected) => {
    const dispatcher = new MockAgent();
    dispatcher.disableNetConnect();
    const cause = new Error(`GET /getdomains?apikey=${encodeURIComponent(KEY)}`);
    const broken = Object.assign(new Error(`failed for ${KEY}`, { cause }), { code, ...more });
    const path = /adddomainalias|getdomains/;
    const mocked = dispatcher.get('https://closte.invalid');
    mocked.intercept({ path, method: 'POST' }).replyWithError(broken);
    mocked.intercept({ path, method: 'GET' }).replyWithError(broken);
    const limits = { connectTimeoutMs: 500, totalTimeoutMs: 300 };
    const provider = createClosteProvider({
      baseUrl: 'https://closte.invalid',
      apiKey: KEY,
      dispatcher,
      ...limits,
    });
    const error = await failure(provider.addAlias('a.example.com'));
    expect({ code: error.code, ...error.facts }).toMatchObject(expected);
    expect((await failure(provider.listAliases())).facts.outcomeUnknown).toBe(false);
  });

  it('blots out a key that Closte repeats', async () => {
    const said = `No app has the key ${KEY} (${encodeURIComponent(KEY)})${'.'.repeat(600)}`;
    for (const error of [said, `${'.'.repeat(490)}${KEY}`]) {
      const provider = client(await responder({ success: false, error }));
      await failure(provider.addAlias('a.example.com'));
      await failure(provider.removeAlias('a.example.com'));
      await failure(provider.listAliases());
      expect((await failure(provider.testConnection())).facts.said?.length).toBeLessThanOrEqual(500);
    }
  });
});

describe('the test of a key', () => {
  it.each([
    ['Invalid or empty domain: ', 200],
    ['Invalid or empty domain:', 400],
  ])('is passed with %j at HTTP %i', async (error, status) => {
    const provider = client(await responder({ success: false, error }, status));
    await expect(provider.testConnection()).resolves.toBeUndefined();
  });

  it.each([
    [{ success: false, error: 'Invalid or empty domain: x' }, 'refused'],
    [{ success: false, error: ' Invalid or empty domain: ' }, 'refused'],
    [{ success: true }, 'wrong-shape'],
    ['<html>', 'not-json'],
  ])('is not with %j', async (body, code) => {
    const error = await failure(client(await responder(body)).testConnection());
    expect(error.code).toBe(code);
    expect(error.facts.outcomeUnknown).toBe(false);
  });
});
