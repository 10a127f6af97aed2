import type { Mapping } from '../../mapping.js';
import { isFailed } from '../../stage.js';
import { type Context, type Step, unchanged } from '../step.js';

/**
 * What a person tried without permission: `map` a hostname, `check`, `unmap`, `move` the card, `approve` an
 * unmapping, or `assign` the domain.
 */
export type DeniedPermission = 'map' | 'check' | 'unmap' | 'move' | 'approve' | 'assign';

/** A person's request or denial; `by` is a Slack user id. */
export type PersonInput =
  | { readonly type: 'check.requested'; readonly by: string }
  | { readonly type: 'unmap.requested'; readonly by: string }
  | { readonly type: 'unmap.approved'; readonly by: string }
  | { readonly type: 'unmap.declined'; readonly by: string }
  /** By the person who requested it. */
  | { readonly type: 'unmap.withdrawn'; readonly by: string }
  /** The card moves to another channel. */
  | { readonly type: 'card.moved'; readonly by: string; readonly to: string }
  | { readonly type: 'access.denied'; readonly by: string; readonly permission: DeniedPermission };

export function decidePerson(mapping: Mapping, input: PersonInput, context: Context): Step {
  if (mapping.alias.state === 'removed') return unchanged(mapping);
  switch (input.type) {
    case 'check.requested':
      return checked(mapping, context);
    case 'unmap.requested':
      return unmapped(mapping, input.by, context);
    case 'unmap.approved':
      return approved(mapping, input.by, context);
    case 'unmap.declined':
      return declined(mapping);
    case 'unmap.withdrawn':
      return withdrawn(mapping, input.by);
    case 'card.moved':
      return moved(mapping, input.to);
    case 'access.denied':
      return deniedStep(mapping, input.permission, context);
  }
}

/** Checks at once. A failed or refused mapping starts again with new deadlines; a Ready one stays Ready. */
function checked(mapping: Mapping, { now }: Context): Step {
  const { alias, dns, ssl } = mapping;
  const hasFailed = isFailed(mapping);
  return {
    mapping: {
      ...mapping,
      nextCheckAt: now,
      outcome: hasFailed ? undefined : mapping.outcome,
      alias:
        alias.state === 'refused' ? { intent: 'add', state: 'requested', since: now, attempts: 0 } : alias,
      dns: hasFailed ? { ...dns, startedAt: now } : dns,
      ssl: hasFailed && ssl.startedAt !== undefined ? { ...ssl, startedAt: now } : ssl,
    },
    report: [['check.requested', {}]],
  };
}

/** If a second person has to approve, the request waits for that. */
function unmapped(mapping: Mapping, by: string, context: Context): Step {
  const { alias, approval } = mapping;
  const { now, policy } = context;
  if (alias.intent === 'remove' || approval) return unchanged(mapping);
  if (policy.unmapApprovalMs === undefined) return removing(mapping, ['unmap.requested', {}], context);
  const until = now + policy.unmapApprovalMs;
  return { mapping: { ...mapping, approval: { by, until } }, report: [['unmap.proposed', { until }]] };
}

function approved(mapping: Mapping, by: string, context: Context): Step {
  const { approval } = mapping;
  if (!approval || approval.by === by || approval.until <= context.now) return unchanged(mapping);
  return removing({ ...mapping, approval: undefined }, ['unmap.approved', {}], context);
}

function declined(mapping: Mapping): Step {
  if (!mapping.approval) return unchanged(mapping);
  const { by: requester } = mapping.approval;
  return { mapping: { ...mapping, approval: undefined }, report: [['unmap.declined', { requester }]] };
}

function withdrawn(mapping: Mapping, by: string): Step {
  if (mapping.approval?.by !== by) return unchanged(mapping);
  return { mapping: { ...mapping, approval: undefined }, report: [['unmap.withdrawn', {}]] };
}

function moved(mapping: Mapping, to: string): Step {
  const { channel: fromChannel } = mapping;
  if (fromChannel === to) return unchanged(mapping);
  return { mapping: { ...mapping, channel: to }, report: [['card.moved', { fromChannel, toChannel: to }]] };
}

/** Starts the removal; `asked` is the event that gives the reason. */
export function removing(mapping: Mapping, asked: Step['report'][number], { now }: Context): Step {
  const { alias } = mapping;
  // A refused alias never existed at the hosting provider, so there is nothing to remove.
  if (alias.state === 'refused' && mapping.siteLink?.state !== 'present')
    return {
      mapping: { ...mapping, alias: { intent: 'remove', state: 'removed', since: now, attempts: 0 } },
      report: [asked, ['alias.removed', { already: true, afterMs: 0 }]],
    };
  return {
    mapping: {
      ...mapping,
      alias: { intent: 'remove', state: 'removing', since: now, attempts: 0 },
      nextCheckAt: now,
    },
    report: [asked],
  };
}

/** A mapping requested without permission ends before the hosting provider is called. */
function deniedStep(mapping: Mapping, permission: DeniedPermission, { now }: Context): Step {
  const report = [['access.denied', { permission }]] as const;
  if (permission !== 'map' || mapping.alias.state !== 'requested') return { mapping, report };
  return {
    mapping: {
      ...mapping,
      alias: {
        intent: 'remove',
        state: 'removed',
        since: now,
        attempts: 0,
        error: { code: NOT_ALLOWED, message: '' },
      },
      nextCheckAt: undefined,
    },
    report,
  };
}

/** Error code on the alias axis when the requester had no permission. */
export const NOT_ALLOWED = 'not-allowed';
