import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ALICE, closeLab, DOMAINS, type Lab, openLab } from '../support/lab.js';

let lab: Lab;
const open = async (options?: Parameters<typeof openLab>[0]) => {
  lab = await openLab(options);
  await lab.start();
};
const faults = () => lab.world.slack.faults;
const texts = (user?: string) => lab.privately(user).map(({ text }) => text);

afterEach(() => closeLab(lab));

describe('Slack', () => {
  beforeEach(() => open());

  it('a post whose blocks Slack refuses is posted as text', async () => {
    faults().plan('chat.postMessage', { error: 'invalid_blocks' });
    await lab.type('/domain map shop.example.com');
    const card = await lab.until(() => lab.card('shop.example.com'));
    expect(card.text).toContain('shop.example.com');
  });

  it('a card that somebody deletes is replaced, and its thread goes on there', async () => {
    await lab.type('/domain map shop.example.com');
    await lab.until(() => lab.thread('shop.example.com').includes('alias.added'));
    const first = lab.card('shop.example.com');
    if (first) lab.world.slack.workspace.remove(first);
    lab.pointDns('shop.example.com');
    await lab.until(
      () =>
        lab.card('shop.example.com')?.ts !== first?.ts &&
        lab.card('shop.example.com')?.text.includes('Ready'),
      40_000,
    );
    const note = JSON.stringify(lab.card('shop.example.com')?.blocks);
    expect(note).toContain('The first card was deleted');
    expect(note).toContain(`p${first?.ts.replace('.', '')}`);
  });

  it('a command in a channel without the bot changes nothing until the bot is invited', async () => {
    await lab.type('/domain map shop.example.com', ALICE, 'C03OPS');
    const message = await lab.until(
      () =>
        lab
          .messages('C03OPS')
          .find(({ ephemeralFor, text }) => ephemeralFor === ALICE && text.includes('/invite')),
      20_000,
    );
    expect(message.text).toContain('nothing was changed');
    expect(lab.world.closte.aliases()).toEqual([]);
    const channel = lab.world.slack.workspace.channels.get('C03OPS');
    if (channel) lab.world.slack.workspace.channels.set('C03OPS', { ...channel, botIsMember: true });
    await lab.type('/domain map shop.example.com', ALICE, 'C03OPS');
    await lab.until(() => lab.card('shop.example.com', 'C03OPS'), 30_000);
  });

  it('a command that Slack delivers twice is answered once', async () => {
    const request = { user: ALICE, channel: DOMAINS, text: '/domain help' };
    await lab.world.slack.people.command(request, 'same-trigger');
    await lab.world.slack.people.command(request, 'same-trigger');
    await lab.until(() => texts().length > 0);
    expect(texts()).toHaveLength(1);
  });

  it('a connection that Slack ends, refuses and forgets to greet is opened again', async () => {
    lab.world.slack.sockets.refuse(1);
    lab.world.slack.sockets.disconnect('refresh_requested');
    await lab.until(() => lab.world.slack.sockets.count === 0);
    await lab.until(() => lab.world.slack.sockets.count === 1, 20_000);
    expect(await lab.type('/domain help')).toMatchObject({ ok: true });
  });
});
