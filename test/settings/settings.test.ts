import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openSettings, type SettingChange } from '../../src/settings/settings.js';
import { temporaryFolder } from '../store/temporary.js';

let folder: string;
let remove: () => Promise<void>;
beforeEach(async () => {
  ({ path: folder, remove } = await temporaryFolder());
});
afterEach(() => remove());

const made: SettingChange = {
  id: 'c1',
  at: Date.UTC(2026, 0, 1),
  by: 'U01ALICE',
  app: 'default',
  channel: 'C01DOMAINS',
  fromMs: 300_000,
  toMs: 60_000,
  isTried: false,
};

it.each(['{', '[]', '{"intervals":{"default":"often"}}'])(
  'starts with defaults behind a damaged file, keeps it, and says so: %s',
  async (text) => {
    await writeFile(join(folder, 'settings.json'), text);
    const settings = await openSettings(folder);
    expect(settings.intervals()).toEqual(new Map());
    expect(settings.problem).toMatch(/^settings\.json in DATA_DIR was damaged, so the defaults are used\./);
    await settings.change(made);
    const aside = (await readdir(folder)).find((name) => name.includes('.damaged-')) ?? '';
    expect(await readFile(join(folder, aside), 'utf8')).toBe(text);
    const next = await openSettings(folder);
    expect([next.problem, next.intervals()]).toEqual([undefined, new Map([['default', 60_000]])]);
  },
);

it('starts with defaults where the system refuses the file, and changes nothing then', async () => {
  await mkdir(join(folder, 'settings.json'));
  const settings = await openSettings(folder);
  expect(settings.problem).toContain('can’t be read (EISDIR)');
  await expect(settings.change(made)).rejects.toThrow('can’t be read (EISDIR)');
});
