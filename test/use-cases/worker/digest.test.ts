import { beforeEach, expect, it } from 'vitest';
import { DAY_MS } from '../../../src/core/instant.js';
import { dnsKey, sslKey } from '../../../src/core/learning/durations.js';
import type { Mapping } from '../../../src/core/mapping.js';
import { digestView } from '../../../src/slack/views/digest.js';
import { summaryOf } from '../../../src/store/summary.js';
import { type Digest, postDigests } from '../../../src/use-cases/worker/digest.js';
import { POLICY, START, TARGET } from '../../support/observations.js';
import { dnsWrong, ready, Story } from '../../support/story.js';
import { translatorFor } from '../../support/translator.js';

function stuck(): Mapping {
  const story = new Story().added();
  for (let check = 0; check < 4; check++) story.see(5, dnsWrong);
  return story.mapping;
}
const of = (id: string, mapping: Mapping, change: Partial<Mapping> = {}): Mapping => ({
  ...mapping,
  id,
  hostname: `${id}.example.com`,
  ...change,
});

let now: number;
let mappings: Mapping[];
let overrides: Record<string, string>;
let document: { value: unknown; version: number } | undefined;
let posted: Digest[];
let answer: () => Promise<boolean>;

beforeEach(() => {
  now = START + DAY_MS;
  mappings = [of('stuck', stuck())];
  overrides = { digest: 'daily', 'digest-hour': '00:00', 'time-zone': 'UTC' };
  document = undefined;
  posted = [];
  answer = async () => true;
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
    apps: new Map([['default', { target: TARGET, intervalMs: POLICY.intervalMs }]]),
    appSettings: { overridesOf: () => overrides, defaultsOf: () => ({ digest: 'off' }) },
    policy: POLICY,
    now: () => now,
    newId: () => 'id',
    random: () => 0.5,
  }) as unknown as Parameters<typeof postDigests>[0];

const look = () =>
  postDigests(
    deps(),
    async (digest) => {
      posted.push(digest);
      return answer();
    },
    'default',
  );
const lookNextDay = async () => {
  now += DAY_MS;
  await look();
};
const shown = (digest: Digest | undefined) =>
  digest &&
  JSON.stringify(
    digestView(
      digest,
      translatorFor(undefined, () => now),
    ),
  );

it('a channel’s first summary comes with the next period, and each only once, whatever restarts', async () => {
  await look();
  expect(posted).toEqual([]);
  await lookNextDay();
  await look();
  expect(posted).toHaveLength(1);
  await lookNextDay();
  expect(posted).toHaveLength(2);
});

it('tells who needs what, what became ready, and what ends within 21 days', async () => {
  const validTo = now + 20 * DAY_MS;
  const watched = { fingerprint: 'f', validTo };
  const done = ready().mapping;
  mappings.push(
    of('fresh', done, { outcome: { stage: 'done', at: now + DAY_MS / 2 } }),
    of('old', done, { outcome: { stage: 'done', at: now - 30 * DAY_MS } }),
    of('ends', done, {
      outcome: { stage: 'done', at: now - 30 * DAY_MS },
      ssl: { ...done.ssl, watched },
    }),
  );
  await look();
  await lookNextDay();
  const [digest] = posted;
  expect(digest?.urgent.map(({ mapping }) => mapping.id)).toEqual(['stuck']);
  expect(digest?.ready.map(({ mapping }) => mapping.id)).toEqual(['fresh']);
  expect(digest?.expiring.map(({ mapping }) => mapping.id)).toEqual(['ends']);
  expect(shown(digest)).toMatch(/The day of app default.*stuck\.example\.com.*fresh\.example\.com/);
  expect(shown(digest)).toContain('ends.example.com');
});

it('nothing to say is not sent', async () => {
  mappings = [of('old', ready().mapping, { outcome: { stage: 'done', at: now - 30 * DAY_MS } })];
  await look();
  await lookNextDay();
  expect(posted).toEqual([]);
});

it('each channel gets its own', async () => {
  mappings.push(of('other', stuck(), { channel: 'C2' }));
  await look();
  await lookNextDay();
  expect(posted.map(({ channel, total }) => [channel, total])).toEqual([
    ['C1', 1],
    ['C2', 1],
  ]);
});

it('what Slack refused comes again, and what it may have got does not', async () => {
  await look();
  answer = async () => false;
  await lookNextDay();
  await look();
  expect(posted).toHaveLength(2);
  answer = () => Promise.reject(new Error('no answer'));
  await expect(look()).rejects.toThrow('no answer');
  await look();
  expect(posted).toHaveLength(3);
});

it('is off by default', async () => {
  overrides = {};
  await look();
  await lookNextDay();
  expect(posted).toEqual([]);
});

it('says how long changes take here, where enough is known, and is not sent for that alone', async () => {
  const took = (minutes: number) => Array.from({ length: 10 }, (_, at) => ({ at, ms: minutes * 60_000 }));
  await look();
  await lookNextDay();
  const [digest] = posted;
  const learned = { [dnsKey('GoDaddy')]: took(12), [sslKey('default')]: took(4), [sslKey('other')]: took(7) };
  const view =
    digest &&
    digestView(
      digest,
      translatorFor(undefined, () => now, learned),
    );
  const said = JSON.stringify(view);
  expect(said).toContain('DNS at GoDaddy: usually 12 min, 9 of 10 within 12 min');
  expect(said).toContain('Certificates: usually 4 min, 9 of 10 within 4 min');
  expect(said).not.toContain('7 min');
  expect(shown(digest)).not.toContain('How long it takes here');
});
