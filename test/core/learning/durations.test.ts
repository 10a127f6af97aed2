import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DomainEvent } from '../../../src/core/events/event.js';
import {
  dnsKey,
  type Learned,
  learnFrom,
  MAX_DURATIONS,
  MAX_LEARNED_KEYS,
  NOTHING_LEARNED,
  sslKey,
} from '../../../src/core/learning/durations.js';
import { START } from '../../support/observations.js';
import { anySteps, runStory } from '../../support/random-story.js';
import { dnsRight, dnsWrong, good, noCertificate, Story } from '../../support/story.js';

const lesson = (type: 'dns.published' | 'ssl.issued', at: number, afterMs: number, dnsProvider?: string) =>
  ({
    id: `${type} ${at}`,
    mapping: 'm1',
    hostname: 'shop.example.com',
    type,
    at,
    by: 'system',
    previous: '',
    details: { afterMs, ...(dnsProvider === undefined ? {} : { dnsProvider }) },
  }) as DomainEvent;

const anyLesson = (providers: number) =>
  fc.record({
    app: fc.constantFrom('default', 'other'),
    event: fc.oneof(
      fc
        .tuple(fc.nat(1_000), fc.nat(1_000_000), fc.nat(providers - 1))
        .map(([at, ms, name]) => lesson('dns.published', at, ms, `Provider ${name}`)),
      fc.tuple(fc.nat(1_000), fc.nat(1_000_000)).map(([at, ms]) => lesson('ssl.issued', at, ms)),
    ),
  });
type Lesson = { readonly app: string; readonly event: DomainEvent };
const learnAll = (lessons: readonly Lesson[], from: Learned = NOTHING_LEARNED): Learned =>
  lessons.reduce((learned, { app, event }) => learnFrom(learned, app, [event]), from);

describe('of an event is learned', () => {
  it.each<[string, DomainEvent, Learned]>([
    [
      'how long a change at a DNS provider took',
      lesson('dns.published', 7, 60_000, 'GoDaddy'),
      { [dnsKey('GoDaddy')]: [{ at: 7, ms: 60_000 }] },
    ],
    [
      'how long a certificate took, by app',
      lesson('ssl.issued', 8, 90_000),
      { [sslKey('default')]: [{ at: 8, ms: 90_000 }] },
    ],
    ['nothing where no change was seen', lesson('dns.published', 7, 60_000), {}],
    [
      'nothing from an event without its duration',
      { ...lesson('ssl.issued', 8, 1), details: {} } as never,
      {},
    ],
    ['nothing from a clock that went back', lesson('ssl.issued', 8, -5), {}],
    ['nothing from other events', { ...lesson('ssl.issued', 8, 1), type: 'domain.done' } as never, {}],
  ])('%s', (_, event, learned) => {
    expect(learnFrom(NOTHING_LEARNED, 'default', [event])).toEqual(learned);
  });

  it('a change that was watched, from wrong to right, names the provider; one that was right at first does not', () => {
    const at = (name: string) => (seen: typeof dnsWrong) => (time: number) => ({
      ...seen(time),
      dnsProvider: { name, source: 'name-servers' as const },
    });
    const watched = new Story().added();
    watched.see(1, at('GoDaddy')(dnsWrong));
    watched.see(11, at('GoDaddy')(dnsRight), noCertificate);
    watched.see(5, at('GoDaddy')(dnsRight), good);
    expect(learnFrom(NOTHING_LEARNED, 'default', watched.all)).toEqual({
      [dnsKey('GoDaddy')]: [{ at: START + 12 * 60_000, ms: 12 * 60_000 }],
      [sslKey('default')]: [{ at: START + 17 * 60_000, ms: 5 * 60_000 }],
    });
    const alreadyRight = new Story().added();
    alreadyRight.see(1, at('GoDaddy')(dnsRight), noCertificate);
    expect(learnFrom(NOTHING_LEARNED, 'default', alreadyRight.all)).toEqual({});
  });
});

it('never keeps more than its limits, whatever comes', () => {
  fc.assert(
    fc.property(fc.array(anyLesson(300), { maxLength: 1_000 }), (lessons) => {
      const learned = learnAll(lessons);
      expect(Object.keys(learned).length).toBeLessThanOrEqual(MAX_LEARNED_KEYS);
      for (const durations of Object.values(learned))
        expect(durations.length).toBeLessThanOrEqual(MAX_DURATIONS);
    }),
    { numRuns: 30 },
  );
  const name = 'x'.repeat(10_000);
  const [key = ''] = Object.keys(learnAll([{ app: 'a', event: lesson('dns.published', 1, 1, name) }]));
  expect(key.length).toBeLessThan(110);
});

it('learns the same in any order and from repeated events, within the limit of keys', () => {
  fc.assert(
    fc.property(
      fc
        .array(anyLesson(5), { maxLength: 300 })
        .chain((lessons) =>
          fc.tuple(
            fc.constant(lessons),
            fc.shuffledSubarray(lessons, { minLength: lessons.length }),
            fc.subarray(lessons),
          ),
        ),
      ([lessons, shuffled, repeated]) => {
        const learned = learnAll(lessons);
        expect(learnAll(shuffled)).toEqual(learned);
        // The exception is one that fell out of the latest: it stays out.
        expect(learnAll(repeated, learned)).toBe(learned);
      },
    ),
    { numRuns: 50 },
  );
});

it('forgets what nothing was learned of for the longest time', () => {
  const lessons = Array.from({ length: MAX_LEARNED_KEYS + 5 }, (_, at) => ({
    app: 'default',
    event: lesson('dns.published', at, 1, `Provider ${at}`),
  }));
  const learned = learnAll(lessons);
  expect(learned[dnsKey('Provider 4')]).toBeUndefined();
  expect(learned[dnsKey('Provider 5')]).toBeDefined();
});

it('a whole life teaches the same event by event, all at once, and backwards', () => {
  fc.assert(
    fc.property(anySteps, (steps) => {
      const events = runStory(steps).flatMap((taken) => taken.events);
      const live = events.reduce((learned, event) => learnFrom(learned, 'default', [event]), NOTHING_LEARNED);
      expect(learnFrom(NOTHING_LEARNED, 'default', events)).toEqual(live);
      expect(learnFrom(NOTHING_LEARNED, 'default', events.toReversed())).toEqual(live);
    }),
  );
});
