import { isConclusive } from '../../core/diagnosis/verdict.js';
import type { DnsRecord, Lookup, LookupOutcome } from '../../core/observation/observation.js';
import type { Target } from '../../core/ports/provider-facts.js';
import { type Ask, isAskable } from './client/client.js';
import type { Delegations } from './delegation.js';
import { lookupOf } from './lookup.js';
import type { Recursion } from './recursion.js';

/** Unbound and BIND follow 11 at most, PowerDNS 10. */
const MAX_CNAMES = 10;

interface ChainParts {
  readonly recursion: Recursion;
  readonly delegations: Delegations;
}

interface Link {
  readonly outcome: LookupOutcome;
  readonly records: readonly DnsRecord[];
}

/** Looks up a name that a CNAME leads to. */
export type Follow = (name: string, type: 'A' | 'AAAA') => Promise<Link>;

/** For one check: each name is looked up once, however many servers lead to it. */
export function followOnce(parts: ChainParts, ask: Ask, target: Target): Follow {
  const links = new Map<string, Promise<Link>>();
  return (name, type) => {
    const key = `${type} ${name}`;
    const link = links.get(key) ?? nextLink(parts, ask, { name, type, target });
    links.set(key, link);
    return link;
  };
}

/**
 * Follows a CNAME chain out of the zone, at the authoritative servers of each name, until it ends or reaches
 * the target. Where those don't answer, public resolvers may still: the name isn't the customer's hostname.
 */
export async function followed(
  follow: Follow,
  lookup: Lookup,
  type: 'A' | 'AAAA',
  target: Target,
): Promise<Lookup> {
  const records: DnsRecord[] = [...lookup.records];
  const ended = (chain: Lookup['chain']): Lookup => ({ ...lookup, records, ...(chain ? { chain } : {}) });
  while (!isTooLong(records, target)) {
    const next = openEnd(records);
    if (next === undefined || target.cname.includes(next)) return ended(undefined);
    if (records.some(({ name }) => name === next)) return ended('loop');
    const answer = await follow(next, type);
    // Which does not mean that it leads nowhere.
    if (!isConclusive(answer)) return ended(isAskable(next) ? 'unheard' : undefined);
    if (answer.outcome === 'nxdomain') return ended('dangling');
    if (answer.records.length === 0) return ended('open');
    records.push(...answer.records);
  }
  return ended('loop');
}

/** Is there more to know: does the chain end at a name that is neither an address nor the target, or is it too long? */
export function isOpen({ records }: Lookup, target: Target): boolean {
  const next = openEnd(records);
  return (next !== undefined && !target.cname.includes(next)) || isTooLong(records, target);
}

/** On the way to the target, resolvers would give up. */
function isTooLong(records: readonly DnsRecord[], { cname }: Target): boolean {
  if (records.length <= MAX_CNAMES) return false;
  const aliases = records.filter(({ type }) => type === 'CNAME');
  const toTarget = aliases.findIndex(({ value }) => cname.includes(value));
  return (toTarget === -1 ? aliases.length : toTarget + 1) > MAX_CNAMES;
}

/** The name where a CNAME chain ends without an address. */
function openEnd(records: readonly DnsRecord[]): string | undefined {
  const last = records.at(-1);
  return last?.type === 'CNAME' ? last.value : undefined;
}

interface NextName {
  readonly name: string;
  readonly type: 'A' | 'AAAA';
  readonly target: Target;
}

async function nextLink({ recursion, delegations }: ChainParts, ask: Ask, next: NextName): Promise<Link> {
  const answer = await askZoneOf(delegations, ask, next);
  if (isConclusive(answer)) return answer;
  const reply = await recursion.ask(ask, next.name, next.type);
  return reply ? lookupOf(reply, 'resolver') : answer;
}

/** Resolvers ask any of the zone's servers: if these differ, one that leads elsewhere decides. */
async function askZoneOf(
  delegations: Delegations,
  ask: Ask,
  { name, type, target }: NextName,
): Promise<Link> {
  const delegation = await delegations.find(ask, name);
  if (delegation.kind === 'nxdomain') return { outcome: 'nxdomain', records: [] };
  if (delegation.kind !== 'found') return { outcome: 'timeout', records: [] };
  const replies = await Promise.all(
    delegation.servers.map((server) => ask(server, { name, type, recursionDesired: false })),
  );
  const links = replies.map((reply) => lookupOf(reply, 'authoritative')).filter(isConclusive);
  const isSame = new Set(links.map(linkText)).size === 1;
  const astray = isSame ? undefined : links.find((link) => !endsAtTarget(target, link));
  return astray ?? links[0] ?? { outcome: 'timeout', records: [] };
}

const linkText = ({ outcome, records }: Link): string =>
  [outcome, ...records.map(({ value }) => value).sort()].join(' ');

const endsAtTarget = ({ cname, ipv4, ipv6 }: Target, { records }: Link): boolean =>
  records.some(({ value }) => [...cname, ...ipv4, ...ipv6].includes(value));
