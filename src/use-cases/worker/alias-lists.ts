import type { HostingProvider } from '../../hosting/provider.js';
import { TurnLater } from '../../hosting/rate-limited.js';
import { ExpiringMap, SingleFlight } from '../../util/cache.js';
import { visitInTurns } from '../../util/concurrency/event-loop.js';
import { LargeMap } from '../../util/large-map.js';
import type { LongList } from '../../util/parted-list.js';

/** A round of retries: each would read the whole list for one hostname. */
const LIST_KEPT_MS = 10_000;
const MAX_LISTS = 1_000;

type AliasList = LargeMap<string, true> | 'unreadable';

/** The apps' alias lists, read once per app and round, and again after each change. `now`: monotonic, ms. */
export class AliasLists {
  readonly #kept: ExpiringMap<AliasList>;
  readonly #reading = new SingleFlight<AliasList>();
  readonly #changes = new Map<string, number>();

  constructor(now: () => number) {
    this.#kept = new ExpiringMap({ max: MAX_LISTS, now });
  }

  /** Undefined if the list can't be read: unknown, never absent. */
  async has(app: string, provider: HostingProvider, hostname: string): Promise<boolean | undefined> {
    const key = this.#keyOf(app);
    const list = this.#kept.get(key) ?? (await this.#read(key, provider));
    return list === 'unreadable' ? undefined : list.has(hostname);
  }

  /** Sends a change, after which the list may differ. */
  async change<Result>(app: string, send: () => Promise<Result>): Promise<Result> {
    try {
      const result = await send();
      this.#changed(app);
      return result;
    } catch (error) {
      if (!(error instanceof TurnLater)) this.#changed(app);
      throw error;
    }
  }

  #read(key: string, provider: HostingProvider): Promise<AliasList> {
    return this.#reading.run(key, async () => {
      const aliases = await provider.listAliases();
      const list = aliases === 'unreadable' ? 'unreadable' : await aliasMap(aliases);
      this.#kept.set(key, list, LIST_KEPT_MS);
      return list;
    });
  }

  /** Lists read before and after a change have different keys. */
  #keyOf(app: string): string {
    return `${app} ${this.#changes.get(app) ?? 0}`;
  }

  #changed(app: string): void {
    this.#changes.set(app, (this.#changes.get(app) ?? 0) + 1);
  }
}

/** Aliases to look up: there may be 100,000. Takes turns with other work. */
export async function aliasMap(aliases: LongList<string>): Promise<LargeMap<string, true>> {
  const listed = new LargeMap<string, true>(aliases.length);
  await visitInTurns(aliases, (alias) => listed.set(alias, true));
  return listed;
}
