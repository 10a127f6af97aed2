import { type Condition, type ConditionContext, conditionOf, isCalm } from '../../core/condition.js';
import { basisOf, holdsAt, judgementOf, type Urgency } from '../../core/judgement.js';
import type { Policy } from '../../core/lifecycle/policy.js';
import type { Mapping } from '../../core/mapping.js';
import type { Judge, MappingSummary } from '../../store/store.js';
import { summaryOf } from '../../store/summary.js';
import { createBreather, visitInTurns } from '../../util/concurrency/event-loop.js';
import { type App, type AppPlace, appAt, type Ports, policyOf } from '../ports.js';

const EMPTY_TARGET = { ipv4: [], ipv6: [], cname: [] } as const;
export type ConditionDeps = Pick<Ports, 'store' | 'apps' | 'policy' | 'now' | 'newId' | 'random'>;

/** What a condition depends on, by app. */
export type JudgedApps = ReadonlyMap<string, JudgedApp>;
type JudgedApp = Pick<App, 'target' | 'intervalMs' | 'policy'> & {
  readonly inChannels?: JudgedApps | undefined;
};
type JudgeDeps = Pick<Ports, 'policy' | 'now'> & { readonly apps: JudgedApps };

const contextFor = ({ now, policy, apps }: JudgeDeps, place: AppPlace): ConditionContext => {
  const app = appAt(apps, place);
  return { now: now(), policy: policyOf(policy, app), target: app?.target ?? EMPTY_TARGET };
};

/** What mappings of a place are judged by. Computed once for each app and channel, which are replaced, not changed. */
export function createBases(policy: Policy): (apps: JudgedApps, place: AppPlace) => string {
  const known = new WeakMap<JudgedApp, string>();
  const unconfigured = basisOf(EMPTY_TARGET, policyOf(policy, undefined));
  return (apps, place) => {
    const app = appAt(apps, place);
    if (!app) return unconfigured;
    const basis = known.get(app) ?? basisOf(app.target, policyOf(policy, app));
    known.set(app, basis);
    return basis;
  };
}

/** A mapping's condition by its app's target and interval. */
export const conditionIn = (deps: JudgeDeps, mapping: Mapping): Condition =>
  conditionOf(mapping, contextFor(deps, mapping));

/** Judges mappings for the store to keep; `appsNow` returns the current apps. */
export function createJudge(deps: Omit<JudgeDeps, 'apps'>, appsNow: () => JudgedApps): Judge {
  const basisAt = createBases(deps.policy);
  return (mapping, before) => {
    const apps = appsNow();
    const basis = basisAt(apps, mapping);
    if (before?.basis === basis && holdsAt(before, deps.now())) return before;
    return judgementOf(mapping, contextFor({ ...deps, apps }, mapping), basis);
  };
}

/**
 * Visits every mapping that isn't removed, and yields to other work. `query` narrows it by what the store has
 * indexed. Reads a record only if the judgement that the store keeps no longer holds.
 */
export async function scanSummaries(
  deps: JudgeDeps & Pick<Ports, 'store' | 'log'>,
  query: { readonly app?: string | undefined; readonly stage?: 'removed' | undefined },
  visit: (summary: MappingSummary, urgency: Urgency) => void,
): Promise<void> {
  const { store, log } = deps;
  const now = deps.now();
  const basisAt = createBases(deps.policy);
  const reread = async ({ id }: MappingSummary): Promise<void> => {
    try {
      const stored = await store.load(id);
      if (stored) visit(summaryOf(stored.mapping, undefined), conditionIn(deps, stored.mapping));
    } catch (error) {
      log.error({ err: error, mapping: id }, 'a mapping could not be read and was left out');
    }
  };
  const breather = createBreather();
  for await (const batch of store.summaries(givenOf(query))) {
    const doubtful: MappingSummary[] = [];
    const visitOrKeep = (summary: MappingSummary): void => {
      const { judgement } = summary;
      if (judgement && holdsAt(judgement, now) && judgement.basis === basisAt(deps.apps, summary))
        visit(summary, judgement);
      else doubtful.push(summary);
    };
    await visitInTurns(batch, visitOrKeep, breather);
    for (const summary of doubtful) {
      await reread(summary);
      if (breather.isDue()) await breather.breathe();
    }
  }
  // What follows begins with a turn of its own.
  await breather.breathe();
}

const givenOf = ({ app, stage }: Parameters<typeof scanSummaries>[1]) => ({
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
  /** It was Ready: visitors notice. */
  readonly isAlarm: boolean;
  readonly since: number;
}

export const rankOf = ({ id, hostname }: MappingSummary, { whoActs, health, since }: Urgency): Ranked => ({
  id,
  hostname,
  whoActs,
  isCalm: isCalm({ health, whoActs }),
  isAlarm: health === 'alarm',
  since,
});

/**
 * Sites that no longer work come first; then by who has to act (us first), then the longest waiting; healthy mappings
 * come last, by name.
 */
export function byUrgency(one: Ranked, other: Ranked): number {
  if (one.isCalm !== other.isCalm) return one.isCalm ? 1 : -1;
  if (one.isAlarm !== other.isAlarm) return one.isAlarm ? -1 : 1;
  if (!one.isCalm && one.whoActs !== other.whoActs) return TURN[one.whoActs] - TURN[other.whoActs];
  if (!one.isCalm && one.since !== other.since) return one.since - other.since;
  return one.hostname < other.hostname ? -1 : 1;
}

/** Counts by who has to act. `underway`: nobody, not ready yet; `ready`: nobody any more. */
export type GroupCounts = Readonly<Record<'agency' | 'customer' | 'host' | 'underway' | 'ready', number>>;

export const noCounts = (): Record<keyof GroupCounts, number> => ({
  agency: 0,
  customer: 0,
  host: 0,
  underway: 0,
  ready: 0,
});

/** Who has to act, or its progress if nobody has to. */
export function groupOf({ health, whoActs }: Urgency): keyof GroupCounts {
  // A ready domain whose unmapping waits for approval needs somebody, too.
  if (health === 'good' && whoActs === 'nobody') return 'ready';
  return whoActs === 'nobody' ? 'underway' : whoActs;
}
