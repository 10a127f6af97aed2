import { type ChildProcess, spawn } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { startWorld, type World } from '../../src/sandbox/world.js';
import { freePort } from '../support/ports.js';

const [BUSY_PORT, FREE_PORT] = [await freePort(), await freePort()];
const ROTATED = 'xoxe.xoxb-1-a-token-that-expires';

interface Place {
  readonly world: World;
  readonly folder: string;
  /** Settings by name; undefined takes one away. */
  readonly env: Record<string, string | undefined>;
}

/** Something half done: how it comes about, what the doctor says, and what a person then does, who knows no more. */
interface Fault {
  readonly name: string;
  readonly make: (place: Place) => void | Promise<void>;
  /** Each is one line: what is wrong, and the fix. */
  readonly lines: readonly RegExp[];
  readonly fix: (place: Place) => void | Promise<void>;
}

const set =
  (change: Place['env']) =>
  ({ env }: Place): void =>
    void Object.assign(env, change);
const setting = (name: string, wrong: string | undefined, line: RegExp): Fault => ({
  name: `${name}=${wrong ?? ''}`,
  make: set({ [name]: wrong }),
  lines: [line],
  fix: (at) => set({ [name]: { ...at.world.environment, ...at.world.multisiteEnvironment }[name] })(at),
});
const without = (name: string, wrong: string, line: RegExp, better?: string): Fault => ({
  name: `${name}=${wrong}`,
  make: set({ [name]: wrong }),
  lines: [line],
  fix: set({ [name]: better }),
});

let busy: Server | undefined;
const faults: readonly Fault[] = [
  setting(
    'SLACK_APP_TOKEN',
    undefined,
    /SLACK_APP_TOKEN is missing, and so is SLACK_SIGNING_SECRET\..*set SLACK_SIGNING_SECRET/,
  ),
  {
    name: 'swapped tokens',
    make: ({ env }) =>
      void Object.assign(env, {
        SLACK_BOT_TOKEN: env['SLACK_APP_TOKEN'],
        SLACK_APP_TOKEN: env['SLACK_BOT_TOKEN'],
      }),
    lines: [
      /SLACK_BOT_TOKEN is an app-level token, which belongs in/,
      /SLACK_APP_TOKEN is a bot token, which belongs in/,
    ],
    fix: ({ env }) =>
      void Object.assign(env, {
        SLACK_BOT_TOKEN: env['SLACK_APP_TOKEN'],
        SLACK_APP_TOKEN: env['SLACK_BOT_TOKEN'],
      }),
  },
  setting(
    'SLACK_BOT_TOKEN',
    ROTATED,
    /SLACK_BOT_TOKEN is a token that expires.*token rotation is on.*create a new app/,
  ),
  setting(
    'SLACK_BOT_TOKEN',
    'xoxb-of-an-app-that-was-removed',
    /Slack rejects the bot \(invalid_auth\)\. Copy SLACK_BOT_TOKEN/,
  ),
  setting(
    'SLACK_APP_TOKEN',
    'xapp-1-revoked',
    /Slack rejects SLACK_APP_TOKEN \(invalid_auth\)\. Create an app-level token with connections:write/,
  ),
  {
    name: 'missing scopes',
    make: ({ world }) => {
      world.slack.scopes.delete('files:write');
      world.slack.scopes.delete('channels:history');
    },
    lines: [/Add the scope files:write, then reinstall/, /Add the scope channels:history, then reinstall/],
    fix: ({ world }) => void world.slack.scopes.add('files:write').add('channels:history'),
  },
  {
    name: 'not invited into a private channel',
    make: set({ DOMAIN_CHANNELS: 'C01DOMAINS,C03OPS' }),
    lines: [/can’t see channel C03OPS: check the ID, and invite the bot if the channel is private/],
    fix: ({ world }) => world.slack.admin.invite('C03OPS', 'U01ALICE'),
  },
  {
    name: 'archived channel',
    make: set({ DOMAIN_CHANNELS: 'C04ARCHIVE' }),
    lines: [/Channel C04ARCHIVE is archived: unarchive it/],
    fix: ({ world }) => world.slack.admin.unarchive('C04ARCHIVE', 'U01ALICE'),
  },
  without(
    'DOMAIN_OPERATORS',
    'S01OPERATORS,S09GONE',
    /DOMAIN_OPERATORS contains the user group S09GONE, which is gone or disabled\..*choose another/,
    'S01OPERATORS',
  ),
  without(
    'DOMAIN_ADMINS',
    'U09NOBODY',
    /DOMAIN_ADMINS contains U09NOBODY, which Slack doesn’t know\. Copy the member ID/,
    'U01ALICE',
  ),
  {
    name: 'user groups without a paid plan',
    make: ({ world, env }) => {
      world.slack.workspace.settings.hasUserGroups = false;
      env['DOMAIN_OPERATORS'] = 'S01OPERATORS';
    },
    lines: [
      /DOMAIN_OPERATORS contains the user group S01OPERATORS, but user groups need a paid Slack plan\. List people’s member IDs/,
    ],
    fix: set({ DOMAIN_OPERATORS: 'U02BOB' }),
  },
  {
    name: 'nobody who could approve',
    make: set({ UNMAP_APPROVAL_HOURS: '24', DOMAIN_OPERATORS: 'U02BOB' }),
    lines: [/Nobody can approve unmapping: .* Add one to DOMAIN_OPERATORS/],
    fix: set({ DOMAIN_OPERATORS: 'U02BOB,U01ALICE' }),
  },
  {
    name: 'unwritable DATA_DIR',
    make: async ({ folder, env }) => {
      await writeFile(join(folder, 'a-file'), '');
      env['DATA_DIR'] = join(folder, 'a-file', 'data');
    },
    lines: [/DATA_DIR \(.*\) isn’t writable \(ENOTDIR\)\. Choose a folder/],
    fix: ({ folder, env }) => void Object.assign(env, { DATA_DIR: join(folder, 'data') }),
  },
  setting(
    'DNS_RESOLVERS',
    'nobody=127.0.0.1:9',
    /Resolver nobody doesn’t answer: .*choose others in DNS_RESOLVERS/,
  ),
  setting(
    'DNS_RESOLVERS',
    '127.0.0.1',
    /DNS_RESOLVERS contains something that isn’t name=ip.*Write them as name=ip/,
  ),
  {
    name: 'expired Closte key',
    make: ({ world }) => world.closte.setMode('bad-key'),
    lines: [/Closte rejects the key\. .*Copy CLOSTE_CLIENT_API_KEY from this app’s own wp-config\.php/],
    fix: ({ world }) => world.closte.setMode('normal'),
  },
  setting('CLOSTE_API_URL', 'http://127.0.0.1:9/api', /Closte is unreachable\. .*can reach CLOSTE_API_URL/),
  setting(
    'CLOSTE_TARGETS',
    'app-typo.example.com',
    /target app-typo\.example\.com has no address in DNS\. Compare CLOSTE_TARGETS/,
  ),
  setting('MULTISITE_URL', 'http://127.0.0.1:9', /Ultimate Multisite is unreachable\. .*Open MULTISITE_URL/),
  setting(
    'MULTISITE_API_SECRET',
    'another-secret-of-the-network',
    /Ultimate Multisite rejects the key or secret\. .*Copy both/,
  ),
  {
    name: 'PORT in use',
    make: async ({ env }) => {
      busy = createServer((socket) => socket.destroy());
      await new Promise<void>((listening) => busy?.listen(BUSY_PORT, '127.0.0.1', listening));
      env['PORT'] = String(BUSY_PORT);
    },
    lines: [new RegExp(`PORT ${BUSY_PORT} on 127\\.0\\.0\\.1 is in use .* choose another PORT`)],
    fix: set({ PORT: String(FREE_PORT) }),
  },
  setting('SLACK_API_URL', 'http://127.0.0.1:9/', /Slack is unreachable \(.*\)\. Check SLACK_API_URL/),
  without('LOCALE', 'xx', /LOCALE .*/),
  without(
    'SLACK_COMMAND',
    'domain',
    /SLACK_COMMAND is not a slash command\. Write it as the Slack app has it/,
  ),
];

let place: Place;
let children: ChildProcess[];
beforeEach(async () => {
  const world = await startWorld({ ttlS: 1, negativeTtlS: 1, rateScale: 1_000 });
  const folder = await mkdtemp(join(tmpdir(), 'walk-'));
  await mkdir(join(folder, 'work'));
  const env = {
    ...world.environment,
    ...world.multisiteEnvironment,
    DATA_DIR: join(folder, 'data'),
    PORT: String(await freePort()),
  };
  place = { world, folder, env: { ...env } };
  children = [];
});
afterEach(async () => {
  for (const child of children) child.kill('SIGKILL');
  await new Promise<void>((closed) => (busy ? busy.close(() => closed()) : closed()));
  busy = undefined;
  await place.world.stop();
  await rm(place.folder, { recursive: true, force: true });
});

function run(program: string): {
  readonly child: ChildProcess;
  output(): string;
  readonly ended: Promise<number | null>;
} {
  const given = Object.entries(place.env).filter(
    (entry): entry is [string, string] => entry[1] !== undefined,
  );
  const child = spawn(process.execPath, [resolve(program)], {
    cwd: join(place.folder, 'work'),
    env: { PATH: process.env['PATH'], ...Object.fromEntries(given) },
  });
  children.push(child);
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (data) => (output += String(data)));
  return { child, output: () => output, ended: new Promise((done) => child.once('close', done)) };
}

async function doctor(): Promise<{ code: number | null; problems: string[]; said: string }> {
  const { ended, output } = run('dist/src/cli/doctor.js');
  const code = await ended;
  const problems = output()
    .split('\n')
    .filter((line) => line.startsWith('PROBLEM'));
  return { code, problems, said: output() };
}

/** One run, the fixes that it names, and a second run that finds nothing wrong. */
async function mend(all: readonly Fault[]): Promise<void> {
  for (const { make } of all) await make(place);
  const first = await doctor();
  expect(first.code).toBe(1);
  const expected = all.flatMap(({ lines }) => lines);
  for (const line of expected) expect(first.problems).toContainEqual(expect.stringMatching(line));
  for (const { fix } of all) await fix(place);
  const second = await doctor();
  expect(second.problems).toEqual([]);
  expect(second.said).toContain('No problems found.');
  expect(second.code).toBe(0);
}

/** From there to a running bot. */
async function walk(all: readonly Fault[]): Promise<void> {
  await mend(all);
  const bot = run('dist/src/main.js');
  const endsAt = Date.now() + 20_000;
  while (!(await isReady())) {
    if (Date.now() > endsAt) throw new Error(`the bot did not get ready: ${bot.output()}`);
    await new Promise((later) => setTimeout(later, 100));
  }
  bot.child.kill('SIGTERM');
  expect(await bot.ended).toBe(0);
}

const isReady = (): Promise<boolean> =>
  fetch(`http://127.0.0.1:${place.env['PORT']}/readyz`).then(
    ({ ok }) => ok,
    () => false,
  );

const TEN = [
  'SLACK_APP_TOKEN=',
  'swapped tokens',
  'missing scopes',
  'not invited into a private channel',
  'DOMAIN_OPERATORS=S01OPERATORS,S09GONE',
  'nobody who could approve',
  'unwritable DATA_DIR',
  'DNS_RESOLVERS=nobody=127.0.0.1:9',
  'expired Closte key',
  'PORT in use',
];
const isOfTen = ({ name }: Fault) => TEN.includes(name);

it.each(faults.filter(isOfTen))('from “$name” the doctor alone leads to a running bot', async (fault) => {
  expect(faults.filter(isOfTen)).toHaveLength(10);
  await walk([fault]);
});

it.each(faults.filter((fault) => !isOfTen(fault)))(
  '“$name” is named with its fix, and gone after it',
  (fault) => mend([fault]),
);

it('ten at once are all named in the first run', async () => {
  const names = [
    'SLACK_APP_TOKEN=xapp-1-revoked',
    'DOMAIN_ADMINS=U09NOBODY',
    'MULTISITE_URL=http://127.0.0.1:9',
    ...TEN.filter((name) => !/^SLACK|^swapped|^DOMAIN/.test(name)),
  ];
  const chosen = faults.filter(({ name }) => names.includes(name));
  expect(chosen).toHaveLength(10);
  await walk(chosen);
});
