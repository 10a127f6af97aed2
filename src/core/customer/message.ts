import { allSeeAt } from '../diagnosis/prediction.js';
import { DAY_MS } from '../instant.js';
import type { Mapping } from '../mapping.js';
import { alarmOf, isPublished, isServed } from '../stage.js';
import {
  alternativeRecords,
  type CustomerPart,
  type CustomerStep,
  customerSteps,
  type PanelRecord,
} from './steps.js';

/**
 * What the message is about. With steps: `to-do`, `one-left` (part of it is right), `down` (it was connected),
 * `expiring`. Without: `refused`, `down-ours` and `expiring-ours` (others act), `waiting` (DNS is right), `unsure`
 * (DNS is not known to be right), `works`.
 */
export const customerTopics = [
  'to-do',
  'one-left',
  'down',
  'expiring',
  'refused',
  'down-ours',
  'expiring-ours',
  'waiting',
  'unsure',
  'works',
] as const;
export type CustomerTopic = (typeof customerTopics)[number];

/** What the message for the customer says, in no language yet. */
export interface CustomerMessage {
  readonly topic: CustomerTopic;
  /** The names that the topic is about, in A-label form. */
  readonly hostnames: readonly string[];
  readonly steps: readonly CustomerStep[];
  readonly alternatives: readonly PanelRecord[];
  /** For how long old answers may stay in caches; undefined if nothing is known to wait for. */
  readonly waitMs: number | undefined;
}

/**
 * Chosen by the state of all names, now and before. `certificateMs`: how long nine of ten certificates took, which a
 * customer's change has to wait for, too.
 */
export function customerMessageOf(
  parts: readonly CustomerPart[],
  now: number,
  certificateMs = 0,
): CustomerMessage {
  const steps = customerSteps(parts);
  const topic = topicOf(parts, steps.length > 0);
  return {
    topic,
    hostnames: namesFor(topic, parts).map(({ mapping }) => mapping.hostname),
    steps: topic === 'refused' ? [] : steps,
    alternatives: steps.length > 0 && topic !== 'refused' ? alternativeRecords(parts) : [],
    waitMs:
      steps.length > 0
        ? cachedMs(parts) + (parts.some(needsCertificate) ? certificateMs : 0)
        : remainingMs(topic, parts, now),
  };
}

function topicOf(parts: readonly CustomerPart[], hasSteps: boolean): CustomerTopic {
  if (parts.some(({ mapping }) => mapping.alias.state === 'refused')) return 'refused';
  if (parts.some(isDown)) return hasSteps ? 'down' : 'down-ours';
  if (parts.some(isExpiring)) return hasSteps ? 'expiring' : 'expiring-ours';
  const arePublished = parts.map(({ mapping }) => isPublished(mapping.dns));
  if (hasSteps) return arePublished.includes(true) ? 'one-left' : 'to-do';
  if (parts.every(works)) return 'works';
  return arePublished.includes(false) ? 'unsure' : 'waiting';
}

/** What is wrong and muted still doesn’t work for visitors. */
const works = ({ mapping, condition }: CustomerPart): boolean =>
  condition.health === 'good' && alarmOf(mapping) === undefined;

const needsCertificate = ({ mapping: { ssl } }: CustomerPart): boolean => !isServed(ssl);

/** It was connected and no longer is. */
const isDown = ({ mapping: { outcome }, condition }: CustomerPart): boolean =>
  outcome?.stage === 'done' && condition.health === 'alarm';

const isExpiring = ({ mapping: { outcome, ssl } }: CustomerPart): boolean =>
  outcome?.stage === 'done' && ssl.state === 'expiring';

function namesFor(topic: CustomerTopic, parts: readonly CustomerPart[]): readonly CustomerPart[] {
  if (topic === 'down' || topic === 'down-ours') return parts.filter(isDown);
  if (topic === 'expiring' || topic === 'expiring-ours') return parts.filter(isExpiring);
  return parts;
}

/** The largest TTL of the present answers: caches may keep them that long. */
function cachedMs(parts: readonly CustomerPart[]): number {
  const ttls = parts.flatMap(({ mapping: { dns } }) =>
    (dns.observation?.authoritative ?? []).flatMap(({ a, aaaa }) =>
      [...a.records, ...aaaa.records].map(({ ttlS }) => ttlS * 1_000),
    ),
  );
  return Math.min(Math.max(0, ...ttls), MAX_TTL_MS);
}

/** Resolvers should keep nothing longer than a week (RFC 8767 4). */
const MAX_TTL_MS = 7 * DAY_MS;

/** Until the last cache drops the old answer. */
function remainingMs(topic: CustomerTopic, parts: readonly CustomerPart[], now: number): number | undefined {
  if (topic !== 'waiting') return undefined;
  const moments = parts.flatMap(({ mapping: { dns }, target }) => {
    if (dns.state !== 'published' || !dns.observation) return [];
    return allSeeAt(dns.observation, target, dns) ?? [];
  });
  return moments.length === 0 ? undefined : Math.max(0, Math.max(...moments) - now);
}

/** The names that share a message; without those that are being removed, unless all are. */
export function namesOfMessage(mappings: readonly Mapping[]): readonly Mapping[] {
  const staying = mappings.filter(({ alias }) => alias.intent === 'add');
  return staying.length > 0 ? staying : mappings;
}
