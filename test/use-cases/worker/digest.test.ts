import { randomUUID } from 'node:crypto';
import { beforeEach, expect, it } from 'vitest';
import { DAY_MS, HOUR_MS } from '../../../src/core/instant.js';
import { dnsKey, sslKey } from '../../../src/core/learning/durations.js';
import type { Mapping } from '../../../src/core/mapping.js';
import type { QuietHours } from '../../../src/core/reporting/quiet-hours.js';
import { USUAL_RULES } from '../../../src/core/reporting/reporting.js';
import { digestView } from '../../../src/slack/views/digest.js';
import { summaryOf } from '../../../src/store/summary.js';
import { type DigestsOfApp, digestsKind } from '../../../src/use-cases/shared/digest-posts.js';
import { type Digest, postDigests } from '../../../src/use-cases/worker/digest.js';
import { POLICY, START, TARGET } from '../../support/observations.js';
import { ready } from '../../support/story.js';
import { translatorFor } from '../../support/translator.js';
import { named, stuck } from '../reports/listed-mappings.js';

let now: number;
let mappings: Mapping[];
let overrides: Record<string, string>;
let document: { value: unknown; version: number } | undefined;
let posted: Digest[];
let answer: () => Promise<string | undefined>;
/** What Slack has: the marks of posted summaries. */
let inSlack: string[];
let quiet: QuietHours;
let inChannels: Record<string, Record<string, string>>;

beforeEach(() => {
  now = START + DAY_MS;
  mappings = [named('stuck', stuck())];
  overrides = { digest: 'daily', 'digest-hour': '00:00', 'time-zone': 'UTC' };
  document = undefined;
  posted = [];
  answer = async () => '1.000001';
  inSlack = [];
  quiet = USUAL_RULES.quietHours;
  inChannels = {};
});

const deps = () =>
  ({
    store: {
      summaries: async function* () {
        yield mappings.map((mapping) => summaryOf(mapping, undefined));
      },
      load: async (id: string) => ({
        mapping: mappings.find((mapping) => mapping.id === id),
        card: { channel: 'C1', ts: '1.000001', shownRevision: 0, notBefore: 0 },
      }),
      documents: {
        read: async () => document,
        write: async (_: unknown, __: string, value: unknown, version: number) => {
          document = { value, version: version + 1 };
          return version + 1;
        },
      },
    },
    apps: new Map([
      [
        'default',
        { target: TARGET, intervalMs: POLICY.intervalMs, reporting: { ...USUAL_RULES, quietHours: quiet } },
      ],
    ]),
    appSettings: {
      overridesOf: () => overrides,
      channelOverridesOf: (channel: string) => inChannels[channel] ?? {},
      channels: () => Object.keys(inChannels),
      defaultsOf: () => ({ digest: 'off', 'digest-hour': '00:00', 'time-zone': 'UTC' }),
    },
    policy: POLICY,
    now: () => now,
    newId: randomUUID,
    random: () => 0.5,
  }) as unknown as Parameters<typeof postDigests>[0];

const post = () =>
  postDigests(
    deps(),
    {
      post: async (digest, { id }) => {
        posted.push(digest);
        const ts = await answer();
        if (ts !== undefined) inSlack.push(id);
        return ts;
      },
      find: async (_, { id }) => (inSlack.includes(id) ? '1.000002' : undefined),
    },
    'default',
  );
const tickNextDay = async () => {
  now += DAY_MS;
  await post();
};
const shown = async (digest: Digest | undefined) =>
  digest &&
  JSON.stringify(
    await digestView(
      digest,
      translatorFor(undefined, () => now),
    ),
  );

it('a channel’s first summary comes with the next period, and each only once, whatever restarts', async () => {
  await post();
  expect(posted).toEqual([]);
  await tickNextDay();
  await post();
  expect(posted).toHaveLength(1);
  await tickNextDay();
  expect(posted).toHaveLength(2);
});

it('tells who needs what, what became ready, and what ends within 21 days', async () => {
  const validTo = now + 20 * DAY_MS;
  const watched = { fingerprint: 'f', validTo };
  const done = ready().mapping;
  mappings.push(
    named('fresh', done, { outcome: { stage: 'done', at: now + DAY_MS / 2 } }),
    named('old', done, { outcome: { stage: 'done', at: now - 30 * DAY_MS } }),
    named('ends', done, {
      outcome: { stage: 'done', at: now - 30 * DAY_MS },
      ssl: { ...done.ssl, watched },
    }),
  );
  await post();
  await tickNextDay();
  const [digest] = posted;
  expect(digest?.urgent.map(({ mapping }) => mapping.id)).toEqual(['stuck']);
  expect(digest?.ready.map(({ mapping }) => mapping.id)).toEqual(['fresh']);
  expect(digest?.expiring.map(({ mapping }) => mapping.id)).toEqual(['ends']);
  expect(await shown(digest)).toMatch(
    /Daily summary of app default.*stuck\.example\.com.*fresh\.example\.com/,
  );
  expect(await shown(digest)).toContain('ends.example.com');
});

it('nothing to say is not sent', async () => {
  mappings = [named('old', ready().mapping, { outcome: { stage: 'done', at: now - 30 * DAY_MS } })];
  await post();
  await tickNextDay();
  expect(posted).toEqual([]);
});

it('each channel gets its own', async () => {
  mappings.push(named('other', stuck(), { channel: 'C2' }));
  await post();
  await tickNextDay();
  expect(posted.map(({ channel, total }) => [channel, total])).toEqual([
    ['C1', 1],
    ['C2', 1],
  ]);
});

it('what Slack refused comes again, and what it may have got is looked up first', async () => {
  await post();
  answer = async () => undefined;
  await tickNextDay();
  await post();
  expect(posted).toHaveLength(2);
  answer = () => Promise.reject(new Error('no answer'));
  await expect(post()).rejects.toThrow('no answer');
  answer = async () => '1.000001';
  await post();
  expect(posted).toHaveLength(4);
  await post();
  expect(posted).toHaveLength(4);
});

const kept = () => document?.value as DigestsOfApp;

it('an answer that was lost, or a bot that ended in between: once', async () => {
  await post();
  answer = async () => {
    const { open } = kept().channels['C1'] ?? {};
    inSlack.push(open?.id ?? '');
    throw new Error('no answer');
  };
  now += DAY_MS;
  await expect(post()).rejects.toThrow('no answer');
  answer = async () => '1.000001';
  await post();
  expect(posted).toHaveLength(1);
  expect(kept().posted).toMatchObject([{ channel: 'C1', ts: '1.000002' }]);
});

it('one channel’s refusal holds up no other', async () => {
  mappings.push(named('other', stuck(), { channel: 'C2' }));
  await post();
  answer = () => Promise.reject(new Error('no answer'));
  now += DAY_MS;
  await expect(post()).rejects.toThrow('no answer');
  expect(posted.map(({ channel }) => channel)).toEqual(['C1', 'C2']);
});

it('a channel’s own setting counts, on or off', async () => {
  mappings.push(named('other', stuck(), { channel: 'C2' }));
  overrides = {};
  inChannels = { C2: { digest: 'daily' } };
  await post();
  await tickNextDay();
  expect(posted.map(({ channel }) => channel)).toEqual(['C2']);
  overrides = { digest: 'daily' };
  inChannels = { C2: { digest: 'off' } };
  await tickNextDay();
  await tickNextDay();
  expect(posted.map(({ channel }) => channel)).toEqual(['C2', 'C1']);
});

it('waits for the end of quiet hours, then tells all days since the last one', async () => {
  const done = ready().mapping;
  await post();
  await tickNextDay();
  expect(posted).toHaveLength(1);
  quiet = { days: 'every-day', from: '00:00', to: '23:00', timeZone: 'UTC' };
  for (let day = 0; day < 3; day++) await tickNextDay();
  expect(posted).toHaveLength(1);
  mappings.push(named('fresh', done, { outcome: { stage: 'done', at: now - 2 * DAY_MS } }));
  quiet = USUAL_RULES.quietHours;
  await post();
  expect(posted[1]?.ready.map(({ mapping }) => mapping.id)).toEqual(['fresh']);
});

it('late, less than two hours before the next one, leaves it to that', async () => {
  await post();
  now += DAY_MS + 23 * HOUR_MS - (now % DAY_MS);
  await post();
  expect(posted).toEqual([]);
  now += HOUR_MS;
  await post();
  expect(posted).toHaveLength(1);
});

it('is off by default', async () => {
  overrides = {};
  await post();
  await tickNextDay();
  expect(posted).toEqual([]);
});

it('says how long changes take here, where enough is known, and is not sent for that alone', async () => {
  const took = (minutes: number) => Array.from({ length: 10 }, (_, at) => ({ at, ms: minutes * 60_000 }));
  await post();
  await tickNextDay();
  const [digest] = posted;
  const learned = { [dnsKey('GoDaddy')]: took(12), [sslKey('default')]: took(4), [sslKey('other')]: took(7) };
  const view =
    digest &&
    (await digestView(
      digest,
      translatorFor(undefined, () => now, learned),
    ));
  const said = JSON.stringify(view);
  expect(said).toContain('DNS at GoDaddy: usually 12 min, 9 of 10 within 12 min');
  expect(said).toContain('Certificates: usually 4 min, 9 of 10 within 4 min');
  expect(said).not.toContain('7 min');
  expect(await shown(digest)).not.toContain('How long it takes here');
});

it('of schema 1, which had periods only, are read', () => {
  const [, migrate] = [...digestsKind.form.migrations][0] ?? [];
  expect(migrate?.({ channels: { C1: '2026-11-25' } })).toEqual({
    channels: { C1: { period: '2026-11-25' } },
    posted: [],
  });
});
