import { z } from 'zod';
import { epochMs } from '../instant.js';
import { unroutedReasons } from '../mapping.js';
import { clearedFinding, stuckFinding } from './finding.js';

const isLate = { late: z.literal(true).optional() };
/** What DNS answers instead of the target: a catalogue key, and the records. */
const dnsFound = { found: z.string(), values: z.string().optional() };
/** What is served at the target: a catalogue key, and the certificate's facts. */
const served = {
  served: z.string(),
  address: z.string(),
  issuer: z.string(),
  names: z.string(),
  validTo: epochMs,
  error: z.string(),
};

export const dnsEvents = {
  /** `dnsProvider`: where the change was made, if an earlier check saw another answer. */
  'dns.published': z.object({
    afterMs: z.number(),
    servers: z.number(),
    dnsProvider: z.string().optional(),
    ...isLate,
  }),
  'dns.propagated': z.object({ afterMs: z.number(), resolvers: z.number(), ...isLate }),
  'dns.failed': z.object({ afterMs: z.number(), ...dnsFound }),
  'dns.drifted': z.object(dnsFound),
  'dns.restored': z.object({ afterMs: z.number() }),
  'dns.stuck': stuckFinding,
  'dns.cleared': clearedFinding,
};

export const sslEvents = {
  'ssl.issued': z.object({ afterMs: z.number(), ...isLate, ...served }),
  'ssl.failed': z.object({ afterMs: z.number() }).extend(z.object(served).partial().shape),
  'ssl.expiring': z.object({
    validTo: epochMs,
    issuer: z.string(),
    leftMs: z.number(),
    expired: z.boolean(),
  }),
  /** `warned`: its expiry had been reported. */
  'ssl.renewed': z.object({ ...served, warned: z.literal(true).optional() }),
  'ssl.stuck': stuckFinding,
  'ssl.cleared': clearedFinding,
};

/** The hosting provider's refusal. `message`: its own text, unescaped. */
const refusalDetails = z.object({ code: z.string(), message: z.string() });
const outcome = z.object({ already: z.boolean(), afterMs: z.number() });

export const aliasEvents = {
  'alias.added': outcome,
  'alias.refused': refusalDetails,
  /** The provider no longer has it, though nobody here removed it. */
  'alias.lost': z.object({}),
  'alias.removed': outcome,
  'alias.remove_refused': refusalDetails,
};

/** WordPress's blog id. */
const siteAxisDetails = { site: z.number().optional() };

export const siteEvents = {
  /** `location`: where visitors land instead. `stage`: the domain record's. `gaveUpAt`: when that was set, epoch ms. */
  'site.unrouted': z.object({
    reason: z.enum(unroutedReasons),
    ...siteAxisDetails,
    location: z.string().optional(),
    stage: z.string().optional(),
    gaveUpAt: z.number().optional(),
  }),
  'site.routed': z.object(siteAxisDetails),
};
