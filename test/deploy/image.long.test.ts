import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { chmod, copyFile, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { startWorld, type World } from '../../src/sandbox/world.js';
import { freePort } from '../support/ports.js';
import { buildImage, type Image } from './image.js';

const NOBODY = 65_534;
const isRoot = process.getuid?.() === 0;

let folder: string;
let image: Image;
let world: World;
let port: string;
const children: ChildProcess[] = [];

/** The image's files belong to whoever builds it and can't be written; the bot runs as somebody else. */
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'image-'));
  await chmod(folder, 0o755);
  image = await buildImage(readFileSync('Dockerfile', 'utf8'), process.cwd(), folder);
  execFileSync('chmod', ['-R', 'a-w,a+rX', join(image.root, image.workingDirectory)]);
  if (isRoot) execFileSync('chown', ['-R', String(NOBODY), dataDir()]);
  world = await startWorld({ ttlS: 1, negativeTtlS: 1, rateScale: 1_000 });
  await copyFile(world.environment['CA_FILE'] ?? '', roots());
  await chmod(roots(), 0o644);
}, 600_000);

beforeEach(async () => {
  port = String(await freePort());
});
afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
});
afterAll(async () => {
  await world?.stop();
  execFileSync('chmod', ['-R', 'u+w', folder]);
  await rm(folder, { recursive: true, force: true });
});

const roots = () => join(folder, 'roots.pem');
const dataDir = () => join(image.root, image.env['DATA_DIR'] ?? '');

/** As the engine starts it: only the image's and the operator's environment, the exec form, no shell between. */
function start([file = '', ...args]: readonly string[]) {
  const child = spawn(file === 'node' ? process.execPath : file, args, {
    cwd: join(image.root, image.workingDirectory),
    env: {
      ...image.env,
      ...world.environment,
      DATA_DIR: dataDir(),
      CA_FILE: roots(),
      // Its owner's alone, and no business of this test.
      DOMAIN_CONNECT_KEY_FILE: '',
      HOST: '127.0.0.1',
      PORT: port,
    },
    ...(isRoot && { uid: NOBODY, gid: NOBODY }),
  });
  children.push(child);
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (bytes) => (output += bytes));
  return { child, output: () => output, exited: once(child, 'exit').then(([code]) => code) };
}

async function until(isSo: () => Promise<boolean>, output: () => string): Promise<void> {
  for (const endsAt = Date.now() + 60_000; !(await isSo()); ) {
    if (Date.now() > endsAt) throw new Error(`not seen in time: ${output()}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

it('holds the product and nothing else', async () => {
  const app = join(image.root, image.workingDirectory);
  expect((await readdir(app)).sort()).toEqual(['dist', 'manifest.json', 'node_modules', 'package.json']);
  expect((await readdir(join(app, 'dist'))).sort()).toEqual(['commands', 'src']);
  expect(await readdir(join(app, 'node_modules'))).not.toContain('vitest');
});

it('is not run as root and keeps its data in its only volume', () => {
  expect(image.user).toBe('node');
  expect(image.volumes).toEqual([image.env['DATA_DIR']]);
});

it('starts where nothing but the volume can be written, is healthy, and drains at SIGTERM', async () => {
  const bot = start(image.command);
  await until(async () => (await start(image.healthCheck).exited) === 0, bot.output);
  await until(async () => (await fetch(`http://127.0.0.1:${port}/readyz`)).ok, bot.output);
  const { version } = JSON.parse(readFileSync('package.json', 'utf8'));
  expect(bot.output()).toContain(`"version":"${version}"`);
  bot.child.kill('SIGTERM');
  expect(await bot.exited).toBe(0);
  expect(await readdir(dataDir())).not.toEqual([]);
}, 120_000);

it('is unhealthy while the bot does not answer', async () => {
  expect(await start(image.healthCheck).exited).toBe(1);
});

it('runs the other programs by their name', async () => {
  const entrypoint = image.command.slice(0, -1);
  const doctor = start([...entrypoint, 'doctor', '--help']);
  expect(await doctor.exited).toBe(0);
  const demo = start([...entrypoint, 'demo']);
  expect(await demo.exited).toBe(1);
  expect(demo.output()).toContain('“demo” needs the package');
});
