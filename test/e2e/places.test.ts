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

  it('nor is anything mapped while Slack can’t say what the place is', async () => {
    await open();
    lab.world.slack.faults.plan('conversations.info', { status: 503 });
    await lab.type(`/domain map ${HOSTNAME}`);
    await reported('Try again in a minute', DOMAINS);
    nothingWasDone();
  });
});
