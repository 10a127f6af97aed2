import { setImmediate as breathe } from 'node:timers/promises';
import { type Condition, conditionOf } from '../../core/condition.js';
import type { Mapping } from '../../core/mapping.js';
import { contextOf, type Ports } from '../ports.js';

/** Loads mappings one by one and keeps none in memory. */
const PAGE = 100;
const EMPTY_TARGET = { ipv4: [], ipv6: [], cname: [] } as const;

export type ConditionDeps = Pick<Ports, 'store' | 'apps' | 'policy' | 'now' | 'newId' | 'random'>;

/** A mapping's condition by its app's target and interval. */
export function conditionIn(deps: ConditionDeps, mapping: Mapping): Condition {
  const { now, policy } = contextOf(deps, mapping.app);
  return conditionOf(mapping, { now, policy, target: deps.apps.get(mapping.app)?.target ?? EMPTY_TARGET });
}

/**
 * Visits every mapping that isn't removed, a page at a time, and yields to other work between pages. `query` narrows it
 * by what the store has indexed.
 */
export async function scanMappings(
  deps: ConditionDeps,
  query: { readonly app?: string | undefined; readonly stage?: 'removed' | undefined },
  visit: (mapping: Mapping, condition: Condition) => void,
): Promise<void> {
  for (let offset = 0; ; offset += PAGE) {
    const { mappings, total } = await deps.store.list({ ...givenPolicy(query), offset, limit: PAGE });
    for (const mapping of mappings) visit(mapping, conditionIn(deps, mapping));
    if (mappings.length === 0 || offset + PAGE >= total) return;
    await breathe();
  }
}

const givenPolicy = ({
  app,
  stage,
}: {
  readonly app?: string | undefined;
  readonly stage?: 'removed' | undefined;
}) => ({
  ...(app === undefined ? {} : { app }),
  ...(stage === undefined ? {} : { stage }),
});

const TURN: Readonly<Record<Condition['whoActs'], number>> = { agency: 0, customer: 1, host: 2, nobody: 3 };

/** What a list keeps of a mapping while sorting. */
export interface Ranked {
  readonly id: string;
  readonly hostname: string;
  readonly whoActs: Condition['whoActs'];
  readonly isCalm: boolean;
  readonly since: number;
}

export const rankOf = ({ id, hostname }: Mapping, { whoActs, health, since }: Condition): Ranked => ({
  id,
  hostname,
  whoActs,
  isCalm: health === 'good' || health === 'removed',
  since,
});

/** Sorts by who has to act (us first), then longest waiting; healthy mappings come last, by name. */
export function byUrgency(one: Ranked, other: Ranked): number {
  if (one.isCalm !== other.isCalm) return one.isCalm ? 1 : -1;
  if (!one.isCalm && one.whoActs !== other.whoActs) return TURN[one.whoActs] - TURN[other.whoActs];
  if (!one.isCalm && one.since !== other.since) return one.since - other.since;
  return one.hostname < other.hostname ? -1 : 1;
}
