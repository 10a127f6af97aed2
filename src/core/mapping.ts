import { z } from 'zod';
import { instant } from './instant.js';
import { httpObservation } from './observation/http.js';
import { dnsObservation, sslObservation } from './observation/observation.js';

/**
 * Ultimate Multisite's own stages, plus ours before them (`adding`) and after them (`removing`, `removed`).
 */
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
  /** The latest request: the alias at the hosting provider, or its removal. */
  intent: z.enum(['add', 'remove']),
  /** `unknown`: a write may have succeeded; it is looked up before it is repeated. */
  state: z.enum(['requested', 'accepted', 'refused', 'removing', 'removed', 'unknown']),
  since: instant,
  /** Failed attempts in a row; they set the pauses. */
  attempts: z.number(),
  /** The latest failure's code and message, until an attempt succeeds. */
  error: z.object({ code: z.string(), message: z.string() }).optional(),
});

const dnsAxis = z.object({
  state: z.enum(['wrong', 'published', 'propagated', 'unknown']),
  since: instant,
  /** When this wait began; the deadline counts from here. */
  startedAt: instant.optional(),
  publishedAt: instant.optional(),
  propagatedAt: instant.optional(),
  /** Rounds in a row in which the resolvers agreed. */
  agreeingRounds: z.number(),
  /** When the latest of these rounds was counted. */
  agreedAt: instant.optional(),
  /** By resolver: predicted moments in a row that passed without effect, which rules out an old cache. */
  disproved: z.record(z.string(), z.number()).optional(),
  /** The latest moment at which resolvers may still answer from the zone's earlier name servers. */
  movedUntil: instant.optional(),
  /** Checks in a row in which some servers were right and the others silent. */
  partialChecks: z.number().default(0),
  /** After Ready: checks in a row that contradict the state. */
  contradictions: z.number().default(0),
  /** After Ready: the DNS change was reported. */
  isDrifted: z.literal(true).optional(),
  /** Since when checks have had no result; absent while they have one. */
  uncheckedSince: instant.optional(),
  /** While unchecked: the name servers that don't answer the bot, although public resolvers have the zone. */
  blockedBy: z.array(z.string()).optional(),
  /** The latest observation with a result. */
  observation: dnsObservation.optional(),
});

const sslAxis = z.object({
  state: z.enum(['absent', 'invalid', 'valid', 'expiring', 'unknown']),
  since: instant,
  /** When DNS was published or a person retried; the deadline counts from here. */
  startedAt: instant.optional(),
  issuedAt: instant.optional(),
  /** After Ready: checks in a row that contradict the state. */
  contradictions: z.number().default(0),
  /** The certificate that expires first, and the threshold of its lifetime last warned about. */
  watched: z
    .object({ fingerprint: z.string(), validTo: instant, threshold: z.number().optional() })
    .optional(),
  uncheckedSince: instant.optional(),
  observation: sslObservation.optional(),
});

/** Why WordPress does not serve the site: the state of its domain record, or what visitors see instead. */
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
  'failing',
] as const;

const siteAxis = z.object({
  /** `unwatched`: the app has no network, and no page contradicts. */
  state: z.enum(['unrouted', 'routed', 'unknown', 'unwatched']),
  since: instant,
  reason: z.enum(unroutedReasons).optional(),
  /** The host where visitors land instead. */
  location: z.string().optional(),
  /** The domain record as last read. */
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
  /** The last reported reason, until the site is routed. */
  reported: z.enum(unroutedReasons).optional(),
});

/** The mapping's domain record in Ultimate Multisite, which routes the hostname to a site. */
const siteLink = z.object({
  /** WordPress's blog id. */
  siteId: z.number(),
  /** The site's title in the network, and its own host. */
  title: z.string().optional(),
  address: z.string().optional(),
  /** The domain record's id; absent until it exists. */
  domainRecordId: z.number().optional(),
  state: z.enum(['requested', 'present', 'removed', 'refused']),
  /** Failed attempts in a row. */
  attempts: z.number(),
  /** No attempt before this moment. */
  notBefore: instant,
  error: z.object({ code: z.string(), message: z.string() }).optional(),
});

/** A message in Slack; `threadTs` is its thread's root. */
const sourceMessage = z.object({ channel: z.string(), ts: z.string(), threadTs: z.string().optional() });

/** A finding from the first check that saw it until it is cleared. */
const openFinding = z.object({
  code: z.string(),
  axis: z.enum(['dns', 'ssl']),
  since: instant,
  reported: z.boolean(),
  /** When it was last reported, and how often. */
  reportedAt: instant.optional(),
  times: z.number().optional(),
  /** The parameters it was reported with. */
  params: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
  /** Who knows of it: a Slack user id. It is not reported again. */
  acknowledgedBy: z.string().optional(),
  /** Checks in a row without it. */
  absentChecks: z.number(),
});

/** The last message that an agent sent to the customer. */
const customerMessage = z.object({
  /** Slack user id. */
  by: z.string(),
  at: instant,
  /** A hash of what it asked for. */
  asked: z.string(),
  /** The language it was written in, a BCP 47 tag: the next one begins in it, too. */
  language: z.string().optional(),
  remindMs: z.number().optional(),
  /** When to remind the sender; absent once that is done, or if nothing was asked for. */
  remindAt: instant.optional(),
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
  /** For the team. */
  note: z.string().optional(),
  /** The message in Slack that asked for it. */
  source: sourceMessage.optional(),
  stage: z.enum(stages),
  alias: aliasAxis,
  dns: dnsAxis,
  ssl: sslAxis,
  /** The results of port 80 and the site when last checked. */
  http: httpObservation.optional(),
  site: siteAxis.default({ state: 'unwatched', since: 0, contradictions: 0 }),
  siteLink: siteLink.optional(),
  /** The `www.` mapping that shares this one's card, and the revision of it that the card shows. */
  www: z.object({ id: z.string(), hostname: z.string(), revision: z.number() }).optional(),
  /** The mapping whose card this one shares. */
  primary: z.string().optional(),
  openFindings: z.array(openFinding).default([]),
  /** How the wait for Ready ended, until a person retries or a late check finds everything right. */
  outcome: z.object({ stage: z.enum(['done', 'failed', 'ssl-failed']), at: instant }).optional(),
  /** Who requested the unmapping, and until when a second person may approve it. */
  approval: z.object({ by: z.string(), until: instant }).optional(),
  customerMessage: customerMessage.optional(),
  /** Who takes care of it, and who wants to be mentioned, too: Slack user ids. */
  assignee: z.string().optional(),
  followers: z.array(z.string()).optional(),
  /** Without reminders and mentions until then, or until something changes. */
  snooze: z.object({ by: z.string(), until: instant.optional() }).optional(),
  /** Findings that neither block nor alarm until then. */
  mutes: z
    .array(z.object({ code: z.string(), by: z.string(), reason: z.string(), until: instant }))
    .optional(),
  /** The time of the next check; absent while it waits for a person. */
  nextCheckAt: instant.optional(),
  /** Raised whenever something the card shows changes. */
  revision: z.number(),
  /** The hash of the latest event: the end of the chain. */
  lastHash: z.string().default(''),
});

/** Characters of a note. */
export const MAX_NOTE = 500;

/** Who is mentioned: the assignee, else whoever requested it. */
export const responsibleFor = ({
  assignee,
  requestedBy,
}: Pick<Mapping, 'assignee' | 'requestedBy'>): string => assignee ?? requestedBy;

export type Mapping = z.infer<typeof mapping>;

/**
 * What comparing a mapping with a network or the hosting provider's aliases takes; an index holds it for each mapping.
 */
export interface MappingLinks extends Readonly<Pick<Mapping, 'id' | 'hostname' | 'stage'>> {
  readonly primary?: string | undefined;
  readonly alias: Readonly<Pick<AliasAxis, 'intent' | 'state' | 'since'>>;
  readonly dns: Readonly<Pick<DnsAxis, 'state'>>;
  readonly ssl: Readonly<Pick<SslAxis, 'state'>>;
  readonly site: Readonly<Pick<SiteAxis, 'state' | 'record'>>;
  readonly siteLink?: Readonly<Pick<SiteLink, 'siteId' | 'domainRecordId' | 'state'>> | undefined;
}

export type Stage = (typeof stages)[number];
export type AliasAxis = z.infer<typeof aliasAxis>;
export type DnsAxis = z.infer<typeof dnsAxis>;
export type SiteAxis = z.infer<typeof siteAxis>;
export type MessageLink = z.infer<typeof sourceMessage>;
export type SiteLink = z.infer<typeof siteLink>;
export type OpenFinding = z.infer<typeof openFinding>;
export type SslAxis = z.infer<typeof sslAxis>;
