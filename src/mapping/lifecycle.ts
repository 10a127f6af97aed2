import { type DomainEvent, SYSTEM } from './event.js';
import { chained } from './event-chain.js';
import { decideFamily, type FamilyInput } from './lifecycle-family.js';
import { decideHost, type HostInput } from './lifecycle-host.js';
import { decideObserved, type ObservedInput } from './lifecycle-observed.js';
import { decidePerson, type PersonInput } from './lifecycle-person.js';
import { decideSite, type SiteInput } from './lifecycle-site.js';
import type { Mapping, Site } from './mapping.js';
import { face, isFinal, stageOf } from './stage.js';
import { type Context, dueAt, type Step, unchanged } from './step.js';

/** Everything that can happen to a mapping after it was requested. */
export type Input =
  | HostInput
  | ObservedInput
  | PersonInput
  | SiteInput
  | FamilyInput
  | { readonly type: 'clock.ticked' }
  /** The next step has to wait for its turn, until this moment (epoch ms). */
  | { readonly type: 'step.postponed'; readonly until: number }
  | {
      readonly type: 'error.logged';
      readonly source: string;
      readonly message: string;
      /** Why it is logged, where we know: a code of the catalogue's. */
      readonly reason?: string;
      /** Epoch ms. */
      readonly loggedAt?: number;
      /** How often the same came since it was told. */
      readonly again?: number;
    };

export interface Decision {
  readonly mapping: Mapping;
  readonly events: readonly DomainEvent[];
}

export interface Request {
  readonly id: string;
  readonly app: string;
  readonly hostname: string;
  readonly channel: string;
  readonly by: string;
  /** The mapping of the `www.` name that comes with it. */
  readonly companion?: Mapping['companion'];
  /** The mapping on whose card it stands. */
  readonly under?: string | undefined;
  /** The site in Ultimate Multisite it is for, and the record that is there already, if any. */
  readonly site?: { readonly siteId: number; readonly recordId?: number | undefined } | undefined;
}

/** A new mapping, to be added at the host at once. */
export function request(
  { id, app, hostname, channel, by, site, companion, under }: Request,
  { now, newId }: Context,
): Decision {
  const unstaged = {
    id,
    app,
    hostname,
    channel,
    requestedBy: by,
    requestedAt: now,
    host: { intent: 'add', state: 'requested', since: now, attempts: 0 },
    dns: { state: 'unknown', since: now, agreeingRounds: 0, partialLooks: 0, oddLooks: 0 },
    ssl: { state: 'unknown', since: now, oddLooks: 0 },
    ...(site ? { site: linkOf(site, now) } : {}),
    ...(companion ? { companion } : {}),
    ...(under === undefined ? {} : { under }),
    nextCheckAt: now,
    revision: 0,
  } as const;
  const asked = {
    id: newId(),
    mapping: id,
    hostname,
    type: 'domain.requested',
    at: now,
    by,
    details: {
      app,
      ...(site ? { site: site.siteId } : {}),
      ...(site?.recordId === undefined ? {} : { record: site.recordId }),
      ...(companion ? { companion: companion.id, with: companion.hostname } : {}),
      ...(under === undefined ? {} : { under }),
    },
  } as const;
  const { events, head } = chained('', [asked]);
  return { mapping: { ...unstaged, notes: [], stage: stageOf(unstaged), head }, events };
}

const linkOf = ({ siteId, recordId }: NonNullable<Request['site']>, now: number): Site => ({
  siteId,
  ...(recordId === undefined ? { state: 'requested' } : { recordId, state: 'present' }),
  attempts: 0,
  notBefore: now,
});

/** The heart: pure, total, and the only place where a mapping changes. The same mapping comes back when nothing did. */
export function decide(mapping: Mapping, input: Input, context: Context): Decision {
  const step = decideStep(mapping, input, context);
  if (step.mapping === mapping && step.tell.length === 0) return { mapping, events: [] };
  const by = 'by' in input ? input.by : SYSTEM;
  const drafts = step.tell.map(([type, details]) => ({
    id: context.newId(),
    mapping: mapping.id,
    hostname: mapping.hostname,
    type,
    at: context.now,
    by,
    details,
  }));
  const { events, head } = chained(mapping.head, drafts);
  const next = { ...step.mapping, stage: stageOf(step.mapping), nextCheckAt: dueAt(step.mapping), head };
  const changed = events.length > 0 || face(next) !== face(mapping);
  return { mapping: { ...next, revision: mapping.revision + (changed ? 1 : 0) }, events };
}

/** Nobody approved in time. */
function decideTick(mapping: Mapping, { now }: Context): Step {
  if (!mapping.approval || now < mapping.approval.until) return unchanged(mapping);
  return { mapping: { ...mapping, approval: undefined }, tell: [['unmap.expired', {}]] };
}

function decideStep(mapping: Mapping, input: Input, context: Context): Step {
  switch (input.type) {
    case 'observed':
      return decideObserved(mapping, input, context);
    case 'check.requested':
    case 'unmap.requested':
    case 'unmap.approved':
    case 'unmap.declined':
    case 'access.refused':
      return decidePerson(mapping, input, context);
    case 'record.requested':
    case 'record.created':
    case 'record.removed':
    case 'record.refused':
    case 'record.unreached':
    case 'record.found':
    case 'record.vanished':
    case 'record.renamed':
      return decideSite(mapping, input, context);
    case 'companion.changed':
    case 'companion.dropped':
    case 'unmap.followed':
      return decideFamily(mapping, input, context);
    case 'clock.ticked':
      return decideTick(mapping, context);
    case 'step.postponed':
      return unchanged(isFinal(mapping) ? mapping : { ...mapping, nextCheckAt: input.until });
    case 'error.logged': {
      const { type, ...details } = input;
      return { mapping, tell: [[type, { ...details, retried: false }]] };
    }
    default:
      return decideHost(mapping, input, context);
  }
}
