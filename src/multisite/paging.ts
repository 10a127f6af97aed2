import { type DomainRecord, MultisiteError } from './multisite.js';

export interface DomainRecordPage {
  readonly domainRecords: readonly DomainRecord[];
  /** `X-WP-Total`; NaN where the version has no such header. */
  readonly total: number;
}

const PER_PAGE = 100;
const MAX_PAGES = 1_000;

/**
 * Every record, whichever way of paging the network knows: `page` and `per_page` with totals since 2.5.0, `number` and
 * `offset` before. Both are asked for at once; each version ignores the other's. Throws when the pages are not the whole.
 */
export async function listAll(
  load: (query: URLSearchParams) => Promise<DomainRecordPage>,
): Promise<readonly DomainRecord[]> {
  const found = new Map<number, DomainRecord>();
  for (let page = 1; page <= MAX_PAGES; page++) {
    const { domainRecords, total } = await load(queryOf(page));
    const before = found.size;
    for (const domainRecord of domainRecords) found.set(domainRecord.id, domainRecord);
    const isLast = Number.isNaN(total) ? domainRecords.length < PER_PAGE : page * PER_PAGE >= total;
    if (isLast) return complete(found, total);
    // A server that knows neither way gives the same page forever.
    if (found.size === before) break;
  }
  throw new MultisiteError('wrong-shape', 'Ultimate Multisite’s list of domains has no end.');
}

function queryOf(page: number): URLSearchParams {
  return new URLSearchParams({
    page: String(page),
    per_page: String(PER_PAGE),
    number: String(PER_PAGE),
    offset: String((page - 1) * PER_PAGE),
    orderby: 'id',
    order: 'ASC',
  });
}

/** A record that was deleted meanwhile shifts the others: then nothing is concluded from what is missing. */
function complete(found: ReadonlyMap<number, DomainRecord>, total: number): readonly DomainRecord[] {
  if (found.size < total)
    throw new MultisiteError(
      'wrong-shape',
      'Ultimate Multisite’s list of domains changed while it was read.',
    );
  return [...found.values()];
}
