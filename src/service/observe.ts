import { probeName } from '../mapping/hostname.js';
import { isEverywhere } from '../mapping/lifecycle-dns.js';
import type { ObservedInput } from '../mapping/lifecycle-observed.js';
import type { Mapping } from '../mapping/mapping.js';
import type { DnsObservation } from '../mapping/observation.js';
import { planResolvers, withFresh } from '../mapping/prediction.js';
import type { Target } from '../mapping/target.js';
import { judgeDns } from '../mapping/verdict.js';
import type { App, Deps } from './deps.js';

export type Observe = (mapping: Mapping, app: App) => Promise<ObservedInput>;

/** Looks at a mapping from outside; those who ask while a look is under way share it. */
export function createObserve(deps: Deps): Observe {
  const underWay = new Map<string, Promise<ObservedInput>>();
  return (mapping, app) => {
    const joined = underWay.get(mapping.id);
    if (joined) return joined;
    const look = observe(deps, mapping, app).finally(() => underWay.delete(mapping.id));
    underWay.set(mapping.id, look);
    return look;
  };
}

async function observe(deps: Deps, mapping: Mapping, { target }: App): Promise<ObservedInput> {
  // A wildcard is asked through a label that nobody has, so that no record of its own answers.
  const name = probeName(mapping.hostname, randomLabel(deps.random));
  const authoritative = await deps.dns.authoritative(name, target, randomLabel(deps.random));
  const first: DnsObservation = { ...authoritative, at: deps.now(), resolvers: [] };
  if (!isEverywhere(mapping.dns, judgeDns(first, target).verdict))
    return { type: 'observed', target, dns: first };
  const plan = planResolvers(mapping.dns, name, target, deps.now());
  const addresses = edgeAddresses(target, first);
  const [fresh, ssl, http] = await Promise.all([
    deps.dns.resolvers(name, plan.typesFor),
    deps.tls.handshake(name, addresses),
    deps.http.look(name, addresses, randomLabel(deps.random)),
  ]);
  const at = deps.now();
  return {
    type: 'observed',
    target,
    dns: { ...first, resolvers: withFresh(plan, fresh) },
    ssl: { ...ssl, at },
    http: { ...http, at },
  };
}

/** Where the certificate must be served: never an address that only the customer's DNS names. */
const edgeAddresses = (target: Target, dns: DnsObservation): string[] => [
  ...new Set([...target.ipv4, ...target.ipv6, ...dns.targetAddresses]),
];

const randomLabel = (random: () => number): string =>
  `probe-${Array.from({ length: 16 }, () => Math.floor(random() * 36).toString(36)).join('')}`;
