import { z } from 'zod';
import { instant } from './instant.js';
import { dnsObservation, sslObservation } from './observation.js';
import { httpObservation } from './observation-http.js';

/** Ultimate Multisite's own stages, with ours before (`adding`) and after (`removing`, `removed`) them. */
export const stages = [
  'adding',
  'checking-dns',
  'checking-ssl-cert',
  'done',
  'done-without-ssl',
  'failed',
  'ssl-failed',
  'removing',
  'removed',
] as const;

const hostAxis = z.object({
  /** What the people asked for last: the alias at Closte, or its removal. */
  intent: z.enum(['add', 'remove']),
  /** `unknown`: a write may or may not have been carried out; it is looked up before it is repeated. */
  state: z.enum(['requested', 'accepted', 'refused', 'removing', 'removed', 'unknown']),
  since: instant,
  /** Failed tries in a row, for the pauses between them. */
  attempts: z.number(),
  /** The newest failure's code and words, until a try succeeds. */
  error: z.object({ code: z.string(), message: z.string() }).optional(),
});

const dnsAxis = z.object({
  state: z.enum(['wrong', 'published', 'propagated', 'unknown']),
  since: instant,
  /** When this round of waiting began; the deadline counts from here. */
  startedAt: instant.optional(),
  publishedAt: instant.optional(),
  propagatedAt: instant.optional(),
  /** Rounds in a row in which the watched resolvers agreed. */
  agreeingRounds: z.number(),
  /** When the newest of these rounds was counted. */
  agreedAt: instant.optional(),
  /** Looks in a row in which some servers were right and the others silent. */
  partialLooks: z.number().default(0),
  /** After Ready: looks in a row that contradict the state. */
  oddLooks: z.number().default(0),
  /** Since when checks have come to nothing; absent while they tell something. */
  blindSince: instant.optional(),
  /** The newest observation that told something. */
  observation: dnsObservation.optional(),
});

const sslAxis = z.object({
  state: z.enum(['absent', 'invalid', 'valid', 'expiring', 'unknown']),
  since: instant,
  /** When DNS was published, or a person asked to try again; the deadline counts from here. */
  startedAt: instant.optional(),
  issuedAt: instant.optional(),
  /** After Ready: looks in a row that contradict the state. */
  oddLooks: z.number().default(0),
  /** The certificate that ends first, and the threshold of its lifetime that people were warned of last. */
  watched: z
    .object({ fingerprint: z.string(), validTo: instant, threshold: z.number().optional() })
    .optional(),
  blindSince: instant.optional(),
  observation: sslObservation.optional(),
});

/** The mapping's domain record in Ultimate Multisite, which routes the hostname to a site. */
const siteLink = z.object({
  /** WordPress's blog id. */
  siteId: z.number(),
  /** The record's id; absent until there is one. */
  recordId: z.number().optional(),
  state: z.enum(['requested', 'present', 'removed', 'refused']),
  /** Failed tries in a row. */
  attempts: z.number(),
  /** No try before this moment. */
  notBefore: instant,
  error: z.object({ code: z.string(), message: z.string() }).optional(),
});

/** A finding that has been seen, from the first look until it is gone. `told`: it is in the thread. */
const note = z.object({
  code: z.string(),
  axis: z.enum(['dns', 'ssl']),
  since: instant,
  told: z.boolean(),
  /** What the finding's sentence was told with. */
  params: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
  /** Looks in a row in which it was not there. */
  absentLooks: z.number(),
});

/** Our record of one hostname on one app, from the request to its removal. */
export const mapping = z.object({
  id: z.string(),
  app: z.string(),
  /** A-label form; `*.example.com` for a wildcard. */
  hostname: z.string(),
  channel: z.string(),
  requestedBy: z.string(),
  requestedAt: instant,
  stage: z.enum(stages),
  host: hostAxis,
  dns: dnsAxis,
  ssl: sslAxis,
  /** What port 80 and the site answered when they were looked at last. */
  http: httpObservation.optional(),
  site: siteLink.optional(),
  /** The mapping of the `www.` name, which stands on this one's card; its revision as far as the card knows. */
  companion: z.object({ id: z.string(), hostname: z.string(), revision: z.number() }).optional(),
  /** The mapping on whose card this one stands. */
  under: z.string().optional(),
  notes: z.array(note).default([]),
  /** How the watch ended, until a person starts it again. */
  outcome: z.object({ stage: z.enum(['done', 'failed', 'ssl-failed']), at: instant }).optional(),
  /** Somebody asked to unmap, and until when a second person may approve it. */
  approval: z.object({ by: z.string(), until: instant }).optional(),
  /** When the watch looks next; absent when it waits for a person. */
  nextCheckAt: instant.optional(),
  /** Raised whenever something the card shows has changed. */
  revision: z.number(),
  /** The hash of the newest event: the end of the chain. */
  head: z.string().default(''),
});

export type Mapping = z.infer<typeof mapping>;
export type Stage = (typeof stages)[number];
export type HostAxis = z.infer<typeof hostAxis>;
export type DnsAxis = z.infer<typeof dnsAxis>;
export type Site = z.infer<typeof siteLink>;
export type Note = z.infer<typeof note>;
export type SslAxis = z.infer<typeof sslAxis>;
