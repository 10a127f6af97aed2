import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { ALICE, BOB, closeLab, type Lab, openLab } from '../support/lab.js';

let lab: Lab;
afterEach(() => closeLab(lab));

async function openWith(admins: string[]): Promise<void> {
  lab = await openLab({ change: (config) => ({ ...config, admins }) });
  await lab.start();
}

async function submit(seconds: string, user = ALICE) {
  await lab.type('/domain settings', user);
  const view = await lab.until(() => [...lab.world.slack.workspace.views.keys()].at(-1));
  const values = { interval: { interval: { type: 'number_input', value: seconds } } };
  return lab.world.slack.people.submit({ user, viewId: view, values });
}

const reported = () => lab.messages().filter(({ metadata }) => metadata?.event_type === 'domain_setting');

it('an admin changes the interval; the channel hears of it once, and it outlives a restart', async () => {
  await openWith(['S02ADMINS']);
  expect(await submit('60')).toMatchObject({ ok: true });
  const message = await lab.until(() => reported()[0]);
  expect(message.text).toContain('check interval, 1 sec → 1 min');
  expect(message.metadata?.event_payload).toMatchObject({
    by: ALICE,
    app: 'default',
    setting: 'interval',
    to: 60,
  });

  await lab.stop();
  await lab.start();
  await lab.type('/domain settings');
  const views = () => [...lab.world.slack.workspace.views.values()].at(-1);
  await lab.until(() => JSON.stringify(views() ?? '').includes('"initial_value":"60"'));
  expect(reported()).toHaveLength(1);

  await lab.type('/domain audit 1d me setting');
  await lab.until(() =>
    lab.privately().find(({ blocks }) => JSON.stringify(blocks).includes('changed a setting of app')),
  );
});

it('says which numbers turn a setting off', async () => {
  await openWith([]);
  await lab.type('/domain settings');
  const shown = () => JSON.stringify([...lab.world.slack.workspace.views.values()].at(-1) ?? '');
  await lab.until(() => shown().includes('0 (off) to 720.'));
  expect(shown()).toContain('10 to 3600.');
});

it('refuses what is no interval, and keeps the dialog open', async () => {
  await openWith([]);
  for (const seconds of ['9', '3601', 'x', '1.5'])
    expect(await submit(seconds)).toMatchObject({
      ok: false,
      errors: { interval: expect.stringContaining('10 to 3600') },
    });
  expect(reported()).toEqual([]);
});

it('only admins may', async () => {
  await openWith(['S02ADMINS']);
  await lab.type('/domain settings', BOB);
  await lab.until(() =>
    lab.privately(BOB).find(({ text }) => text.includes('don’t have permission to change settings')),
  );
  expect(lab.world.slack.workspace.views.size).toBe(0);
});

/** Waits until the audit links the change's message: the file on disk is written a moment before the bot knows. */
async function linked(): Promise<void> {
  for (let tries = 0; tries < 20; tries++) {
    const before = lab.privately().length;
    await lab.type('/domain audit 1d me setting');
    const { blocks } = await lab.until(() => lab.privately()[before]);
    if (JSON.stringify(blocks).includes('archives/')) return;
  }
  expect.fail('the message is not linked');
}

it('is posted once although Slack’s answer was lost', async () => {
  await openWith([]);
  lab.world.slack.faults.plan('chat.postMessage', { dropAfterAccept: true });
  await submit('30');
  await lab.until(() => reported().length > 0);
  await lab.until(() => lab.lines.some((line) => line.includes('could not be posted yet')));
  await lab.stop();
  await lab.start();
  const reads = () => lab.world.slack.calls.filter((method) => method === 'conversations.history').length;
  await lab.until(() => reads() > 0);
  const settings = join(lab.config.dataDir, 'settings.json');
  await lab.until(() => readFileSync(settings, 'utf8').includes('"ts"'));
  await linked();
  expect(reported()).toHaveLength(1);
});
