import { z } from 'zod';
import {
  type DomainRecord,
  type DomainRecordList,
  MultisiteError,
  type NetworkSite,
  type Webhook,
  wholeNumberOf,
} from './multisite.js';

/** Accepts `"1"`, `1` and `true`: a just written record has other types than one that is read. */
const flagShape = z
  .union([z.boolean(), z.number(), z.string()])
  .nullish()
  .transform((value) => value === true || Number(value) === 1 || value === 'true');

const domainRecordShape = z.looseObject({
  id: wholeNumberOf,
  blog_id: wholeNumberOf,
  domain: z.string().min(1).max(255),
  stage: z.string().max(50).catch('unknown'),
  // A version without the field has no inactive records.
  active: flagShape.prefault(true),
  primary_domain: flagShape,
  secure: flagShape,
  date_modified: z.string().nullish(),
});

const siteShape = z.looseObject({
  id: wholeNumberOf,
  title: z.string().max(1_000).catch(''),
  domain: z.string().min(1).max(255),
  path: z.string().max(255).catch('/'),
});

const webhook = z.looseObject({ id: wholeNumberOf, event: z.string(), webhook_url: z.string() });

/** Throws `MultisiteError` if it isn't a record. */
export function readDomainRecord(json: unknown): DomainRecord {
  const found = domainRecordIn(json);
  if (found) return found;
  throw new MultisiteError('wrong-shape', 'Ultimate Multisite answered with a record that can’t be read.');
}

/** An unreadable record doesn't affect the others. */
export function readDomainRecords(json: unknown): DomainRecordList {
  const entries = listIn(json).map((each) => domainRecordIn(each) ?? idIn(each));
  return {
    domainRecords: entries.flatMap((each) => (typeof each === 'number' ? [] : [each])),
    unreadable: entries.flatMap((each) => (typeof each === 'number' ? [each] : [])),
  };
}

export function readSite(json: unknown): NetworkSite {
  const found = siteIn(json);
  if (found) return found;
  throw new MultisiteError('wrong-shape', 'Ultimate Multisite answered with a site that can’t be read.');
}

/** An unreadable site doesn't affect the others. */
export function readSites(json: unknown): { entries: NetworkSite[]; unreadable: number[] } {
  const all = listIn(json).map((each) => siteIn(each) ?? idIn(each));
  return {
    entries: all.flatMap((each) => (typeof each === 'number' ? [] : [each])),
    unreadable: all.flatMap((each) => (typeof each === 'number' ? [each] : [])),
  };
}

function siteIn(json: unknown): NetworkSite | undefined {
  const { data } = siteShape.safeParse(json);
  return data && { id: data.id, title: data.title, address: data.domain.toLowerCase(), path: data.path };
}

export const readWebhooks = (json: unknown): Webhook[] =>
  listIn(json).flatMap((each) => {
    const { data } = webhook.safeParse(each);
    return data ? [{ id: data.id, event: data.event, url: data.webhook_url }] : [];
  });

function domainRecordIn(json: unknown): DomainRecord | undefined {
  const { data } = domainRecordShape.safeParse(json);
  if (!data) return undefined;
  const { id, blog_id: siteId, domain, stage, active, primary_domain, secure, date_modified } = data;
  const modifiedAt = Date.parse(`${(date_modified ?? '').replace(' ', 'T')}Z`);
  return {
    id,
    siteId,
    domain: domain.toLowerCase(),
    stage,
    isActive: active,
    isPrimary: primary_domain,
    isSecure: secure,
    ...(Number.isNaN(modifiedAt) ? {} : { modifiedAt }),
  };
}

const idIn = (json: unknown): number => z.looseObject({ id: wholeNumberOf }).safeParse(json).data?.id ?? 0;

function listIn(json: unknown): readonly unknown[] {
  if (Array.isArray(json)) return json;
  throw new MultisiteError('wrong-shape', 'Ultimate Multisite answered with something that is no list.');
}
