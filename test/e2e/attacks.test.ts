import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ALICE, closeLab, DOMAINS, type Lab, OLGA, openLab } from '../support/lab.js';
import { interaction, type Signed, signed as sign } from '../support/signed.js';

const PORT = 28_932;
const URL_ = `http://127.0.0.1:${PORT}/slack/events`;
const HOSTNAME = 'shop.example.com';

let lab: Lab;
beforeAll(async () => {
  lab = await openLab({
    requestUrl: URL_,
    change: (config) => ({ ...config, http: { host: '127.0.0.1', port: PORT } }),
  });
  await lab.start();
  await lab.type(`/domain map ${HOSTNAME}`);
  await lab.until(() => lab.thread(HOSTNAME).includes('alias.added'));
});
afterAll(() => closeLab(lab));

const signed = (body: string, type?: string) =>
  sign(body, lab.world.environment['SLACK_SIGNING_SECRET'] ?? '', type);
const send = ({ body, headers }: Signed) => fetch(URL_, { method: 'POST', headers, body });

let triggers = 0;
const command = (text: string, change: Readonly<Record<string, string>> = {}) =>
  new URLSearchParams({
    command: '/domain',
    text,
    team_id: 'T0SANDBOX',
    api_app_id: 'A0SANDBOX',
    channel_id: DOMAINS,
    user_id: ALICE,
    trigger_id: `attack.${++triggers}`,
    response_url: lab.world.slack.openResponseUrl(DOMAINS, ALICE),
    ...change,
  }).toString();
const count = (type: string) => lab.events().filter((event) => event.type === type).length;

describe('a request that was really signed', () => {
  it('a signed request that is replayed within its window does nothing more', async () => {
    const request = signed(command(`check ${HOSTNAME}`));
    for (let times = 0; times < 5; times++) expect((await send(request)).status).toBe(200);
    await lab.until(() => count('check.requested') === 1);
    await send(signed(command(`check ${HOSTNAME}`)));
    await lab.until(() => count('check.requested') === 2);
  });

  it.each(['T0SANDBOX', 'T1OUTSIDE', 'T9OTHER'])(
    'of somebody of another workspace is refused, also when it names %s: what counts is what Slack says',
    async (team) => {
      const change = {
        user_id: OLGA,
        team_id: team,
        response_url: lab.world.slack.openResponseUrl(DOMAINS, OLGA),
      };
      const answer = await send(signed(command('map theirs.example.com', change)));
      expect(answer.status).toBe(200);
      expect(await answer.text()).toContain('Only members of this workspace');
      expect(lab.card('theirs.example.com')).toBeUndefined();
      expect(lab.world.closte.aliases()).not.toContain('theirs.example.com');
    },
  );

  it('of somebody whom Slack does not know is refused', async () => {
    const answer = await send(signed(command('map nobody.example.com', { user_id: 'U0NOBODY' })));
    expect(await answer.text()).toContain('Only members of this workspace can');
    expect(lab.world.closte.aliases()).not.toContain('nobody.example.com');
  });

  it.each([
    [
      'a dialog that was never opened',
      {
        type: 'view_submission',
        view: {
          id: 'V1',
          callback_id: 'unmap-confirm',
          private_metadata: '{"mapping":"nope","channel":"C1"}',
        },
      },
    ],
    [
      'a dialog whose memory is no JSON',
      { type: 'view_submission', view: { id: 'V2', callback_id: 'unmap-confirm', private_metadata: 'm1' } },
    ],
    [
      'a dialog that is not ours',
      { type: 'view_submission', view: { id: 'V3', callback_id: 'somebody-elses', private_metadata: '' } },
    ],
    [
      'a button that is not ours',
      {
        type: 'block_actions',
        actions: [{ type: 'button', action_id: 'rm -rf', block_id: 'b', value: 'x' }],
      },
    ],
    [
      'a page of nothing',
      {
        type: 'block_actions',
        actions: [
          { type: 'button', action_id: 'list:next', block_id: 'b', value: '{"filter":"","offset":-5}' },
        ],
      },
    ],
    [
      'an approval of nothing',
      {
        type: 'block_actions',
        actions: [{ type: 'button', action_id: 'unmap-approve', block_id: 'b', value: '__proto__' }],
      },
    ],
    [
      'files of a forged audit',
      {
        type: 'block_actions',
        actions: [{ type: 'button', action_id: 'audit-files', block_id: 'b', value: '[1]' }],
      },
    ],
    ['an unknown kind', { type: 'shortcut', callback_id: 'x' }],
  ])(
    '%s breaks nothing',
    async (_, payload) => {
      const whole = {
        team: { id: 'T0SANDBOX', domain: 'sandbox' },
        user: { id: ALICE, team_id: 'T0SANDBOX', username: 'alice', name: 'alice' },
        channel: { id: DOMAINS, name: 'domains' },
        api_app_id: 'A0SANDBOX',
        token: 'x',
        trigger_id: `attack.${++triggers}`,
        response_url: lab.world.slack.openResponseUrl(DOMAINS, ALICE),
        ...payload,
      };
      const before = lab.world.closte.aliases();
      expect([200, 404]).toContain((await send(signed(interaction(whole)))).status);
      expect(lab.world.closte.aliases()).toEqual(before);
    },
    15_000,
  );

  it.each([
    ['no JSON where JSON should be', 'payload=%7B%7B', undefined],
    ['JSON that says nothing', '{}', 'application/json'],
    ['an unknown content type', '<x/>', 'application/xml'],
    ['an empty body', '', undefined],
  ])('%s is refused', async (_, body, type) => {
    const { status } = await send(signed(body, type));
    expect(status).toBeGreaterThanOrEqual(200);
    expect((await send(signed(command('help')))).status).toBe(200);
    expect(status).not.toBe(500);
  });

  it('never gets an answer anywhere but in Slack', async () => {
    const asked = await send(
      signed(command(`status ${HOSTNAME}`, { response_url: 'https://evil.example/x' })),
    );
    expect(asked.status).toBe(200);
    await lab.until(() => lab.lines.some((line) => line.includes('could not be sent')));
    expect(lab.lines.join('')).not.toContain('evil.example');
  });
});

it('leaves nothing unhandled behind', () => {
  expect(lab.lines.filter((line) => line.includes('unhandled'))).toEqual([]);
});
