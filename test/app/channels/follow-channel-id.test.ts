import { afterEach, beforeEach, expect, it } from 'vitest';
import { createAppRegistry } from '../../../src/app/app-registry.js';
import { defaultsOf } from '../../../src/app/app-settings.js';
import { followChannelId, followMovedChannels } from '../../../src/app/channels/follow-channel-id.js';
import { GREETED_KEY, greetedKind } from '../../../src/app/channels/greeter.js';
import { readConfig } from '../../../src/config/config.js';
import { openSettings, type Settings } from '../../../src/settings/settings.js';
import type { DocumentKind } from '../../../src/store/documents.js';
import type { Store } from '../../../src/store/store.js';
import { openBatches } from '../../../src/use-cases/batch/batches.js';
import { appAt } from '../../../src/use-cases/ports.js';
import { digestEvents, digestsKind } from '../../../src/use-cases/shared/digest-posts.js';
import { openStore, silentLog, temporaryFolder } from '../../store/temporary.js';
import { NOON, newStoredMapping } from '../../store/typical-mapping.js';
import { plannedBatch } from '../../support/planned-batch.js';

const FROM = newStoredMapping('m1').mapping.channel;
const TO = 'C09NEW';
const ENVIRONMENT = {
  SLACK_BOT_TOKEN: 'xoxb-1',
  SLACK_SIGNING_SECRET: 'secret',
  CLOSTE_CLIENT_API_KEY: 'key',
  CLOSTE_TARGETS: '192.0.2.1',
};
const MESSAGE = { channel: FROM, ts: '1.2' };

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let store: Store;
let settings: Settings;
let registry: ReturnType<typeof createAppRegistry>;

beforeEach(async () => {
  folder = await temporaryFolder();
  store = await openStore(folder.path, () => NOON);
  settings = await openSettings(store.documents);
  const { config } = readConfig(ENVIRONMENT, () => undefined);
  const apps = config.apps.map((app) => ({ ...app, channel: FROM }));
  registry = createAppRegistry(apps, settings, (app) => defaultsOf(app, config.policy, config.locale), {
    channels: [FROM, 'C5'],
  });
});
afterEach(async () => {
  await store.close();
  await folder.remove();
});

const follow = () => followChannelId({ store, settings, registry }, silentLog, FROM, TO);
const read = async <Value>(kind: DocumentKind<Value>, key: string) =>
  (await store.documents.read(kind, key))?.value;
const set = (setting: string, to: string) =>
  settings.change([
    {
      ...{ id: setting, at: NOON, by: 'U01ALICE', app: '', channel: FROM, setting, from: '', to },
      isReset: false,
      isTried: false,
    },
  ]);
const app = () => [...registry.apps.keys()][0] ?? '';

/** What is kept for a channel: how it comes to be, and what is there under the new ID afterwards. */
const KEPT: Record<string, { keep: () => Promise<unknown>; now: () => unknown; expected: () => unknown }> = {
  'its settings': {
    keep: () => set('digest', 'daily'),
    now: () => settings.channelOverridesOf(TO),
    expected: () => ({ digest: 'daily' }),
  },
  'its quiet hours': {
    keep: () => set('quiet', 'every-day'),
    now: () => appAt(registry.apps, { app: app(), channel: TO })?.reporting?.quietHours.days,
    expected: () => 'every-day',
  },
  'the progress of its summaries': {
    keep: () =>
      store.documents.write(
        digestsKind,
        app(),
        {
          channels: { [FROM]: { period: '2026-11-25' } },
          posted: [{ id: 'd1', at: NOON, channel: FROM, period: '2026-11-25', ts: '3.4' }],
        },
        0,
      ),
    now: async () => [
      (await read(digestsKind, app()))?.channels,
      (await digestEvents({ store, apps: registry.apps })).map(({ channel }) => channel),
    ],
    expected: () => [{ [TO]: { period: '2026-11-25' } }, [TO]],
  },
  'that it was greeted': {
    keep: () =>
      store.documents.write(
        greetedKind,
        GREETED_KEY,
        { channels: { [FROM]: { at: NOON, isDone: true } } },
        0,
      ),
    now: async () => (await read(greetedKind, GREETED_KEY))?.channels,
    expected: () => ({ [TO]: { at: NOON, isDone: true } }),
  },
  'its batches with their progress message': {
    keep: () => {
      const message = { ...MESSAGE, isTried: true, isFileTried: false };
      const batch = plannedBatch('map', { channel: FROM, askedIn: FROM, source: MESSAGE, message });
      return openBatches(store.documents).change(() => [batch]);
    },
    now: async () =>
      (await openBatches(store.documents).all()).map(({ channel, askedIn, source, message }) => [
        channel,
        askedIn,
        source?.channel,
        message?.channel,
      ]),
    expected: () => [[TO, TO, TO, TO]],
  },
  'its cards, the message they came from, and what its quiet hours hold back': {
    keep: () => {
      const stored = newStoredMapping('m1');
      const outbox = stored.outbox.map((entry) => ({ ...entry, heldUntil: NOON + 1 }));
      return store.create({ ...stored, outbox, mapping: { ...stored.mapping, source: MESSAGE } });
    },
    now: async () => {
      const { mapping, card, outbox } = (await store.load('m1')) ?? {};
      return [mapping?.channel, mapping?.source?.channel, card?.channel, outbox?.[0]?.heldUntil];
    },
    expected: () => [TO, TO, TO, NOON + 1],
  },
  'an app’s channel in the environment': {
    keep: async () => {},
    now: () => registry.apps.get(app())?.channel,
    expected: () => TO,
  },
  'a channel in the list of those where commands work': {
    keep: async () => {},
    now: () => registry.channels,
    expected: () => [TO, 'C5'],
  },
  'the ID in an open dialog': {
    keep: async () => {},
    now: () => [settings.channelNow(FROM), settings.channelNow('C5')],
    expected: () => [TO, 'C5'],
  },
};

it.each(Object.entries(KEPT))('a channel with another ID keeps %s', async (_, { keep, now, expected }) => {
  await keep();
  await follow();
  // Slack may tell it again.
  await follow();
  expect(await now()).toEqual(expected());
});

it('a channel whose ID changes twice is found by the first one, also after a restart', async () => {
  await follow();
  await followChannelId({ store, settings, registry }, silentLog, TO, 'C10');
  const next = await openSettings(store.documents);
  expect([FROM, TO, 'C10'].map(next.channelNow)).toEqual(['C10', 'C10', 'C10']);
});

it('counts the cards that follow; what can’t follow keeps nothing else back', async () => {
  await store.create(newStoredMapping('m1'));
  const broken = { moveChannel: () => Promise.reject(new Error('disk full')) };
  expect(await followChannelId({ store, settings: broken, registry }, silentLog, FROM, TO)).toBe(1);
});

it('an open dialog is submitted with the new ID wherever its data names a channel, and nowhere else', async () => {
  const submitted = async (data: object | string) => {
    const view = { private_metadata: typeof data === 'string' ? data : JSON.stringify(data) };
    const middleware = followMovedChannels((id) => (id === FROM ? TO : id));
    await middleware({ body: { view }, next: async () => {} } as never);
    return typeof data === 'string' ? view.private_metadata : JSON.parse(view.private_metadata);
  };
  expect(
    await submitted({ channel: FROM, forChannel: FROM, source: { channel: FROM, ts: '1.2' }, subject: FROM }),
  ).toEqual({ channel: TO, forChannel: TO, source: { channel: TO, ts: '1.2' }, subject: FROM });
  expect(await submitted({ mapping: 'm1', channel: 'C5' })).toEqual({ mapping: 'm1', channel: 'C5' });
  expect(await submitted('somebody else’s')).toBe('somebody else’s');
});
