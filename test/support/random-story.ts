import fc from 'fast-check';
import type { DomainEvent } from '../../src/core/events/event.js';
import { decide, type Input, type Request, request } from '../../src/core/lifecycle/decide.js';
import type { Policy } from '../../src/core/lifecycle/policy.js';
import type { Context } from '../../src/core/lifecycle/step.js';
import type { Mapping } from '../../src/core/mapping.js';
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
  wrong,
} from './observations.js';

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
  { type: 'alias.added', already: false },
  { type: 'alias.lost' },
  { type: 'alias.refused', ...words },
  { type: 'alias.removed', already: true },
  { type: 'alias.remove_refused', ...words },
  { type: 'alias.unreached', source: 'closte', code: 'unreachable', message: 'down', outcomeUnknown: false },
  { type: 'alias.unreached', source: 'closte', code: 'timed-out', message: 'slow', outcomeUnknown: true },
);
const fromPerson: fc.Arbitrary<Input> = fc.constantFrom<Input>(
  { type: 'check.requested', by: 'UBOB' },
  { type: 'unmap.requested', by: 'UBOB' },
  { type: 'unmap.requested', by: 'UALICE' },
  { type: 'unmap.approved', by: 'UBOB' },
  { type: 'unmap.declined', by: 'UBOB' },
  { type: 'unmap.withdrawn', by: 'UALICE' },
  { type: 'card.moved', by: 'UBOB', to: 'C02GENERAL' },
  { type: 'card.moved', by: 'UBOB', to: 'C01DOMAINS' },
  { type: 'access.denied', by: 'UMALLORY', permission: 'unmap' },
  { type: 'domain.assigned', by: 'UBOB', to: 'UCAROL' },
  { type: 'domain.assigned', by: 'UBOB', to: undefined },
  { type: 'domain.snoozed', by: 'UBOB', until: undefined },
  { type: 'snooze.ended', by: 'UBOB' },
  { type: 'finding.acknowledged', by: 'UBOB', finding: 'a-wrong' },
  { type: 'finding.unacknowledged', by: 'UBOB', finding: 'a-wrong' },
  { type: 'finding.muted', by: 'UBOB', finding: 'a-wrong', reason: 'moves soon', until: START + 86_400_000 },
  { type: 'domain.snoozed', by: 'UBOB', until: START + 86_400_000 },
  { type: 'mutes.ended', by: 'UBOB' },
  { type: 'domain.followed', by: 'UBOB', isOn: true },
  { type: 'domain.followed', by: 'UBOB', isOn: false },
  { type: 'note.changed', by: 'UBOB', note: 'ask the owner' },
  { type: 'note.changed', by: 'UBOB', note: '' },
  { type: 'customer_message.sent', by: 'UBOB', topic: 'to-do', asked: 'a1', remindMs: 86_400_000 },
  { type: 'customer_message.sent', by: 'UBOB', topic: 'works', asked: '', remindMs: undefined },
  { type: 'customer_message.compared', asked: 'a1' },
  { type: 'customer_message.compared', asked: 'b2' },
  { type: 'customer_message.compared', asked: undefined },
  { type: 'domain_connect.returned', outcome: 'approved', dnsProvider: 'IONOS', code: '' },
  { type: 'domain_connect.returned', outcome: 'failed', dnsProvider: 'IONOS', code: 'server_error' },
);
const fromNetwork: fc.Arbitrary<Input> = fc.constantFrom<Input>(
  { type: 'domain_record.requested', siteId: 12, by: 'UBOB' },
  { type: 'domain_record.created', domainRecordId: 101, already: false },
  { type: 'domain_record.removed', already: false },
  { type: 'domain_record.refused', ...words },
  { type: 'domain_record.unreached', code: 'unreachable', message: 'down' },
  { type: 'domain_record.found', siteId: 12, domainRecordId: 101 },
  { type: 'domain_record.vanished', domainRecordId: 101 },
  { type: 'domain_record.renamed', to: 'other.example.com' },
  { type: 'unmap.followed', by: 'UBOB' },
  { type: 'www.changed', id: 'w', hostname: 'www.example.com', revision: 3 },
  { type: 'card.joined', primary: 'p', primaryHostname: 'example.com' },
  { type: 'www.dropped' },
);
const fromClock = fc.constant<Input>({ type: 'clock.ticked' });
const step = (input: fc.Arbitrary<Input>) =>
  fc.record({
    input,
    // Minutes mostly, days at times, and clocks that are set back.
    passedMs: fc.oneof(
      fc.integer({ min: 0, max: 600_000 }),
      fc.integer({ min: -3_600_000, max: 100 * 3_600_000 }),
    ),
    random: fc.double({ min: 0, max: 0.999, noNaN: true }),
    /** The bot may be configured otherwise from one start to the next. */
    needsApproval: fc.boolean(),
  });
export type AnyStep = ReturnType<typeof step> extends fc.Arbitrary<infer Each> ? Each : never;
const WITH_APPROVAL = { ...POLICY, unmapApprovalMs: 3_600_000 };

/** One input and what came of it. */
export interface AppliedStep {
  readonly before: Mapping;
  readonly after: Mapping;
  readonly input: Input;
  readonly events: readonly DomainEvent[];
  readonly findings: readonly string[];
  readonly now: number;
}

const ASKED = { id: 'm', app: 'a', hostname: HOSTNAME, channel: 'C', by: 'U' };

/** The events with which every story begins. */
export const requestedFirst = (asked: Request = ASKED): readonly DomainEvent[] =>
  request(asked, { now: START, newId: () => `${asked.id}-e1`, random: 0, policy: POLICY }).events;

/** Gives a mapping one input after another; checks are dated as they are given. */
export function runStory(steps: readonly AnyStep[], asked: Request = ASKED): AppliedStep[] {
  let ids = 0;
  let now = START;
  const context = (random: number, policy: Policy): Context => ({
    now,
    newId: () => `${asked.id}-e${++ids}`,
    random,
    policy,
  });
  let { mapping } = request(asked, context(0, POLICY));
  return steps.map(({ input: raw, passedMs, random, needsApproval }) => {
    now += passedMs;
    const input: Input =
      raw.type === 'observed'
        ? { ...raw, dns: { ...raw.dns, at: now }, ssl: raw.ssl && { ...raw.ssl, at: now } }
        : raw;
    const before = mapping;
    const decision = decide(before, input, context(random, needsApproval ? WITH_APPROVAL : POLICY));
    mapping = decision.mapping;
    const { events, findings = [] } = decision;
    return { before, after: mapping, input, events, findings: findings.map(({ code }) => code), now };
  });
}

/** Inputs in any order, minutes or days apart, clocks set back at times. */
export const anySteps = fc.array(
  step(fc.oneof({ weight: 4, arbitrary: observed }, fromHost, fromPerson, fromNetwork, fromClock)),
  {
    maxLength: 40,
  },
);
