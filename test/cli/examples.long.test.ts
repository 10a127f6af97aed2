import { spawn } from 'node:child_process';
import { resolve } from 'node:path';
import { afterAll, beforeAll, expect, it, onTestFinished } from 'vitest';
import { programs } from '../../src/cli/programs.js';
import { en } from '../../src/locale/en/en.js';
import { startWorld, type World } from '../../src/sandbox/world.js';
import { openStore, temporaryFolder } from '../store/temporary.js';
import { NOON, typicalMapping } from '../store/typical-mapping.js';
import { postgresPrograms, startPostgres } from '../support/postgres-server.js';

const BIN = resolve('dist/src/cli/main.js');

let world: World;
let folder: Awaited<ReturnType<typeof temporaryFolder>>;
beforeAll(async () => {
  world = await startWorld();
  folder = await temporaryFolder();
});
afterAll(async () => {
  await world.stop();
  await folder.remove();
});

const examples = programs.flatMap(
  ({ help }) => en[help].match(/(?<=^Example: closte-domain-bot ).*$/gm) ?? [],
);
const exampleOf = (name: string) => examples.find((example) => example.startsWith(`${name} `)) ?? '';

/** As a person types it, in a folder of their own. */
async function run(example: string, change: Readonly<Record<string, string>> = {}) {
  const child = spawn(process.execPath, [BIN, ...example.split(' ')], {
    cwd: folder.path,
    env: { PATH: process.env['PATH'], ...world.environment, ...change },
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (bytes) => (output += bytes));
  const status = await new Promise<number | null>((done) => child.on('close', done));
  return { status, output };
}

it('all examples of the help are run here', () => {
  expect(examples.map((example) => example.split(' ')[0])).toEqual([
    'check-domain',
    'store',
    'domain-connect',
  ]);
});

it('check-domain shows what is wrong with the domain', async () => {
  const { status, output } = await run(exampleOf('check-domain'));
  expect(status).toBe(1);
  expect(output).toContain('shop.example.com');
});

it('domain-connect says what is still missing', async () => {
  const { status, output } = await run(exampleOf('domain-connect'));
  expect(output).toContain('has the template pixel-agency.net.default');
  expect(status).toBe(0);
});

it.skipIf(!postgresPrograms)('store copies the folder to the database', async () => {
  const server = await startPostgres();
  onTestFinished(() => server.dispose());
  const store = await openStore(folder.path, () => NOON);
  await store.create(typicalMapping('m1'));
  await store.close();
  const places = { DATA_DIR: folder.path, DATABASE_URL: await server.createDatabase('copied') };
  const { status, output } = await run(exampleOf('store'), places);
  expect(output).toContain('Mappings: 1.');
  expect(status).toBe(0);
});
