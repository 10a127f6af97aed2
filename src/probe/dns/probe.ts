import { type NamingDnsProbe, NotAsked } from '../probe.js';
import { probeAuthoritative } from './authoritative.js';
import { type CheckQueries, withBudget } from './client/budget.js';
import { createDnsClient } from './client/client.js';
import { type DelegationOptions, Delegations } from './delegation.js';
import { Inventions } from './inventions.js';
import { Recursion } from './recursion.js';
import { askTypes, type NamedServer } from './resolvers.js';
import { ZoneHealth } from './zone/zone-health.js';

export interface DnsProbeOptions extends DelegationOptions {
  readonly resolvers: readonly NamedServer[];
  readonly timeoutMs: number;
  readonly now: () => number;
  /** How many queries may wait for one server's turn; see `DnsClientOptions`. */
  readonly maxWaiting?: number;
}

const TRIES = 2;
const MAX_QUERIES = 200;
const MAX_CHECK_MS = 20_000;

/** DNS over the wire: authoritative servers first, resolvers once those are right. */
export function createDnsProbe(options: DnsProbeOptions): NamingDnsProbe {
  const { resolvers, now } = options;
  const client = createDnsClient({ ...options, tries: TRIES });
  const recursion = new Recursion(options);
  const delegations = new Delegations(recursion, options);
  const inventions = new Inventions(now);
  const zoneHealth = new ZoneHealth(resolvers, now);
  const parts = { recursion, delegations, zoneHealth, inventions, now };

  /** Runs the queries of one check; without one of them, the check's result isn't trusted. */
  async function wholly<Result>(
    isFresh: boolean,
    run: (queries: CheckQueries) => Promise<Result>,
  ): Promise<Result> {
    let isWhole = true;
    const queries = withBudget(client, {
      queries: MAX_QUERIES,
      totalMs: MAX_CHECK_MS,
      now: () => performance.now(),
      isFresh,
      onNotAsked: () => {
        isWhole = false;
      },
    });
    const result = await run(queries);
    if (!isWhole) throw new NotAsked();
    return result;
  }

  return {
    authoritative: (name, target, label, { isFresh = false, caaName = name } = {}) =>
      wholly(isFresh, (queries) => probeAuthoritative(parts, queries, { name, target, label, caaName })),
    resolvers: (name, typesFor) =>
      wholly(false, async ({ patient }) => {
        const answers = await Promise.all(
          resolvers.map((resolver) => askTypes(parts, patient, resolver, name, typesFor(resolver.name))),
        );
        return answers.filter(({ a, aaaa }) => a ?? aaaa);
      }),
    addresses: (host) => wholly(false, ({ patient }) => recursion.addresses(patient, host)),
    texts: (name) => wholly(false, ({ patient }) => recursion.texts(patient, name)),
  };
}
