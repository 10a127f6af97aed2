import type { Mapping } from './mapping.js';
import { isFinal } from './stage.js';
import { type Context, type Step, unchanged } from './step.js';

/** What a person asked for; `by` is a Slack user id. */
export type PersonInput =
  | { readonly type: 'check.requested'; readonly by: string }
  | { readonly type: 'unmap.requested'; readonly by: string };

export function decidePerson(mapping: Mapping, input: PersonInput, context: Context): Step {
  if (mapping.host.state === 'removed') return unchanged(mapping);
  return input.type === 'check.requested' ? checked(mapping, context) : unmapped(mapping, context);
}

/** Looks at once; the only way out of a final stage, with fresh deadlines. What is ready stays so. */
function checked(mapping: Mapping, { now }: Context): Step {
  const { host, dns, ssl } = mapping;
  const isFailed = isFinal(mapping) && mapping.outcome !== undefined;
  return {
    mapping: {
      ...mapping,
      nextCheckAt: now,
      outcome: isFinal(mapping) ? undefined : mapping.outcome,
      host: host.state === 'refused' ? { intent: 'add', state: 'requested', since: now, attempts: 0 } : host,
      dns: isFailed ? { ...dns, startedAt: now } : dns,
      ssl: isFailed && ssl.startedAt !== undefined ? { ...ssl, startedAt: now } : ssl,
    },
    tell: [['check.requested', {}]],
  };
}

function unmapped(mapping: Mapping, { now }: Context): Step {
  const { host } = mapping;
  if (host.intent === 'remove') return unchanged(mapping);
  const asked = ['unmap.requested', {}] as const;
  // A refused alias was never ours at the host: there is nothing to take away.
  if (host.state === 'refused')
    return {
      mapping: { ...mapping, host: { intent: 'remove', state: 'removed', since: now, attempts: 0 } },
      tell: [asked, ['closte.removed', { already: true, afterMs: 0 }]],
    };
  return {
    mapping: {
      ...mapping,
      host: { intent: 'remove', state: 'removing', since: now, attempts: 0 },
      nextCheckAt: now,
    },
    tell: [asked],
  };
}
