import { describe, expect, it } from 'vitest';
import { findingsOf } from '../../../src/core/diagnosis/findings/findings.js';
import { decide } from '../../../src/core/lifecycle/decide.js';
import type { Context } from '../../../src/core/lifecycle/step.js';
import { checkedUntil, isFinal } from '../../../src/core/stage.js';
import {
  blindDns,
  dnsSeen,
  edge,
  lookup,
  POLICY,
  right,
  START,
  server,
  silent,
  sslSeen,
  TARGET,
  withoutTimes,
} from '../../support/observations.js';
import {
  dnsEverywhere,
  dnsRight,
  dnsWrong,
  good,
  MINUTE_MS,
  noCertificate,
  ready,
  Story,
} from '../../support/story.js';

const policy = POLICY;

describe('the usual way', () => {
  it('goes from the request to ready and tells each step once', () => {
    const story = new Story();
    expect(story.mapping).toMatchObject({ stage: 'adding', nextCheckAt: START });
    story.added();
    expect(story.mapping).toMatchObject({ stage: 'checking-dns', nextCheckAt: START });
    expect(story.see(0, dnsWrong)).toEqual([]);
    expect(story.see(5, dnsRight, noCertificate)).toEqual(['dns.published']);
    expect(story.mapping.stage).toBe('checking-ssl-cert');
    expect(story.see(5, dnsRight, good)).toEqual(['ssl.issued']);
    expect(story.mapping.stage).toBe('checking-dns');
    expect(story.see(5, dnsEverywhere, good)).toEqual([]);
    expect(story.mapping.nextCheckAt).toBe(story.now + 10_000);
    expect(story.see(1, dnsEverywhere, good)).toEqual(['dns.propagated', 'domain.done']);
    expect(story.mapping.stage).toBe('done');
    expect(story.reported).toEqual([
      'domain.requested',
      'alias.added',
      'dns.published',
      'ssl.issued',
      'dns.propagated',
      'domain.done',
    ]);
  });

  it('says how long each step took', () => {
    const story = new Story().added();
    story.see(12, dnsRight, noCertificate);
    const context: Context = { now: story.now + 7 * MINUTE_MS, newId: () => 'e', random: 0, policy };
    const { events } = decide(
      story.mapping,
      { type: 'observed', target: TARGET, dns: dnsRight(context.now), ssl: good(context.now) },
      context,
    );
    expect(events[0]).toMatchObject({
      type: 'ssl.issued',
      by: 'system',
      details: { afterMs: 7 * MINUTE_MS, issuer: "Let's Encrypt", served: 'trusted' },
    });
  });

  it('counts checks in quick succession as one round', () => {
    const story = new Story().added();
    story.see(0, dnsEverywhere, noCertificate);
    for (let probe = 0; probe < 3; probe++) {
      story.see(1 / 120, dnsEverywhere, noCertificate);
      expect(story.mapping.dns.state).toBe('published');
    }
    expect(story.see(1 / 60, dnsEverywhere, noCertificate)).toEqual(['dns.propagated']);
  });

  it('does not flip back when a pool answers from an older cache', () => {
    const story = new Story().added();
    story.see(0, dnsEverywhere, noCertificate);
    story.see(5, dnsEverywhere, noCertificate);
    expect(story.mapping.dns.state).toBe('propagated');
    story.see(5, dnsRight, noCertificate);
    expect(story.mapping.dns.state).toBe('propagated');
  });

  it('starts over without telling twice when the record is broken on the way', () => {
    const story = new Story().added();
    story.see(0, dnsRight, noCertificate);
    expect(story.see(5, dnsWrong)).toEqual([]);
    expect(story.mapping).toMatchObject({
      stage: 'checking-dns',
      dns: { state: 'wrong' },
      ssl: { startedAt: undefined },
    });
    expect(story.see(5, dnsRight, noCertificate)).toEqual([]);
    expect(story.mapping.ssl.startedAt).toBe(story.now);
  });
});

describe('checks that come to nothing', () => {
  it.each([
    ['nobody could be asked', blindDns],
    ['every server is silent', (at: number) => dnsSeen(at, [silent('a'), silent('b')])],
  ])('change nothing: %s', (_, blind) => {
    const story = new Story().added();
    story.see(0, dnsRight, noCertificate);
    const before = story.mapping;
    expect(story.see(5, blind)).toEqual([]);
    expect(withoutTimes(story.mapping)).toEqual(withoutTimes(before));
    expect(story.mapping.dns.uncheckedSince).toBe(story.now);
    story.see(5, dnsRight, noCertificate);
    expect(story.mapping.dns.uncheckedSince).toBeUndefined();
  });

  it('name the servers that don’t answer the bot alone', () => {
    const story = new Story().added();
    story.see(0, dnsWrong);
    story.see(5, (at) => ({ ...dnsSeen(at, [silent('a'), silent('b')]), health: 'fine' }));
    expect(story.mapping.dns.blockedBy).toEqual(['a', 'b']);
    const moment = { now: story.now, policy: POLICY };
    const finding = findingsOf(story.mapping, TARGET, moment).find(({ code }) => code === 'dns-unchecked');
    expect(finding).toMatchObject({ severity: 'problem', whoActs: 'agency', params: { servers: 'a, b' } });
    story.see(5, (at) => ({ ...dnsSeen(at, [silent('a'), silent('b')]), health: 'unknown' }));
    expect(story.mapping.dns.blockedBy).toBeUndefined();
    story.see(5, dnsRight, noCertificate);
    expect(story.mapping.dns.blockedBy).toBeUndefined();
  });

  it('never fail a mapping, however long they last', () => {
    const story = new Story().added();
    story.see(0, dnsWrong);
    expect(story.see(100 * 60, blindDns)).toEqual([]);
    expect(story.mapping.stage).toBe('checking-dns');
    story.see(1, dnsRight, noCertificate);
    expect(story.see(100, dnsEverywhere, (at) => sslSeen(at, edge('unreachable')))).toEqual([]);
    expect(story.mapping.outcome).toBeUndefined();
  });
});

it('blames silence on the host where anything else answered in the same check', () => {
  const story = new Story().added();
  story.see(0, dnsRight, (at) => sslSeen(at, edge('timeout')));
  expect(story.mapping.ssl).toMatchObject({ state: 'invalid', uncheckedSince: undefined });
  expect(story.see(15, dnsRight, (at) => sslSeen(at, edge('timeout')))).toEqual(['ssl.stuck']);
  expect(story.events.at(-1)?.details).toMatchObject({ finding: 'tls-silent' });
});

describe('deadlines', () => {
  it('fail no domain because the bot hears no resolvers: that is reported, and checks slow down', () => {
    const story = new Story().added();
    const unheard = (at: number) => dnsSeen(at, [right()], [right('google'), silent('quad9'), silent('cf')]);
    for (let hour = 0; hour < 100; hour++) story.see(60, unheard, good);
    expect(story.mapping).toMatchObject({ stage: 'checking-dns', dns: { state: 'published' } });
    expect(story.reported).not.toContain('dns.failed');
    expect(story.events.find(({ type }) => type === 'dns.stuck')?.details).toMatchObject({
      finding: 'resolvers-silent',
      servers: 'quad9, cf',
    });
    expect((story.mapping.nextCheckAt ?? 0) - story.now).toBe(60 * MINUTE_MS);
    story.see(60, dnsEverywhere, good);
    story.see(1, dnsEverywhere, good);
    expect(story.mapping.stage).toBe('done');
  });

  it('ends with DNS Failed and what DNS answered', () => {
    const story = new Story().added();
    story.see(0, dnsWrong);
    expect(story.see(71 * 60, dnsWrong)).toEqual(['dns.stuck']);
    expect(story.see(60, dnsWrong)).toEqual(['dns.failed']);
    expect(story.mapping).toMatchObject({ stage: 'failed' });
  });

  it('gives the caches the same time again once the record is published', () => {
    const story = new Story().added();
    story.see(71 * 60, dnsRight, good);
    expect(story.see(71 * 60, dnsRight, good)).toEqual([]);
    expect(story.see(60, dnsRight, good)).toEqual(['dns.failed']);
  });

  it('ends with SSL Failed an hour after DNS was published', () => {
    const story = new Story().added();
    story.see(10, dnsEverywhere, noCertificate);
    expect(story.see(59, dnsEverywhere, noCertificate)).toEqual(['dns.propagated', 'ssl.stuck']);
    expect(story.see(1, dnsEverywhere, noCertificate)).toEqual(['ssl.failed']);
    expect(story.mapping.stage).toBe('ssl-failed');
  });

  it.each([
    [
      'DNS Failed',
      () => {
        const story = new Story().added();
        story.see(73 * 60, dnsWrong);
        return story;
      },
    ],
    [
      'SSL Failed',
      () => {
        const story = new Story().added();
        story.see(0, dnsRight, noCertificate);
        story.see(61, dnsRight, noCertificate);
        return story;
      },
    ],
  ] as const)('%s is left with fresh deadlines when a person asks', (_, make) => {
    const story = make();
    expect(story.give({ type: 'check.requested', by: 'UBOB' })).toEqual(['check.requested']);
    expect(story.mapping).toMatchObject({ nextCheckAt: story.now, outcome: undefined });
    expect(story.see(5, dnsRight, noCertificate).filter((type) => type.endsWith('failed'))).toEqual([]);
  });
});

it('has fresh deadlines, too, where only caches were waited for when a person asks', () => {
  const story = new Story().added();
  story.see(0, dnsRight, good);
  expect(story.see(73 * 60, dnsRight, good)).toEqual(['dns.failed']);
  story.give({ type: 'check.requested', by: 'UBOB' });
  expect(story.see(5, dnsRight, good)).toEqual([]);
  expect(story.mapping.outcome).toBeUndefined();
});

it('tells how long a step took since the mapping, not since the check after failure', () => {
  const late = new Story().added();
  late.see(0, dnsWrong);
  late.see(73 * 60, dnsWrong);
  late.give({ type: 'check.requested', by: 'UBOB' });
  late.see(1, dnsRight, noCertificate);
  expect(late.events.at(-1)).toMatchObject({
    type: 'dns.published',
    details: { afterMs: (73 * 60 + 1) * MINUTE_MS },
  });

  const uncertified = new Story().added();
  uncertified.see(0, dnsRight, noCertificate);
  uncertified.see(61, dnsRight, noCertificate);
  uncertified.give({ type: 'check.requested', by: 'UBOB' });
  uncertified.see(1, dnsRight, good);
  expect(uncertified.events.at(-1)).toMatchObject({
    type: 'ssl.issued',
    details: { afterMs: 62 * MINUTE_MS },
  });
});

describe('after failure', () => {
  const HOUR_MIN = 60;
  const DAY_MIN = 24 * HOUR_MIN;
  const dnsFailed = () => {
    const story = new Story().added();
    story.see(0, dnsWrong);
    story.see(73 * HOUR_MIN, dnsWrong);
    return story;
  };
  const sslFailed = () => {
    const story = new Story().added();
    story.see(0, dnsEverywhere, noCertificate);
    story.see(61, dnsEverywhere, noCertificate);
    return story;
  };
  const pause = ({ mapping, now }: Story) => ((mapping.nextCheckAt ?? 0) - now) / MINUTE_MS / HOUR_MIN;

  it.each([
    ['DNS', dnsFailed, 'failed'],
    ['SSL', sslFailed, 'ssl-failed'],
  ] as const)('%s is checked after six hours, then daily, for 14 days in all', (_, make, stage) => {
    const story = make();
    const failedAt = story.now;
    expect(pause(story)).toBe(6);
    const pauses: number[] = [];
    while (story.mapping.nextCheckAt !== undefined) {
      expect(isFinal(story.mapping)).toBe(false);
      const minutes = (story.mapping.nextCheckAt - story.now) / MINUTE_MS;
      expect(story.see(minutes, stage === 'failed' ? dnsWrong : dnsEverywhere, noCertificate)).toEqual([]);
      expect(story.mapping.stage).toBe(stage);
      if (story.mapping.nextCheckAt !== undefined) pauses.push(pause(story));
    }
    expect(new Set(pauses)).toEqual(new Set([24]));
    expect(pauses).toHaveLength(13);
    expect(isFinal(story.mapping)).toBe(true);
    expect(checkedUntil(story.mapping)).toBe(failedAt + 14 * DAY_MIN * MINUTE_MS);
  });

  it('shows what was seen last', () => {
    const story = dnsFailed();
    story.see(6 * HOUR_MIN, (at) => dnsSeen(at, [server(lookup('nxdomain'))]));
    expect(story.mapping.dns.observation?.authoritative[0]?.a.outcome).toBe('nxdomain');
  });

  it('a late record is a success, from where all goes its usual way', () => {
    const story = dnsFailed();
    expect(story.see(6 * HOUR_MIN, dnsRight, noCertificate)).toEqual(['dns.published']);
    expect(story.events.at(-1)?.details).toMatchObject({ late: true });
    expect(story.mapping).toMatchObject({ stage: 'checking-ssl-cert', outcome: undefined });
    expect(pause(story)).toBeLessThan(1);
    story.see(5, dnsEverywhere, good);
    expect(story.see(1, dnsEverywhere, good)).toEqual(['dns.propagated', 'domain.done']);
  });

  it('a late certificate is a success', () => {
    const story = sslFailed();
    expect(story.see(6 * HOUR_MIN, dnsEverywhere, good)).toEqual(['ssl.issued', 'domain.done']);
    expect(story.events.at(-2)?.details).toMatchObject({ late: true });
    expect(story.mapping.stage).toBe('done');
  });

  it('says that DNS is right again where it had been before', () => {
    const story = new Story().added();
    story.see(0, dnsRight, noCertificate);
    story.see(5, dnsWrong);
    story.see(73 * HOUR_MIN, dnsWrong);
    expect(story.mapping.stage).toBe('failed');
    expect(story.see(6 * HOUR_MIN, dnsRight, noCertificate)).toContain('dns.restored');
    expect(story.mapping).toMatchObject({ stage: 'checking-ssl-cert', outcome: undefined });
  });

  it('a check that could see nothing changes nothing', () => {
    const story = sslFailed();
    expect(story.see(6 * HOUR_MIN, blindDns)).toEqual([]);
    expect(story.mapping.stage).toBe('ssl-failed');
    expect(pause(story)).toBe(24);
  });
});

describe('the host', () => {
  it('is distinguished when it has the alias already', () => {
    const story = new Story();
    expect(story.give({ type: 'alias.added', already: true })).toEqual(['alias.added']);
    expect(story.give({ type: 'alias.added', already: true })).toEqual([]);
  });

  it('stops at a refusal until a person tries again', () => {
    const story = new Story();
    expect(story.give({ type: 'alias.refused', code: 'refused', message: 'limit' })).toEqual([
      'alias.refused',
    ]);
    expect(story.mapping).toMatchObject({
      stage: 'adding',
      nextCheckAt: undefined,
      alias: { state: 'refused' },
    });
    story.give({ type: 'check.requested', by: 'UBOB' });
    expect(story.mapping).toMatchObject({ nextCheckAt: story.now, alias: { state: 'requested' } });
  });

  it('is tried again with growing pauses, and each kind of error is reported once in a row', () => {
    const story = new Story();
    const down = {
      type: 'alias.unreached',
      source: 'closte',
      code: 'unreachable',
      message: 'down',
      outcomeUnknown: false,
    } as const;
    const pauses: number[] = [];
    for (let attempt = 0; attempt < 4; attempt++) {
      expect(story.give(down)).toEqual(attempt === 0 ? ['error.logged'] : []);
      pauses.push((story.mapping.nextCheckAt ?? 0) - story.now);
    }
    expect(pauses).toEqual([5_000, 10_000, 20_000, 40_000]);
    expect(story.give({ ...down, code: 'timed-out', outcomeUnknown: true })).toEqual(['error.logged']);
    expect(story.mapping.alias.state).toBe('unknown');
    expect(story.give({ type: 'alias.added', already: false })).toEqual(['alias.added']);
    expect(story.mapping.alias).toEqual({ intent: 'add', state: 'accepted', since: START, attempts: 0 });
  });
});

describe('unmapping', () => {
  it('removes the alias and then rests for good', () => {
    const story = ready();
    expect(story.give({ type: 'unmap.requested', by: 'UBOB' })).toEqual(['unmap.requested']);
    expect(story.mapping).toMatchObject({ stage: 'removing', nextCheckAt: story.now });
    expect(story.give({ type: 'unmap.requested', by: 'UBOB' })).toEqual([]);
    expect(story.give({ type: 'alias.removed', already: false })).toEqual(['alias.removed']);
    expect(story.mapping).toMatchObject({ stage: 'removed', nextCheckAt: undefined });
    for (const type of ['check.requested', 'unmap.requested'] as const)
      expect(story.give({ type, by: 'U' })).toEqual([]);
  });

  it('goes back to where it was when the host refuses', () => {
    const story = ready();
    story.give({ type: 'unmap.requested', by: 'UBOB' });
    expect(story.give({ type: 'alias.remove_refused', code: 'refused', message: 'no' })).toEqual([
      'alias.remove_refused',
    ]);
    expect(story.mapping).toMatchObject({
      stage: 'done',
      alias: { state: 'accepted', error: { message: 'no' } },
    });
  });

  it('calls nobody for an alias that was refused', () => {
    const story = new Story();
    story.give({ type: 'alias.refused', code: 'refused', message: 'limit' });
    expect(story.give({ type: 'unmap.requested', by: 'UBOB' })).toEqual(['unmap.requested', 'alias.removed']);
    expect(story.mapping.stage).toBe('removed');
  });

  it('wins over an addition that was still on its way', () => {
    const story = new Story();
    story.give({ type: 'unmap.requested', by: 'UBOB' });
    expect(story.give({ type: 'alias.added', already: false })).toEqual(['alias.added']);
    expect(story.mapping).toMatchObject({ stage: 'removing', nextCheckAt: START });
  });
});

it('tells a logged error and leaves the rest alone', () => {
  const story = new Story().added();
  const before = withoutTimes(story.mapping);
  expect(story.give({ type: 'error.logged', source: 'closte', message: 'boom' })).toEqual(['error.logged']);
  expect(withoutTimes(story.mapping)).toEqual(before);
});

it.each(['unmap.declined', 'clock.ticked'] as const)('a final mapping waits for nobody after %s', (type) => {
  const story = new Story();
  const at = (now: number): Context => ({
    now,
    newId: () => `x${now}`,
    random: 0,
    policy: { ...policy, unmapApprovalMs: MINUTE_MS },
  });
  const refused = decide(story.mapping, { type: 'alias.refused', code: 'refused', message: 'no' }, at(START));
  const proposed = decide(refused.mapping, { type: 'unmap.requested', by: 'UBOB' }, at(START));
  expect(proposed.mapping.nextCheckAt).toBe(START + MINUTE_MS);
  const { mapping } = decide(proposed.mapping, { type, by: 'UALICE' }, at(START + MINUTE_MS));
  expect(mapping).toMatchObject({ approval: undefined, nextCheckAt: undefined });
});
