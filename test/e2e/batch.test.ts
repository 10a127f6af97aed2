import { afterEach, describe, expect, it } from 'vitest';
import type { Message, PageView, ViewValues } from '../../src/sandbox/slack/page-api.js';
import { ALICE, BOB, closeLab, DOMAINS, type Lab, openLab } from '../support/lab.js';

let lab: Lab;
afterEach(() => closeLab(lab));

const shown = (user = ALICE): PageView | undefined =>
  [...lab.world.slack.workspace.views.values()].findLast((open) => open.user === user)?.view;
const typed = (text: string): ViewValues => ({
  hostnames: { hostnames: { type: 'plain_text_input', value: text } },
});
const submit = (values: ViewValues = {}, user = ALICE) =>
  lab.world.slack.people.submit({ user, viewId: shown(user)?.id ?? '', values });
const dryRun = () =>
  lab.until(() => (shown()?.callback_id === 'batch-plan' ? JSON.stringify(shown()) : undefined));
const progress = (channel = DOMAINS): Message | undefined =>
  lab.messages(channel).find(({ metadata }) => metadata?.event_type === 'domain_batch');
/** The text of the file that the bot has sent. */
const result = (channel = DOMAINS): string | undefined => {
  const sent = lab.messages(channel).find(({ files, user }) => files?.length && user !== ALICE);
  const file = sent?.files?.[0];
  return file && lab.world.slack.files.get(file.id)?.text;
};
const names = (count: number) => Array.from({ length: count }, (_, at) => `shop${at + 1}.example.com`);

describe('a list of domains', () => {
  it('is shown as a dry run first; then mapped, with one progress message and a result file', async () => {
    lab = await openLab();
    await lab.start();
    await lab.type('/domain map mapped.example.com');
    await lab.until(() => lab.card('mapped.example.com'));
    await lab.type('/domain map');
    await lab.until(shown);
    const pasted = ['a.example.com, b.example.com', 'mapped.example.com', 'A.example.com.', 'nonsense'];
    expect(await submit(typed(pasted.join('\n')))).toMatchObject({ ok: true });
    const plan = await dryRun();
    for (const part of ['2 domains', 'Mapped already* (1)', 'nonsense', 'Listed twice'])
      expect(plan).toContain(part);
    expect(lab.card('a.example.com')).toBeUndefined();

    expect(await submit()).toMatchObject({ ok: true });
    const csv = await lab.until(result);
    expect(
      csv
        .split('\r\n')
        .slice(1, -1)
        .map((row) => row.split(',').slice(0, 4)),
    ).toEqual(
      [
        ['1', 'a.example.com', 'a.example.com', 'mapped'],
        ['2', 'b.example.com', 'b.example.com', 'mapped'],
        ['3', 'mapped.example.com', 'mapped.example.com', 'mapped already'],
        ['4', 'A.example.com', 'a.example.com', 'listed twice'],
        ['5', 'nonsense', '', 'refused'],
      ].map(([line, as, name, what]) => [line, as, name, expect.stringContaining(String(what))]),
    );
    await lab.until(() => lab.card('a.example.com'));
    expect(lab.messages().filter(({ metadata }) => metadata?.event_type === 'domain_batch')).toHaveLength(1);
  });

  it('comes from a CSV file, whose column of domains is found', async () => {
    lab = await openLab();
    await lab.start();
    await lab.type('/domain map');
    await lab.until(shown);
    const text =
      'Customer;Domain\r\nBakery;bakery.example.com\r\nFlorist;https://florist.example.com/shop\r\n';
    const { file } = lab.world.slack.people.upload({ user: ALICE, name: 'list.csv', text });
    await submit({ ...typed(''), file: { file: { type: 'file_input', files: [file] } } });
    expect(await dryRun()).toContain('2 domains');
    await submit();
    const csv = await lab.until(result);
    expect(csv).toContain('florist.example.com,mapped');
  });

  it.each(['map', 'check', 'unmap'])('%s takes a file by its Slack link', async (command) => {
    lab = await openLab();
    await lab.start();
    const text = 'domain,note\nbakery.example.com,asked by phone\nflorist.example.com,\n';
    const { file } = lab.world.slack.people.upload({ user: ALICE, channel: DOMAINS, name: 'l.csv', text });
    await lab.type(`/domain ${command} ${file?.['permalink']}`);
    expect(await dryRun()).toContain('bakery.example.com');
    if (command !== 'map') return;
    await submit();
    expect(await lab.until(result)).toContain('florist.example.com,mapped');
    await lab.until(() =>
      JSON.stringify(lab.card('bakery.example.com')?.blocks ?? []).includes('asked by phone'),
    );
  });

  it('dropped into a direct message is answered with what can be done with it', async () => {
    lab = await openLab();
    await lab.start();
    await lab.type('/domain help');
    await lab.until(() => lab.privately()[0]);
    const direct = lab.world.slack.people.openDirect(ALICE, 'U0DOMAINS');
    const drop = (name: string, text: string) =>
      lab.world.slack.people.upload({ user: ALICE, channel: direct, name, text });
    const answer = (words: string) =>
      lab.until(() => lab.messages(direct).find(({ text, botId }) => botId && text.includes(words)));
    drop('photo.png', 'x');
    await answer('can’t read `photo.png`');
    drop('list.csv', 'domain\nbakery.example.com\nflorist.example.com\n');
    await lab.press(await answer('domains in `list.csv`'), 'file:map');
    // The app has no channel of its own.
    const asked = await lab.until(shown);
    expect(JSON.stringify(asked)).toContain('bakery.example.com\\nflorist.example.com');
    const channel = { channel: { type: 'conversations_select', selected_conversation: DOMAINS } };
    await submit({ ...typed('bakery.example.com\nflorist.example.com'), channel });
    await dryRun();
    await submit();
    expect(await lab.until(() => result(DOMAINS))).toContain('florist.example.com,mapped');
  });

  it('a file by its link that the bot, or whoever names it, can’t see is one sentence', async () => {
    lab = await openLab();
    await lab.start();
    const share = (channel: string, user = ALICE) =>
      lab.world.slack.people.upload({ user, channel, name: 'l.csv', text: 'a.example.com' }).file?.[
        'permalink'
      ];
    const hidden = [share('C02GENERAL'), `${lab.world.slack.url}/files/${ALICE}/F0123456789/l.csv`];
    for (const [at, link] of hidden.entries()) {
      await lab.type(`/domain map ${link}`);
      const answers = () => lab.privately().filter(({ text }) => text.includes('I can’t see that file'));
      await lab.until(() => answers()[at]);
    }
    expect(shown()).toBeUndefined();
  });

  it('a file that the bot may not read is said at its field', async () => {
    lab = await openLab();
    await lab.start();
    await lab.type('/domain map');
    await lab.until(shown);
    const { file } = lab.world.slack.people.upload({ user: ALICE, name: 'list.csv', text: 'a.example.com' });
    const broken = { ...file, url_private_download: 'https://evil.example.net/list.csv' };
    const values = { ...typed(''), file: { file: { type: 'file_input', files: [broken] } } };
    expect(await submit(values)).toMatchObject({ errors: { file: expect.stringContaining('Try again') } });
  });

  it('survives a restart in the middle: nothing is lost, nothing is posted twice', async () => {
    lab = await openLab();
    await lab.start();
    await lab.type(`/domain map ${names(8).join(' ')}`);
    await dryRun();
    await submit();
    await lab.until(() => lab.card('shop2.example.com'));
    await lab.stop();
    await lab.start();
    const csv = await lab.until(result, 60_000);
    expect(csv.match(/,mapped,/g)).toHaveLength(8);
    for (const hostname of names(8))
      expect(
        lab
          .messages()
          .filter(({ threadTs, metadata }) => !threadTs && metadata?.event_payload['hostname'] === hostname)
          .length,
      ).toBeLessThan(2);
    const shown = lab.messages().filter(({ metadata }) => metadata?.event_type === 'domain_batch');
    expect(shown).toHaveLength(1);
    const files = lab.messages().filter((message) => message.files?.length);
    expect(files.map(({ threadTs }) => threadTs)).toEqual([shown[0]?.ts]);
  });
});

it('unmapping a list needs a second person, whose approval is in each history', async () => {
  lab = await openLab({
    change: (config) => ({ ...config, policy: { ...config.policy, unmapApprovalMs: 600_000 } }),
  });
  await lab.start();
  await lab.type('/domain map shop1.example.com shop2.example.com');
  await lab.until(() => lab.thread('shop2.example.com').includes('alias.added'));
  await lab.type('/domain unmap shop1.example.com shop2.example.com');
  expect(await dryRun()).toContain('Someone else must approve');
  await submit();
  const proposal = await lab.until(() => progress());
  await lab.press(proposal, 'batch-approve');
  await lab.until(() => lab.privately().find(({ text }) => text.includes('someone else must approve it')));
  await lab.press(proposal, 'batch-approve', BOB);
  const csv = await lab.until(result);
  expect(csv.match(/,unmapped,/g)).toHaveLength(2);
  await lab.until(() => lab.thread('shop1.example.com').includes('unmap.approved'));
});

it('a list is checked in private, and its result is a file in the direct message', async () => {
  lab = await openLab();
  await lab.start();
  await lab.type('/domain map shop1.example.com');
  await lab.until(() => lab.thread('shop1.example.com').includes('alias.added'));
  await lab.type('/domain check');
  await lab.until(shown);
  await submit(typed('shop1.example.com\nother.example.com'));
  expect(await dryRun()).toContain('not mapped');
  await submit();
  const direct = lab.world.slack.people.openDirect(ALICE, 'U0DOMAINS');
  const csv = await lab.until(() => result(direct));
  expect(csv).toContain('shop1.example.com,checked');
  expect(progress()).toBeUndefined();
});
