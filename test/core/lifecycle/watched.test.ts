import { describe, expect, it } from 'vitest';
import type { Certificate } from '../../../src/core/observation/observation.js';
import { alarmOf } from '../../../src/core/stage.js';
import {
  certificate,
  dnsSeen,
  edge,
  lookup,
  right,
  START,
  server,
  silent,
  sslSeen,
  wrong,
} from '../../support/observations.js';
import {
  dnsEverywhere,
  dnsWrong,
  good,
  MINUTE_MS,
  noCertificate,
  ready,
  Story,
} from '../../support/story.js';

const HOUR_MIN = 60;
const DAY_MS = 24 * 3_600_000;
const showing = (shown: Partial<Certificate>) => (at: number) =>
  sslSeen(at, edge('certificate', certificate(shown)));

describe('after Ready', () => {
  it('checks once an hour, and again soon when something seems odd', () => {
    const story = ready();
    expect((story.mapping.nextCheckAt ?? 0) - story.now).toBe(HOUR_MIN * MINUTE_MS);
    story.see(HOUR_MIN, dnsWrong);
    expect((story.mapping.nextCheckAt ?? 0) - story.now).toBe(5 * MINUTE_MS);
  });

  it('tells a drift when it was seen three times in a row, and the restoration after two', () => {
    const story = ready();
    expect(story.see(HOUR_MIN, dnsWrong)).toEqual([]);
    expect(story.see(5, dnsWrong)).toEqual([]);
    expect(story.mapping.dns.state).toBe('propagated');
    expect(story.see(5, dnsWrong)).toEqual(['dns.drifted']);
    expect(story.mapping).toMatchObject({ stage: 'done', dns: { state: 'wrong' } });
    expect(story.events.at(-1)?.details).toMatchObject({ found: 'values', values: 'A 192.0.2.1' });
    expect(story.see(5, dnsEverywhere, good)).toEqual([]);
    expect(story.see(5, dnsEverywhere, good)).toEqual(['dns.restored']);
    expect(story.mapping.dns.state).toBe('propagated');
  });

  it('tells nothing of flapping', () => {
    const story = ready();
    for (let probe = 0; probe < 20; probe++)
      expect(story.see(5, probe % 3 === 2 ? dnsEverywhere : dnsWrong, good)).toEqual([]);
    expect(story.mapping.dns.state).toBe('propagated');
  });

  it('leaves the resolver alone that rewrites answers, as before', () => {
    const story = new Story().added();
    const rewritten = (at: number) =>
      dnsSeen(at, [right()], [right('google'), right('quad9'), wrong('filter')]);
    for (let probe = 0; probe < 6; probe++) story.see(6, rewritten, good);
    expect(story.mapping).toMatchObject({ stage: 'done', dns: { state: 'propagated' } });
    expect((story.mapping.nextCheckAt ?? 0) - story.now).toBe(HOUR_MIN * MINUTE_MS);
  });

  it('takes one silent server for no drift, and silence of all for no check', () => {
    const story = ready();
    for (let probe = 0; probe < 5; probe++) {
      expect(story.see(5, (at) => dnsSeen(at, [right('a'), silent('b')]), good)).toEqual([]);
      expect(story.see(5, (at) => dnsSeen(at, [silent('a'), silent('b')]))).toEqual([]);
    }
    expect(story.mapping.dns.state).toBe('propagated');
  });

  it('tells at once what makes it so, when the alarm sounds', () => {
    const story = ready();
    const refusing = (at: number) =>
      dnsSeen(at, [
        server(lookup('refused'), lookup('refused'), 'a'),
        server(lookup('refused'), lookup('refused'), 'b'),
      ]);
    const reported = [story.see(HOUR_MIN, refusing), story.see(5, refusing), story.see(5, refusing)];
    expect(reported).toEqual([[], [], ['dns.stuck']]);
    expect(story.events.at(-1)?.details).toMatchObject({ finding: 'server-lame' });
  });

  it('sounds the alarm when no server tells anything, without calling it a change', () => {
    const story = ready();
    const failing = (at: number) => dnsSeen(at, [server(lookup('refused'), lookup('refused'))]);
    const reported = [HOUR_MIN, 5, 5, 5, 5].flatMap((minutes) => story.see(minutes, failing));
    expect(reported).toEqual(['dns.stuck']);
    expect(story.mapping.dns.state).toBe('wrong');
    expect(alarmOf(story.mapping)).toBe('dns');
    expect([5, 5].flatMap((minutes) => story.see(minutes, dnsEverywhere, good))).toEqual([
      'dns.cleared',
      'dns.restored',
    ]);
  });

  it('takes what a proxy serves for the target', () => {
    const story = ready();
    const front = { served: 'ours' as const, addresses: ['192.0.2.1'] };
    for (let probe = 0; probe < 5; probe++) story.see(5, (at) => ({ ...dnsWrong(at), front }), good);
    expect(story.mapping.dns.state).toBe('propagated');
  });

  it('is not undone by a check that somebody asks for', () => {
    const story = ready();
    expect(story.give({ type: 'check.requested', by: 'UBOB' })).toEqual(['check.requested']);
    expect(story.see(0, dnsEverywhere, good)).toEqual([]);
    expect(story.mapping.stage).toBe('done');
  });

  it('tells that the certificate is gone when it lasts, with the reason, and when it is back', () => {
    const story = ready();
    const reported = [5, 5, 5, 5, 5, 5].flatMap((minutes) =>
      story.see(minutes, dnsEverywhere, noCertificate),
    );
    expect(reported).toEqual(['ssl.stuck']);
    expect(story.events.at(-1)?.details).toMatchObject({ finding: 'name-unknown' });
    expect(story.mapping.ssl.state).toBe('absent');
    expect([5, 5].flatMap((minutes) => story.see(minutes, dnsEverywhere, good))).toEqual(['ssl.cleared']);
  });
});

describe('a certificate’s end', () => {
  const lifetimes: [string, number][] = [
    ['90 days', 90],
    ['45 days', 45],
    ['6 days and 16 hours', 160 / 24],
  ];
  it.each(lifetimes)('of %s is reported once for each threshold of its lifetime', (_, days) => {
    const story = ready();
    const validFrom = START - 60_000;
    const shown = { validFrom, validTo: validFrom + days * DAY_MS, fingerprint: 'AA:BB' };
    const at = (left: number) => {
      const minutes = (shown.validTo - days * DAY_MS * left - story.now) / MINUTE_MS;
      return story.see(minutes, dnsEverywhere, showing(shown));
    };
    expect([0.9, 0.34, 0.26].flatMap(at)).toEqual([]);
    expect(at(0.24)).toEqual(['ssl.expiring']);
    expect([0.2, 0.15, 0.11].flatMap(at)).toEqual([]);
    expect(at(0.09)).toEqual(['ssl.expiring']);
    expect(at(0.01)).toEqual([]);
    expect(at(-0.01)).toEqual(['ssl.expiring']);
    expect(story.events.at(-1)?.details).toMatchObject({ expired: true });
    expect(at(-0.02).filter((type) => type === 'ssl.expiring')).toEqual([]);
  });

  it('is followed by its renewal, reported once although edges change one after another', () => {
    const story = ready();
    const next = { fingerprint: 'CC:DD', validFrom: START + 60 * DAY_MS, validTo: START + 150 * DAY_MS };
    const both = (at: number) =>
      sslSeen(at, edge('certificate', certificate()), edge('certificate', certificate(next)));
    story.now = START + 61 * DAY_MS;
    expect(story.see(0, dnsEverywhere, both)).toEqual([]);
    expect(story.see(5, dnsEverywhere, showing(next))).toEqual(['ssl.renewed']);
    expect(story.see(5, dnsEverywhere, both)).toEqual([]);
    expect(story.see(5, dnsEverywhere, showing(next))).toEqual([]);
    expect(story.mapping.ssl.watched).toMatchObject({ fingerprint: 'CC:DD' });
  });
});
