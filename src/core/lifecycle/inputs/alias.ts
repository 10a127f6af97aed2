import { elapsedMs } from '../../instant.js';
import type { Mapping } from '../../mapping.js';
import { isFinal } from '../../stage.js';
import { nextAfterFailure, nextRoundMs, retryMs } from '../policy.js';
import { type Context, type Step, unchanged } from '../step.js';

/** The hosting provider's answer, or that it could not be reached. `message` is its own text, unescaped. */
export type AliasInput =
  | { readonly type: 'alias.added'; readonly already: boolean }
  /** The hosting provider no longer has the alias, though nobody here removed it. */
  | { readonly type: 'alias.lost' }
  | { readonly type: 'alias.refused'; readonly code: string; readonly message: string }
  | { readonly type: 'alias.removed'; readonly already: boolean }
  | { readonly type: 'alias.remove_refused'; readonly code: string; readonly message: string }
  | {
      readonly type: 'alias.unreached';
      /** The hosting provider's id. */
      readonly source: string;
      readonly code: string;
      readonly message: string;
      readonly outcomeUnknown: boolean;
    };

export function decideAlias(mapping: Mapping, input: AliasInput, context: Context): Step {
  switch (input.type) {
    case 'alias.added':
      return added(mapping, input.already, context);
    case 'alias.lost':
      return lost(mapping, context);
    case 'alias.refused':
      return aliasRefused(mapping, input, context);
    case 'alias.removed':
      return aliasRemoved(mapping, input.already, context);
    case 'alias.remove_refused':
      return removeRefused(mapping, input, context);
    case 'alias.unreached':
      return aliasUnreached(mapping, input, context);
  }
}

function added(mapping: Mapping, already: boolean, { now }: Context): Step {
  if (mapping.alias.state === 'accepted' || mapping.alias.state === 'removed') return unchanged(mapping);
  const report = [['alias.added', { already, afterMs: elapsedMs(mapping.requestedAt, now) }]] as const;
  // The removal was requested while the alias was being added: report that it was added, then remove it.
  if (mapping.alias.intent === 'remove') return { mapping, report };
  return {
    mapping: {
      ...mapping,
      alias: { intent: 'add', state: 'accepted', since: now, attempts: 0 },
      dns: { ...mapping.dns, startedAt: now },
      nextCheckAt: now,
    },
    report,
  };
}

/** The alias is added again; what was ready becomes ready again once it exists. */
function lost(mapping: Mapping, { now }: Context): Step {
  if (mapping.alias.state !== 'accepted' || mapping.alias.intent !== 'add') return unchanged(mapping);
  return {
    mapping: {
      ...mapping,
      alias: { intent: 'add', state: 'requested', since: now, attempts: 0 },
      outcome: mapping.outcome?.stage === 'done' ? mapping.outcome : undefined,
      nextCheckAt: now,
    },
    report: [['alias.lost', {}]],
  };
}

function aliasRefused(
  mapping: Mapping,
  { code, message }: { readonly code: string; readonly message: string },
  { now }: Context,
): Step {
  if (mapping.alias.intent !== 'add' || mapping.alias.state === 'accepted') return unchanged(mapping);
  return {
    mapping: {
      ...mapping,
      alias: { intent: 'add', state: 'refused', since: now, attempts: 0, error: { code, message } },
      nextCheckAt: undefined,
    },
    report: [['alias.refused', { code, message }]],
  };
}

function aliasRemoved(mapping: Mapping, already: boolean, { now }: Context): Step {
  if (mapping.alias.intent !== 'remove' || mapping.alias.state === 'removed') return unchanged(mapping);
  return {
    mapping: {
      ...mapping,
      alias: { intent: 'remove', state: 'removed', since: now, attempts: 0 },
      nextCheckAt: undefined,
    },
    report: [['alias.removed', { already, afterMs: elapsedMs(mapping.alias.since, now) }]],
  };
}

/** The alias still exists: the mapping returns to the stage its axes give. */
function removeRefused(
  mapping: Mapping,
  { code, message }: { readonly code: string; readonly message: string },
  context: Context,
): Step {
  const { now } = context;
  if (mapping.alias.intent !== 'remove' || mapping.alias.state === 'removed') return unchanged(mapping);
  const back: Mapping = {
    ...mapping,
    alias: { intent: 'add', state: 'accepted', since: now, attempts: 0, error: { code, message } },
    dns: { ...mapping.dns, startedAt: mapping.dns.startedAt ?? now },
  };
  return {
    mapping: { ...back, nextCheckAt: nextCheck(back, context) },
    report: [['alias.remove_refused', { code, message }]],
  };
}

/** Reported once per kind of error in a row, then retried with growing pauses. */
function aliasUnreached(
  mapping: Mapping,
  { source, code, message, outcomeUnknown }: AliasInput & { readonly type: 'alias.unreached' },
  context: Context,
): Step {
  const { now, random } = context;
  const { alias } = mapping;
  if (alias.state === 'refused' || alias.state === 'removed' || isFinal(mapping)) return unchanged(mapping);
  // The app is temporarily not configured: an accepted alias waits for it.
  if (alias.state === 'accepted')
    return { mapping: { ...mapping, nextCheckAt: nextCheck(mapping, context) }, report: [] };
  const attempts = alias.attempts + 1;
  return {
    mapping: {
      ...mapping,
      alias: {
        ...alias,
        state: outcomeUnknown ? 'unknown' : alias.state,
        attempts,
        error: { code, message },
      },
      nextCheckAt: now + retryMs(attempts, random),
    },
    report: alias.error?.code === code ? [] : [['error.logged', { source, code, message, retried: true }]],
  };
}

/** A failed mapping keeps its slow pace. */
const nextCheck = ({ outcome }: Mapping, { now, policy, random }: Context): number | undefined =>
  outcome && outcome.stage !== 'done'
    ? nextAfterFailure(outcome.at, now, random)
    : now + nextRoundMs(policy, random);
