import { afterEach, beforeEach, expect, it } from 'vitest';
import { boltLogger, createClients } from '../../../src/slack/connection/clients.js';
import { createNames } from '../../../src/slack/outbound/names.js';
import { recordingLog } from '../../store/temporary.js';
import { FakeSlack } from '../../support/fake-slack.js';

let slack: FakeSlack;
beforeEach(async () => {
  slack = await new FakeSlack().start();
});
afterEach(() => slack.stop());

function names() {
  const { log } = recordingLog();
  const logger = boltLogger(log);
  const { background } = createClients({ botToken: 'xoxb-1', apiUrl: slack.apiUrl, logger });
  return createNames(background, () => 0, log);
}

it('asks once for each person and channel, and for nobody else', async () => {
  slack.answer('users.info', () => ({
    ok: true,
    user: { profile: { display_name: 'alice' }, real_name: 'Alice' },
  }));
  slack.answer('conversations.info', () => ({ ok: true, channel: { name: 'domains' } }));
  const namesOf = names();
  const ids = ['UALICE', 'UALICE', 'C1', 'system', '', 'DALICE'];
  expect([...(await namesOf(ids))]).toEqual([
    ['UALICE', 'alice'],
    ['C1', '#domains'],
  ]);
  await namesOf(ids);
  expect(slack.calls.map(({ method }) => method)).toEqual(['users.info', 'conversations.info']);
});

it('a person that Slack does not know hides no other name', async () => {
  slack.answer('users.info', () => ({ ok: false, error: 'user_not_found' }));
  slack.answer('conversations.info', () => ({ ok: true, channel: { name: 'domains' } }));
  expect([...(await names()(['UGONE', 'C1']))]).toEqual([['C1', '#domains']]);
});

it('stops asking where Slack asks to wait: ids alone are better than no file', async () => {
  slack.answer('users.info', () => ({ ok: false, error: 'ratelimited' }));
  const ids = Array.from({ length: 40 }, (_, at) => `U${at}`);
  expect((await names()(ids)).size).toBe(0);
  expect(slack.calls.length).toBeLessThan(10);
});
