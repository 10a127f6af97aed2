import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { matchingCodes } from '../../../src/core/diagnosis/findings/findings.js';
import { anyDetails } from '../../../src/core/events/event.js';
import type { HttpObservation } from '../../../src/core/observation/http.js';
import type { DnsObservation, Lookup } from '../../../src/core/observation/observation.js';
import {
  blindDns,
  certificate,
  dnsSeen,
  edge,
  HOSTNAME,
  lookup,
  POLICY,
  right,
  server,
  silent,
  sslSeen,
  TARGET,
} from '../../support/observations.js';
import { anySteps, runStory } from '../../support/random-story.js';
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

const DAY_MIN = 24 * 60;
const missing = (at: number) => dnsSeen(at, [server(lookup('nxdomain'))]);
const six = (a: Lookup) => (at: number) => dnsSeen(at, [server(a, lookup('answer', '2001:db8::bad'))]);
const hostsOwn = (at: number) =>
  sslSeen(at, edge('certificate', certificate({ nameMatches: false, names: ['*.closte.com'] })));
const findingOf = (story: Story) => anyDetails(story.events.at(-1) ?? { details: {} })['finding'];
const portClosed = (at: number): HttpObservation => ({
  at,
  queried: HOSTNAME,
  challenge: [{ address: '203.0.113.10', outcome: 'refused', redirects: 0, rttMs: 1 }],
  site: [],
});

describe('the usual wait', () => {
  it('for a record is no finding: after a day there is a reminder', () => {
    const story = new Story().added();
    expect([0, 5, 5, 60, 600, 769].flatMap((minutes) => story.see(minutes, missing))).toEqual([]);
    expect(story.see(1, missing)).toEqual(['dns.stuck']);
    expect(story.events.at(-1)?.details).toEqual({
      finding: 'record-missing',
      observed: '',
      expected: 'app-0123456789abcdef01234567.closte.com',
      servers: 'ns1.example.net',
      dnsRecords: 'create shop.example.com. 300 IN CNAME app-0123456789abcdef01234567.closte.com.',
    });
  });

  it('for the certificate is no finding for 15 minutes, and slow after 30', () => {
    const story = new Story().added();
    story.see(0, dnsEverywhere, noCertificate);
    story.see(1, dnsEverywhere, noCertificate);
    expect(story.see(13, dnsEverywhere, noCertificate)).toEqual([]);
    expect(story.see(1, dnsEverywhere, noCertificate)).toEqual(['ssl.stuck']);
    expect(findingOf(story)).toBe('name-unknown');
    expect(story.see(14, dnsEverywhere, noCertificate)).toEqual([]);
    expect(story.see(1, dnsEverywhere, noCertificate)).toEqual(['ssl.stuck']);
    expect(findingOf(story)).toBe('certificate-slow');
  });

  it('is not what keeps a certificate from ever coming: that is reported at once', () => {
    const closed = new Story().added();
    const types = closed.give({
      type: 'observed',
      target: TARGET,
      dns: dnsRight(closed.now),
      ssl: noCertificate(closed.now),
      http: portClosed(closed.now),
    });
    expect(types).toEqual(['dns.published', 'ssl.stuck']);
    expect(findingOf(closed)).toBe('http-unreachable');

    const forbidden = new Story().added();
    const records = [{ critical: false, tag: 'issue', value: 'pki.goog' }];
    const caa: DnsObservation['caa'] = { outcome: 'found', name: 'example.com', records };
    expect(forbidden.see(0, (at) => ({ ...dnsRight(at), caa }), noCertificate)).toEqual([
      'dns.published',
      'ssl.stuck',
    ]);
    expect(findingOf(forbidden)).toBe('caa-forbids');

    const leftOver = new Story().added();
    expect(leftOver.see(0, six(lookup('answer', '203.0.113.10')))).toEqual(['dns.stuck']);
    expect(findingOf(leftOver)).toBe('aaaa-left-over');
  });
});

describe('a finding of DNS', () => {
  it('a finding of DNS that a drift has reported is reported again a day and then a week later', () => {
    const story = ready();
    const reported = [60, 5, 5, 5, 5].flatMap((minutes) => story.see(minutes, dnsWrong));
    expect(reported).toEqual(['dns.drifted']);
    expect(story.see(DAY_MIN - 21, dnsWrong)).toEqual([]);
    expect(story.see(21, dnsWrong)).toEqual(['dns.stuck']);
    expect(story.events.at(-1)?.details).toMatchObject({ finding: 'a-wrong', again: 1 });
    expect(story.see(7 * DAY_MIN - 1, dnsWrong)).toEqual([]);
    expect(story.see(1, dnsWrong)).toEqual(['dns.stuck']);
    expect([1, 7, 30].flatMap((days) => story.see(days * DAY_MIN, dnsWrong))).toEqual([]);
  });

  it('says when it is over, and what is true now', () => {
    const story = new Story().added();
    story.see(0, dnsWrong);
    story.see(10, dnsWrong);
    expect(story.see(5, dnsRight, noCertificate)).toEqual(['dns.cleared', 'dns.published']);
    expect(story.events.at(-2)?.details).toMatchObject({
      finding: 'a-wrong',
      nowState: 'published',
      nowSeen: 'target',
    });
  });

  it('names what has taken its place', () => {
    const story = new Story().added();
    story.see(0, dnsWrong);
    expect(story.see(10, dnsWrong)).toEqual(['dns.stuck']);
    story.see(5, missing);
    expect(story.see(5, missing)).toEqual(['dns.cleared']);
    expect(story.events.at(-1)?.details).toMatchObject({
      finding: 'a-wrong',
      nowState: 'wrong',
      nowSeen: 'nxdomain',
      nowFinding: 'record-missing',
    });
  });

  it('says nothing when it passes before it is worth telling', () => {
    const story = new Story().added();
    story.see(0, dnsWrong);
    story.see(5, dnsWrong);
    expect(story.see(5, dnsRight, noCertificate)).toEqual(['dns.published']);
    expect(story.mapping.openFindings.filter(({ axis }) => axis === 'dns')).toEqual([]);
  });
});

describe('a reported finding', () => {
  it('is not over only because another one explains it', () => {
    const story = new Story().added();
    story.see(0, dnsEverywhere, hostsOwn);
    story.see(1, dnsEverywhere, hostsOwn);
    expect(story.see(15, dnsEverywhere, hostsOwn)).toEqual(['ssl.stuck']);
    expect(findingOf(story)).toBe('certificate-other-name');
    const reported = [5, 5, 5, 5].flatMap((minutes) => story.see(minutes, dnsEverywhere, hostsOwn));
    expect(reported).toEqual(['ssl.stuck']);
    expect(findingOf(story)).toBe('certificate-slow');
  });

  it('is cleared only when its own rule no longer matches, whatever happens', () => {
    fc.assert(
      fc.property(anySteps, (steps) => {
        for (const { after, events, now } of runStory(steps)) {
          const cleared = events.filter(({ type }) => type === 'dns.cleared' || type === 'ssl.cleared');
          if (cleared.length === 0) continue;
          const matching: ReadonlySet<string> = matchingCodes(after, TARGET, { now, policy: POLICY });
          for (const { details } of cleared)
            expect(matching.has(String(anyDetails({ details })['finding']))).toBe(false);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('is not over only because DNS went wrong and nobody checked the certificate', () => {
    const story = new Story().added();
    story.see(0, dnsEverywhere, noCertificate);
    story.see(1, dnsEverywhere, noCertificate);
    story.see(15, dnsEverywhere, noCertificate);
    const reported = [5, 5, 5].flatMap((minutes) => story.see(minutes, missing));
    expect(reported.filter((type) => type.startsWith('ssl.'))).toEqual([]);
  });

  it('holds its dates as numbers, as far as events go', () => {
    const story = ready();
    const expired = (at: number) =>
      sslSeen(at, edge('certificate', certificate({ validTo: at - MINUTE_MS })));
    const reported = [5, 5, 5, 5, 5, 5].flatMap((minutes) => story.see(minutes, dnsEverywhere, expired));
    expect(reported).toContain('ssl.stuck');
    const stuck = story.events.findLast(({ type }) => type === 'ssl.stuck');
    expect(stuck?.details).toMatchObject({ finding: 'certificate-expired', validTo: expect.any(Number) });
    const back = [5, 5].flatMap((minutes) => story.see(minutes, dnsEverywhere, good));
    expect(back).toContain('ssl.cleared');
    const cleared = story.events.findLast(({ type }) => type === 'ssl.cleared');
    expect(cleared?.details).toMatchObject({ validTo: expect.any(Number) });
  });
});

it('counts no check that could see nothing', () => {
  const story = new Story().added();
  story.see(0, missing);
  expect(story.see(60, blindDns)).toEqual([]);
  expect(story.see(60, (at) => dnsSeen(at, [silent('a')]))).toEqual([]);
  expect(story.mapping.openFindings).toMatchObject([
    { code: 'record-missing', absentChecks: 0, reported: false },
  ]);
});

it('does not take a server that fails beside a right one for a change', () => {
  const story = ready();
  const refusing = (at: number) =>
    dnsSeen(at, [right('a'), server(lookup('refused'), lookup('refused'), 'b')]);
  const reported = [60, 5, 5, 5, 5].flatMap((minutes) => story.see(minutes, refusing, good));
  expect(reported).toEqual([]);
  expect(story.mapping.dns.state).toBe('propagated');
});
