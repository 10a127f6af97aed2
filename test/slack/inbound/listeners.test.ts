import type { App } from '@slack/bolt';
import { describe, expect, it } from 'vitest';
import { commands } from '../../../commands/index.js';
import { closte } from '../../../src/hosting/closte/closte.js';
import { createCatalogue } from '../../../src/locale/catalogue.js';
import { MultisiteError } from '../../../src/multisite/multisite.js';
import type { JsonObject } from '../../../src/sandbox/slack/page-api.js';
import { hashOfTexts } from '../../../src/settings/customer-texts.js';
import { createDedupe } from '../../../src/slack/inbound/delivery-guards.js';
import type { ListenerOptions } from '../../../src/slack/inbound/listeners/context.js';
import { registerListeners } from '../../../src/slack/inbound/listeners/listeners.js';
import { createResponseUrlClient } from '../../../src/slack/outbound/personal/response-url.js';
import { CUSTOMER_DIALOG } from '../../../src/slack/views/dialogs/customer-dialog.js';
import { SITE_FIELD } from '../../../src/slack/views/dialogs/map-dialog.js';
import { SETTINGS_DIALOG } from '../../../src/slack/views/dialogs/settings-dialog.js';
import { TEAM_DIALOG } from '../../../src/slack/views/dialogs/team-dialog.js';
import { TEXTS_DIALOG } from '../../../src/slack/views/dialogs/texts-dialog.js';
import { UNMAP_DIALOG } from '../../../src/slack/views/dialogs/unmap-dialog.js';
import { createTranslator } from '../../../src/slack/views/translator.js';
import { UserError } from '../../../src/use-cases/errors.js';
import type { UseCases } from '../../../src/use-cases/use-cases.js';
import { overSocket } from '../../sandbox/slack/bolt.js';
import { ALICE, button, DOMAINS, modal, until } from '../../sandbox/slack/sandbox.js';
import { silentLog } from '../../store/temporary.js';
import { noFiles } from '../../support/commands.js';
import { POLICY, TARGET } from '../../support/observations.js';

/** The listeners in a real Bolt app; the useCases says of everything that it is gone, and records the call. */
async function listening(
  command = '/domain',
  finished: Promise<void> = Promise.resolve(),
  answers: object = {},
) {
  const calls: unknown[][] = [];
  const updated: unknown[] = [];
  const sent: unknown[] = [];
  const dialogs = { areOpen: true };
  const gone =
    (method: string | symbol) =>
    async (...args: unknown[]) => {
      calls.push([method, ...args]);
      await finished;
      throw new UserError({ code: 'gone' });
    };
  const useCases = new Proxy(answers as UseCases, {
    get: (known, method) => Reflect.get(known, method) ?? gone(method),
  });
  const apiUrl: { value: string } = { value: 'http://127.0.0.1:1/api/' };
  const optionsFor = (app: App): ListenerOptions => ({
    useCases,
    commands,
    translator: createTranslator({
      t: createCatalogue('en', closte, command),
      locale: 'en',
      now: Date.now,
      policy: POLICY,
      appOf: () => ({ target: TARGET }),
      workspaceUrl: 'https://team.slack.test/',
      command,
    }),
    respond: (url, view, how) =>
      createResponseUrlClient({
        apiUrl: apiUrl.value,
        answerPerson: async () => undefined,
        sleep: async () => undefined,
        now: Date.now,
      })(url, view, how),
    openDialog: async (trigger_id, view) => void (await app.client.views.open({ trigger_id, view })),
    namesOf: async () => new Map(),
    reply: async () => undefined,
    answerPerson: async (whom, view) => void sent.push([whom, view.text]),
    homes: { open: async () => undefined },
    changeDialog: async () => undefined,
    updateDialog: async (_, view) => {
      updated.push(view);
      return dialogs.areOpen;
    },
    lists: noFiles,
    newId: () => 'id',
    openDirectMessage: () => Promise.reject(new Error('no direct message in this test')),
    settled: async () => undefined,
    isRepeated: createDedupe(Date.now),
    rateLimitWaitMs: () => 0,
    newIncidentId: () => 'incident',
    log: silentLog,
  });
  const connected = await overSocket((app) => registerListeners(app, optionsFor(app)));
  apiUrl.value = connected.slack.apiUrl;
  const { slack } = connected;
  const type = (text: string) => slack.people.command({ user: ALICE, channel: DOMAINS, text });
  const messages = () => slack.workspace.messages(DOMAINS);
  return { ...connected, calls, updated, sent, dialogs, type, messages };
}

const row = (element: JsonObject) => [{ type: 'actions', block_id: 'row', elements: [element] }];

it('a corrected command runs at the press of its button', async () => {
  const { slack, calls, type, messages } = await listening();
  await type('/domain statsu shop.example.com');
  const [answer] = messages();
  expect(answer?.text).toBe('`statsu` isn’t a command. Did you mean `/domain status shop.example.com`?');
  const blockId = String(answer?.blocks?.at(-1)?.['block_id']);
  const press = { user: ALICE, channel: DOMAINS, messageTs: answer?.ts ?? '', actionId: 'run', blockId };
  expect(await slack.people.action(press)).toMatchObject({ ok: true });
  await until(() => messages().length === 2);
  expect(calls).toMatchObject([['status', 'shop.example.com', { user: ALICE, channel: DOMAINS }]]);
});

it('the slash command’s name is a setting, in what is listened for and in every sentence', async () => {
  const { app, messages } = await listening('/domain-staging');
  const ack = await deliver(app, '/domain-staging', 'frobnicate');
  expect(JSON.stringify(ack)).toContain('Type `/domain-staging help`');
  expect(JSON.stringify(await deliver(app, '/domain-staging', 'help'))).toContain('`/domain-staging map');
  expect(messages()).toEqual([]);
});

describe('what takes longer than Slack waits is said to be under way, so that nothing seems done before it is', () => {
  it.each(['command', 'button'] as const)('a %s', async (kind) => {
    let finish: () => void = () => undefined;
    const { slack, call, type, messages } = await listening(
      '/domain',
      new Promise((resolve) => {
        finish = resolve;
      }),
    );
    const texts = () => messages().flatMap(({ ephemeralFor, text }) => (ephemeralFor === ALICE ? text : []));
    if (kind === 'command') expect(await type('/domain map shop.example.com')).toMatchObject({ ok: true });
    else {
      const blocks = row(button({ action_id: 'check', value: 'm1' }));
      const { ts } = await call('chat.postMessage', { channel: DOMAINS, text: 'a card', blocks });
      const press = {
        user: ALICE,
        channel: DOMAINS,
        messageTs: String(ts),
        actionId: 'check',
        blockId: 'row',
      };
      expect(await slack.people.action(press)).toMatchObject({ ok: true });
    }
    await until(() => texts().length > 0);
    expect(texts()).toEqual([expect.stringMatching(/^Working on it\./)]);
    finish();
    await until(() => texts().length > 1);
  });
});

it('a dialog whose submission takes longer than Slack waits says that it is under way, and then that it is done', async () => {
  const opened = { app: 'default', channel: DOMAINS, mapping: 'm1' };
  const message = { ...opened, topic: 'to-do', subject: 'x' };
  const texts = {
    app: 'default',
    channel: DOMAINS,
    language: 'en',
    previewed: hashOfTexts({ sentences: {} }),
  };
  const dialogs: readonly (readonly [string, object])[] = [
    [SETTINGS_DIALOG, opened],
    [TEXTS_DIALOG, texts],
    [TEAM_DIALOG, opened],
    [CUSTOMER_DIALOG, message],
  ];
  let finish: () => void = () => undefined;
  const finished = new Promise<void>((resolve) => {
    finish = resolve;
  });
  const work = () => finished;
  const useCases = {
    changeSettings: work,
    customerTexts: async () => ({}),
    changeCustomerTexts: work,
    assign: work,
    changeNote: work,
    markMessageSent: work,
  };
  const { app, updated } = await listening('/domain', undefined, useCases);
  const answers = dialogs.map(([callback_id, metadata]) =>
    submitted(app, { id: callback_id, callback_id, private_metadata: JSON.stringify(metadata) }),
  );
  for (const answer of answers) expect(await answer).toMatchObject({ response_action: 'push' });
  finish();
  await until(() => updated.length === dialogs.length);
  for (const view of updated) expect(JSON.stringify(view)).toContain('Done. You can close this dialog.');
});

describe('a submission that fails after its dialog was closed', () => {
  const opened = { app: 'default', channel: DOMAINS, mapping: 'm1' };

  it.each([
    ['unmapping', UNMAP_DIALOG, opened],
    ['a note', TEAM_DIALOG, opened],
    ['a message for the customer', CUSTOMER_DIALOG, { ...opened, topic: 'to-do', subject: 'x' }],
  ])('reaches its author: %s', async (_, callback_id, metadata) => {
    let fail: () => void = () => undefined;
    const finished = new Promise<void>((resolve) => {
      fail = resolve;
    });
    const { app, sent, dialogs } = await listening('/domain', finished);
    dialogs.areOpen = false;
    const view = { id: callback_id, callback_id, private_metadata: JSON.stringify(metadata) };
    const state = { values: { note: { note: { type: 'plain_text_input', value: 'x' } } } };
    expect(await submitted(app, { ...view, state })).toMatchObject({ response_action: 'push' });
    expect(sent).toEqual([]);
    fail();
    await until(() => sent.length > 0);
    expect(sent).toMatchObject([[{ user: ALICE, channel: DOMAINS }, expect.stringContaining('no longer')]]);
  });
});

describe('what is not listened for is acknowledged with a sentence', () => {
  const OUTDATED = 'This is from an older version of the app';

  it('a command', async () => {
    const { app } = await listening();
    expect(await deliver(app, '/domains', 'list')).toMatchObject({
      response_type: 'ephemeral',
      text: '`/domains` isn’t handled here. Use `/domain` instead; `/domain help` lists its commands.',
    });
  });

  it('a button', async () => {
    const { slack, call, messages } = await listening();
    const blocks = row(button({ action_id: 'of-an-older-version' }));
    const { ts } = await call('chat.postMessage', { channel: DOMAINS, text: 'x', blocks });
    const press = { user: ALICE, channel: DOMAINS, messageTs: String(ts), blockId: 'row' };
    expect(await slack.people.action({ ...press, actionId: 'of-an-older-version' })).toMatchObject({
      ok: true,
    });
    expect((await until(() => messages()[1])).text).toContain(OUTDATED);
  });

  it('a shortcut, and a dialog', async () => {
    const { slack, call } = await listening();
    expect(await slack.people.shortcut({ user: ALICE, callbackId: 'old' })).toMatchObject({ ok: true });
    const [shown] = await until(
      () => slack.workspace.views.size === 1 && [...slack.workspace.views.values()],
    );
    expect(JSON.stringify(shown?.view.blocks)).toContain(OUTDATED);

    const { triggerId } = await slack.people.command({ user: ALICE, channel: DOMAINS, text: '/domain help' });
    const { view } = await call('views.open', { trigger_id: triggerId, view: modal({ callback_id: 'old' }) });
    const { id } = view as { id: string };
    expect(await slack.people.submit({ user: ALICE, viewId: id, values: {} })).toMatchObject({ ok: true });
    expect(JSON.stringify(slack.workspace.views.get(id)?.view.blocks)).toContain(OUTDATED);
  });
});

it('commands without a trigger id are each carried out', async () => {
  const { app, calls } = await listening();
  for (let count = 0; count < 2; count++) await deliver(app, '/domain', 'list', { trigger_id: undefined });
  expect(calls.map(([method]) => method)).toEqual(['list', 'list']);
});

it('a network that is down, or never answers, takes no other’s sites from a dialog’s menu', async () => {
  const app = (name: string) => ({ name, hasSites: true });
  const site = { id: 7, title: 'Bakery', address: 'network.example.com', path: '/bakery/' };
  const sitesOf = new Map<string, () => Promise<unknown>>([
    ['down', () => Promise.reject(new MultisiteError('unreachable', 'down'))],
    ['silent', () => new Promise(() => undefined)],
    ['well', async () => [site]],
  ]);
  const connected = await listening('/domain', undefined, {
    mapForm: async () => ({ apps: [...sitesOf.keys()].map(app) }),
    searchSites: (request: { app: string }) => sitesOf.get(request.app)?.(),
  });
  let found: unknown;
  await connected.app.processEvent({
    body: {
      type: 'block_suggestion',
      action_id: SITE_FIELD,
      block_id: SITE_FIELD,
      value: 'bak',
      user: { id: ALICE, team_id: 'T0SANDBOX' },
      team: { id: 'T0SANDBOX' },
      view: { id: 'V1', private_metadata: '' },
    },
    ack: async (answer) => {
      found = answer;
    },
  });
  expect(found).toMatchObject({ options: [{ value: '7 well' }] });
});

const TEAM_VALUES = { assignee: { assignee: {} }, note: { note: {} } };

/** The answer to a dialog's submission. */
const submitted = (app: App, view: object): Promise<unknown> =>
  new Promise((resolve, reject) => {
    const body = {
      type: 'view_submission',
      user: { id: ALICE, team_id: 'T0SANDBOX' },
      team: { id: 'T0SANDBOX' },
      view: { type: 'modal', state: { values: TEAM_VALUES }, ...view },
    };
    app.processEvent({ body, ack: async (answer) => resolve(answer) }).catch(reject);
  });

/** One command straight into Bolt, for what the sandbox's Slack would never send; resolves with the acknowledgement. */
async function deliver(app: App, command: string, text: string, more: object = {}): Promise<unknown> {
  let acknowledged: unknown;
  const body = {
    command,
    text,
    user_id: ALICE,
    team_id: 'T0SANDBOX',
    channel_id: DOMAINS,
    trigger_id: `${command} ${text}`,
    ...more,
  };
  const ack = async (answer: unknown): Promise<void> => {
    acknowledged = answer;
  };
  await app.processEvent({ body, ack });
  return acknowledged;
}
