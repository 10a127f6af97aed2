import { afterAll, beforeAll, expect, it } from 'vitest';
import { tells } from '../support/carried.js';
import { ALICE, BOB, CAROL, closeLab, DOMAINS, type Lab, openLab } from '../support/lab.js';

let lab: Lab;
const HOSTNAMES = ['one.example.com', 'two.example.com'];

beforeAll(async () => {
  lab = await openLab({
    issuanceDelayMs: 0,
    change: (config) => ({ ...config, operators: [ALICE, BOB] }),
  });
  await lab.start();
  for (const hostname of HOSTNAMES) await lab.type(`/domain map ${hostname}`);
  for (const hostname of HOSTNAMES) lab.pointDns(hostname);
  for (const hostname of HOSTNAMES)
    await lab.until(() => lab.thread(hostname).includes('domain.done'), 40_000);
  for (let at = 0; at < 3; at++) await lab.type('/domain check one.example.com', BOB);
  await lab.until(
    () => lab.thread('one.example.com').filter((type) => type === 'check.requested').length === 3,
  );
}, 60_000);
afterAll(() => closeLab(lab));

const answer = (user: string, words: string) =>
  lab.until(() =>
    lab.privately(user).findLast((message) => JSON.stringify(message.blocks ?? message.text).includes(words)),
  );
const direct = (user: string) => lab.messages(`D${user.slice(1)}`);

it('shows what happened to all domains, page by page', async () => {
  await lab.type('/domain audit 1h');
  const first = await answer(ALICE, 'Audit trail');
  expect(JSON.stringify(first.blocks)).toContain(`<@${BOB}> asked for a check`);
  await lab.press(first, 'audit:next');
  await answer(ALICE, 'requested one.example.com');
});

it('filters by who and what, in any order', async () => {
  await lab.type(`/domain audit check ${BOB} 2h`);
  const text = JSON.stringify((await answer(ALICE, '1–3 of 3')).blocks);
  expect(text).not.toContain('Closte added');
  await lab.type('/domain audit 2020-01-01 ssl.issued');
  await answer(ALICE, '1–2 of 2');
  await lab.type('/domain audit unmap');
  await answer(ALICE, 'No matching events');
  await lab.type('/domain audit whenever');
  await answer(ALICE, 'Filter by time');
});

it('delivers all of it privately as files', async () => {
  await lab.type('/domain audit check', BOB);
  await lab.press(await answer(BOB, '1–3 of 3'), 'audit-files', BOB);
  await answer(BOB, 'in your direct messages');
  const files = direct(BOB).at(-1)?.files ?? [];
  expect(files.map(({ name }) => name)).toEqual(['audit.csv', 'audit.json']);
  const [csv = '', json = ''] = files.map(({ id }) => lab.world.slack.files.get(id)?.text ?? '');
  expect(csv.trim().split('\r\n')).toHaveLength(4);
  expect(JSON.parse(json)).toMatchObject([
    { type: 'check.requested', by: BOB, by_name: 'bob', channel: DOMAINS, channel_name: '#domains' },
    {},
    {},
  ]);
  expect(csv).toContain(`,${BOB},bob,${DOMAINS},#domains,`);
  expect(json).toContain('/archives/');
});

it('is for operators', async () => {
  for (const words of ['', 'verify', '7d dns']) {
    const before = lab.privately(CAROL).length;
    await lab.type(`/domain audit ${words}`, CAROL);
    await lab.until(() => lab.privately(CAROL).length > before);
    expect(lab.privately(CAROL).at(-1)?.text).toContain(`<@${ALICE}> or <@${BOB}> can do it`);
  }
  expect(direct(CAROL)).toEqual([]);
});

it('compares the channels with the store, and says what differs', async () => {
  await lab.type('/domain audit verify');
  await answer(ALICE, 'Comparing the channels with the store');
  await lab.until(() => direct(ALICE).at(-1)?.text.includes('nothing missing, changed or foreign'), 30_000);
  const reported = lab.messages().find(({ metadata }) => tells(metadata, 'dns.published'));
  if (!reported) throw new Error('nothing was posted');
  lab.world.slack.workspace.remove(reported);
  await lab.type('/domain audit verify');
  await lab.until(() => direct(ALICE).at(-1)?.files, 30_000);
  const [file] = direct(ALICE).at(-1)?.files ?? [];
  expect(lab.world.slack.files.get(file?.id ?? '')?.text).toMatch(
    /^deleted: \w+\.example\.com dns\.published/m,
  );
}, 90_000);
