import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { DomainEvent } from '../../src/mapping/event.js';
import { decide, type Input, request } from '../../src/mapping/lifecycle.js';
import type { Mapping } from '../../src/mapping/mapping.js';
import { face, isFinal, stageOf } from '../../src/mapping/stage.js';
import type { Context } from '../../src/mapping/step.js';
import {
  blindDns,
  certificate,
  dnsSeen,
  edge,
  HOSTNAME,
  lookup,
  POLICY,
  right,
  START,
  server,
  silent,
  sslSeen,
  TARGET,
  withoutTimes,
  wrong,
} from '../support/observations.js';

const policy = POLICY;

const answer = fc.constantFrom(
  right('a'),
  wrong('b'),
  silent('c'),
  server(lookup('nxdomain')),
  server(lookup('lame')),
);
const edgeAnswer = fc.constantFrom(
  edge('certificate', certificate()),
  edge('certificate', certificate({ nameMatches: false })),
  edge('certificate', certificate({ chainError: 'CERT_HAS_EXPIRED' })),
  edge('unknown-name'),
  edge('timeout'),
  edge('reset'),
);
const observed: fc.Arbitrary<Input> = fc
  .record({
    blind: fc.boolean(),
    authoritative: fc.array(answer, { maxLength: 3 }),
    resolvers: fc.array(answer, { maxLength: 3 }),
    edges: fc.option(fc.array(edgeAnswer, { maxLength: 2 }), { nil: undefined }),
  })
  .map(({ blind, authoritative, resolvers, edges }) => ({
    type: 'observed',
    target: TARGET,
    dns: blind ? blindDns(0) : dnsSeen(0, authoritative, resolvers),
    ssl: edges && sslSeen(0, ...edges),
  }));
const words = { code: 'refused', message: 'no' };
const fromHost: fc.Arbitrary<Input> = fc.constantFrom<Input>(
  { type: 'host.added', already: false },
  { type: 'host.refused', ...words },
  { type: 'host.removed', already: true },
  { type: 'host.remove_refused', ...words },
  { type: 'host.unreached', code: 'unreachable', message: 'down', outcomeUnknown: false },
  { type: 'host.unreached', code: 'timed-out', message: 'slow', outcomeUnknown: true },
);
const fromPerson: fc.Arbitrary<Input> = fc.constantFrom<Input>(
  { type: 'check.requested', by: 'UBOB' },
  { type: 'unmap.requested', by: 'UBOB' },
);
const step = (input: fc.Arbitrary<Input>) =>
  fc.record({
    input,
    // Minutes mostly, days at times, and clocks that are set back.
    passedMs: fc.oneof(
      fc.integer({ min: 0, max: 600_000 }),
      fc.integer({ min: -3_600_000, max: 100 * 3_600_000 }),
    ),
    random: fc.double({ min: 0, max: 0.999, noNaN: true }),
  });

interface Taken {
  readonly before: Mapping;
  readonly after: Mapping;
  readonly input: Input;
  readonly events: readonly DomainEvent[];
  readonly now: number;
}

function follow(steps: readonly { input: Input; passedMs: number; random: number }[]): Taken[] {
  let ids = 0;
  let now = START;
  const context = (random: number): Context => ({ now, newId: () => `e${++ids}`, random, policy });
  let { mapping } = request({ id: 'm', app: 'a', hostname: HOSTNAME, channel: 'C', by: 'U' }, context(0));
  return steps.map(({ input: raw, passedMs, random }) => {
    now += passedMs;
    const input: Input =
      raw.type === 'observed'
        ? { ...raw, dns: { ...raw.dns, at: now }, ssl: raw.ssl && { ...raw.ssl, at: now } }
        : raw;
    const before = mapping;
    const decision = decide(before, input, context(random));
    mapping = decision.mapping;
    return { before, after: mapping, input, events: decision.events, now };
  });
}

const all = fc.array(step(fc.oneof({ weight: 4, arbitrary: observed }, fromHost, fromPerson)), {
  maxLength: 40,
});
const ONCE = ['dns.published', 'dns.propagated', 'ssl.issued', 'closte.added', 'closte.removed'];

it('tells no milestone twice, whatever the order', () => {
  fc.assert(
    fc.property(all, (steps) => {
      const types = follow(steps).flatMap(({ events }) => events.map(({ type }) => type));
      for (const type of ONCE)
        if (type !== 'closte.added') expect(types.filter((told) => told === type).length).toBeLessThan(2);
    }),
    { numRuns: 500 },
  );
});

it('has no way out of a final stage but by a person', () => {
  fc.assert(
    fc.property(all, (steps) => {
      for (const { before, after, input } of follow(steps))
        if (isFinal(before) && input.type === 'observed') expect(after).toBe(before);
    }),
    { numRuns: 500 },
  );
});

it('is not moved by a check that could see nothing', () => {
  fc.assert(
    fc.property(all, fc.boolean(), (steps, isSilent) => {
      const last = follow(steps).at(-1);
      if (!last) return;
      const dns = isSilent ? dnsSeen(last.now, [silent('a'), silent('b')]) : blindDns(last.now);
      const context: Context = { now: last.now + 1e9, newId: () => 'e', random: 0, policy };
      const { mapping, events } = decide(last.after, { type: 'observed', target: TARGET, dns }, context);
      expect(events).toEqual([]);
      expect(withoutTimes(mapping)).toEqual(withoutTimes(last.after));
    }),
    { numRuns: 500 },
  );
});

it('keeps the stage and the revision true to what it knows', () => {
  fc.assert(
    fc.property(all, (steps) => {
      for (const { before, after, events } of follow(steps)) {
        expect(after.stage).toBe(stageOf(after));
        expect(after.revision > before.revision).toBe(events.length > 0 || face(after) !== face(before));
      }
    }),
    { numRuns: 300 },
  );
});

it('always waits for either the clock or a person, and never has a negative duration', () => {
  fc.assert(
    fc.property(all, (steps) => {
      for (const { after, events, now, before } of follow(steps)) {
        expect(after.nextCheckAt === undefined).toBe(isFinal(after));
        if (after !== before && after.nextCheckAt !== undefined && after.nextCheckAt !== before.nextCheckAt)
          expect(after.nextCheckAt).toBeGreaterThanOrEqual(now);
        for (const { details } of events)
          if ('afterMs' in details) expect(details['afterMs']).toBeGreaterThanOrEqual(0);
      }
    }),
    { numRuns: 500 },
  );
});
