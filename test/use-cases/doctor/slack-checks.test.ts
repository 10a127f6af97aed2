import { expect, it, vi } from 'vitest';
import {
  diagnoseSlack,
  type SlackDiagnosis,
  type SlackExpectations,
} from '../../../src/use-cases/doctor/slack-checks.js';

const channel = { name: 'domains', isMember: false, isArchived: false, isPrivate: false, isShared: false };
const IDENTITY = { team: 'Team', scopes: undefined, botUserId: 'UBOT', appId: 'A1' };
const expecting = (channels: readonly string[] = [], change: Partial<SlackExpectations> = {}) => ({
  channels,
  mayShare: false,
  lastRequests: async () => ({}),
  ...change,
});
const diagnosis = (change: Partial<SlackDiagnosis> = {}): SlackDiagnosis => ({
  whoAmI: async () => IDENTITY,
  channel: async () => channel,
  join: async () => undefined,
  ...change,
});
const keys = (lines: readonly { readonly key: string }[]) => lines.map(({ key }) => key);

it('offers to join a public channel, and joins it when asked to', async () => {
  const join = vi.fn(async () => undefined);
  const lines = await diagnoseSlack(diagnosis({ join }), expecting(['C1']));
  const line = lines.find(({ key }) => key === 'doctor.channel.stranger');
  expect(join).not.toHaveBeenCalled();
  expect(await line?.repair?.run()).toMatchObject({ state: 'ok', key: 'doctor.channel.member' });
  expect(join).toHaveBeenCalledWith('C1');
});

it('offers nothing for a private one', async () => {
  const lines = await diagnoseSlack(
    diagnosis({ channel: async () => ({ ...channel, isPrivate: true }) }),
    expecting(['C1']),
  );
  expect(lines.filter(({ repair }) => repair)).toEqual([]);
});

it('doesn’t call a channel gone because Slack can’t say, nor the bot unknown', async () => {
  const lines = await diagnoseSlack(
    diagnosis({ channel: () => Promise.reject(new Error('away')) }),
    expecting(['C1']),
  );
  expect(lines).toContainEqual(expect.objectContaining({ state: 'note', key: 'doctor.channel.unread' }));
  expect(keys(lines)).not.toContain('doctor.slack.unreached');
});

it('can’t check a request URL from here, and says how to', async () => {
  expect(await diagnoseSlack(diagnosis(), expecting())).toContainEqual(
    expect.objectContaining({ state: 'unchecked', key: 'doctor.request-url' }),
  );
});

it('names an installation for a whole organisation', async () => {
  const whoAmI = async () => ({ ...IDENTITY, organisation: 'E1' });
  expect(await diagnoseSlack(diagnosis({ whoAmI }), expecting())).toContainEqual({
    state: 'note',
    key: 'doctor.slack.organisation',
    params: { organisation: 'E1', team: 'Team' },
  });
});

it.each<[string, Error, string, string]>([
  [
    'refuses the tokens',
    Object.assign(new Error(), { data: { error: 'invalid_auth' } }),
    'doctor.slack.refused',
    'doctor.app-token.refused',
  ],
  ['can’t be reached', new TypeError('fetch failed'), 'doctor.slack.unreached', 'doctor.app-token.unreached'],
])('Slack that %s is reported as such', async (_, error, bot, app) => {
  const fail = (): Promise<never> => Promise.reject(error);
  const found = keys(await diagnoseSlack(diagnosis({ whoAmI: fail, testAppToken: fail }), expecting()));
  expect(found).toEqual(expect.arrayContaining([bot, app]));
});

it('names the cause inside the error of a library', async () => {
  const refused = Object.assign(new Error('connect'), { code: 'ECONNREFUSED' });
  const wrapped = Object.assign(
    new Error('request', { cause: new TypeError('fetch failed', { cause: refused }) }),
    {
      code: 'slack_webapi_request_error',
    },
  );
  const lines = await diagnoseSlack(diagnosis({ whoAmI: () => Promise.reject(wrapped) }), expecting());
  expect(lines).toContainEqual(
    expect.objectContaining({ key: 'doctor.slack.unreached', params: { reason: 'ECONNREFUSED' } }),
  );
});

it.each<[string, string | undefined, string | undefined, string, string]>([
  ['of the same app', 'A1', 'A1', 'ok', 'doctor.app-token.accepted'],
  ['of another app', 'A2', 'A1', 'problem', 'doctor.app-token.other'],
  ['that names no app', undefined, 'A1', 'note', 'doctor.app-token.unmatched'],
  ['while the bot’s app isn’t known', 'A1', undefined, 'note', 'doctor.app-token.unmatched'],
])('an app-level token %s', async (_, ofToken, ofBot, state, key) => {
  const slack = diagnosis({
    testAppToken: async () => ofToken,
    whoAmI: async () => ({ ...IDENTITY, appId: ofBot }),
  });
  expect(await diagnoseSlack(slack, expecting())).toContainEqual(expect.objectContaining({ state, key }));
});

it.each<
  [string, SlackDiagnosis['testAppToken'], Awaited<ReturnType<SlackExpectations['lastRequests']>>, object]
>([
  ['nothing came', async () => 'A1', {}, { command: 'unchecked', 'messages-tab': 'unchecked' }],
  ['a command came', async () => 'A1', { commandAt: 0 }, { command: 'ok', 'messages-tab': 'unchecked' }],
  ['a message came', async () => 'A1', { messageAt: 0 }, { command: 'unchecked', 'messages-tab': 'ok' }],
  [
    'a command came over HTTP',
    undefined,
    { commandAt: 0 },
    { 'request-url': 'ok', command: 'ok', 'messages-tab': 'unchecked' },
  ],
])(
  'what only people can try is checked once it was seen: %s',
  async (_, testAppToken, lastRequests, states) => {
    const slack = diagnosis(testAppToken ? { testAppToken } : {});
    const lines = await diagnoseSlack(slack, expecting([], { lastRequests: async () => lastRequests }));
    const seen = lines.flatMap(({ key, state }) => {
      const [, what] = /^doctor\.(command|messages-tab|request-url)/.exec(key) ?? [];
      return what ? [[what, state]] : [];
    });
    expect(Object.fromEntries(seen)).toEqual(states);
  },
);

it('request times that can’t be read are no reason to fail', async () => {
  const lastRequests = () => Promise.reject(new Error('damaged'));
  const lines = await diagnoseSlack(diagnosis(), expecting([], { lastRequests }));
  expect(keys(lines)).toContain('doctor.command');
});

it.each([
  [false, 'doctor.channel.shared'],
  [true, 'doctor.channel.member'],
])('a channel read by another organization, allowed: %s', async (mayShare, key) => {
  const slack = diagnosis({ channel: async () => ({ ...channel, isMember: true, isShared: true }) });
  expect(keys(await diagnoseSlack(slack, expecting(['C1'], { mayShare })))).toContain(key);
});
