import { planResolvers, withFresh } from '../../core/diagnosis/prediction.js';
import { isConclusive, judgeZone, wantedAddresses } from '../../core/diagnosis/verdict.js';
import { certifiedName, probeName } from '../../core/hostname.js';
import { isEverywhere } from '../../core/lifecycle/dns.js';
import type { ObservedInput } from '../../core/lifecycle/inputs/observed.js';
import type { NetworkView } from '../../core/lifecycle/site.js';
import type { Mapping } from '../../core/mapping.js';
import type { HttpObservation } from '../../core/observation/http.js';
import type { DnsObservation } from '../../core/observation/observation.js';
import type { Target } from '../../core/ports/provider-facts.js';
import { type Multisite, MultisiteError } from '../../multisite/multisite.js';
import { readRouting } from '../../multisite/routing.js';
import type { ServedSite, SitePlace } from '../../probe/probe.js';
import { SingleFlight } from '../../util/cache.js';
import type { App, Ports } from '../ports.js';
import type { NetworkPauses } from './network-pauses.js';
import { isSameSsl, steadySite } from './steady.js';

/** What a probe needs. */
export interface ProbeDeps extends Pick<Ports, 'dns' | 'http' | 'now' | 'random'> {
  /** Backoff of the apps' networks; shared by all work in the background. */
  readonly networkPauses?: NetworkPauses;
}

/** `isFresh`: a person waits for the result. */
export type MappingProbe = (
  mapping: Mapping,
  app: Pick<App, 'target' | 'multisite'>,
  isFresh?: boolean,
) => Promise<ObservedInput>;

/** Called with the outcome of a check: `blind` if no server of the name could be asked. */
export type ProbeObserver = (outcome: 'seen' | 'blind' | 'failed', durationMs: number) => void;

/** Probes a mapping from outside; concurrent callers share one probe. */
export function createMappingProbe(
  probes: ProbeDeps,
  observe: ProbeObserver = () => undefined,
): MappingProbe {
  const underWay = new SingleFlight<ObservedInput>();
  return (mapping, app, isFresh) =>
    underWay.run(mapping.id, () =>
      observed(() => probeMapping(probes, mapping, app, isFresh), app.target, observe),
    );
}

async function observed(
  probe: () => Promise<ObservedInput>,
  target: Target,
  observe: ProbeObserver,
): Promise<ObservedInput> {
  const startedAt = performance.now();
  const durationMs = () => performance.now() - startedAt;
  try {
    const input = await probe();
    observe(judgeZone(input.dns, target) === 'unknown' ? 'blind' : 'seen', durationMs());
    return input;
  } catch (error) {
    observe('failed', durationMs());
    throw error;
  }
}

async function probeMapping(
  probes: ProbeDeps,
  mapping: Mapping,
  { target, multisite }: Pick<App, 'target' | 'multisite'>,
  isFresh = false,
): Promise<ObservedInput> {
  // A wildcard is queried through a label that nobody uses, so that no explicit record answers.
  const name = probeName(mapping.hostname, randomLabel(probes.random));
  const authoritative = await probes.dns.authoritative(name, target, randomLabel(probes.random), {
    isFresh,
    caaName: certifiedName(mapping.hostname),
  });
  const front = stillInFront(mapping, await probeFront(probes, name, target, authoritative));
  const first: DnsObservation = {
    ...authoritative,
    ...(front ? { front } : {}),
    at: probes.now(),
    resolvers: [],
  };
  if (!isEverywhere(mapping.dns, judgeZone(first, target))) return { type: 'observed', target, dns: first };
  if (isFresh) multisite?.forgetReads?.();
  const plan = planResolvers(mapping.dns, name, target, probes.now());
  const seen = { dns: first, addresses: edgeAddresses(target, first), now: first.at };
  // One connection to the host shows nothing of a proxy's certificate.
  const steady = isFresh || front?.served === 'ours' ? undefined : steadySite(mapping, seen);
  const [fresh, site, network] = await Promise.all([
    probes.dns.resolvers(name, plan.typesFor),
    probeSite(probes, mapping, {
      name,
      addresses: seen.addresses,
      ...doorsOf(target, first, seen.addresses),
      steady,
    }),
    readNetwork(probes, mapping, multisite?.rest),
  ]);
  const at = probes.now();
  return {
    type: 'observed',
    target,
    dns: { ...first, resolvers: withFresh(plan, fresh) },
    ssl: { ...site.ssl, at },
    http: { ...site.http, at },
    network,
  };
}

interface SiteView extends Required<SitePlace> {
  readonly name: string;
  readonly addresses: readonly string[];
  /** The last result, if it may still hold. */
  readonly steady: HttpObservation | undefined;
}

/** Certificate and site: both in full, unless one request to each address shows that nothing has changed. */
async function probeSite(
  { http: web, random }: ProbeDeps,
  { ssl: { observation } }: Mapping,
  { name, addresses, home, doors, steady }: SiteView,
): Promise<ServedSite> {
  const visited = steady && (await web.visit?.(name, steady.site));
  if (
    steady &&
    visited &&
    visited.site.length === steady.site.length &&
    isSameSsl(observation, visited.ssl)
  ) {
    const { at, challenge, challengeAt = at } = steady;
    return { ssl: visited.ssl, http: { queried: name, challengeAt, challenge, site: [...visited.site] } };
  }
  return web.probe(name, addresses, randomLabel(random), { home, doors });
}

/** Behind a proxy that serves the site, visitors get its certificate; whether the host has one is a matter between the two. */
function doorsOf(
  target: Target,
  { targetAddresses, front }: DnsObservation,
  addresses: readonly string[],
): Required<SitePlace> {
  const own = [...wantedAddresses(target, targetAddresses)];
  if (front?.served !== 'ours') return { home: own, doors: addresses };
  // IPv6 may be closed to the bot.
  const doors = front.addresses.filter((address) => !address.includes(':'));
  return { home: [...own, ...front.addresses], doors: doors.length > 0 ? doors : front.addresses };
}

/** The network's routing; `unread` immediately during a pause, undefined without a network. */
async function readNetwork(
  { networkPauses }: ProbeDeps,
  mapping: Mapping,
  rest: Multisite | undefined,
): Promise<NetworkView | undefined> {
  if (!rest) return undefined;
  const read = () => readRouting(rest, mapping);
  try {
    return await (networkPauses ? networkPauses.ask(mapping.app, read) : read());
  } catch (error) {
    if (!(error instanceof MultisiteError)) throw error;
    return 'unread';
  }
}

/** A name that leads elsewhere may lead to the customer's proxy, which still brings visitors to the site. */
async function probeFront(
  probes: ProbeDeps,
  name: string,
  target: Target,
  { authoritative, targetAddresses }: Pick<DnsObservation, 'authoritative' | 'targetAddresses'>,
): Promise<DnsObservation['front']> {
  const ours = [...wantedAddresses(target, targetAddresses)];
  const records = authoritative.flatMap(({ a, aaaa }) => [...a.records, ...aaaa.records]);
  const addresses = records.flatMap(({ type, value }) => (type === 'CNAME' ? [] : [value]));
  const others = [...new Set(addresses)].filter((address) => !ours.includes(address));
  // If some addresses already lead to the target, it is a mixture, not a proxy.
  if (others.length === 0 || others.length < new Set(addresses).size) return undefined;
  return probes.http.front(name, others, ours);
}

/**
 * A proxy that has served the site, and now shows no page to judge: a test for browsers, an error, an expired certificate.
 * While DNS leads to the same addresses, that is no change of DNS.
 */
function stillInFront(
  { dns: { observation } }: Mapping,
  front: DnsObservation['front'],
): DnsObservation['front'] {
  const before = observation?.front;
  if (front?.served !== 'unknown' || before?.served !== 'ours') return front;
  const isSame = front.addresses.every((address) => before.addresses.includes(address));
  return isSame ? { ...before, fault: front.fault, status: front.status } : front;
}

/**
 * Where the certificate must be served: the target's addresses, never one that only the customer's DNS names. A name
 * with addresses of its own leads to those of them that it has, which may be one of two, or IPv4 alone.
 */
function edgeAddresses(target: Target, { authoritative, targetAddresses }: DnsObservation): string[] {
  const all = [...new Set([...target.ipv4, ...target.ipv6, ...targetAddresses])];
  const lookups = authoritative.flatMap(({ a, aaaa }) => [a, aaaa]).filter(isConclusive);
  const records = lookups.flatMap((lookup) => lookup.records);
  const isWhole = authoritative.some(({ a, aaaa }) => isConclusive(a) && isConclusive(aaaa));
  const isCapped = lookups.some((lookup) => lookup.isCapped === true);
  if (!isWhole || isCapped || records.some(({ type }) => type === 'CNAME')) return all;
  const led = all.filter((address) => records.some(({ value }) => value === address));
  return led.length > 0 ? led : all;
}

const randomLabel = (random: () => number): string =>
  `probe-${Array.from({ length: 16 }, () => Math.floor(random() * 36).toString(36)).join('')}`;
