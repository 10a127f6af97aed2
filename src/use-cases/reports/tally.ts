import TinyQueue from 'tinyqueue';
import { basisOf, type Urgency } from '../../core/judgement.js';
import type { MappingSummary } from '../../store/store.js';
import { createBreather } from '../../util/concurrency/event-loop.js';
import { type Ports, policyOf } from '../ports.js';
import {
  byUrgency,
  conditionIn,
  type GroupCounts,
  groupOf,
  noCounts,
  type Ranked,
  rankOf,
} from '../shared/conditions.js';

type TallyDeps = Pick<Ports, 'store' | 'apps' | 'policy' | 'now' | 'log'>;

/** One mapping as it is counted. */
interface CountedMapping {
  readonly summary: MappingSummary;
  readonly group: keyof GroupCounts;
  readonly rank: Ranked;
  /** From this moment on (epoch ms) time may have changed it. */
  readonly until: number;
  isCurrent: boolean;
}

const TALLY_TURN_MS = 2;
/** Entries of the queues that are no longer current, before the queues are rebuilt. */
const MAX_OUTDATED = 1_000;

/** Counts kept while mappings change, so that nobody who asks for them waits for a walk through all of them. */
export class Tally {
  readonly #counted = new Map<string, CountedMapping>();
  readonly #doubtful = new Set<string>();
  readonly #bases = new Map<string, string>();
  readonly #counts = noCounts();
  #acting = new TinyQueue<CountedMapping>([], byRank);
  #ending = new TinyQueue<CountedMapping>([], byEnd);

  constructor(private readonly deps: TallyDeps) {
    deps.store.onSummary?.((id, summary) => this.#change(id, summary));
  }

  /** The counts now, and the first that somebody has to act on. Yields to other work. */
  async read(limit: number): Promise<{ counts: GroupCounts; total: number; first: Ranked[] }> {
    await this.#settle();
    return { counts: { ...this.#counts }, total: this.#counted.size, first: this.#first(limit) };
  }

  #change(id: string, summary: MappingSummary | undefined): void {
    this.#drop(id);
    if (!summary || summary.stage === 'removed') return;
    const { judgement } = summary;
    if (judgement) this.#place(summary, judgement, judgement.until);
    if (judgement?.basis !== this.#bases.get(summary.app)) this.#doubtful.add(id);
  }

  #drop(id: string): void {
    const known = this.#counted.get(id);
    this.#doubtful.delete(id);
    if (!known) return;
    known.isCurrent = false;
    this.#counts[known.group] -= 1;
    this.#counted.delete(id);
  }

  #place(summary: MappingSummary, urgency: Urgency, until: number): void {
    const group = groupOf(urgency);
    const counted = { summary, group, rank: rankOf(summary, urgency), until, isCurrent: true };
    this.#counted.set(summary.id, counted);
    this.#counts[group] += 1;
    if (group === urgency.whoActs) this.#acting.push(counted);
    if (until < Number.MAX_SAFE_INTEGER) this.#ending.push(counted);
    if (this.#acting.length + this.#ending.length > 2 * this.#counted.size + MAX_OUTDATED) this.#compact();
  }

  #compact(): void {
    const current = [...this.#counted.values()];
    this.#acting = new TinyQueue(
      current.filter(({ group, rank }) => group === rank.whoActs),
      byRank,
    );
    this.#ending = new TinyQueue(
      current.filter(({ until }) => until < Number.MAX_SAFE_INTEGER),
      byEnd,
    );
  }

  #first(limit: number): Ranked[] {
    const first: CountedMapping[] = [];
    while (first.length < limit) {
      const next = this.#acting.pop();
      if (!next) break;
      if (next.isCurrent) first.push(next);
    }
    for (const each of first) this.#acting.push(each);
    return first.map(({ rank }) => rank);
  }

  /** Judges again what time, a setting or a target may have changed. */
  async #settle(): Promise<void> {
    const { now, apps } = this.deps;
    for (let next = this.#ending.peek(); next && next.until <= now(); next = this.#ending.peek()) {
      this.#ending.pop();
      if (next.isCurrent) this.#doubtful.add(next.summary.id);
    }
    for (const name of apps.keys()) this.#rebase(name);
    const breather = createBreather(TALLY_TURN_MS);
    for (const id of [...this.#doubtful]) {
      await this.#judge(id);
      if (breather.isDue()) await breather.breathe();
    }
  }

  #rebase(app: string): void {
    const { apps, policy } = this.deps;
    const known = apps.get(app);
    if (!known) return;
    const basis = basisOf(known.target, policyOf(policy, known));
    if (this.#bases.get(app) === basis) return;
    this.#bases.set(app, basis);
    for (const { summary } of this.#counted.values())
      if (summary.app === app)
        if (summary.judgement?.basis === basis) this.#doubtful.delete(summary.id);
        else this.#doubtful.add(summary.id);
  }

  async #judge(id: string): Promise<void> {
    const { store, log } = this.deps;
    try {
      const stored = await store.load(id);
      // Reading it may have renewed its judgement; if not, it is judged each time.
      if (!stored || !this.#doubtful.has(id)) return;
      const summary = this.#counted.get(id)?.summary;
      if (!summary) return;
      this.#drop(id);
      this.#place(summary, conditionIn(this.deps, stored.mapping), Number.MAX_SAFE_INTEGER);
      this.#doubtful.add(id);
    } catch (error) {
      log.error({ err: error, mapping: id }, 'a mapping could not be read and was left out');
    }
  }
}

const byRank = (one: CountedMapping, other: CountedMapping): number => byUrgency(one.rank, other.rank);
const byEnd = (one: CountedMapping, other: CountedMapping): number => one.until - other.until;

/** Undefined for a store that other processes write, too. */
export const createTally = (deps: TallyDeps): Tally | undefined =>
  deps.store.onSummary ? new Tally(deps) : undefined;
