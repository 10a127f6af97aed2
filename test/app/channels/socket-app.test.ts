import { WebClient } from '@slack/web-api';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createSocketApp } from '../../../src/app/channels/socket-app.js';
import { type Line, recordingLog } from '../../store/temporary.js';
import { FakeSlack } from '../../support/fake-slack.js';

let slack: FakeSlack;
let lines: Line[];

beforeEach(async () => {
  slack = await new FakeSlack().start();
  slack.answer('bots.info', () => ({ ok: true, bot: { app_id: 'A1' } }));
});
afterEach(() => slack.stop());

function socketApp(mayHaveReplicas: boolean) {
  const recording = recordingLog();
  lines = recording.lines;
  const client = new WebClient('xoxb-1', { slackApiUrl: slack.apiUrl });
  return createSocketApp({ client, botId: 'B1', mayHaveReplicas, log: recording.log });
}

it.each([
  {
    mayHaveReplicas: false,
    level: 'warn',
    advice: 'run one bot for each Slack app, or replicas on one PostgreSQL',
  },
  { mayHaveReplicas: true, level: 'info', advice: 'as replicas have' },
])('other connections are no fault of replicas: $level', ({ mayHaveReplicas, level, advice }) => {
  const app = socketApp(mayHaveReplicas);
  app.greeted({ app: undefined, others: 2 });
  app.greeted({ app: undefined, others: 0 });
  expect(lines).toEqual([{ level, facts: { others: 2 }, message: expect.stringContaining(advice) }]);
});

it('asks Slack once for each app whose socket it is', async () => {
  const app = socketApp(false);
  for (const id of ['A1', 'A1', 'A2']) app.greeted({ app: id, others: 0 });
  await expect.poll(() => app.problem()).toContain('belongs to Slack app A2 and SLACK_BOT_TOKEN to A1');
  expect(slack.of('bots.info')).toHaveLength(2);
});
