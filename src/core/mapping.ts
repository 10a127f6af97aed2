import { z } from 'zod';
import { instant } from './instant.js';
import { httpObservation } from './observation/http.js';
import { dnsObservation, sslObservation } from './observation/observation.js';

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

const aliasAxis = z.object({
  /** What the people asked for last: the alias at the hosting provider, or its removal. */
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
  /** By resolver: predicted moments in a row that passed without effect, which no old cache would do. */
  disproved: z.record(z.string(), z.number()).optional(),
  /** Until when at most resolvers may answer from the zone's earlier name servers. */
  movedUntil: instant.optional(),
  /** Looks in a row in which some servers were right and the others silent. */
  partialChecks: z.number().default(0),
  /** After Ready: looks in a row that contradict the state. */
  contradictions: z.number().default(0),
  /** After Ready: it was reported that DNS answers something else. */
  isDrifted: z.literal(true).optional(),
  /** Since when checks have come to nothing; absent while they tell something. */
  uncheckedSince: instant.optional(),
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
  contradictions: z.number().default(0),
  /** The certificate that ends first, and the threshold of its lifetime that people were warned of last. */
  watched: z
    .object({ fingerprint: z.string(), validTo: instant, threshold: z.number().optional() })
    .optional(),
  uncheckedSince: instant.optional(),
  observation: sslObservation.optional(),
});

/** Why WordPress does not serve the site: what its domain record says, or what visitors see instead. */
export const unroutedReasons = [
  'gave-up',
  'still-checking',
  'inactive',
  'no-record',
  'signup',
  'network-main',
  'other-host',
  'default-page',
  'install',
  'suspended',
] as const;

const siteAxis = z.object({
  /** `unwatched`: no network says so, and no page says otherwise. */
  state: z.enum(['unrouted', 'routed', 'unknown', 'unwatched']),
  since: instant,
  reason: z.enum(unroutedReasons).optional(),
  /** The host on which visitors land instead. */
  location: z.string().optional(),
  /** The domain record as it was read last. */
  record: z
    .object({
      id: z.number(),
      siteId: z.number(),
      stage: z.string(),
      isActive: z.boolean(),
      isSecure: z.boolean(),
      modifiedAt: instant.optional(),
    })
    .optional(),
  /** After Ready: checks in a row that contradict the state. */
  contradictions: z.number().default(0),
  /** The reason that was reported last, until the site is routed. */
  reported: z.enum(unroutedReasons).optional(),
});

/** The mapping's domain record in Ultimate Multisite, which routes the hostname to a site. */
const siteLink = z.object({
  /** WordPress's blog id. */
  siteId: z.number(),
  /** The record's id; absent until there is one. */
  domainRecordId: z.number().optional(),
  state: z.enum(['requested', 'present', 'removed', 'refused']),
  /** Failed tries in a row. */
  attempts: z.number(),
  /** No try before this moment. */
  notBefore: instant,
  error: z.object({ code: z.string(), message: z.string() }).optional(),
});

/** A finding that has been seen, from the first look until it is gone. `told`: it is in the thread. */
const openFinding = z.object({
  code: z.string(),
  axis: z.enum(['dns', 'ssl']),
  since: instant,
  reported: z.boolean(),
  /** When it was reported last, and how often. */
  reportedAt: instant.optional(),
  times: z.number().optional(),
  /** What the finding's sentence was told with. */
  params: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
  /** Looks in a row in which it was not there. */
  absentChecks: z.number(),
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
  alias: aliasAxis,
  dns: dnsAxis,
  ssl: sslAxis,
  /** What port 80 and the site answered when they were looked at last. */
  http: httpObservation.optional(),
  site: siteAxis.default({ state: 'unwatched', since: 0, contradictions: 0 }),
  siteLink: siteLink.optional(),
  /** The mapping of the `www.` name, which stands on this one's card; its revision as far as the card knows. */
  www: z.object({ id: z.string(), hostname: z.string(), revision: z.number() }).optional(),
  /** The mapping on whose card this one stands. */
  primary: z.string().optional(),
  openFindings: z.array(openFinding).default([]),
  /** How the watch ended, until a person starts it again or a late check finds it right. */
  outcome: z.object({ stage: z.enum(['done', 'failed', 'ssl-failed']), at: instant }).optional(),
  /** Somebody asked to unmap, and until when a second person may approve it. */
  approval: z.object({ by: z.string(), until: instant }).optional(),
  /** When the watch looks next; absent when it waits for a person. */
  nextCheckAt: instant.optional(),
  /** Raised whenever something the card shows has changed. */
  revision: z.number(),
  /** The hash of the newest event: the end of the chain. */
  lastHash: z.string().default(''),
});

export type Mapping = z.infer<typeof mapping>;
export type Stage = (typeof stages)[number];
export type AliasAxis = z.infer<typeof aliasAxis>;
export type DnsAxis = z.infer<typeof dnsAxis>;
export type SiteAxis = z.infer<typeof siteAxis>;
export type SiteLink = z.infer<typeof siteLink>;
export type OpenFinding = z.infer<typeof openFinding>;
export type SslAxis = z.infer<typeof sslAxis>;
