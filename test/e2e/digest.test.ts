import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../../src/core/instant.js';
import { ALICE, closeLab, type Lab, openLab } from '../support/lab.js';

const HOSTNAME = 'shop.example.com';
const realNow = Date.now;
/** When the story begins, after midnight (UTC). */
const BEGINS_MS = 10 * HOUR_MS;
/** The midnight before the next such moment: TLS keeps the true time, and certificates begin a day before they are issued. */
const DAY_ONE = Math.ceil((realNow() - BEGINS_MS) / DAY_MS) * DAY_MS;

let lab: Lab;
let skewMs: number;

beforeEach(async () => {
  vi.spyOn(Date, 'now').mockImplementation(() => realNow() + skewMs);
  setTime(DAY_ONE + BEGINS_MS);
  lab = await openLab({ issuanceDelayMs: 0 });
  await start();
});
afterEach(() => closeLab(lab));

/** The time for everybody, Slack included. */
function setTime(at: number): void {
  skewMs = at - realNow();
}

const start = () => lab.start({ clock: { now: () => Date.now(), monotonic: () => performance.now() } });

/** A bot finds what is due as soon as it starts. */
async function startAt(at: number): Promise<void> {
  await lab.stop();
  setTime(at);
  await start();
}

const openedView = () => [...lab.world.slack.workspace.views.values()].at(-1)?.view;
const choice = (value: string) => ({ type: 'static_select', selected_option: { value } });
const digests = () => lab.messages().filter(({ metadata }) => metadata?.event_type === 'domain_digest');

async function setDaily(): Promise<void> {
  await lab.type('/domain settings');
  const view = await lab.until(openedView);
  const wanted = { digest: 'daily', 'digest-hour': '09:00', 'time-zone': 'UTC' };
  const values = Object.entries(wanted).map(([name, value]) => [name, { [name]: choice(value) }]);
  expect(
    await lab.world.slack.people.submit({
      user: ALICE,
      viewId: view.id,
      values: Object.fromEntries(values),
    }),
  ).toMatchObject({ ok: true });
  await lab.until(() => lab.messages().some(({ metadata }) => metadata?.event_payload['to'] === 'daily'));
}

async function makeReady(): Promise<void> {
  lab.pointDns(HOSTNAME);
  await lab.type(`/domain map ${HOSTNAME}`);
  await lab.until(() => lab.thread(HOSTNAME).includes('domain.done'), 30_000);
}

/** What the bot keeps about the app's summaries. */
function kept(): string {
  const path = join(lab.config.dataDir, 'documents', 'digests', 'default.json');
  return existsSync(path) ? JSON.stringify(JSON.parse(readFileSync(path, 'utf8'))) : '';
}

/** The bot has seen to the summary of a day: it was posted, or there was nothing to say. */
const seenTo = (at: number) =>
  lab.until(() => kept().includes(`"period":"${new Date(at).toISOString().slice(0, 10)}"`));

it('is posted at its hour, not before, and not at all on a day with nothing to say; the audit tells it', async () => {
  await setDaily();
  await makeReady();
  await startAt(DAY_ONE + 11 * HOUR_MS);
  await seenTo(DAY_ONE);
  const dayTwo = DAY_ONE + DAY_MS;
  await startAt(dayTwo + 9 * HOUR_MS - 5 * MINUTE_MS);
  await lab.type('/domain list');
  await lab.until(() => lab.privately()[0]);
  expect(digests()).toEqual([]);
  await startAt(dayTwo + 9 * HOUR_MS);
  const digest = await lab.until(() => digests()[0]);
  expect(JSON.stringify(digest.blocks)).toContain(HOSTNAME);
  await seenTo(dayTwo);

  await lab.type('/domain audit digest.posted');
  const reported = await lab.until(() =>
    lab.privately().find(({ blocks }) => JSON.stringify(blocks ?? []).includes('1–1 of 1')),
  );
  expect(JSON.stringify(reported.blocks)).toContain('/archives/');

  await startAt(dayTwo + DAY_MS + 9 * HOUR_MS);
  await seenTo(dayTwo + DAY_MS);
  expect(digests()).toHaveLength(1);
}, 120_000);

it('is posted once although the bot was stopped before it heard that Slack had it', async () => {
  await setDaily();
  await makeReady();
  await startAt(DAY_ONE + 11 * HOUR_MS);
  await seenTo(DAY_ONE);
  await lab.stop();
  lab.world.slack.faults.plan('chat.postMessage', { dropAfterAccept: true });
  const dayTwo = DAY_ONE + DAY_MS;
  await startAt(dayTwo + 9 * HOUR_MS);
  await lab.until(() => digests()[0]);
  await lab.until(() => kept().includes('"open"'));
  await lab.stop();
  expect(kept()).toContain('"open"');
  await startAt(dayTwo + 9 * HOUR_MS + MINUTE_MS);
  await lab.until(() => kept().includes('"ts"'));
  expect(digests()).toHaveLength(1);
}, 120_000);

it('a saved text for customers is what the next customer’s message says', async () => {
  const field = 'en.greeting';
  const texts = { [field]: { [field]: { type: 'plain_text_input', value: 'Dear owner of {hostname},' } } };
  await lab.type('/domain settings');
  const { id: viewId, blocks } = await lab.until(openedView);
  const block = (blocks as { block_id: string; elements?: { action_id?: string; value?: string }[] }[]).find(
    ({ elements = [] }) => elements.some((each) => each.action_id === 'customer-texts'),
  );
  const value = block?.elements?.find((each) => each.action_id === 'customer-texts')?.value ?? '';
  const press = { user: ALICE, viewId, actionId: 'customer-texts', blockId: block?.block_id ?? '', value };
  await lab.world.slack.people.viewAction(press);
  const shows = (words: string) => JSON.stringify(openedView() ?? '').includes(words);
  await lab.until(() => shows(field));
  const submit = () =>
    lab.world.slack.people.submit({ user: ALICE, viewId: openedView()?.id ?? '', values: texts });
  await submit();
  await lab.until(() => shows('Dear owner of shop.example.com,'));
  await submit();
  await lab.until(() => lab.messages().some(({ text }) => text.includes('changed the texts for customers')));

  await lab.type('/domain map mine.example.com');
  await lab.until(() => lab.thread('mine.example.com').includes('alias.added'));
  await lab.press(lab.card('mine.example.com'), 'customer');
  await lab.until(() => shows('Dear owner of mine.example.com,'));
}, 60_000);
