import { dnsProviderOf } from '../dns-providers/identify.js';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../instant.js';
import type { Mapping } from '../mapping.js';
import { isPublished, isServed } from '../stage.js';
import {
  type Duration,
  dnsKey,
  dnsProviderIn,
  type Learned,
  type LearnedLimits,
  MAX_KEY_NAME,
  sslKey,
} from './durations.js';

/** Fewer say nothing about what is usual. */
export const MIN_DURATIONS = 10;

/** Half of all waits ended within `medianMs`, nine of ten within `mostMs`. */
export interface Usual {
  readonly medianMs: number;
  readonly mostMs: number;
  readonly count: number;
}

/** By nearest rank; undefined for too few. */
export function usualOf(durations: readonly Duration[] = []): Usual | undefined {
  const count = durations.length;
  if (count < MIN_DURATIONS) return undefined;
  const sorted = durations.map(({ ms }) => ms).sort((one, other) => one - other);
  const at = (share: number): number => sorted[Math.ceil(share * count) - 1] ?? 0;
  return { medianMs: at(0.5), mostMs: at(0.9), count };
}

/** A lucky series must not make every wait a fault, nor an unlucky one hide a fault for days. */
const SSL_BOUNDS = { minMs: 10 * MINUTE_MS, maxMs: 2 * HOUR_MS } as const;
const DNS_BOUNDS = { minMs: HOUR_MS, maxMs: 3 * DAY_MS } as const;

const withinBounds = (ms: number, { minMs, maxMs }: typeof SSL_BOUNDS | typeof DNS_BOUNDS): number =>
  Math.min(Math.max(ms, minMs), maxMs);

/** The limits of one app. */
export function limitsOf(learned: Learned, app: string): LearnedLimits {
  const ssl = usualOf(learned[sslKey(app)]);
  const dns = usualAtProviders(learned).map(({ dnsProvider, mostMs }) => [
    dnsProvider,
    withinBounds(mostMs, DNS_BOUNDS),
  ]);
  return {
    ...(ssl ? { sslMs: withinBounds(ssl.mostMs, SSL_BOUNDS) } : {}),
    dnsMs: Object.fromEntries(dns),
  };
}

type UsualAtProvider = Usual & { readonly dnsProvider: string };

const usualAtProviders = (learned: Learned): UsualAtProvider[] =>
  Object.entries(learned).flatMap(([key, durations]) => {
    const dnsProvider = dnsProviderIn(key);
    const usual = usualOf(durations);
    return dnsProvider === undefined || !usual ? [] : [{ dnsProvider, ...usual }];
  });

/** The learned limit of a DNS change, by its zone's DNS provider. */
export function dnsLimitMs(
  { dns }: Pick<Mapping, 'dns'>,
  limits: LearnedLimits | undefined,
): number | undefined {
  const name = whereChanged(dns);
  return limits && name !== undefined && Object.hasOwn(limits.dnsMs, name) ? limits.dnsMs[name] : undefined;
}

/** The one DNS provider at which the customer changes the zone, if it is known. */
export function whereChanged(dns: Mapping['dns']): string | undefined {
  const provider = dnsProviderOf(dns);
  return provider?.secondName === undefined ? provider?.name.slice(0, MAX_KEY_NAME) : undefined;
}

/** What a mapping waits for, how long that usually takes, and since when it has waited (epoch ms). */
export type UsualWait = Usual & { readonly since: number } & (
    | { readonly axis: 'dns'; readonly dnsProvider: string }
    | { readonly axis: 'ssl' }
  );

/** Undefined if the mapping doesn't wait for Ready, or too little is known. */
export function usualWaitOf(
  { app, alias, outcome, dns, ssl }: Mapping,
  learned: Learned,
): UsualWait | undefined {
  if (alias.state !== 'accepted' || alias.intent === 'remove' || outcome) return undefined;
  if (dns.state === 'wrong') {
    const dnsProvider = whereChanged(dns);
    const usual = dnsProvider === undefined ? undefined : usualOf(learned[dnsKey(dnsProvider)]);
    if (!usual || dnsProvider === undefined || dns.startedAt === undefined) return undefined;
    return { axis: 'dns', dnsProvider, since: dns.startedAt, ...usual };
  }
  const usual = usualOf(learned[sslKey(app)]);
  if (!usual || !isPublished(dns) || isServed(ssl) || ssl.startedAt === undefined) return undefined;
  return { axis: 'ssl', since: ssl.startedAt, ...usual };
}

/** The most frequent DNS providers, and the app's certificates. */
export interface UsualWaits {
  readonly dns: readonly UsualAtProvider[];
  readonly ssl: Usual | undefined;
}

const MAX_NAMED_PROVIDERS = 5;

export function usualWaits(learned: Learned, app: string): UsualWaits {
  const dns = usualAtProviders(learned).sort(
    (one, other) => other.count - one.count || (one.dnsProvider < other.dnsProvider ? -1 : 1),
  );
  return { dns: dns.slice(0, MAX_NAMED_PROVIDERS), ssl: usualOf(learned[sslKey(app)]) };
}
