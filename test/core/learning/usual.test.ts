import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { conditionOf } from '../../../src/core/condition.js';
import { HOUR_MS } from '../../../src/core/instant.js';
import { dnsKey, type Learned, sslKey } from '../../../src/core/learning/durations.js';
import {
  limitsOf,
  MIN_DURATIONS,
  usualOf,
  usualWaitOf,
  usualWaits,
} from '../../../src/core/learning/usual.js';
import type { Policy } from '../../../src/core/lifecycle/policy.js';
import { lookup, POLICY, START, server, TARGET } from '../../support/observations.js';
import {
  dnsEverywhere,
  dnsRight,
  dnsWrong,
  good,
  MINUTE_MS,
  noCertificate,
  Story,
} from '../../support/story.js';

const took = (...minutes: readonly number[]) => minutes.map((each, at) => ({ at, ms: each * MINUTE_MS }));
/** Ten waits: the fifth takes `median` minutes, the ninth `most`. */
const ten = (median: number, most: number) =>
  took(...Array(5).fill(median), ...Array(4).fill(most), most * 2);

describe('what is usual', () => {
  it.each([
    ['nothing', took(), undefined],
    ['too few', took(...Array(MIN_DURATIONS - 1).fill(1)), undefined],
    [
      'ten',
      took(1, 2, 3, 4, 5, 6, 7, 8, 9, 10),
      { medianMs: 5 * MINUTE_MS, mostMs: 9 * MINUTE_MS, count: 10 },
    ],
    ['one slow of ten', ten(4, 6), { medianMs: 4 * MINUTE_MS, mostMs: 6 * MINUTE_MS, count: 10 }],
  ])('of %s', (_, durations, usual) => {
    expect(usualOf(durations)).toEqual(usual);
  });

  it('half and nine of ten really ended by then', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(1_000_000), { minLength: MIN_DURATIONS, maxLength: 50 }), (all) => {
        const usual = usualOf(all.map((ms, at) => ({ at, ms })));
        const within = (limit = 0) => all.filter((ms) => ms <= limit).length;
        expect(within(usual?.medianMs) * 2).toBeGreaterThanOrEqual(all.length);
        expect(within(usual?.mostMs) * 10).toBeGreaterThanOrEqual(all.length * 9);
        expect(usual?.medianMs).toBeLessThanOrEqual(usual?.mostMs ?? 0);
      }),
    );
  });
});

describe('the limit of a usual wait', () => {
  it.each([
    ['a quick one', 1, 10 * MINUTE_MS],
    ['a usual one', 40, 40 * MINUTE_MS],
    ['an endless one', 100_000, 2 * HOUR_MS],
  ])('of a certificate is bounded: %s', (_, most, limit) => {
    expect(limitsOf({ [sslKey('default')]: ten(1, most) }, 'default').sslMs).toBe(limit);
    expect(limitsOf({ [sslKey('default')]: ten(1, most) }, 'other').sslMs).toBeUndefined();
  });

  it.each([
    ['a quick one', 1, HOUR_MS],
    ['a usual one', 600, 10 * HOUR_MS],
    ['an endless one', 100_000, 72 * HOUR_MS],
  ])('of a DNS change is bounded: %s', (_, most, limit) => {
    expect(limitsOf({ [dnsKey('GoDaddy')]: ten(1, most) }, 'default').dnsMs).toEqual({ GoDaddy: limit });
  });

  it('is the constant while too little is known', () => {
    expect(limitsOf({ [sslKey('default')]: took(1) }, 'default')).toEqual({ dnsMs: {} });
  });
});

const atGoDaddy = (seen: typeof dnsWrong) => (time: number) => ({
  ...seen(time),
  dnsProvider: { name: 'GoDaddy', source: 'name-servers' as const },
});
const noRecord = (at: number) => ({
  ...dnsWrong(at),
  authoritative: [server(lookup('empty'), lookup('empty'))],
});

describe('stuck is longer than nine of ten', () => {
  const healthAfter = (minutes: number, story: Story, learned: Learned) => {
    const policy: Policy = { ...POLICY, learned: limitsOf(learned, 'default') };
    return conditionOf(story.mapping, { now: START + minutes * MINUTE_MS, target: TARGET, policy }).health;
  };

  it.each([
    ['the constant of a day', {}, 23 * 60, 'waiting'],
    ['the constant of a day', {}, 25 * 60, 'blocked'],
    ['what is known of the provider', { [dnsKey('GoDaddy')]: ten(60, 180) }, 170, 'waiting'],
    ['what is known of the provider', { [dnsKey('GoDaddy')]: ten(60, 180) }, 190, 'blocked'],
    ['what is known of another provider', { [dnsKey('IONOS')]: ten(60, 180) }, 190, 'waiting'],
  ])('a missing record by %s (%j) after %i min is %s', (_, learned, minutes, health) => {
    const story = new Story().added();
    for (let check = 0; check < 3; check++) story.see(1, atGoDaddy(noRecord));
    expect(healthAfter(minutes, story, learned)).toBe(health);
  });

  it.each([
    ['the constant', {}, 14, 'waiting'],
    ['the constant', {}, 16, 'blocked'],
    ['what is known of the app', { [sslKey('default')]: ten(20, 50) }, 49, 'waiting'],
    ['what is known of the app', { [sslKey('default')]: ten(20, 50) }, 51, 'blocked'],
    ['a quick app', { [sslKey('default')]: ten(2, 3) }, 11, 'blocked'],
  ])('a certificate by %s (%j) after %i min is %s', (_, learned, minutes, health) => {
    const story = new Story().added();
    for (let check = 0; check < 3; check++) story.see(0, dnsEverywhere, noCertificate);
    expect(healthAfter(minutes, story, learned)).toBe(health);
  });
});

describe('what a mapping waits for', () => {
  const learned = { [dnsKey('GoDaddy')]: ten(12, 30), [sslKey('default')]: ten(4, 9) };
  const waitOf = (tell: (story: Story) => void) => {
    const story = new Story().added();
    tell(story);
    return usualWaitOf(story.mapping, learned);
  };

  it.each<[string, (story: Story) => void, object | undefined]>([
    ['nothing before the first check', () => undefined, undefined],
    [
      'the change at its DNS provider',
      (story) => story.see(1, atGoDaddy(dnsWrong)),
      { axis: 'dns', dnsProvider: 'GoDaddy', medianMs: 12 * MINUTE_MS, since: START },
    ],
    ['nothing known, at an unknown provider', (story) => story.see(1, dnsWrong), undefined],
    [
      'its certificate',
      (story) => story.see(2, atGoDaddy(dnsRight), noCertificate),
      { axis: 'ssl', medianMs: 4 * MINUTE_MS, since: START + 2 * MINUTE_MS },
    ],
    ['caches alone, which are predicted', (story) => story.see(2, atGoDaddy(dnsRight), good), undefined],
    [
      'nothing once it is Ready',
      (story) => {
        story.see(0, dnsEverywhere, good);
        story.see(1, dnsEverywhere, good);
        for (let check = 0; check < 4; check++) story.see(5, atGoDaddy(dnsWrong));
      },
      undefined,
    ],
    [
      'nothing while it is being removed',
      (story) => {
        story.see(1, atGoDaddy(dnsWrong));
        story.give({ type: 'unmap.requested', by: 'UALICE' });
      },
      undefined,
    ],
  ])('%s', (_, tell, wait) => {
    const found = waitOf(tell);
    if (wait === undefined) expect(found).toBeUndefined();
    else expect(found).toMatchObject(wait);
  });

  it('the digest names the providers with most changes first, and the app’s certificates', () => {
    const many = {
      ...learned,
      [dnsKey('IONOS')]: [...ten(1, 2), ...took(1).map(({ ms }) => ({ at: 99, ms }))],
    };
    const { dns, ssl } = usualWaits(many, 'default');
    expect(dns.map(({ dnsProvider }) => dnsProvider)).toEqual(['IONOS', 'GoDaddy']);
    expect(ssl).toEqual({ medianMs: 4 * MINUTE_MS, mostMs: 9 * MINUTE_MS, count: 10 });
    expect(usualWaits(many, 'other').ssl).toBeUndefined();
  });
});
