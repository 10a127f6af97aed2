import { z } from 'zod';
import { type DomainRecord, MultisiteError } from './multisite.js';
import { wholeNumber } from './numbers.js';

const record = z.looseObject({
  id: wholeNumber,
  blog_id: wholeNumber,
  domain: z.string().min(1).max(255),
  stage: z.string().max(50).catch('unknown'),
});

/** Throws `MultisiteError` for what is none. */
export function readDomainRecord(json: unknown): DomainRecord {
  const { success, data } = record.safeParse(json);
  if (!success)
    throw new MultisiteError('wrong-shape', 'Ultimate Multisite answered with a record that can’t be read.');
  const { id, blog_id: siteId, domain, stage } = data;
  return { id, siteId, domain: domain.toLowerCase(), stage };
}

export function readDomainRecords(json: unknown): DomainRecord[] {
  if (!Array.isArray(json))
    throw new MultisiteError('wrong-shape', 'Ultimate Multisite answered with something that is no list.');
  return json.map(readDomainRecord);
}
