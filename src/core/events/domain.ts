import { z } from 'zod';
import { epochMs } from '../instant.js';

export const domainEvents = {
  /**
   * `site` and `domainRecord`: ids in Ultimate Multisite. `www`, `primary`: ids of the related mappings. `note`: for
   * the team. `source…`: the message that asked for it.
   */
  'domain.requested': z.object({
    app: z.string(),
    site: z.number().optional(),
    domainRecord: z.number().optional(),
    www: z.string().optional(),
    wwwHostname: z.string().optional(),
    primary: z.string().optional(),
    note: z.string().optional(),
    sourceChannel: z.string().optional(),
    sourceTs: z.string().optional(),
    sourceThreadTs: z.string().optional(),
  }),
  'domain.done': z.object({ afterMs: z.number(), late: z.literal(true).optional() }),
};

/** Events about people and the bot itself. */
export const otherEvents = {
  'check.requested': z.object({}),
  /** It shares the card of its bare name from now on. `primary`: that mapping's id. */
  'card.joined': z.object({ primary: z.string(), primaryHostname: z.string() }),
  /** Slack IDs. */
  'card.moved': z.object({ fromChannel: z.string(), toChannel: z.string() }),
  'access.denied': z.object({
    permission: z.enum(['view', 'map', 'check', 'unmap', 'move', 'approve', 'audit', 'configure', 'assign']),
  }),
  /** `message`: without secrets. `again`: how often it recurred since it was reported. */
  'error.logged': z.object({
    source: z.string(),
    message: z.string(),
    retried: z.boolean(),
    code: z.string().optional(),
    reason: z.string().optional(),
    loggedAt: epochMs.optional(),
    again: z.number().optional(),
  }),
  /** An admin's words for customers. `parts`: the sentences that differ. */
  'customer_texts.changed': z.object({
    app: z.string(),
    language: z.string(),
    parts: z.string(),
    isReset: z.boolean(),
  }),
  /** A summary was posted. `period`: the day it begins. */
  'digest.posted': z.object({ app: z.string(), forChannel: z.string(), period: z.string() }),
  /** In the setting's unit, or a choice. `isReset`: "to" is the default. `forChannel`: only there, for all apps. */
  'setting.changed': z.object({
    forChannel: z.string().optional(),
    app: z.string(),
    setting: z.string(),
    from: z.union([z.number(), z.string()]),
    to: z.union([z.number(), z.string()]),
    isReset: z.boolean(),
  }),
};

const nothing = z.object({});

export const unmapEvents = {
  'unmap.requested': nothing,
  /** `until`: the deadline for a second person's approval. */
  'unmap.proposed': z.object({ until: epochMs }),
  'unmap.approved': nothing,
  /** `requester`: the Slack user ID of whoever proposed it. */
  'unmap.declined': z.object({ requester: z.string().optional() }),
  /** By the person who requested it. */
  'unmap.withdrawn': nothing,
  'unmap.expired': z.object({ requester: z.string().optional() }),
  /** The mapping whose card it shares was unmapped. */
  'unmap.followed': nothing,
};
