import { spawn } from 'node:child_process';
import { readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { BOB, closeLab, DOMAINS, type Lab, openLab, step } from '../support/lab.js';

const MAIN = fileURLToPath(new URL('../../dist/src/cli/audit.js', import.meta.url));
const [DONE, WAITING, GONE] = ['done.example.com', 'waiting.example.com', 'gone.example.com'] as const;

let lab: Lab;

interface Ran {
  readonly code: number | null;
  readonly output: string;
}

/** `npm run audit -- …` beside the lab's bot, as it was built. */
function audit(...words: readonly string[]): Promise<Ran> {
  const env = { PATH: process.env['PATH'], ...lab.world.environment, DATA_DIR: lab.config.dataDir };
  const child = spawn(process.execPath, [MAIN, ...words], { cwd: tmpdir(), env });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (bytes) => (output += bytes));
  child.once('exit', () => void lab.lines.push(output));
  return new Promise((resolve) => child.once('exit', (code) => resolve({ code, output })));
}

async function live(): Promise<void> {
  await lab.start();
  for (const hostname of [DONE, WAITING, GONE]) await lab.type(`/domain map ${hostname}`);
  lab.pointDns(DONE);
  await lab.until(() => lab.thread(GONE).includes('alias.added'));
  await lab.press(lab.card(GONE), 'unmap', BOB);
  const view = await lab.until(() => [...lab.world.slack.workspace.views].at(-1)?.[0]);
  await lab.world.slack.people.submit({ user: BOB, viewId: view, values: {} });
  await lab.until(() => lab.thread(GONE).includes('alias.removed'), 30_000);
  await lab.until(() => lab.thread(DONE).includes('domain.done'), 30_000);
  await lab.until(() => lab.card(DONE)?.text.includes('Ready'));
  await lab.until(() => lab.card(GONE)?.text.includes('Removed'));
}

describe('the audit beside a bot that has stopped', () => {
  beforeEach(async () => {
    lab = await openLab({ issuanceDelayMs: 0 });
    await live();
    await lab.stop();
  }, 60_000);
  afterEach(() => closeLab(lab));

  it('a lost disk is rebuilt from the channel, and checks go on', async () => {
    await step('nothing differs, and nothing is rebuilt over a store that is there', async () => {
      expect(await audit('verify')).toMatchObject({
        code: 0,
        output: expect.stringContaining('Differences: 0.'),
      });
      expect(await audit('rebuild')).toMatchObject({
        code: 1,
        output: expect.stringContaining('still has mappings'),
      });
    });

    await step('nor beside a record that can’t be read', async () => {
      const folder = join(lab.config.dataDir, 'mappings');
      for (const name of await readdir(folder))
        await (name.startsWith(DONE) ? writeFile(join(folder, name), 'damaged') : rm(join(folder, name)));
      expect(await audit('rebuild')).toMatchObject({
        code: 1,
        output: expect.stringMatching(/still has mappings, such as .*done\.example\.com.*\.damaged-/),
      });
    });

    await step('an empty folder is filled from the channel', async () => {
      await rm(lab.config.dataDir, { recursive: true });
      expect(await audit('rebuild')).toMatchObject({
        code: 0,
        output: expect.stringContaining('Rebuilt: 3. Lost: 0.'),
      });
      expect(await audit('verify')).toMatchObject({ code: 0 });
    });

    await step('the bot goes on from there, and posts nothing again', async () => {
      const before = lab.messages().filter(({ ephemeralFor }) => ephemeralFor === undefined).length;
      await lab.start();
      await lab.type('/domain history gone.example.com');
      await lab.until(() => lab.privately().some(({ text }) => text.includes('History of')));
      expect(lab.messages().filter(({ ephemeralFor }) => ephemeralFor === undefined)).toHaveLength(before);
      lab.pointDns(WAITING);
      await lab.until(() => lab.thread(WAITING).includes('domain.done'), 30_000);
      expect(lab.thread(WAITING)).toEqual([...new Set(lab.thread(WAITING))]);
    });
  }, 90_000);

  it('messages that somebody deleted, edited or forged are found', async () => {
    const { workspace } = lab.world.slack;
    const [deleted, edited] = [lab.replies(DONE)[0], lab.replies(GONE)[0]];
    if (!deleted || !edited) throw new Error('nothing was posted');
    workspace.remove(deleted);
    workspace.change(edited, { text: 'something else', edited: true });
    workspace.post({
      channel: DOMAINS,
      user: 'UEVIL',
      botId: 'BEVIL',
      text: 'done',
      metadata: edited.metadata,
    });
    const { code, output } = await audit('verify');
    expect(code).toBe(1);
    // A message may show several events.
    const kinds = output.match(/^(deleted|edited|foreign)(?=: (done|gone)\.example\.com)/gm);
    expect(new Set(kinds)).toEqual(new Set(['deleted', 'edited', 'foreign']));
    expect(output).toMatch(/Differences: [1-9]/);
  });
});

it('an unknown word after audit is answered with the known ones and where to read more', async () => {
  lab = await openLab();
  const { code, output } = await audit('everything');
  await closeLab(lab);
  expect({ code, output }).toMatchObject({
    code: 2,
    output: 'Name one of these: verify, rebuild.\nSee closte-domain-bot audit --help.\n',
  });
});
