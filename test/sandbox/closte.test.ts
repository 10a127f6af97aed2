import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type ClosteMode, type SandboxCloste, startCloste } from '../../src/sandbox/closte.js';

const KEY = 'sandbox-key';
let closte: SandboxCloste;
let seen: (readonly string[])[];

beforeEach(async () => {
  seen = [];
  closte = await startCloste({ apiKey: KEY, onChange: (aliases) => seen.push(aliases) });
});
afterEach(() => closte.stop());

const post = (path: string, fields: Readonly<Record<string, string>>, signal = AbortSignal.timeout(2_000)) =>
  fetch(`${closte.url}${path}`, {
    method: 'POST',
    body: new URLSearchParams({ apikey: KEY, ...fields }),
    signal,
  });
const add = (domain: string, signal?: AbortSignal) =>
  post('/adddomainalias', { domain, wildcard: '0' }, signal);
const json = async (answer: Promise<Response>): Promise<unknown> => (await answer).json();
const domains = () => json(fetch(`${closte.url}/getdomains?apikey=${KEY}`));

describe('in normal mode', () => {
  it('adds and removes aliases, and tells who listens', async () => {
    expect(await json(add('shop.example.com'))).toEqual({ success: true });
    expect(closte.aliases()).toEqual(['shop.example.com']);
    expect(await json(post('/deletedomainalias', { domain: 'shop.example.com' }))).toEqual({ success: true });
    expect(closte.aliases()).toEqual([]);
    expect(seen).toEqual([['shop.example.com'], []]);
  });

  it.each(['1', '0', ''])('takes wildcard=%s', async (wildcard) => {
    expect(await json(post('/adddomainalias', { domain: '*.example.com', wildcard }))).toEqual({
      success: true,
    });
  });

  it('answers an empty domain in Closte’s words, to the space at their end', async () => {
    expect(await json(add(''))).toEqual({ success: false, error: 'Invalid or empty domain: ' });
  });

  it('refuses what is there already, and what is not there', async () => {
    await add('a.example.com');
    expect(await json(add('a.example.com'))).toMatchObject({ success: false });
    expect(await json(post('/deletedomainalias', { domain: 'b.example.com' }))).toMatchObject({
      success: false,
    });
    expect(seen).toHaveLength(1);
  });

  it('refuses another key, and one in the wrong place', async () => {
    expect(await json(post('/adddomainalias', { domain: 'a.example.com', apikey: 'x' }))).toMatchObject({
      success: false,
    });
    const inQuery = `${closte.url}/adddomainalias?apikey=${KEY}&domain=a.example.com`;
    expect(await json(fetch(inQuery, { method: 'POST' }))).toMatchObject({ success: false });
    expect(closte.aliases()).toEqual([]);
  });

  it('remembers its calls without the key', async () => {
    await add('a.example.com');
    await domains();
    expect(closte.calls()).toEqual([
      { method: 'POST', path: '/adddomainalias', fields: { domain: 'a.example.com', wildcard: '0' } },
      { method: 'GET', path: '/getdomains', fields: {} },
    ]);
  });
});

it.each([
  ['strings', ['a.example.com']],
  ['objects', [expect.objectContaining({ domain: 'a.example.com' })]],
  ['unknown-objects', [{ label: 'a.example.com' }]],
  ['null', null],
] as const)('lists aliases as %s', async (form, expected) => {
  await add('a.example.com');
  closte.setListForm(form);
  expect(await domains()).toEqual({ success: true, domains: expected });
});

it('lists nothing as an empty list', async () => {
  expect(await domains()).toEqual({ success: true, domains: [] });
});

describe('on demand', () => {
  it.each<[ClosteMode, number, string]>([
    ['refuse', 200, '{"success":false,"error":"Limit reached"}'],
    ['bad-key', 200, '{"success":false,"error":"Invalid API key"}'],
    ['http-500', 500, '<h1>Internal Server Error</h1>'],
    ['empty', 200, ''],
    ['not-json', 200, '<html>maintenance</html>'],
    ['wrong-shape', 200, '["ok"]'],
  ])('%s changes nothing', async (mode, status, body) => {
    closte.setMode(mode, 'Limit reached');
    const answer = await add('a.example.com');
    expect([answer.status, await answer.text()]).toEqual([status, body]);
    expect(closte.aliases()).toEqual([]);
  });

  it('refuses in Closte’s words unless given others', async () => {
    closte.setMode('refuse');
    expect(await json(add('a.example.com'))).toEqual({
      success: false,
      error: 'Invalid or empty domain: a.example.com',
    });
  });

  it('is down: every connection breaks off', async () => {
    closte.setMode('down');
    await expect(add('a.example.com')).rejects.toThrow();
    await expect(domains()).rejects.toThrow();
    expect(closte.aliases()).toEqual([]);
  });

  it('is slow: does it, and answers late', async () => {
    closte.setMode('slow');
    closte.setDelay(150);
    const started = performance.now();
    expect(await json(add('a.example.com'))).toEqual({ success: true });
    expect(performance.now() - started).toBeGreaterThan(140);
  });

  it('does it without ever answering', async () => {
    closte.setMode('timeout-after-write');
    await expect(add('a.example.com', AbortSignal.timeout(150))).rejects.toThrow();
    expect(closte.aliases()).toEqual(['a.example.com']);
    expect(await domains()).toMatchObject({ success: true });
  });

  it('misbehaves for one hostname alone, until that is normal again', async () => {
    closte.setMode('refuse', 'not this one', 'a.example.com');
    expect(await json(add('a.example.com'))).toEqual({ success: false, error: 'not this one' });
    expect(await json(add('b.example.com'))).toEqual({ success: true });
    expect(closte.mode()).toBe('normal');
    closte.setMode('normal', '', 'a.example.com');
    expect(await json(add('a.example.com'))).toEqual({ success: true });
  });
});

it('refuses connections once it has stopped', async () => {
  const other = await startCloste({ apiKey: KEY });
  await other.stop();
  await expect(fetch(`${other.url}/getdomains?apikey=${KEY}`)).rejects.toThrow();
});
