import { z } from 'zod';
import { listFrom } from '../../util/collections.js';
import { htmlText } from '../../util/html-text.js';
import {
  type DomainRecord,
  MultisiteError,
  type NetworkSite,
  type Webhook,
  wholeNumberOf,
} from '../multisite.js';

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
  // WordPress escapes it for its own pages.
  title: z.string().max(1_000).transform(htmlText).catch(''),
  domain: z.string().min(1).max(255),
  path: z.string().max(255).catch('/'),
  archived: flagShape,
  spam: flagShape,
  deleted: flagShape,
});

const webhook = z.looseObject({ id: wholeNumberOf, event: z.string(), webhook_url: z.string() });

/** Throws `MultisiteError` if it isn't a record. */
export function readDomainRecord(json: unknown): DomainRecord {
  const found = domainRecordIn(json);
  if (found) return found;
  throw new MultisiteError('wrong-shape', 'Ultimate Multisite sent a record that can’t be read.');
}

/** `unreadable`: the IDs of those that can't be read, 0 where even the ID can't; they don't affect the others. */
export interface ReadList<Entry> {
  readonly entries: readonly Entry[];
  readonly unreadable: readonly number[];
}

export const readDomainRecords = (json: unknown): ReadList<DomainRecord> => readList(json, domainRecordIn);
export const readSites = (json: unknown): ReadList<NetworkSite> => readList(json, networkSiteIn);
export const readWebhooks = (json: unknown): ReadList<Webhook> => readList(json, webhookIn);

function readList<Entry>(json: unknown, read: (json: unknown) => Entry | undefined): ReadList<Entry> {
  const all = listIn(json).map((each) => ({ entry: read(each), id: idIn(each) }));
  return {
    entries: all.flatMap(({ entry }) => entry ?? []),
    unreadable: all.flatMap(({ entry, id }) => (entry === undefined ? [id] : [])),
  };
}

export function readSite(json: unknown): NetworkSite {
  const found = networkSiteIn(json);
  if (found) return found;
  throw new MultisiteError('wrong-shape', 'Ultimate Multisite sent a site that can’t be read.');
}

function networkSiteIn(json: unknown): NetworkSite | undefined {
  const { data } = siteShape.safeParse(json);
  if (!data) return undefined;
  const { id, title, domain, path, archived, spam, deleted } = data;
  const isClosed = archived || spam || deleted;
  return { id, title, address: domain.toLowerCase(), path, ...(isClosed ? { isClosed } : {}) };
}

function webhookIn(json: unknown): Webhook | undefined {
  const { data } = webhook.safeParse(json);
  return data && { id: data.id, event: data.event, url: data.webhook_url };
}

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
  const list = listFrom(json);
  if (list) return list;
  throw new MultisiteError('wrong-shape', 'Ultimate Multisite sent an answer that isn’t a list.');
}
