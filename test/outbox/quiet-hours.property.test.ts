import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type DomainEvent, SYSTEM } from '../../src/core/events/event.js';
import { HOUR_MS, MINUTE_MS } from '../../src/core/instant.js';
import { isQuietAt } from '../../src/core/reporting/quiet-hours.js';
import {
  isAsked,
  type ReportingRules,
  reportingOf,
  USUAL_RULES,
} from '../../src/core/reporting/reporting.js';
import { nextItem } from '../../src/outbox/card-thread.js';
import { withPosted } from '../../src/store/delivered.js';
import type { StoredMapping } from '../../src/store/store.js';
import { newStoredMapping } from '../store/typical-mapping.js';

const rules: ReportingRules = {
  ...USUAL_RULES,
  quietHours: { days: 'every-day', from: '20:00', to: '08:00', timeZone: 'UTC' },
};
const START = Date.parse('2026-11-25T12:00:00Z');
const MENTIONING = ['domain.done', 'dns.failed', 'ssl.expiring'];

const happened = fc.record({
  afterMin: fc.integer({ min: 0, max: 48 * 60 }),
  type: fc.constantFrom('dns.published', 'domain.done', 'dns.failed', 'ssl.expiring', 'unmap.proposed'),
  member: fc.constantFrom('main', 'www'),
});

function stored(id: string, more: object): StoredMapping {
  const { mapping, ...record } = newStoredMapping(id, more);
  const card = { channel: 'C1', ts: '1.000001', shownRevision: mapping.revision, notBefore: 0 };
  return { ...record, mapping, version: 1, events: [], outbox: [], card };
}

it('nothing is lost or posted twice, each name keeps its order, and nobody is mentioned unasked', () => {
  fc.assert(
    fc.property(fc.array(happened, { maxLength: 14 }), (drafts) => {
      const all = drafts
        .toSorted((one, other) => one.afterMin - other.afterMin)
        .map(({ afterMin, type, member }, at) => {
          const by = type === 'unmap.proposed' ? 'UALICE' : SYSTEM;
          const facts = { id: `e${at}`, mapping: member, hostname: member, at: START + afterMin * MINUTE_MS };
          return { ...facts, type, by, details: {}, previous: '' } as DomainEvent;
        });
      let thread = {
        main: stored('main', { www: { id: 'www', hostname: 'www', revision: 0 } }),
        www: stored('www', { primary: 'main' }),
      };
      const reported: string[] = [];
      for (let now = START; now < START + 72 * HOUR_MS; now += 10 * MINUTE_MS) {
        for (const event of all.filter(({ at }) => at > now - 10 * MINUTE_MS && at <= now)) {
          const key = event.mapping === 'main' ? 'main' : 'www';
          const before = thread[key];
          const { heldUntil } = reportingOf(event, before.mapping, rules, now);
          const entry = { event: event.id, attempts: 0, notBefore: 0, ...(heldUntil ? { heldUntil } : {}) };
          const outbox = [...before.outbox, entry];
          thread = { ...thread, [key]: { ...before, events: [...before.events, event], outbox } };
        }
        for (;;) {
          const item = nextItem(thread, now);
          if (item?.kind !== 'reply') break;
          const { events } = item;
          const isForSomebody = events.some(({ type }) => MENTIONING.includes(type));
          if (isQuietAt(rules.quietHours, now) && isForSomebody)
            expect(thread.main.outbox.concat(thread.www.outbox).some(isAskedIn(all))).toBe(true);
          reported.push(...events.map(({ id }) => id));
          const ids = events.map(({ id }) => id);
          thread = { main: withPosted(thread.main, ids, '2'), www: withPosted(thread.www, ids, '2') };
        }
      }
      expect(reported.toSorted()).toEqual(all.map(({ id }) => id).toSorted());
      for (const member of ['main', 'www']) {
        const ids = all.filter(({ mapping }) => mapping === member).map(({ id }) => id);
        expect(reported.filter((id) => ids.includes(id))).toEqual(ids);
      }
    }),
    { numRuns: 200 },
  );
});

const isAskedIn =
  (all: readonly DomainEvent[]) =>
  ({ event }: StoredMapping['outbox'][number]): boolean =>
    all.some((each) => each.id === event && isAsked(each));
