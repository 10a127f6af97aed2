import TinyQueue from 'tinyqueue';
import { isCalm } from '../../core/condition.js';
import type { Judgement, Urgency } from '../../core/judgement.js';
import type { MappingSummary } from '../../store/store.js';
import { SortedList } from '../../util/collections.js';
import { type Breather, createBreather, visitInTurns } from '../../util/concurrency/event-loop.js';
import { PartedMap } from '../../util/parted-map.js';
import type { Ports } from '../ports.js';
import {
  byUrgency,
  conditionIn,
  createBases,
  type GroupCounts,
  groupOf,
  noCounts,
  type Ranked,
} from '../shared/conditions.js';

/** Whether a mapping is among those that somebody asks for. */
export type Fits = (summary: MappingSummary, urgency: Urgency) => boolean;

type TallyDeps = Pick<Ports, 'store' | 'apps' | 'policy' | 'now' | 'log'>;

/** One mapping as it is counted: there is one for each mapping, so it holds little. */
class CountedMapping implements Ranked, Urgency {
  isCurrent = true;
  readonly health: Urgency['health'];
  readonly whoActs: Urgency['whoActs'];
  readonly since: number;
  /** When time alone may change it (epoch ms). */
  readonly until: number;
  readonly #basis: string | undefined;

  constructor(
    private newest: MappingSummary,
    { health, whoActs, since, until, basis }: Urgency & Partial<Judgement>,
  ) {
    this.health = health;
    this.whoActs = whoActs;
    this.since = since;
    this.until = until ?? Number.MAX_SAFE_INTEGER;
    this.#basis = basis;
  }

  get summary(): MappingSummary {
    return this.newest;
  }

  /** Takes over what changes with each check; false if the mapping may count differently now. */
  renew(summary: MappingSummary): boolean {
    if (!this.#isJudgedBy(summary.judgement)) return false;
    this.newest = summary;
    return true;
  }

  #isJudgedBy(judgement: Judgement | undefined): boolean {
    return (
      judgement?.basis === this.#basis &&
      judgement?.health === this.health &&
      judgement.whoActs === this.whoActs &&
      judgement.since === this.since &&
      judgement.until === this.until
    );
  }

  get id(): string {
    return this.summary.id;
  }

  get hostname(): string {
    return this.summary.hostname;
  }

  get isCalm(): boolean {
    return isCalm(this);
  }

  get isAlarm(): boolean {
    return this.health === 'alarm';
  }

  get group(): keyof GroupCounts {
    return groupOf(this);
  }
}

/** Entries of a list that are no longer current, before it is rebuilt. */
const MAX_OUTDATED = 1_000;

/** Counts and their order, kept while mappings change, so that nobody who asks for them waits for a walk through all of them. */
export class Tally {
  readonly #counted = new PartedMap<CountedMapping>();
  readonly #doubtful = new PartedMap<MappingSummary>();
  readonly #basisAt: ReturnType<typeof createBases>;
  /** The apps whose mappings were compared with their current basis. */
  readonly #compared = new Map<string, unknown>();
  readonly #counts = noCounts();
  readonly #order = new SortedList<CountedMapping>(byUrgency);
  /** They get their place on the next read, since many may change at once. */
  #placeless: CountedMapping[] = [];
  /** How many of these are no longer current. */
  #outdated = 0;
  #ending = new TinyQueue<CountedMapping>([], byEnd);

  constructor(private readonly deps: TallyDeps) {
    this.#basisAt = createBases(deps.policy);
    deps.store.onSummary?.((id, summary) => this.#change(id, summary));
  }

  /** The counts now, and the first that somebody has to act on. Yields to other work. */
  async read(limit: number): Promise<{ counts: GroupCounts; total: number; first: Ranked[] }> {
    await this.#settle();
    return { counts: { ...this.#counts }, total: this.#counted.size, first: this.#first(limit) };
  }

  /** A page of all that are counted, most urgent first. Yields to other work. */
  async page(offset: number, limit: number): Promise<{ page: readonly Ranked[]; total: number }> {
    await this.#settle();
    return { page: this.#order.page(offset, limit), total: this.#order.size };
  }

  /** The same of those that fit, each as it was when the walk through all of them reached it. */
  async pageOf(
    fits: Fits,
    offset: number,
    limit: number,
  ): Promise<{ page: readonly Ranked[]; total: number }> {
    await this.#settle();
    const page: Ranked[] = [];
    let total = 0;
    const visit = (counted: CountedMapping): void => {
      if (!fits(counted.summary, counted)) return;
      if (total >= offset && page.length < limit) page.push(counted);
      total += 1;
    };
    const breather = createBreather();
    for (const part of this.#order.snapshot()) await visitInTurns(part, visit, breather);
    return { page, total };
  }

  #change(id: string, summary: MappingSummary | undefined): void {
    const isGone = !summary || summary.stage === 'removed';
    if (!isGone && this.#counted.get(id)?.renew(summary)) {
      if (this.#doubtful.has(id)) this.#doubtful.set(id, summary);
      return;
    }
    this.#drop(id);
    if (isGone) return;
    const { judgement } = summary;
    if (judgement) this.#place(summary, judgement);
    // Until an app is compared nobody has read it; then all are examined.
    if (!judgement || (this.#compared.has(summary.app) && !this.#isCurrent(summary)))
      this.#doubtful.set(id, summary);
  }

  #drop(id: string): void {
    const known = this.#counted.get(id);
    this.#doubtful.delete(id);
    if (!known) return;
    known.isCurrent = false;
    this.#counts[known.group] -= 1;
    this.#counted.delete(id);
    if (!this.#order.delete(known)) this.#outdated += 1;
    if (this.#outdated > MAX_OUTDATED) this.#forgetOutdated();
  }

  #forgetOutdated(): void {
    this.#placeless = this.#placeless.filter(({ isCurrent }) => isCurrent);
    this.#outdated = 0;
  }

  #place(summary: MappingSummary, urgency: Urgency | Judgement): void {
    const counted = new CountedMapping(summary, urgency);
    const { group, until } = counted;
    this.#counted.set(counted.id, counted);
    this.#placeless.push(counted);
    this.#counts[group] += 1;
    if (until < Number.MAX_SAFE_INTEGER) this.#ending.push(counted);
    if (this.#ending.length > 2 * this.#counted.size + MAX_OUTDATED) this.#compact();
  }

  #compact(): void {
    this.#ending = new TinyQueue(
      [...this.#counted.values()].filter(({ until }) => until < Number.MAX_SAFE_INTEGER),
      byEnd,
    );
  }

  #first(limit: number): Ranked[] {
    const first: CountedMapping[] = [];
    for (const next of this.#order) {
      // Those that nobody has to act on come after all others, except among alarms.
      if (first.length === limit || (next.whoActs === 'nobody' && !next.isAlarm)) break;
      if (next.group === next.whoActs) first.push(next);
    }
    return first;
  }

  /** Judges again what time, a setting or a target may have changed. */
  async #settle(): Promise<void> {
    const { now } = this.deps;
    for (let next = this.#ending.peek(); next && next.until <= now(); next = this.#ending.peek()) {
      this.#ending.pop();
      if (next.isCurrent) this.#doubtful.set(next.id, next.summary);
    }
    const breather = createBreather();
    await this.#rebase(breather);
    for (const id of [...this.#doubtful.keys()]) {
      await this.#judge(id);
      if (breather.isDue()) await breather.breathe();
    }
    for (let next = this.#placeless.pop(); next; next = this.#placeless.pop()) {
      if (next.isCurrent) this.#order.add(next);
      else this.#outdated -= 1;
      if (breather.isDue()) await breather.breathe();
    }
  }

  #isCurrent(summary: MappingSummary): boolean {
    return summary.judgement?.basis === this.#basisAt(this.deps.apps, summary);
  }

  /** Marks as doubtful what was judged by another target, or by other settings than its place has now. */
  async #rebase(breather: Breather): Promise<void> {
    const apps = [...this.deps.apps].filter(([name, app]) => this.#compared.get(name) !== app);
    if (apps.length === 0) return;
    for (const [name, app] of apps) this.#compared.set(name, app);
    const changed = new Set(apps.map(([name]) => name));
    for (const { summary } of this.#counted.values()) {
      if (breather.isDue()) await breather.breathe();
      if (!changed.has(summary.app)) continue;
      if (this.#isCurrent(summary)) this.#doubtful.delete(summary.id);
      else this.#doubtful.set(summary.id, summary);
    }
  }

  async #judge(id: string): Promise<void> {
    const { store, log } = this.deps;
    try {
      const stored = await store.load(id);
      // Reading it may have renewed its judgement; if not, it is judged each time.
      const summary = this.#doubtful.get(id);
      if (!stored || !summary) return;
      this.#drop(id);
      const { health, whoActs, since } = conditionIn(this.deps, stored.mapping);
      this.#place(summary, { health, whoActs, since });
      this.#doubtful.set(id, summary);
    } catch (error) {
      log.error({ err: error, mapping: id }, 'a mapping could not be read and was left out');
    }
  }
}

const byEnd = (one: CountedMapping, other: CountedMapping): number => one.until - other.until;

/** Undefined for a store that other processes also write. */
export const createTally = (deps: TallyDeps): Tally | undefined =>
  deps.store.onSummary ? new Tally(deps) : undefined;
