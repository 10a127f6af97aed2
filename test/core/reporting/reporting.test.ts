import { describe, expect, it } from 'vitest';
import { type DomainEvent, type EventType, SYSTEM } from '../../../src/core/events/event.js';
import { isQuiet, type ThreadLevel } from '../../../src/core/reporting/quiet.js';
import { type ReportingRules, reportingOf, USUAL_RULES } from '../../../src/core/reporting/reporting.js';
import { dnsWrong, ready, Story } from '../../support/story.js';

const night: ReportingRules = {
  ...USUAL_RULES,
  quietHours: { days: 'every-day', from: '20:00', to: '08:00', timeZone: 'UTC' },
};
const LATE = Date.parse('2026-11-25T22:00:00Z');
const MORNING = Date.parse('2026-11-26T08:00:00Z');

const eventOf = (type: EventType, by = SYSTEM, details: object = {}): DomainEvent =>
  ({
    id: 'e',
    mapping: 'm',
    hostname: 'a.example',
    type,
    at: LATE,
    by,
    details,
    previous: '',
  }) as DomainEvent;

const waiting = new Story().added().mapping;
const down = () => {
  const story = ready();
  for (let check = 0; check < 4; check++) story.see(5, dnsWrong);
  return story.mapping;
};

describe('in quiet hours', () => {
  it.each([
    ['what mentions somebody waits', 'dns.failed', SYSTEM, waiting, night, MORNING],
    ['good news, too', 'domain.done', SYSTEM, waiting, night, MORNING],
    ['what mentions nobody doesn’t', 'dns.published', SYSTEM, waiting, night, undefined],
    ['what the card holds doesn’t', 'alias.added', SYSTEM, waiting, night, undefined],
    ['what somebody asked for doesn’t', 'unmap.proposed', 'UALICE', waiting, night, undefined],
    ['a site that is down is reported', 'dns.drifted', SYSTEM, down(), night, undefined],
    ['unless that waits, too', 'dns.drifted', SYSTEM, down(), { ...night, isUrgentReported: false }, MORNING],
    ['without quiet hours nothing waits', 'dns.failed', SYSTEM, waiting, USUAL_RULES, undefined],
  ] as const)('%s', (_, type, by, mapping, rules, until) => {
    expect(reportingOf(eventOf(type, by), mapping, rules, LATE).heldUntil).toBe(until);
  });
});

it.each<[EventType, object, readonly ThreadLevel[]]>([
  ['check.requested', {}, []],
  ['domain.requested', { primary: 'm2' }, []],
  ['domain.requested', {}, ['all', 'milestones']],
  ['alias.added', {}, ['all']],
  ['dns.propagated', {}, ['all']],
  ['note.changed', {}, ['all']],
  ['dns.published', {}, ['all', 'milestones']],
  ['domain.done', {}, ['all', 'milestones']],
  ['domain.done', { late: true }, ['all', 'milestones', 'problems']],
  ['dns.failed', {}, ['all', 'milestones', 'problems']],
  ['dns.drifted', {}, ['all', 'milestones', 'problems']],
  ['dns.restored', {}, ['all', 'milestones', 'problems']],
  ['ssl.renewed', {}, ['all']],
  ['ssl.renewed', { warned: true }, ['all', 'milestones', 'problems']],
  ['unmap.proposed', {}, ['all', 'milestones', 'problems']],
  ['error.logged', {}, ['all', 'milestones', 'problems']],
])('%s %j is reported at the levels %j', (type, details, levels) => {
  const all = ['all', 'milestones', 'problems'] as const;
  expect(all.filter((level) => !isQuiet(eventOf(type, SYSTEM, details), level))).toEqual(levels);
});
