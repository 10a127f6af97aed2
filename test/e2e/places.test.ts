import { afterEach, describe, expect, it } from 'vitest';
import { ALICE, BOB, closeLab, DOMAINS, type Lab, openLab } from '../support/lab.js';

const HOSTNAME = 'shop.example.com';
const GENERAL = 'C02GENERAL';
const PRIVATE = 'C03OPS';

let lab: Lab;
const open = async (change: Parameters<typeof openLab>[0] = {}) => {
  lab = await openLab(change);
  await lab.start();
};
afterEach(() => closeLab(lab));

const withChannel = {
  change: (config: Lab['config']) => ({
    ...config,
    apps: config.apps.map((app) => ({ ...app, channel: DOMAINS })),
  }),
};
const reported = (words: string, channel: string, user = ALICE) =>
  lab.until(() =>
    lab.messages(channel).find(({ ephemeralFor, text }) => ephemeralFor === user && text.includes(words)),
  );
const nothingWasDone = () => {
  expect(lab.world.closte.calls()).toEqual([]);
  expect(lab.card(HOSTNAME)).toBeUndefined();
};

describe('a place is judged before anything changes outside', () => {
  const direct = {
    'a direct message': () => lab.world.slack.people.openDirect(ALICE, BOB),
    'a group direct message': () => lab.world.slack.people.openDirect(ALICE, BOB, 'U03CAROL'),
  };

  it.each(Object.entries(direct))(
    'from %s the card goes to the app’s channel, and is linked',
    async (_, openDirect) => {
      await open(withChannel);
      const channel = openDirect();
      await lab.type(`/domain map ${HOSTNAME}`, ALICE, channel);
      const { text } = await reported('is on its way', channel);
      const card = await lab.until(() => lab.card(HOSTNAME));
      expect(text).toContain(`archives/${DOMAINS}/p${card.ts.replace('.', '')}`);
    },
  );

  it.each(Object.entries(direct))(
    'in %s nothing is mapped where no channel is configured',
    async (_, openDirect) => {
      await open();
      const channel = openDirect();
      await lab.type(`/domain map ${HOSTNAME}`, ALICE, channel);
      await reported('Type the command in a channel', channel);
      nothingWasDone();
    },
  );

  it('a public channel is joined at the first mapping', async () => {
    await open();
    await lab.type(`/domain map ${HOSTNAME}`, ALICE, GENERAL);
    await lab.until(() => lab.card(HOSTNAME, GENERAL));
    expect(lab.world.slack.workspace.channels.get(GENERAL)?.botIsMember).toBe(true);
  });

  it('a private one needs an invitation first, and nothing is mapped until then', async () => {
    await open();
    await lab.type(`/domain map ${HOSTNAME}`, ALICE, PRIVATE);
    await reported('/invite @closte-domains', PRIVATE);
    nothingWasDone();
    lab.world.slack.admin.invite(PRIVATE, ALICE);
    await lab.type(`/domain map ${HOSTNAME}`, ALICE, PRIVATE);
    await lab.until(() => lab.card(HOSTNAME, PRIVATE));
  });

  describe('one that another organization reads (Slack Connect)', () => {
    const CUSTOMERS = 'C05CUSTOMER';
    const share = (botIsMember: boolean) => {
      const channel = { id: CUSTOMERS, name: 'customer', topic: '', isArchived: false, isPrivate: false };
      lab.world.slack.workspace.changeChannel({ ...channel, isShared: true, botIsMember }, {});
    };

    it.each([true, false])('maps nothing and joins nothing (the bot is in it: %s)', async (botIsMember) => {
      await open();
      share(botIsMember);
      await lab.type(`/domain map ${HOSTNAME}`, ALICE, CUSTOMERS);
      await reported('is shared with another organization', CUSTOMERS);
      nothingWasDone();
      expect(lab.card(HOSTNAME, CUSTOMERS)).toBeUndefined();
      expect(lab.world.slack.workspace.channels.get(CUSTOMERS)?.botIsMember).toBe(botIsMember);
    });

    it('maps where a setting allows it', async () => {
      await open({ change: (config) => ({ ...config, sharedChannels: true }) });
      share(false);
      await lab.type(`/domain map ${HOSTNAME}`, ALICE, CUSTOMERS);
      await lab.until(() => lab.card(HOSTNAME, CUSTOMERS));
    });
  });

  it('nor is anything mapped while Slack can’t say what the place is', async () => {
    await open();
    lab.world.slack.faults.plan('conversations.info', { status: 503 });
    await lab.type(`/domain map ${HOSTNAME}`);
    await reported('Try again in a minute', DOMAINS);
    nothingWasDone();
  });
});

describe('what Slack tells of channels', () => {
  const readiness = async () =>
    (await fetch(`http://127.0.0.1:${lab.bot?.port}/readyz`)).json() as Promise<Record<string, unknown>>;
  const hellos = (channel: string) => lab.messages(channel).filter(({ text }) => text.startsWith('Hello!'));
  const logged = (words: string) => lab.until(() => lab.lines.find((line) => line.includes(words)));

  it('whoever invites the bot reads what to type, once', async () => {
    await open();
    lab.world.slack.admin.invite(PRIVATE, ALICE);
    await lab.until(() => hellos(PRIVATE).length === 1);
    expect(hellos(PRIVATE)[0]?.text).toContain('`/domain map shop.example.com`');
    lab.world.slack.admin.kick(PRIVATE, ALICE);
    await logged('a channel without cards is unusable');
    lab.world.slack.admin.invite(PRIVATE, BOB);
    await lab.type(`/domain map ${HOSTNAME}`, ALICE, PRIVATE);
    await lab.until(() => lab.card(HOSTNAME, PRIVATE));
    expect(hellos(PRIVATE)).toHaveLength(1);
  });

  it('the bot joins by itself without a word, and others join unnoticed', async () => {
    await open();
    await lab.type(`/domain map ${HOSTNAME}`, ALICE, GENERAL);
    await lab.until(() => lab.card(HOSTNAME, GENERAL));
    lab.world.slack.admin.join(GENERAL, BOB);
    lab.world.slack.admin.rename(GENERAL, 'renamed');
    await logged('a channel was renamed');
    expect(hellos(GENERAL)).toEqual([]);
  });

  it('an archived channel with cards shows in readiness until it is back, and what waited comes at once', async () => {
    await open();
    await lab.type(`/domain map ${HOSTNAME}`);
    await lab.until(() => lab.card(HOSTNAME));
    lab.world.slack.admin.archive(DOMAINS, ALICE);
    await logged('a channel with cards is unusable');
    expect(JSON.stringify(await readiness())).toContain(`channel ${DOMAINS}: it was archived`);
    await lab.type(`/domain status ${HOSTNAME}`, ALICE, GENERAL);
    await lab.until(() =>
      lab.messages(GENERAL).find(({ blocks }) => JSON.stringify(blocks).includes(`/domain move ${HOSTNAME}`)),
    );
    lab.world.slack.admin.unarchive(DOMAINS, ALICE);
    await logged('a channel was unarchived');
    await lab.until(() => lab.thread(HOSTNAME).includes('alias.added'));
    expect(JSON.stringify(await readiness())).not.toContain('it was archived');
  });

  it('a restart remembers an archived channel: nothing is posted in vain, until it is back', async () => {
    await open();
    await lab.type(`/domain map ${HOSTNAME}`);
    await lab.until(() => lab.thread(HOSTNAME).includes('alias.added'));
    lab.world.slack.admin.archive(DOMAINS, ALICE);
    await logged('a channel with cards is unusable');
    lab.pointDns(HOSTNAME);
    await lab.stop();
    const before = lab.world.slack.calls.length;
    const writes = () =>
      lab.world.slack.calls
        .slice(before)
        .filter((name) => name === 'chat.postMessage' || name === 'chat.update');
    await lab.start();
    await lab.until(() => lab.lines.findLast((line) => line.includes('the bot is running')));
    await new Promise((resolve) => setTimeout(resolve, 2_000));
    expect(writes()).toEqual([]);
    expect(JSON.stringify(await readiness())).toContain(`channel ${DOMAINS}: it was archived`);
    lab.world.slack.admin.unarchive(DOMAINS, ALICE);
    await lab.until(() => lab.thread(HOSTNAME).includes('dns.published'), 30_000);
  });

  it('a channel that was unarchived while the bot was down is used again at once', async () => {
    await open();
    await lab.type(`/domain map ${HOSTNAME}`);
    await lab.until(() => lab.thread(HOSTNAME).includes('alias.added'));
    lab.world.slack.admin.archive(DOMAINS, ALICE);
    await logged('a channel with cards is unusable');
    await lab.stop();
    lab.world.slack.admin.unarchive(DOMAINS, ALICE);
    lab.pointDns(HOSTNAME);
    await lab.start();
    await lab.until(() => lab.thread(HOSTNAME).includes('dns.published'), 30_000);
  });

  it('a greeting that could not be posted is posted later, also by the next process, and never twice', async () => {
    await open();
    lab.world.slack.faults.plan('chat.postMessage', { dropAfterAccept: true }, 1);
    lab.world.slack.admin.invite(PRIVATE, ALICE);
    await logged('channel could not be greeted');
    lab.world.slack.admin.invite(GENERAL, ALICE);
    lab.world.slack.faults.plan('chat.postMessage', { error: 'service_unavailable' }, 3);
    await lab.stop();
    lab.world.slack.faults.clear();
    await lab.start();
    await lab.until(() => hellos(PRIVATE).length > 0 && hellos(GENERAL).length > 0);
    lab.world.slack.admin.invite(PRIVATE, BOB);
    lab.world.slack.admin.invite(PRIVATE, BOB);
    await new Promise((resolve) => setTimeout(resolve, 1_500));
    expect([hellos(PRIVATE).length, hellos(GENERAL).length]).toEqual([1, 1]);
  });

  it('the apps’ own public channels are joined at the start; a private one needs an invitation', async () => {
    await open({
      change: (config) => ({
        ...config,
        apps: config.apps.flatMap((app) => [
          { ...app, channel: GENERAL },
          { ...app, name: 'second', channel: PRIVATE },
        ]),
      }),
    });
    await lab.until(() => lab.world.slack.workspace.channels.get(GENERAL)?.botIsMember);
    expect(await logged('type /invite and the bot')).toContain(PRIVATE);
    expect(hellos(GENERAL)).toEqual([]);
  });

  it.each([
    ['the app was uninstalled', () => lab.world.slack.admin.uninstall()],
    ['the bot’s token was revoked', () => lab.world.slack.admin.revokeToken()],
  ])('after %s the bot is not ready, and says what to do', async (words, happen) => {
    await open();
    happen();
    await logged(words);
    const response = await fetch(`http://127.0.0.1:${lab.bot?.port}/readyz`);
    expect(response.status).toBe(503);
    expect(await response.text()).toContain(`${words}: `);
  });

  it('a revoked token that Slack takes again is no problem any more', async () => {
    await open();
    await lab.type(`/domain map ${HOSTNAME}`);
    await lab.until(() => lab.thread(HOSTNAME).includes('alias.added'));
    lab.world.slack.admin.revokeToken();
    await logged('was revoked');
    lab.pointDns(HOSTNAME);
    await logged('channel does not accept messages');
    lab.world.slack.workspace.settings.tokenError = undefined;
    await lab.until(() => lab.thread(HOSTNAME).includes('dns.published'));
    await expect
      .poll(async () => (await fetch(`http://127.0.0.1:${lab.bot?.port}/readyz`)).text())
      .not.toContain('installation');
  });
});

it('a channel that gets another ID keeps its cards and threads: nothing is posted twice', async () => {
  await open();
  await lab.type(`/domain map ${HOSTNAME}`);
  await lab.until(() => lab.thread(HOSTNAME).includes('alias.added'));
  const { ts } = await lab.until(() => lab.card(HOSTNAME));
  lab.world.slack.admin.renumber(DOMAINS, 'C09NEW');
  lab.pointDns(HOSTNAME);
  await lab.until(() => lab.thread(HOSTNAME, 'C09NEW').includes('dns.published'));
  const cards = lab
    .messages('C09NEW')
    .filter((message) => message.threadTs === undefined || message.threadTs === message.ts)
    .filter(({ ephemeralFor }) => ephemeralFor === undefined);
  expect(cards.map((each) => each.ts)).toEqual([ts]);
});
