import { type DomainRecord, type DomainRecordList, MultisiteError } from './multisite.js';

export interface DomainRecordPage extends DomainRecordList {
  /** `X-WP-Total`; NaN if the version has no such header. */
  readonly total: number;
}

const PER_PAGE = 100;
const MAX_PAGES = 1_000;

/**
 * Reads every record with either way of paging: `page` and `per_page` with totals since 2.5.0, `number` and `offset`
 * before. Sends both; each version ignores the other's. Throws if the pages are incomplete.
 */
export async function listAll(
  load: (query: URLSearchParams) => Promise<DomainRecordPage>,
): Promise<DomainRecordList> {
  const found = new Map<number, DomainRecord>();
  const unreadable = new Set<number>();
  for (let page = 1; page <= MAX_PAGES; page++) {
    const { domainRecords, unreadable: others, total } = await load(pageQuery(page));
    const before = found.size + unreadable.size;
    for (const domainRecord of domainRecords) found.set(domainRecord.id, domainRecord);
    for (const id of others) unreadable.add(id);
    const onPage = domainRecords.length + others.length;
    const isLast = Number.isNaN(total) ? onPage < PER_PAGE : page * PER_PAGE >= total;
    if (isLast) return completeList(found, unreadable, total);
    // A server that knows neither way returns the same page forever.
    if (found.size + unreadable.size === before) break;
  }
  throw new MultisiteError('wrong-shape', 'Ultimate Multisite’s list of domains has no end.');
}

function pageQuery(page: number): URLSearchParams {
  return new URLSearchParams({
    page: String(page),
    per_page: String(PER_PAGE),
    number: String(PER_PAGE),
    offset: String((page - 1) * PER_PAGE),
    orderby: 'id',
    order: 'ASC',
  });
}

/** A record deleted during paging shifts the others: then a missing record proves nothing. */
function completeList(
  found: ReadonlyMap<number, DomainRecord>,
  unreadable: ReadonlySet<number>,
  total: number,
): DomainRecordList {
  if (found.size + unreadable.size < total)
    throw new MultisiteError(
      'wrong-shape',
      'Ultimate Multisite’s list of domains changed while it was read.',
    );
  return { domainRecords: [...found.values()], unreadable: [...unreadable] };
}
