import { afterEach, beforeEach, expect, it } from 'vitest';
import type { View } from '../../../../src/slack/blocks/view.js';
import { boltLogger, createClients } from '../../../../src/slack/connection/clients.js';
import { createChangePoster } from '../../../../src/slack/outbound/posts/change-poster.js';
import { silentLog } from '../../../store/temporary.js';
import { FakeSlack } from '../../../support/fake-slack.js';
import { START } from '../../../support/observations.js';

const POST = 'chat.postMessage';
const change = {
  id: 'c1',
  at: START,
  by: 'UALICE',
  app: 'shop',
  channel: 'C1',
  setting: 'interval',
  from: 300,
  to: 60,
  isReset: false,
  isTried: true,
};
let slack: FakeSlack;
beforeEach(async () => {
  slack = await new FakeSlack().start();
  slack.answer(POST, () => ({ ok: true, ts: '1.000001' }));
});
afterEach(() => slack.stop());

const posterOf = (view: () => View) => {
  const options = { botToken: 'xoxb-1', apiUrl: slack.apiUrl, logger: boltLogger(silentLog) };
  return createChangePoster(createClients(options).background, view);
};

it('a notice whose view throws is posted with the bare facts', async () => {
  const poster = posterOf(() => {
    throw new RangeError('Invalid time value');
  });
  expect(await poster.post([change])).toBe('1.000001');
  expect(slack.of(POST)[0]?.args['text']).toBe('shop: interval 300 → 60');
});

it('a notice whose blocks are refused is posted without them', async () => {
  slack.answer(POST, ({ args }) =>
    args['blocks'] ? { ok: false, error: 'invalid_blocks' } : { ok: true, ts: '1.000001' },
  );
  const block = { type: 'section', text: { type: 'mrkdwn', text: 'x' } } as const;
  expect(await posterOf(() => ({ text: 'x', blocks: [block] })).post([change])).toBe('1.000001');
});

it('a notice that nobody can search for is posted all the same after some tries', async () => {
  slack.answer('conversations.history', () => ({ ok: false, error: 'missing_scope' }));
  const poster = posterOf(() => ({ text: 'x', blocks: [] }));
  for (let tries = 0; tries < 4; tries++)
    await expect(poster.find(change)).rejects.toMatchObject({ code: 'channel-unusable' });
  expect(await poster.find(change)).toBeUndefined();
});
