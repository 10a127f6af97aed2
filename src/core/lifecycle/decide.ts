import type { Finding } from '../diagnosis/findings/finding.js';
import { type DetailsOf, type DomainEvent, SYSTEM } from '../events/event.js';
import { chained } from '../events/event-chain.js';
import type { Mapping, MessageLink, SiteLink } from '../mapping.js';
import { cardFingerprint, isFinal, stageOf } from '../stage.js';
import { type AliasInput, decideAlias } from './inputs/alias.js';
import { type AttentionInput, decideAttention, stepAttention } from './inputs/attention.js';
import { type CustomerInput, decideCustomer } from './inputs/customer.js';
import { decideObserved, type ObservedInput } from './inputs/observed.js';
import { decidePerson, type PersonInput } from './inputs/person.js';
import { decideSiteLink, type SiteLinkInput } from './inputs/site-link.js';
import { decideTeam, type TeamInput } from './inputs/team.js';
import { decideWww, type WwwInput } from './inputs/www.js';
import { decideSite, type SiteInput } from './site.js';
import { type Context, dueAt, type Step, unchanged } from './step.js';

/** Everything that can happen to a mapping after the request. */
export type Input =
  | AliasInput
  | AttentionInput
  | CustomerInput
  | ObservedInput
  | PersonInput
  | SiteInput
  | SiteLinkInput
  | TeamInput
  | WwwInput
  | { readonly type: 'clock.ticked' }
  /** The next step has to wait until this moment (epoch ms). */
  | { readonly type: 'step.postponed'; readonly until: number }
  | {
      readonly type: 'error.logged';
      readonly source: string;
      readonly message: string;
      /** Why it is logged, if known: a catalogue code. */
      readonly reason?: string;
      /** Epoch ms. */
      readonly loggedAt?: number;
      /** How often it recurred since it was reported. */
      readonly again?: number;
    };

export interface Decision {
  readonly mapping: Mapping;
  readonly events: readonly DomainEvent[];
  /** Of a check. */
  readonly findings?: readonly Finding[] | undefined;
}

export interface Request {
  readonly id: string;
  readonly app: string;
  readonly hostname: string;
  readonly channel: string;
  readonly by: string;
  /** The `www.` mapping created with it. */
  readonly www?: Mapping['www'];
  /** The mapping whose card it shares. */
  readonly primary?: string | undefined;
  /** For the team. */
  readonly note?: string | undefined;
  /** The message that asked for it. */
  readonly source?: MessageLink | undefined;
  /** The Ultimate Multisite site it is for, and its existing domain record, if any. */
  readonly siteLink?: { readonly siteId: number; readonly domainRecordId?: number | undefined } | undefined;
}

/** A new mapping; its alias is added at once. */
export function request(
  { id, app, hostname, channel, by, siteLink, www, primary, note, source }: Request,
  { now, newId }: Context,
): Decision {
  const unstaged = {
    id,
    app,
    hostname,
    channel,
    requestedBy: by,
    requestedAt: now,
    alias: { intent: 'add', state: 'requested', since: now, attempts: 0 },
    dns: { state: 'unknown', since: now, agreeingRounds: 0, partialChecks: 0, contradictions: 0 },
    ssl: { state: 'unknown', since: now, contradictions: 0 },
    site: { state: 'unwatched', since: now, contradictions: 0 },
    ...(siteLink ? { siteLink: linkOf(siteLink, now) } : {}),
    ...(www ? { www } : {}),
    ...(primary === undefined ? {} : { primary }),
    ...(note === undefined ? {} : { note }),
    ...(source ? { source } : {}),
    nextCheckAt: now,
    revision: 0,
  } as const;
  const asked = {
    app,
    ...(siteLink ? { site: siteLink.siteId } : {}),
    ...(siteLink?.domainRecordId === undefined ? {} : { domainRecord: siteLink.domainRecordId }),
    ...(www ? { www: www.id, wwwHostname: www.hostname } : {}),
    ...(primary === undefined ? {} : { primary }),
    ...(note === undefined ? {} : { note }),
    ...(source ? sourceDetails(source) : {}),
  };
  const about = { newId, mapping: id, hostname, at: now, by };
  const { events, lastHash } = chained('', [['domain.requested', asked]], about);
  return { mapping: { ...unstaged, openFindings: [], stage: stageOf(unstaged), lastHash }, events };
}

const sourceDetails = ({ channel, ts, threadTs }: MessageLink) => ({
  sourceChannel: channel,
  sourceTs: ts,
  ...(threadTs === undefined ? {} : { sourceThreadTs: threadTs }),
});

/** The message that a request's event names. */
export function sourceIn({
  sourceChannel: channel,
  sourceTs: ts,
  sourceThreadTs: threadTs,
}: Partial<DetailsOf<'domain.requested'>>): MessageLink | undefined {
  if (channel === undefined || ts === undefined) return undefined;
  return { channel, ts, ...(threadTs === undefined ? {} : { threadTs }) };
}

const linkOf = ({ siteId, domainRecordId }: NonNullable<Request['siteLink']>, now: number): SiteLink => ({
  siteId,
  ...(domainRecordId === undefined ? { state: 'requested' } : { domainRecordId, state: 'present' }),
  attempts: 0,
  notBefore: now,
});

/**
 * The core: pure, total, and the only place where a mapping changes. Returns the same mapping when nothing
 * changed.
 */
export function decide(mapping: Mapping, input: Input, context: Context): Decision {
  const step = withAttention(mapping, input, context);
  if (step.mapping === mapping && step.report.length === 0) return { mapping, events: [] };
  const by = 'by' in input ? input.by : SYSTEM;
  const { id, hostname } = mapping;
  const about = { newId: context.newId, mapping: id, hostname, at: context.now, by };
  const { events, lastHash } = chained(mapping.lastHash, step.report, about);
  const next = { ...step.mapping, stage: stageOf(step.mapping), nextCheckAt: dueAt(step.mapping), lastHash };
  const changed = events.length > 0 || cardFingerprint(next) !== cardFingerprint(mapping);
  const { findings } = step;
  return { mapping: changed ? { ...next, revision: mapping.revision + 1 } : next, events, findings };
}

/** What happened before a new snooze doesn't end it. */
function withAttention(mapping: Mapping, input: Input, context: Context): Step {
  const step = decideStep(mapping, input, context);
  if (input.type === 'domain.snoozed') return step;
  return { ...stepAttention(step, context.now), findings: step.findings };
}

/** The approval expired. */
function decideTick(mapping: Mapping, { now }: Context): Step {
  if (!mapping.approval || now < mapping.approval.until) return unchanged(mapping);
  const { by: requester } = mapping.approval;
  return { mapping: { ...mapping, approval: undefined }, report: [['unmap.expired', { requester }]] };
}

function stepPostponed(mapping: Mapping, { until }: InputOf<'step.postponed'>): Step {
  return unchanged(isFinal(mapping) ? mapping : { ...mapping, nextCheckAt: until });
}

function errorLogged(mapping: Mapping, { type, ...details }: InputOf<'error.logged'>): Step {
  return { mapping, report: [[type, { ...details, retried: false }]] };
}

type InputOf<Types extends Input['type']> = {
  [Type in Types]: Extract<Input, { readonly type: Type }>;
}[Types];

type Decider<Type extends Input['type']> = (mapping: Mapping, input: InputOf<Type>, context: Context) => Step;

/** Exhaustive: a new input does not compile until it is decided here. */
const DECIDERS: { readonly [Type in Input['type']]: Decider<Type> } = {
  observed: decideObserved,
  'check.requested': decidePerson,
  'unmap.requested': decidePerson,
  'unmap.approved': decidePerson,
  'unmap.declined': decidePerson,
  'unmap.withdrawn': decidePerson,
  'card.moved': decidePerson,
  'access.denied': decidePerson,
  'alias.added': decideAlias,
  'alias.lost': decideAlias,
  'alias.refused': decideAlias,
  'alias.removed': decideAlias,
  'alias.remove_refused': decideAlias,
  'alias.unreached': decideAlias,
  'domain_record.requested': decideSiteLink,
  'domain_record.created': decideSiteLink,
  'domain_record.removed': decideSiteLink,
  'domain_record.refused': decideSiteLink,
  'domain_record.unreached': decideSiteLink,
  'domain_record.postponed': decideSiteLink,
  'domain_record.found': decideSiteLink,
  'domain_record.vanished': decideSiteLink,
  'domain_record.renamed': decideSiteLink,
  'domain_record.updated': decideSiteLink,
  'customer_message.sent': decideCustomer,
  'customer_message.compared': decideCustomer,
  'domain_connect.returned': decideCustomer,
  'domain.snoozed': decideAttention,
  'snooze.ended': decideAttention,
  'finding.acknowledged': decideAttention,
  'finding.unacknowledged': decideAttention,
  'finding.muted': decideAttention,
  'mutes.ended': decideAttention,
  'domain.assigned': decideTeam,
  'domain.followed': decideTeam,
  'note.changed': decideTeam,
  'assignee.followed': decideTeam,
  'site.read': decideSite,
  'www.changed': decideWww,
  'card.joined': decideWww,
  'www.dropped': decideWww,
  'card.followed': decideWww,
  'unmap.followed': decideWww,
  'clock.ticked': (mapping, _, context) => decideTick(mapping, context),
  'step.postponed': stepPostponed,
  'error.logged': errorLogged,
};

const decideStep = <Type extends Input['type']>(
  mapping: Mapping,
  input: InputOf<Type>,
  context: Context,
): Step => DECIDERS[input.type](mapping, input, context);
