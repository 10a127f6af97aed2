import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Condition, conditionOf } from '../../src/core/condition.js';
import type { Mapping } from '../../src/core/mapping.js';
import { isFinal } from '../../src/core/stage.js';
import {
  dnsSeen,
  edge,
  lookup,
  POLICY,
  right,
  server,
  silent,
  sslSeen,
  TARGET,
} from '../support/observations.js';
import { anySteps, runStory } from '../support/random-story.js';
import { dnsEverywhere, dnsRight, dnsWrong, good, noCertificate, ready, Story } from '../support/story.js';

const HOUR_MIN = 60;
const DAY_MIN = 24 * HOUR_MIN;
const missing = (at: number) => dnsSeen(at, [server(lookup('nxdomain'))]);
const at = (mapping: Mapping, now: number): Condition =>
  conditionOf(mapping, { now, target: TARGET, policy: POLICY });

/** A life up to some moment. */
const lived = (live: (story: Story) => void, story = new Story().added()): Story => {
  live(story);
  return story;
};
const checks = (
  story: Story,
  minutes: number[],
  ...seen: [Parameters<Story['see']>[1], Parameters<Story['see']>[2]?]
) => {
  for (const each of minutes) story.see(each, ...seen);
};

const FORBIDS = { critical: false, tag: 'issue', value: 'digicert.com' };

type Row = [string, () => Story, Partial<Condition> & { readonly code?: string }];

describe('the condition', () => {
  const rows: Row[] = [
    ['asked for', () => new Story(), { stage: 'adding', health: 'waiting', whoActs: 'nobody' }],
    [
      'refused by the hosting provider',
      () =>
        lived(
          (story) => story.give({ type: 'alias.refused', code: 'refused', message: 'limit' }),
          new Story(),
        ),
      { stage: 'adding', health: 'blocked', whoActs: 'agency', nextCheck: { at: null, until: undefined } },
    ],
    [
      'no record in the first day',
      () => lived((story) => checks(story, [0, 5, 5], missing)),
      { health: 'waiting', whoActs: 'customer', code: 'record-missing' },
    ],
    [
      'no record after a day',
      () => lived((story) => checks(story, [0, DAY_MIN], missing)),
      { health: 'blocked', whoActs: 'customer', code: 'record-missing' },
    ],
    [
      'the old record',
      () => lived((story) => checks(story, [0, 5, 5], dnsWrong)),
      { health: 'blocked', whoActs: 'customer', code: 'a-wrong' },
    ],
    [
      'the certificate is being issued',
      () => lived((story) => checks(story, [0, 5], dnsRight, noCertificate)),
      { stage: 'checking-ssl-cert', health: 'waiting', whoActs: 'nobody' },
    ],
    [
      'the certificate is late',
      () => lived((story) => checks(story, [0, 20], dnsRight, noCertificate)),
      { stage: 'checking-ssl-cert', health: 'blocked', whoActs: 'agency', code: 'name-unknown' },
    ],
    [
      'Ready, and CAA stops a renewal that is late',
      () =>
        lived((story) => {
          const caa = { outcome: 'found' as const, name: 'example.com', records: [FORBIDS] };
          checks(story, [80 * DAY_MIN], (now) => ({ ...dnsEverywhere(now), caa }), good);
        }, ready()),
      { stage: 'done', health: 'good', whoActs: 'customer', code: 'caa-forbids' },
    ],
    [
      'Ready, with a late renewal below a warning about DNS',
      () =>
        lived((story) => {
          const nameServers = { parent: ['ns1.example.net', 'ns9.example.net'], child: ['ns1.example.net'] };
          checks(story, [80 * DAY_MIN], (now) => ({ ...dnsEverywhere(now), nameServers }), good);
        }, ready()),
      { stage: 'done', health: 'good', whoActs: 'host', code: 'certificate-expiring' },
    ],
    [
      'Ready, and CAA would stop the next renewal',
      () =>
        lived((story) => {
          const caa = { outcome: 'found' as const, name: 'example.com', records: [FORBIDS] };
          checks(story, [5], (now) => ({ ...dnsEverywhere(now), caa }), good);
        }, ready()),
      { stage: 'done', health: 'good', whoActs: 'nobody' },
    ],
    ['Ready', ready, { stage: 'done', health: 'good', whoActs: 'nobody', alarm: undefined }],
    [
      'Ready, but DNS has moved away',
      () => lived((story) => checks(story, [HOUR_MIN, 5, 5], dnsWrong), ready()),
      { stage: 'done', health: 'alarm', alarm: 'dns', whoActs: 'customer', code: 'a-wrong' },
    ],
    [
      'Ready, but no server tells anything',
      () =>
        lived(
          (story) => checks(story, [HOUR_MIN, 5, 5], (now) => dnsSeen(now, [server(lookup('refused'))])),
          ready(),
        ),
      { stage: 'done', health: 'alarm', alarm: 'dns', code: 'server-lame' },
    ],
    [
      'Ready, but the certificate is gone',
      () => lived((story) => checks(story, [HOUR_MIN, 5, 5], dnsEverywhere, noCertificate), ready()),
      { stage: 'done', health: 'alarm', alarm: 'ssl', whoActs: 'agency' },
    ],
    [
      'Ready, and one check that could see nothing',
      () => lived((story) => checks(story, [HOUR_MIN], (now) => dnsSeen(now, [silent('a')])), ready()),
      { stage: 'done', health: 'good', alarm: undefined },
    ],
    [
      'failed, still checked',
      () => lived((story) => checks(story, [0, 73 * HOUR_MIN], dnsWrong)),
      { stage: 'failed', health: 'failed', whoActs: 'customer', code: 'a-wrong' },
    ],
    [
      'removed',
      () =>
        lived((story) => {
          story.give({ type: 'unmap.requested', by: 'UBOB' });
          story.give({ type: 'alias.removed', already: false });
        }, ready()),
      { stage: 'removed', health: 'removed', whoActs: 'nobody', nextCheck: { at: null, until: undefined } },
    ],
  ];
  it.each(rows)('%s', (_, live, { code, ...expected }) => {
    const story = live();
    const condition = at(story.mapping, story.now);
    expect(condition).toMatchObject(expected);
    if (code !== undefined) expect(condition.finding?.code).toBe(code);
  });

  it('says until when a failed mapping is checked, and that it no longer is', () => {
    const story = lived((each) => checks(each, [0, 73 * HOUR_MIN], dnsWrong));
    const failedAt = story.now;
    const { nextCheck } = at(story.mapping, story.now);
    expect(nextCheck).toEqual({ at: story.mapping.nextCheckAt, until: failedAt + 14 * 24 * 3_600_000 });
    checks(story, [15 * DAY_MIN], dnsWrong);
    expect(at(story.mapping, story.now).nextCheck.at).toBeNull();
  });

  it('tells blocked from waiting at the port that nobody opens by waiting', () => {
    const story = new Story().added();
    story.give({
      type: 'observed',
      target: TARGET,
      dns: dnsRight(story.now),
      ssl: noCertificate(story.now),
      http: {
        at: story.now,
        queried: 'shop.example.com',
        challenge: [{ address: '203.0.113.10', outcome: 'refused', redirects: 0, rttMs: 1 }],
        site: [],
      },
    });
    expect(at(story.mapping, story.now)).toMatchObject({
      health: 'blocked',
      finding: { code: 'http-unreachable' },
    });
  });
});

describe('whatever happened', () => {
  const everyMoment = (check: (condition: Condition, mapping: Mapping, now: number) => void) =>
    fc.assert(
      fc.property(anySteps, (steps) => {
        for (const { after, now } of runStory(steps)) check(at(after, now), after, now);
      }),
      { numRuns: 300 },
    );

  it('is total, and the same for the same', () => {
    everyMoment((condition, mapping, now) => {
      expect(condition).toEqual(at(mapping, now));
      expect(condition.stage).toBe(mapping.stage);
      expect(Number.isFinite(condition.since)).toBe(true);
    });
  });

  it('is good only of what is Ready with nothing in its way', () => {
    everyMoment(({ health, alarm }, { stage, dns }) => {
      if (health !== 'good') return;
      expect(stage).toBe('done');
      expect(dns.state).not.toBe('wrong');
      expect(alarm).toBeUndefined();
    });
  });

  it('has an alarm exactly after Ready, and a name for who acts wherever something is wrong', () => {
    everyMoment(({ health, alarm, whoActs, finding }, { stage }) => {
      expect(alarm !== undefined).toBe(health === 'alarm');
      if (health === 'alarm') expect(stage).toBe('done');
      if (health === 'removed') expect(whoActs).toBe('nobody');
      if (health === 'good' && whoActs !== 'nobody') expect(finding?.severity).toBe('warning');
    });
  });

  it('is checked again at some time, or says that it is not', () => {
    everyMoment(({ nextCheck, health }, mapping) => {
      expect(nextCheck.at === null).toBe(isFinal(mapping));
      if (nextCheck.at === null) expect(['removed', 'blocked', 'failed', 'waiting']).toContain(health);
      if (health === 'failed') expect(nextCheck.until).toBeDefined();
    });
  });
});

it('has a problem for every state that is not right, once it is seen', () => {
  const answers = [
    right('a'),
    server(lookup('nxdomain')),
    server(lookup('refused')),
    server(lookup('servfail')),
  ];
  for (const answer of answers) {
    const story = new Story().added();
    story.see(
      0,
      (now) => dnsSeen(now, [answer]),
      (now) => sslSeen(now, edge('reset')),
    );
    const { finding } = at(story.mapping, story.now);
    expect(finding?.severity).toBe('problem');
  }
  const story = new Story().added();
  story.see(0, dnsEverywhere, good);
  expect(at(story.mapping, story.now).finding).toBeUndefined();
});
