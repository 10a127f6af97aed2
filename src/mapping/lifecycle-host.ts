import type { Mapping } from './mapping.js';
import { nextAfterFailure, nextRoundMs, retryMs } from './policy.js';
import { isFinal } from './stage.js';
import { type Context, elapsedMs, type Step, unchanged } from './step.js';

/** What the host said, or that it could not be reached. `message` is the host's own words, unescaped. */
export type HostInput =
  | { readonly type: 'host.added'; readonly already: boolean }
  /** The host does not have the alias any more, though nobody here asked for its removal. */
  | { readonly type: 'host.lost' }
  | { readonly type: 'host.refused'; readonly code: string; readonly message: string }
  | { readonly type: 'host.removed'; readonly already: boolean }
  | { readonly type: 'host.remove_refused'; readonly code: string; readonly message: string }
  | {
      readonly type: 'host.unreached';
      readonly code: string;
      readonly message: string;
      readonly outcomeUnknown: boolean;
    };

export function decideHost(mapping: Mapping, input: HostInput, context: Context): Step {
  switch (input.type) {
    case 'host.added':
      return added(mapping, input.already, context);
    case 'host.lost':
      return lost(mapping, context);
    case 'host.refused':
      return refused(mapping, input, context);
    case 'host.removed':
      return removed(mapping, input.already, context);
    case 'host.remove_refused':
      return removeRefused(mapping, input, context);
    case 'host.unreached':
      return unreached(mapping, input, context);
  }
}

function added(mapping: Mapping, already: boolean, { now }: Context): Step {
  if (mapping.host.state === 'accepted' || mapping.host.state === 'removed') return unchanged(mapping);
  const tell = [['closte.added', { already, afterMs: elapsedMs(mapping.requestedAt, now) }]] as const;
  // Someone asked for the removal while the alias was on its way: it is true that it was added, and it goes again.
  if (mapping.host.intent === 'remove') return { mapping, tell };
  return {
    mapping: {
      ...mapping,
      host: { intent: 'add', state: 'accepted', since: now, attempts: 0 },
      dns: { ...mapping.dns, startedAt: now },
      nextCheckAt: now,
    },
    tell,
  };
}

/** It is added again; what was ready is so again once it is there. */
function lost(mapping: Mapping, { now }: Context): Step {
  if (mapping.host.state !== 'accepted' || mapping.host.intent !== 'add') return unchanged(mapping);
  return {
    mapping: {
      ...mapping,
      host: { intent: 'add', state: 'requested', since: now, attempts: 0 },
      outcome: mapping.outcome?.stage === 'done' ? mapping.outcome : undefined,
      nextCheckAt: now,
    },
    tell: [['closte.lost', {}]],
  };
}

function refused(
  mapping: Mapping,
  { code, message }: { readonly code: string; readonly message: string },
  { now }: Context,
): Step {
  if (mapping.host.intent !== 'add' || mapping.host.state === 'accepted') return unchanged(mapping);
  return {
    mapping: {
      ...mapping,
      host: { intent: 'add', state: 'refused', since: now, attempts: 0, error: { code, message } },
      nextCheckAt: undefined,
    },
    tell: [['closte.refused', { code, message }]],
  };
}

function removed(mapping: Mapping, already: boolean, { now }: Context): Step {
  if (mapping.host.intent !== 'remove' || mapping.host.state === 'removed') return unchanged(mapping);
  return {
    mapping: {
      ...mapping,
      host: { intent: 'remove', state: 'removed', since: now, attempts: 0 },
      nextCheckAt: undefined,
    },
    tell: [['closte.removed', { already, afterMs: elapsedMs(mapping.host.since, now) }]],
  };
}

/** The alias is still there: the mapping goes back to where its axes say it is. */
function removeRefused(
  mapping: Mapping,
  { code, message }: { readonly code: string; readonly message: string },
  context: Context,
): Step {
  const { now } = context;
  if (mapping.host.intent !== 'remove' || mapping.host.state === 'removed') return unchanged(mapping);
  const back: Mapping = {
    ...mapping,
    host: { intent: 'add', state: 'accepted', since: now, attempts: 0, error: { code, message } },
    dns: { ...mapping.dns, startedAt: mapping.dns.startedAt ?? now },
  };
  return {
    mapping: { ...back, nextCheckAt: nextLook(back, context) },
    tell: [['closte.remove_refused', { code, message }]],
  };
}

/** Told once for each kind of trouble in a row, then tried again with growing pauses. */
function unreached(
  mapping: Mapping,
  { code, message, outcomeUnknown }: HostInput & { readonly type: 'host.unreached' },
  context: Context,
): Step {
  const { now, random } = context;
  const { host } = mapping;
  if (host.state === 'refused' || host.state === 'removed' || isFinal(mapping)) return unchanged(mapping);
  // An app that is not configured for a while: what was accepted waits for it.
  if (host.state === 'accepted')
    return { mapping: { ...mapping, nextCheckAt: nextLook(mapping, context) }, tell: [] };
  const attempts = host.attempts + 1;
  return {
    mapping: {
      ...mapping,
      host: { ...host, state: outcomeUnknown ? 'unknown' : host.state, attempts, error: { code, message } },
      nextCheckAt: now + retryMs(attempts, random),
    },
    tell:
      host.error?.code === code ? [] : [['error.logged', { source: 'closte', code, message, retried: true }]],
  };
}

/** A mapping that had failed keeps its slow pace. */
const nextLook = ({ outcome }: Mapping, { now, policy, random }: Context): number | undefined =>
  outcome && outcome.stage !== 'done'
    ? nextAfterFailure(outcome.at, now, random)
    : now + nextRoundMs(policy, random);
