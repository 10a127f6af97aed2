import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { boltLogger, createClients } from '../../../src/slack/connection/clients.js';
import { identify } from '../../../src/slack/connection/connection.js';
import { type Line, recordingLog } from '../../store/temporary.js';
import { FakeSlack, identity } from '../../support/fake-slack.js';

const BOT_TOKEN = 'xoxb-1-secret';

let slack: FakeSlack;
let lines: Line[];
let log: ReturnType<typeof recordingLog>['log'];

beforeEach(async () => {
  slack = await new FakeSlack().start();
  ({ log, lines } = recordingLog());
});
afterEach(() => slack.stop());

const client = () =>
  createClients({ botToken: BOT_TOKEN, apiUrl: slack.apiUrl, logger: boltLogger(log) }).background;

describe('who we are', () => {
  it('is asked once, with the bot token', async () => {
    expect(await identify(client(), { sleep: async () => undefined, random: () => 0.5, log })).toEqual(
      identity,
    );
    expect(slack.calls).toMatchObject([{ method: 'auth.test', authorization: `Bearer ${BOT_TOKEN}` }]);
  });

  it.each(['invalid_auth', 'account_inactive', 'token_revoked', 'not_allowed_token_type'])(
    'is no one’s with a token that is %s: which variable, and what to do',
    async (error) => {
      slack.answer('auth.test', () => ({ ok: false, error }));
      const failure = await identify(client(), {
        sleep: async () => undefined,
        random: () => 0.5,
        log,
      }).catch((thrown: Error) => thrown);
      expect(failure).toBeInstanceOf(Error);
      expect(String(failure)).toContain(`SLACK_BOT_TOKEN (${error}). Copy the bot token`);
      expect(String(failure)).not.toContain(BOT_TOKEN);
    },
  );

  it('is asked again while Slack is away, with growing pauses and short lines', async () => {
    let calls = 0;
    slack.answer('auth.test', (_, response) => {
      calls++;
      if (calls === 1) response.writeHead(503).end('x'.repeat(100_000));
      else if (calls === 2) response.writeHead(200).end(`<html>${'x'.repeat(100_000)}`);
      else if (calls === 3) response.destroy();
      else if (calls === 4) return { ok: false, error: 'fatal_error' };
      else if (calls === 5) return { ok: true };
      else return { ok: true, bot_id: 'B1', user_id: 'U1' };
      return undefined;
    });
    const pauses: number[] = [];
    await identify(client(), { sleep: async (ms) => void pauses.push(ms), random: () => 0.5, log });
    expect(pauses).toEqual([1_000, 2_000, 4_000, 8_000, 16_000]);
    expect(JSON.stringify(lines)).toContain('names no bot');
    expect(JSON.stringify(lines)).toContain('other side closed');
    expect(JSON.stringify(lines).length).toBeLessThan(5_000);
    expect(JSON.stringify(lines)).not.toContain(BOT_TOKEN);
  });
});
