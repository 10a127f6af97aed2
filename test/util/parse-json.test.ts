import fc from 'fast-check';
import { expect, it } from 'vitest';
import { z } from 'zod';
import { networkFailureOf } from '../../src/util/network-errors.js';
import { parseJson, parseJsonInTurns } from '../../src/util/parse-json.js';
import { PartedList } from '../../src/util/parted-list.js';
import { botScopes } from '../../src/util/version.js';

it.each([
  ['no JSON', '{', undefined],
  ['another shape', '{"a":"1"}', undefined],
  ['nothing', '', undefined],
  ['the shape asked for, without what else there is', '{"a":1,"b":2}', { a: 1 }],
])('a text from outside with %s', (_, text, read) => {
  expect(parseJson(text, z.object({ a: z.number() }))).toEqual(read);
});

const BLANK = ' '.repeat(128 * 1024);
/** In chunks of a size that cuts characters, too; lists in parts as arrays. */
const parsed = async (text: string, become = (value: unknown) => value): Promise<unknown> => {
  const bytes = Buffer.from(text);
  const chunks = Array.from({ length: Math.ceil(bytes.length / 997) }, (_, at) =>
    bytes.subarray(at * 997, (at + 1) * 997),
  );
  const json = await parseJsonInTurns(chunks, { path: '$.list.*', become });
  const list = listIn(json);
  return list instanceof PartedList ? { ...(json as object), list: [...list] } : json;
};

const listIn = (json: unknown): unknown => Object(json).list;

it('elements of a long list become what is kept of them', async () => {
  const text = `${BLANK}{"list":[{"a":1},{"a":[2]},3],"other":[{"a":4}]}`;
  const first = (value: unknown): unknown => (value as { a?: unknown }).a ?? value;
  expect(await parsed(text, first)).toEqual({ list: [1, [2], 3], other: [{ a: 4 }] });
});

it('a long list never is an array, which would block the event loop as it grows', async () => {
  const json = await parseJsonInTurns([Buffer.from(`${BLANK}{"list":[1]}`)], {
    path: '$.list.*',
    become: (value) => value,
  });
  expect(listIn(json)).toBeInstanceOf(PartedList);
});

it.each([
  '{"list":[]}',
  '{"list":[[1],[]]}',
  '{"list":[1,2],"list":[3]}',
  '{"list":[1,2],"list":[]}',
  '{"list":{"0":1,"2":{}}}',
  '[{"list":[1]}]',
])('the list in %s is read the same in a long text', async (text) => {
  expect(await parsed(`${BLANK}${text}`)).toEqual(JSON.parse(text));
});

it('a long text is read like a short one, in turns', async () => {
  const property = fc.asyncProperty(fc.jsonValue(), async (json) => {
    const text = `${BLANK}${JSON.stringify(json)}\n`;
    expect(await parsed(text)).toEqual(JSON.parse(text));
  });
  await fc.assert(property);
});

it.each([
  ['is cut off', '[1,2'],
  ['is none', '<html></html>'],
  ['goes on after its end', '{"a":1}{"a":2}'],
  ['is empty', ''],
])('a text whose JSON %s, short or long, is none', async (_, text) => {
  expect(await parsed(text)).toBeUndefined();
  expect(await parsed(`${BLANK}${text}`)).toBeUndefined();
});

it.each([
  ['ECONNREFUSED', 'refused'],
  ['UND_ERR_BODY_TIMEOUT', 'timeout'],
  ['EADDRNOTAVAIL', 'unreachable'],
  ['ENETUNREACH', 'unreachable'],
  ['EHOSTUNREACH', 'timeout'],
  ['EMFILE', 'unreachable'],
  ['EPERM', 'unreachable'],
  ['EPROTO', undefined],
  ['HPE_INVALID_CONSTANT', undefined],
  ['ERR_SSL_WRONG_VERSION_NUMBER', undefined],
])('the network failure %s means %s', (code, meaning) => {
  expect(networkFailureOf(code)).toBe(meaning);
});

it('the scopes are those of manifest.json', () => {
  expect(botScopes).toContain('chat:write');
});
