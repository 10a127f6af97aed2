import fc from 'fast-check';
import { expect, it } from 'vitest';
import { findingsOf } from '../../../src/core/diagnosis/findings/findings.js';
import { judgeDns, judgeServer } from '../../../src/core/diagnosis/verdict.js';
import { decide } from '../../../src/core/lifecycle/decide.js';
import type { Context } from '../../../src/core/lifecycle/step.js';
import { attentionEndsAt } from '../../../src/core/reporting/reporting.js';
import {
  cardFingerprint,
  checkedUntil,
  domainRecordWork,
  isFailed,
  isFinal,
  stageOf,
} from '../../../src/core/stage.js';
import { blindDns, dnsSeen, POLICY, silent, TARGET, withoutTimes } from '../../support/observations.js';
import { anySteps, runStory } from '../../support/random-story.js';

const ONCE = ['dns.published', 'dns.propagated', 'ssl.issued', 'alias.added', 'alias.removed'];

it('tells no milestone twice, whatever the order', () => {
  fc.assert(
    fc.property(anySteps, (steps) => {
      const types = runStory(steps).flatMap(({ events }) => events.map(({ type }) => type));
      for (const type of ONCE)
        if (type !== 'alias.added')
          expect(types.filter((reported) => reported === type).length).toBeLessThan(2);
    }),
    { numRuns: 500 },
  );
});

it('never abandons what has failed: it is checked for days, and leaves that stage by a success or a person', () => {
  fc.assert(
    fc.property(anySteps, (steps) => {
      for (const { before, after, input, events, now } of runStory(steps)) {
        if (!isFailed(before)) continue;
        const until = checkedUntil(before) ?? 0;
        // An approval that has expired meanwhile is due at once.
        const isDue = after.approval !== undefined && after.approval.until <= now;
        if (input.type === 'observed' && isFailed(after) && !isDue && now < until - 48 * 3_600_000)
          expect(after.nextCheckAt).toBeGreaterThan(now);
        if (isFailed(after) || input.type !== 'observed') continue;
        const SUCCESSES = ['dns.published', 'dns.propagated', 'dns.restored', 'ssl.issued', 'domain.done'];
        expect(events.some(({ type }) => SUCCESSES.includes(type))).toBe(true);
      }
    }),
    { numRuns: 500 },
  );
});

it('says of a check what there is to find in the mapping after it', () => {
  fc.assert(
    fc.property(anySteps, (steps) => {
      for (const { after, input, findings, now } of runStory(steps)) {
        const context = { now, policy: POLICY };
        const found = input.type === 'observed' ? findingsOf(after, input.target, context) : [];
        expect(findings).toEqual(found.map(({ code }) => code));
      }
    }),
    { numRuns: 500 },
  );
});

it('is Ready only when every server that answered was right in the same check', () => {
  fc.assert(
    fc.property(anySteps, (steps) => {
      for (const { events, input } of runStory(steps)) {
        if (!events.some(({ type }) => type === 'domain.done') || input.type !== 'observed') continue;
        expect(judgeDns(input.dns, TARGET).verdict).not.toBe('wrong');
        expect(input.dns.authoritative.some((answer) => judgeServer(answer, TARGET, []) === 'right')).toBe(
          true,
        );
      }
    }),
    { numRuns: 500 },
  );
});

it('says that DNS has changed only from an answer that differs', () => {
  fc.assert(
    fc.property(anySteps, (steps) => {
      for (const { events, input } of runStory(steps)) {
        if (!events.some(({ type }) => type === 'dns.drifted') || input.type !== 'observed') continue;
        const verdicts = input.dns.authoritative.map((answer) => judgeServer(answer, TARGET, []));
        expect(verdicts).toContain('wrong');
      }
    }),
    { numRuns: 500 },
  );
});

it('is not moved by a check that could see nothing', () => {
  fc.assert(
    fc.property(anySteps, fc.boolean(), (steps, isSilent) => {
      const last = runStory(steps).at(-1);
      if (!last) return;
      const dns = isSilent ? dnsSeen(last.now, [silent('a'), silent('b')]) : blindDns(last.now);
      const context: Context = { now: last.now + 1e9, newId: () => 'e', random: 0, policy: POLICY };
      const { mapping, events } = decide(last.after, { type: 'observed', target: TARGET, dns }, context);
      const ended = ['domain.snooze_ended', 'finding.unmuted'];
      expect(events.filter(({ type }) => !ended.includes(type))).toEqual([]);
      const rested = { snooze: undefined, mutes: [] };
      expect(withoutTimes({ ...mapping, ...rested })).toEqual(withoutTimes({ ...last.after, ...rested }));
    }),
    { numRuns: 500 },
  );
});

it('keeps the stage and the revision true to what it knows', () => {
  fc.assert(
    fc.property(anySteps, (steps) => {
      for (const { before, after, events } of runStory(steps)) {
        expect(after.stage).toBe(stageOf(after));
        expect(after.revision > before.revision).toBe(
          events.length > 0 || cardFingerprint(after) !== cardFingerprint(before),
        );
      }
    }),
    { numRuns: 300 },
  );
});

it('always waits for either the clock or a person, and never has a negative duration', () => {
  fc.assert(
    fc.property(anySteps, (steps) => {
      for (const { after, events, now, before } of runStory(steps)) {
        expect(after.nextCheckAt === undefined).toBe(
          isFinal(after) &&
            !after.approval &&
            attentionEndsAt(after) === undefined &&
            domainRecordWork(after) === undefined,
        );
        if (after !== before && after.nextCheckAt !== undefined && after.nextCheckAt !== before.nextCheckAt)
          expect(after.nextCheckAt).toBeGreaterThanOrEqual(
            Math.min(
              now,
              after.approval?.until ?? now,
              after.siteLink?.notBefore ?? now,
              attentionEndsAt(after) ?? now,
            ),
          );
        for (const { details } of events)
          if ('afterMs' in details) expect(details['afterMs']).toBeGreaterThanOrEqual(0);
      }
    }),
    { numRuns: 500 },
  );
});

it('removes nothing that a second person had to approve and did not', () => {
  fc.assert(
    fc.property(anySteps, (steps) => {
      const always = steps.map((step) => ({ ...step, needsApproval: true }));
      let proposedBy: string | undefined;
      for (const { before, after, events } of runStory(always)) {
        for (const { type, by } of events) {
          if (type === 'unmap.proposed') proposedBy = by;
          if (['unmap.declined', 'unmap.withdrawn', 'unmap.expired'].includes(type)) proposedBy = undefined;
          if (type === 'unmap.approved') expect([undefined, by]).not.toContain(proposedBy);
        }
        const isTaken = before.alias.intent === 'add' && after.alias.intent === 'remove';
        // Who deletes the record in the network has decided there, and who approved the apex's end that of its www.
        const ends = ['unmap.approved', 'domain_record.vanished', 'unmap.followed'];
        expect(isTaken).toBe(events.some(({ type }) => ends.includes(type)));
        expect(events.map(({ type }) => type)).not.toContain('unmap.requested');
      }
    }),
    { numRuns: 500 },
  );
});
