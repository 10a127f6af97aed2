import type { DomainEvent } from '../events/event.js';

/** One finished wait: when it ended (epoch ms), and how long it took (ms). */
export interface Duration {
  readonly at: number;
  readonly ms: number;
}

/** How long waits took here: the latest by what was waited for. Never grows beyond the two limits. */
export type Learned = Readonly<Record<string, readonly Duration[]>>;

export const NOTHING_LEARNED: Learned = {};
export const MAX_DURATIONS = 50;
export const MAX_LEARNED_KEYS = 100;
/** Characters of a name, which DNS providers choose for themselves. */
export const MAX_KEY_NAME = 100;

/** DNS changes at one DNS provider, for any app. */
export const dnsKey = (dnsProvider: string): string => `dns ${dnsProvider.slice(0, MAX_KEY_NAME)}`;
/** Certificates of one app. */
export const sslKey = (app: string): string => `ssl ${app.slice(0, MAX_KEY_NAME)}`;

/** The DNS provider of a learned key; undefined for a key of another kind. */
export const dnsProviderIn = (key: string): string | undefined => /^dns (.*)$/s.exec(key)?.[1];

/** What an event of an app's mapping teaches; undefined if nothing. */
function lessonOf(
  app: string,
  event: DomainEvent,
): { readonly key: string; readonly ms: number } | undefined {
  if (event.type === 'ssl.issued') return lesson(sslKey(app), event.details.afterMs);
  if (event.type !== 'dns.published' || event.details.dnsProvider === undefined) return undefined;
  return lesson(dnsKey(event.details.dnsProvider), event.details.afterMs);
}

const lesson = (key: string, ms: number | undefined) =>
  ms === undefined || !Number.isFinite(ms) || ms < 0 ? undefined : { key, ms };

/**
 * Adds what events of an app's mapping teach; returns `learned` itself if that is nothing new. The order of events does
 * not matter while the keys are within their limit, and a repeated event counts once.
 */
export function learnFrom(learned: Learned, app: string, events: Iterable<DomainEvent>): Learned {
  let next = learned;
  for (const event of events) {
    const found = lessonOf(app, event);
    if (found) next = withDuration(next, found.key, { at: event.at, ms: found.ms });
  }
  return next;
}

function withDuration(learned: Learned, key: string, duration: Duration): Learned {
  const { [key]: known = [], ...others } = learned;
  if (known.some(({ at, ms }) => at === duration.at && ms === duration.ms)) return learned;
  const kept = [...known, duration].sort(newestFirst).slice(0, MAX_DURATIONS);
  if (!kept.includes(duration)) return learned;
  return withinKeys({ ...others, [key]: kept });
}

const newestFirst = (one: Duration, other: Duration): number => other.at - one.at || other.ms - one.ms;

/** Forgets what nothing was learned about for the longest time. */
function withinKeys(learned: Learned): Learned {
  const entries = Object.entries(learned);
  if (entries.length <= MAX_LEARNED_KEYS) return learned;
  const byAge = entries.sort(
    ([one, [first]], [other, [second]]) => (second?.at ?? 0) - (first?.at ?? 0) || (one < other ? -1 : 1),
  );
  return Object.fromEntries(byAge.slice(0, MAX_LEARNED_KEYS));
}

/** How long waits may take, in ms, before they count as unusual: longer than nine of ten, within bounds. */
export interface LearnedLimits {
  readonly sslMs?: number | undefined;
  /** By the DNS provider's name. */
  readonly dnsMs: Readonly<Record<string, number>>;
}

/** A constant of the policy that holds until enough is learned; in ms. */
type Learnable<Constant extends string> = Readonly<Record<Constant, number>> & {
  readonly learned?: LearnedLimits | undefined;
};

/** How long a certificate may take before that is unusual: longer than nine of ten here, if that is known. */
export const sslUsualMs = ({ learned, sslNormalMs }: Learnable<'sslNormalMs'>): number =>
  learned?.sslMs ?? sslNormalMs;
/** How long it may take before it is slow, even if nothing blocks it. */
export const sslLateMs = ({ learned, sslSlowMs }: Learnable<'sslSlowMs'>): number =>
  learned?.sslMs ?? sslSlowMs;
