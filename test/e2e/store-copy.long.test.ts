import { type ChildProcess, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';
import { readMappings } from '../../src/store/lowdb/read-folder.js';
import type { StoredMapping } from '../../src/store/store.js';
import { openStore, temporaryFolder } from '../store/temporary.js';
import { NOON, typicalMapping } from '../store/typical-mapping.js';
import { postgresPrograms, startPostgres } from '../support/postgres-server.js';

const CLI = fileURLToPath(new URL('../../dist/src/cli/main.js', import.meta.url));
const MAPPINGS = 300;
const KILLS = 4;

interface Ended {
  readonly code: number | null;
  readonly output: string;
}

function start(args: readonly string[], env: Record<string, string>) {
  const child = spawn(process.execPath, [CLI, 'store', ...args], {
    cwd: '/',
    env: { PATH: process.env['PATH'], ...env },
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (bytes) => (output += bytes));
  const ended = new Promise<Ended>((resolve) => child.once('close', (code) => resolve({ code, output })));
  return { child, ended };
}

async function killedAfter(child: ChildProcess, ended: Promise<Ended>, ms: number): Promise<void> {
  await Promise.race([ended, sleep(ms)]);
  child.kill('SIGKILL');
  await ended;
}

async function recordsOf(dataDir: string): Promise<readonly StoredMapping[]> {
  const records: StoredMapping[] = [];
  for await (const stored of readMappings(dataDir)) records.push(stored);
  return records.sort((one, other) => one.mapping.id.localeCompare(other.mapping.id));
}

test.skipIf(!postgresPrograms)(
  '“store copy” is killed again and again, both ways, and brings everything there and back',
  async () => {
    const server = await startPostgres();
    onTestFinished(() => server.dispose());
    const [files, back] = [await temporaryFolder(), await temporaryFolder()];
    onTestFinished(async () => {
      await files.remove();
      await back.remove();
    });
    const store = await openStore(files.path, () => NOON);
    for (let at = 0; at < MAPPINGS; at++) await store.create(typicalMapping(`m${at}-${randomUUID()}`));
    await store.close();
    const env = {
      DATA_DIR: files.path,
      DATABASE_URL: await server.createDatabase('copied'),
      LANG: 'ro_RO.UTF-8',
    };
    for (const args of [
      ['copy', '--from', 'DATA_DIR', '--to', 'DATABASE_URL'],
      ['copy', '--from', 'DATABASE_URL', '--to', back.path],
    ]) {
      for (let kill = 0; kill < KILLS; kill++) {
        const { child, ended } = start(args, env);
        await killedAfter(child, ended, 300 + Math.random() * 2_000);
        // The server notices the end of a killed connection within a moment.
        await sleep(200);
      }
      const { code, output } = await start(args, env).ended;
      expect([code, output]).toEqual([0, expect.stringContaining(`Mapări: ${MAPPINGS}.`)]);
    }
    expect(await recordsOf(back.path)).toEqual(await recordsOf(files.path));
  },
  180_000,
);

test('“store copy” without both places, or with the same twice, says how it is called and changes nothing', async () => {
  const { path, remove } = await temporaryFolder();
  onTestFinished(remove);
  const one = await start(['copy', '--from', path], { LANG: 'en' }).ended;
  expect([one.code, one.output]).toEqual([2, expect.stringContaining('The option --to needs a value.')]);
  const same = await start(['copy', '--from', path, '--to', `${path}/`], { LANG: 'en' }).ended;
  expect(same).toEqual({ code: 2, output: '--from and --to name the same store.\n' });
  const none = await start(['copy', '--from', path, '--to', 'DATABASE_URL'], { LANG: 'en' }).ended;
  expect([none.code, none.output]).toEqual([2, expect.stringContaining('DATABASE_URL isn’t set')]);
});
