import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { conditionOf } from '../../src/core/condition.js';
import { DAY_MS } from '../../src/core/instant.js';
import { basisOf, holdsAt, judgementOf } from '../../src/core/judgement.js';
import { sslLateMs } from '../../src/core/learning/durations.js';
import type { Mapping } from '../../src/core/mapping.js';
import { POLICY, START, TARGET } from '../support/observations.js';
import { anySteps, runStory } from '../support/random-story.js';
import { dnsEverywhere, dnsWrong, noCertificate, ready, Story } from '../support/story.js';

const contextAt = (now: number) => ({ now, target: TARGET, policy: POLICY });
const judged = (mapping: Mapping, now: number) =>
  judgementOf(mapping, contextAt(now), basisOf(TARGET, POLICY));

/** What the condition says at a moment, which a judgement must not contradict. */
function urgencyAt(mapping: Mapping, now: number) {
  const { health, whoActs, since } = conditionOf(mapping, contextAt(now));
  return { health, whoActs, since };
}

describe('a judgement', () => {
  const anyGap = fc.oneof(
    fc.integer({ min: -2, max: 2 }),
    fc.integer({ min: -100 * DAY_MS, max: 100 * DAY_MS }),
  );

  it('agrees with the condition for as long as it holds, in every life', () => {
    fc.assert(
      fc.property(anySteps, anyGap, fc.array(anyGap, { maxLength: 6 }), (steps, first, gaps) => {
        const last = runStory(steps).at(-1);
        if (!last) return;
        const now = last.now + first;
        const judgement = judged(last.after, now);
        expect(holdsAt(judgement, now)).toBe(true);
        const moments = [judgement.from, judgement.until - 1, ...gaps.map((gap) => now + gap)];
        for (const moment of moments.filter((each) => holdsAt(judgement, each)))
          expect(judgement).toMatchObject(urgencyAt(last.after, moment));
      }),
      { numRuns: 500 },
    );
  });

  const waiting = () => {
    const story = new Story().added();
    for (let check = 0; check < 2; check++) story.see(5, dnsEverywhere, noCertificate);
    return story;
  };
  const stuck = () => {
    const story = new Story().added();
    story.see(0, dnsWrong);
    return story;
  };

  it.each([
    ['a wrong record', stuck, 'waiting', 'blocked'],
    ['a missing certificate', waiting, 'waiting', 'blocked'],
  ] as const)('ends when time alone changes it: %s', (_, live, before, after) => {
    const { mapping, now } = live();
    let judgement = judged(mapping, now);
    for (let change = 0; change < 5 && judgement.health === before; change++)
      judgement = judged(mapping, judgement.until);
    expect(judged(mapping, judgement.from - 1).health).toBe(before);
    expect(judgement.health).toBe(after);
  });

  it('does not end when a certificate would be late that was issued long ago', () => {
    const { mapping } = ready();
    const lateAt = (mapping.ssl.startedAt ?? Number.NaN) + sslLateMs(POLICY);
    expect(mapping.ssl.issuedAt).toBeDefined();
    expect(judged(mapping, lateAt - 1).until).toBeGreaterThan(lateAt);
    expect(judged(mapping, lateAt + 1).from).toBeLessThan(lateAt);
  });

  it('is by a target and a policy', () => {
    const other = basisOf(TARGET, { ...POLICY, intervalMs: POLICY.intervalMs + 1 });
    expect(judged(ready().mapping, START).basis).toBe(basisOf({ ...TARGET }, { ...POLICY }));
    expect(judged(ready().mapping, START).basis).not.toBe(other);
  });
});
