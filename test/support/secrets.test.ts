import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { filesIn, leaksIn, openToOthers } from './secrets.js';

const SECRET = 'key/with+signs=';
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'secrets-'));
  await mkdir(join(folder, 'below'), { mode: 0o700 });
  await writeFile(join(folder, 'below', 'kept.json'), `{"note":"${SECRET}"}`, { mode: 0o600 });
});
afterAll(() => rm(folder, { recursive: true }));

it.each([
  ['plain', `a line with ${SECRET} in it`],
  ['encoded for a URL', `?apikey=${encodeURIComponent(SECRET)}`],
  ['in base64', Buffer.from(SECRET).toString('base64')],
  ['a response URL', 'http://127.0.0.1:1/commands/T0SANDBOX/0123456789abcdef01234567'],
])('what the suite wrote is searched: %s', (_form, text) => {
  const written = [
    { place: 'here', text },
    { place: 'there', text: 'nothing' },
  ];
  expect(leaksIn(written, [SECRET])).toEqual(['here']);
});

it('files are searched wherever they are, and whether others may open them is seen', async () => {
  expect(leaksIn(await filesIn(folder), [SECRET])).toEqual([join(folder, 'below', 'kept.json')]);
  expect(await openToOthers(folder)).toEqual([]);
  await chmod(join(folder, 'below', 'kept.json'), 0o640);
  expect(await openToOthers(folder)).toEqual([join('below', 'kept.json')]);
});
