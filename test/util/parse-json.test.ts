import { expect, it } from 'vitest';
import { z } from 'zod';
import { networkFailureOf } from '../../src/util/network-errors.js';
import { parseJson } from '../../src/util/parse-json.js';
import { botScopes } from '../../src/util/version.js';

it.each([
  ['no JSON', '{', undefined],
  ['another shape', '{"a":"1"}', undefined],
  ['nothing', '', undefined],
  ['the shape asked for, without what else there is', '{"a":1,"b":2}', { a: 1 }],
])('a text from outside with %s', (_, text, read) => {
  expect(parseJson(text, z.object({ a: z.number() }))).toEqual(read);
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
