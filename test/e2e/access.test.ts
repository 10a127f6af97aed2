import { afterEach, describe, expect, it } from 'vitest';
import { tells } from '../support/carried.js';
import { ALICE, BOB, CAROL, closeLab, DOMAINS, GIL, type Lab, OLGA, openLab } from '../support/lab.js';

const HOSTNAME = 'shop.example.com';
const ELSEWHERE = 'C02GENERAL';

let lab: Lab;
const open = async (change: Parameters<typeof openLab>[0] = {}) => {
  lab = await openLab(change);
  await lab.start();
};
afterEach(() => closeLab(lab));

const reportedTo = (user: string, words: string, channel = DOMAINS) =>
  lab.until(() =>
    lab.messages(channel).find(({ ephemeralFor, text }) => ephemeralFor === user && text.includes(words)),
  );
const textOf = (type: string) =>
  lab.messages().findLast(({ metadata }) => metadata?.event_payload['type'] === type)?.text;
const newest = () => lab.messages().findLast(({ metadata }) => metadata !== undefined);
const types = (): string[] => lab.events().map(({ type }) => type);

async function map(user = BOB): Promise<void> {
  await lab.type(`/domain map ${HOSTNAME}`, user);
  await lab.until(() => lab.thread(HOSTNAME).includes('alias.added'));
}

async function unmap(user: string): Promise<void> {
  await lab.press(lab.card(HOSTNAME), 'unmap', user);
  const view = await lab.until(
    () => [...lab.world.slack.workspace.views].findLast(([, { user: owner }]) => owner === user)?.[0],
  );
  await lab.world.slack.people.submit({ user, viewId: view, values: {} });
}

describe('where only a group may change mappings', () => {
  const operators = { change: (config: Lab['config']) => ({ ...config, operators: ['S01OPERATORS'] }) };

  it('others may read; what they may not do is refused with whom to ask, and kept for the audit', async () => {
    await open(operators);
    await lab.type(`/domain map ${HOSTNAME}`, ALICE);
    await reportedTo(
      ALICE,
      'You don’t have permission to map domains. <!subteam^S01OPERATORS> can do it or give you access.',
    );
    expect(lab.card(HOSTNAME)).toBeUndefined();
    expect(lab.world.closte.calls()).toEqual([]);
    await lab.type('/domain audit', BOB);
    const { text, blocks } = await reportedTo(BOB, 'Audit trail');
    expect(JSON.stringify([text, blocks])).toContain(`<@${ALICE}> tried to map ${HOSTNAME}`);

    await map(BOB);
    await lab.press(lab.card(HOSTNAME), 'unmap', ALICE);
    await lab.until(() => lab.thread(HOSTNAME).includes('access.denied'));
    expect(newest()?.text).toContain(`<@${ALICE}> tried to unmap`);
    expect(lab.world.slack.workspace.views.size).toBe(0);
    await lab.type('/domain list', ALICE);
    await reportedTo(ALICE, '1–1 of 1');
  });

  it('a forged dialog gets no further than a button', async () => {
    await open(operators);
    await map(BOB);
    await lab.press(lab.card(HOSTNAME), 'unmap', BOB);
    const [id, open_] = await lab.until(() => [...lab.world.slack.workspace.views].at(-1));
    lab.world.slack.workspace.views.set(id, { ...open_, user: CAROL });
    await lab.world.slack.people.submit({ user: CAROL, viewId: id, values: {} });
    await lab.until(() => lab.thread(HOSTNAME).includes('access.denied'));
    expect(types()).not.toContain('unmap.requested');
  });

  it('refusals can’t flood the channel', async () => {
    await open(operators);
    await map(BOB);
    for (let at = 0; at < 12; at++) await lab.type(`/domain check ${HOSTNAME}`, GIL);
    for (let at = 0; at < 12; at++) await lab.type(`/domain map h${at}.example.com`, CAROL);
    await lab.until(() => types().filter((type) => type === 'access.denied').length === 5, 30_000);
    await lab.type('/domain audit access', BOB);
    await reportedTo(BOB, 'Audit trail');
    expect(types().filter((type) => type === 'access.denied')).toHaveLength(5);
    expect(types().filter((type) => type === 'domain.requested')).toHaveLength(1);
  });
});

describe('guests and people of other workspaces', () => {
  it.each([GIL, OLGA])('may view (%s), where a card is, and no more', async (user) => {
    await open();
    await map();
    await lab.type(`/domain status ${HOSTNAME}`, user);
    await reportedTo(user, HOSTNAME);
    await lab.type('/domain list', user, ELSEWHERE);
    await reportedTo(user, 'There are no domains here', ELSEWHERE);
    await lab.type(`/domain check ${HOSTNAME}`, user);
    await reportedTo(user, 'You don’t have permission to check domains. Only members');
    await lab.type('/domain map other.example.com', user);
    await reportedTo(user, 'You don’t have permission to map domains. Only members');
    await lab.until(() => types().filter((type) => type === 'access.denied').length === 1);
    expect(lab.world.closte.calls().filter(({ path }) => path.includes('add'))).toHaveLength(1);
  });

  const inTwoPlaces = async (change: (config: Lab['config']) => Lab['config'] = (config) => config) => {
    await open({ change });
    await map();
    await lab.type('/domain map secret.example.com', BOB, ELSEWHERE);
    await lab.until(() => lab.card('secret.example.com', ELSEWHERE));
  };
  const answer = async (text: string, channel = DOMAINS) => {
    const before = new Set(lab.messages(channel).map(({ ts }) => ts));
    await lab.type(text, GIL, channel);
    const isNew = ({ ts, ephemeralFor }: { ts: string; ephemeralFor?: string | undefined }) =>
      ephemeralFor === GIL && !before.has(ts);
    const message = await lab.until(() => lab.messages(channel).find(isNew));
    return JSON.stringify([message.text, message.blocks]);
  };

  it('see what stands in the channel where they ask, and hear of nothing else', async () => {
    await inTwoPlaces();
    expect(await answer('/domain list')).toContain('1–1 of 1');
    for (const command of ['status', 'history', 'check'])
      expect(await answer(`/domain ${command} secret.example.com`)).toContain('isn’t mapped');
    // Neither whether it is mapped elsewhere, nor which apps there are.
    for (const command of ['map secret.example.com', 'map secret.example.com --app nonsense', 'audit']) {
      const said = await answer(`/domain ${command}`);
      expect(said).toContain('You don’t have permission');
      expect(said).not.toContain('default');
    }
    expect(await answer('/domain list', ELSEWHERE)).toContain('secret.example.com');
  });

  it('see all that members see where a setting says so, and change no more', async () => {
    await inTwoPlaces((config) => ({ ...config, guestsMayView: true }));
    expect(await answer('/domain list')).toContain('1–2 of 2');
    expect(await answer('/domain history secret.example.com')).toContain('secret.example.com');
    expect(await answer('/domain map third.example.com')).toContain('You don’t have permission');
  });
});

it('commands work only in the channels that are named', async () => {
  await open({
    change: (config) => ({ ...config, slack: { ...config.slack, channels: [DOMAINS] } }),
  });
  await lab.type('/domain list', ALICE, ELSEWHERE);
  await reportedTo(ALICE, `only in <#${DOMAINS}>`, ELSEWHERE);
  await lab.type('/domain map elsewhere.example.com', ALICE, ELSEWHERE);
  await reportedTo(ALICE, `only in <#${DOMAINS}>`, ELSEWHERE);
  expect(lab.card('elsewhere.example.com', ELSEWHERE)).toBeUndefined();
  await lab.type('/domain list', ALICE);
  await lab.until(() => lab.privately(ALICE).length > 0);
});

it('nothing is done for somebody whom Slack does not know just now', async () => {
  await open();
  // For their language, and for their role.
  for (let asked = 0; asked < 2; asked++) lab.world.slack.faults.plan('users.info', { status: 503 });
  await lab.type(`/domain map ${HOSTNAME}`);
  await reportedTo(ALICE, 'couldn’t confirm who you are');
  await lab.type(`/domain map ${HOSTNAME}`);
  await lab.until(() => lab.card(HOSTNAME));
});

describe('where a second person has to approve an unmapping', () => {
  const withApproval = (unmapApprovalMs: number) => ({
    change: (config: Lab['config']) => ({ ...config, policy: { ...config.policy, unmapApprovalMs } }),
  });
  const proposal = () =>
    lab.until(() => lab.messages().findLast(({ metadata }) => tells(metadata, 'unmap.proposed')));

  /** The proposal has no buttons any more, asks nobody, and keeps its event. */
  const decided = async (how: string) => {
    const shown = await lab.until(() => {
      const asked = lab.messages().findLast(({ metadata }) => tells(metadata, 'unmap.proposed'));
      const message = JSON.stringify([asked?.text, asked?.blocks]);
      return message.includes(how) && message;
    });
    expect(shown).toContain(`asked to unmap ${HOSTNAME}`);
    expect(shown).not.toMatch(/unmap-approve|unmap-decline|must approve/);
  };

  it('the person who asked can’t, another can, both are in the thread, and the buttons go', async () => {
    await open(withApproval(60_000));
    await map();
    await unmap(ALICE);
    await lab.press(await proposal(), 'unmap-approve', ALICE);
    await reportedTo(ALICE, 'someone else must approve it');
    expect(lab.world.closte.calls().some(({ path }) => path.includes('remove'))).toBe(false);
    await lab.press(await proposal(), 'unmap-approve', BOB);
    await lab.until(() => lab.thread(HOSTNAME).includes('alias.removed'));
    expect(lab.thread(HOSTNAME).filter((type) => type !== 'dns.stuck')).toEqual([
      'alias.added',
      'unmap.proposed',
      'access.denied',
      'unmap.approved',
      'alias.removed',
    ]);
    await decided(`Approved by <@${BOB}>`);
  });

  it('it can be declined, asked for again, and is forgotten after a while', async () => {
    await open(withApproval(2_500));
    await map();
    await unmap(ALICE);
    await lab.press(await proposal(), 'unmap-decline', BOB);
    await lab.until(() => lab.thread(HOSTNAME).includes('unmap.declined'));
    expect(textOf('unmap.declined')).toContain(
      `<@${BOB}> declined <@${ALICE}>’s request. ${HOSTNAME} stays mapped.`,
    );
    await decided(`Declined by <@${BOB}>`);
    await unmap(ALICE);
    await lab.until(() => lab.thread(HOSTNAME).includes('unmap.expired'));
    expect(textOf('unmap.expired')).toMatch(new RegExp(`^<@${ALICE}> Nobody approved`));
    await decided('Nobody approved it in time');
    await lab.until(() => lab.card(HOSTNAME)?.text.includes('Checking DNS'));
  });

  it('whoever may approve and wants it gets a direct message with a link, until they want it no more', async () => {
    const { change } = withApproval(60_000);
    await open({ change: (config) => ({ ...change(config), operators: [ALICE, BOB, CAROL] }) });
    await map();
    const direct = (user: string) => lab.messages(`D${user.slice(1)}`).map(({ text }) => text);
    for (const user of [ALICE, BOB, CAROL]) {
      await lab.type('/domain approvals dm on', user);
      await reportedTo(user, 'You get a direct message');
    }
    await lab.type('/domain approvals dm off', CAROL);
    await reportedTo(CAROL, 'You get no direct messages');
    await lab.type('/domain approvals dm on', GIL);
    await reportedTo(GIL, 'permission to approve');
    await unmap(ALICE);
    const { ts } = await proposal();
    await lab.until(() => direct(BOB).length === 1);
    expect(direct(BOB)[0]).toContain(`<@${ALICE}> wants to unmap ${HOSTNAME}`);
    expect(direct(BOB)[0]).toContain(`p${ts.replace('.', '')}?thread_ts=${lab.card(HOSTNAME)?.ts}`);
    expect([direct(ALICE), direct(CAROL)]).toEqual([[], []]);
  });

  it('a direct message outlives a crash between two of them, and comes once each', async () => {
    const { change } = withApproval(60_000);
    await open({ change: (config) => ({ ...change(config), operators: [ALICE, BOB, CAROL] }) });
    await map();
    for (const user of [BOB, CAROL]) {
      await lab.type('/domain approvals dm on', user);
      await reportedTo(user, 'You get a direct message');
    }
    const direct = (user: string) => lab.messages(`D${user.slice(1)}`).length;
    lab.world.slack.faults.plan('conversations.open', { status: 503 }, 1_000);
    await unmap(ALICE);
    await proposal();
    await lab.until(() => lab.lines.some((line) => line.includes('approver not yet notified')));
    await lab.stop();
    lab.world.slack.faults.clear();
    await lab.start();
    await lab.until(() => direct(BOB) === 1 && direct(CAROL) === 1);
    await lab.stop();
    await lab.start();
    await lab.type('/domain status shop.example.com', BOB);
    await lab.until(() => lab.lines.some((line) => line.includes('the bot is running')));
    expect([direct(BOB), direct(CAROL)]).toEqual([1, 1]);
  });

  it('mentions who may approve, and the person who asked alone can withdraw', async () => {
    const { change } = withApproval(60_000);
    await open({
      change: (config) => ({ ...change(config), operators: ['S01OPERATORS', ALICE, BOB], admins: [CAROL] }),
    });
    await map();
    await unmap(ALICE);
    const asked = await proposal();
    expect(asked.text).toContain(
      `\n<!subteam^S01OPERATORS>, <@${BOB}>, and <@${CAROL}>: please approve or decline.`,
    );
    expect(JSON.stringify(asked)).not.toContain('ithdraw');
    const opened = async (user: string) => {
      await lab.press(lab.card(HOSTNAME), 'unmap', user);
      return lab.until(() =>
        [...lab.world.slack.workspace.views.values()].findLast((each) => each.user === user),
      );
    };
    const { view: ofBob } = await opened(BOB);
    expect(JSON.stringify(ofBob)).toContain(`<@${ALICE}> already asked to unmap`);
    expect(JSON.stringify(ofBob)).not.toContain('ithdraw');
    const { view: ofAlice } = await opened(ALICE);
    expect(JSON.stringify(ofAlice)).toContain('Withdraw my request');
    await lab.world.slack.people.submit({ user: ALICE, viewId: ofAlice.id, values: {} });
    await lab.until(() => lab.thread(HOSTNAME).includes('unmap.withdrawn'));
    expect(newest()?.text).toContain('withdrew the request');
    await decided(`Withdrawn by <@${ALICE}>`);
    expect(lab.world.closte.calls().some(({ path }) => path.includes('remove'))).toBe(false);
  });
});
