import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { Ajv } from 'ajv';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { publicKeyTxtParts } from '../../src/core/domain-connect/sign-query.js';
import { agencyTemplates } from '../../src/sandbox/domain-connect/agency.js';
import { startWorld, type World } from '../../src/sandbox/world.js';

const BIN = resolve('dist/src/cli/main.js');
/** Domain-Connect/spec at 6a4735c, in the public domain (CC0). */
const SCHEMA = JSON.parse(readFileSync('test/fixtures/domain-connect/template.schema.json', 'utf8'));
const isValid = new Ajv({ strict: false }).compile(SCHEMA);

let world: World;
let folder: string;
beforeAll(async () => {
  world = await startWorld();
  folder = await mkdtemp(join(tmpdir(), 'domain-connect-'));
});
afterAll(async () => {
  await world.stop();
  await rm(folder, { recursive: true, force: true });
});

async function run(args: readonly string[], change: Record<string, string | undefined> = {}) {
  const settings = { PUBLIC_URL: 'http://127.0.0.1:9', ...world.environment, ...change };
  const env = Object.fromEntries(Object.entries(settings).filter(([, value]) => value !== undefined));
  const child = spawn(process.execPath, [BIN, 'domain-connect', ...args], {
    cwd: folder,
    env: { PATH: process.env['PATH'], ...env },
  });
  let [stdout, stderr] = ['', ''];
  child.stdout.on('data', (bytes) => (stdout += bytes));
  child.stderr.on('data', (bytes) => (stderr += bytes));
  const status = await new Promise<number | null>((done) => child.on('close', done));
  return { status, stdout, stderr };
}

describe('domain-connect template', () => {
  it('writes files that are valid by the protocol’s schema, and that the demo’s provider has', async () => {
    const { status, stdout } = await run(['template']);
    expect(status).toBe(0);
    const files = stdout.trim().split('\n');
    expect(files).toEqual(['pixel-agency.net.default.json', 'pixel-agency.net.default-subdomain.json']);
    const templates = await Promise.all(
      files.map(async (file) => JSON.parse(await readFile(join(folder, file), 'utf8'))),
    );
    for (const template of templates) expect(isValid(template), JSON.stringify(isValid.errors)).toBe(true);
    const published = agencyTemplates(world.target);
    expect(templates).toMatchObject(published);
  });

  it('refuses a command line that can’t be right', async () => {
    for (const args of [
      ['template', '--app', 'none'],
      ['template', '--revision', '0'],
      ['serve'],
      [],
      ['--x'],
    ])
      expect(await run(args)).toMatchObject({
        status: 2,
        stderr: expect.stringContaining('See closte-domain-bot domain-connect --help.'),
      });
  });

  it('says what is missing in the settings', async () => {
    expect(await run(['check'], { DOMAIN_CONNECT_ID: undefined })).toMatchObject({
      status: 1,
      stderr: expect.stringContaining('DOMAIN_CONNECT_ID is missing'),
    });
    expect(await run(['check'], { DOMAIN_CONNECT_KEY_FILE: '/nowhere' })).toMatchObject({
      status: 1,
      stderr: expect.stringContaining('names a file that doesn’t exist or that the bot may not read'),
    });
  });
});

describe('domain-connect keys', () => {
  it('makes a key that only its owner reads, shows its TXT records, and overwrites nothing', async () => {
    const first = await run(['keys', '--out', 'own.pem'], { DOMAIN_CONNECT_KEY_FILE: undefined });
    expect(first.status).toBe(0);
    const pem = await readFile(join(folder, 'own.pem'), 'utf8');
    expect((await stat(join(folder, 'own.pem'))).mode & 0o077).toBe(0);
    expect(first.stdout).toContain('TXT records at _dck1.pixel-agency.net:');
    for (const part of publicKeyTxtParts(pem)) {
      expect(first.stdout).toContain(part);
      expect(part.length).toBeLessThan(256);
    }
    expect(first.stdout).not.toContain('PRIVATE KEY');
    expect(await run(['keys', '--out', 'own.pem'], { DOMAIN_CONNECT_KEY_FILE: undefined })).toMatchObject({
      status: 1,
      stderr: expect.stringContaining('own.pem exists'),
    });
    expect(await readFile(join(folder, 'own.pem'), 'utf8')).toBe(pem);
    // Another key than the published one.
    const other = await run(['check'], { DOMAIN_CONNECT_KEY_FILE: join(folder, 'own.pem') });
    expect(other).toMatchObject({ status: 1, stdout: expect.stringMatching(/^missing .*isn’t published/m) });
  });
});

describe('domain-connect check', () => {
  it('has nothing to add where all is ready', async () => {
    const { status, stdout } = await run(['check', '--domain', 'example.com']);
    expect(stdout).not.toMatch(/^(missing|note)/m);
    expect(stdout).toContain('Harbour Domains has the template pixel-agency.net.default-subdomain');
    expect(status).toBe(0);
  });

  it('says which provider has no such template, and which has no such protocol', async () => {
    const other = await run(['check', '--domain', 'example.com'], { DOMAIN_CONNECT_SERVICE: 'other' });
    expect(other).toMatchObject({
      status: 1,
      stdout: expect.stringContaining('doesn’t have the template pixel-agency.net.other yet'),
    });
    expect(await run(['check', '--domain', 'closte.com'])).toMatchObject({
      status: 1,
      stdout: expect.stringContaining('the DNS provider of closte.com'),
    });
  });
});

it('docs/domain-connect.md has only command lines that work', async () => {
  const page = await readFile('docs/domain-connect.md', 'utf8');
  const lines = [...page.matchAll(/^\s*closte-domain-bot domain-connect (.+)$/gm)].map(
    ([, line = '']) => line,
  );
  expect(lines).toHaveLength(3);
  for (const line of lines) {
    const isNewKey = line.startsWith('keys');
    const { status, stderr } = await run(
      line.split(' '),
      isNewKey ? { DOMAIN_CONNECT_KEY_FILE: undefined } : {},
    );
    expect({ line, status, stderr }).toEqual({ line, status: 0, stderr: '' });
  }
});
