import { LargeMap } from '../../util/large-map.js';
import type { LongList } from '../../util/parted-list.js';
import { MultisiteError } from '../multisite.js';

/** `unreadable`: IDs of entries that exist but can't be read; 0 for each whose ID can't be read either. */
export interface ListPage<Entry> {
  readonly entries: readonly Entry[];
  readonly unreadable: readonly number[];
  /** `X-WP-Total`; NaN if the version has no such header. */
  readonly total: number;
}

export interface WholeList<Entry> extends Pick<ListPage<Entry>, 'unreadable'> {
  readonly entries: LongList<Entry>;
}

const PER_PAGE = 100;
const MAX_PAGES = 10_000;

/**
 * Reads every entry with either way of paging: `page` and `per_page` with totals since 2.5.0, `number` and `offset`
 * before. Sends both; each version ignores the other's. Throws if the pages are incomplete.
 */
export async function listAll<Entry extends { readonly id: number }>(
  load: (query: URLSearchParams) => Promise<ListPage<Entry>>,
): Promise<WholeList<Entry>> {
  const found = new LargeMap<number, Entry>(0);
  const unreadable = new Set<number>();
  let nameless = 0;
  for (let page = 1; page <= MAX_PAGES; page++) {
    const { entries, unreadable: others, total: said } = await load(pageQuery(page));
    const before = found.size + unreadable.size;
    for (const entry of entries) found.set(entry.id, entry);
    for (const id of others) id === 0 ? nameless++ : unreadable.add(id);
    const onPage = entries.length + others.length;
    // A total that is too low, as a cache or another plugin may send it, doesn't mark the end.
    const total = said >= found.size + unreadable.size + nameless ? said : Number.NaN;
    const isLast = Number.isNaN(total) ? onPage < PER_PAGE : page * PER_PAGE >= total;
    if (isLast) return wholeList(found, [...unreadable, ...Array<number>(nameless).fill(0)], total);
    // A server that ignores both ways returns the same page forever.
    if (found.size + unreadable.size === before) break;
  }
  throw new MultisiteError('wrong-shape', 'Ultimate Multisite’s list has no end.');
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

/** An entry deleted during paging shifts the others: then a missing one proves nothing. */
function wholeList<Entry>(
  found: LargeMap<number, Entry>,
  unreadable: readonly number[],
  total: number,
): WholeList<Entry> {
  if (found.size + unreadable.length < total)
    throw new MultisiteError('wrong-shape', 'Ultimate Multisite’s list changed while it was read.');
  return { entries: found.values, unreadable };
}
