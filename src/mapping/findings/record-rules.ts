import { creationsFor, deletionsOf, fixesFor } from './fixes.js';
import { isCloudflare, isPrivate } from './networks.js';
import type { FindingCode } from './table.js';
import { type DnsView, expectedOf, listed, type Rule, serversIn, valuesIn } from './view.js';

/** What the zone answers for the name. */
export const recordRules = {
  'cname-loop': (view) =>
    chainEnded(view, 'loop') ? { params: seen(view), fixes: fixesFor(view) } : undefined,

  'cname-at-apex': (view) => {
    const { dns, telling } = view;
    const cname = telling
      .flatMap(({ a }) => a.records)
      .find(({ name, type }) => type === 'CNAME' && name === dns.zone);
    return cname && dns.queried === dns.zone
      ? { params: { ...seen(view), observed: valuesIn([cname]) }, fixes: fixesFor(view) }
      : undefined;
  },

  'cname-dangling': (view) => {
    const last = view.records.findLast(({ type }) => type === 'CNAME');
    return last && (chainEnded(view, 'dangling') || leadsNowhere(view))
      ? { params: { ...seen(view), gone: last.value }, fixes: fixesFor(view) }
      : undefined;
  },

  'record-doubled': (view) => {
    const { surroundings } = view.dns;
    if (!surroundings?.doubledName || surroundings.doubled.length === 0) return undefined;
    // A wildcard answers for the doubled name, too.
    if (view.right.length > 0 || isSame(surroundings.doubled, surroundings.sibling)) return undefined;
    return {
      params: { ...seen(view), doubled: surroundings.doubledName },
      fixes: creationsFor(view),
    };
  },

  'wildcard-shadow': (view) => {
    const sibling = view.dns.surroundings?.sibling ?? [];
    const isShadowed =
      view.right.length === 0 &&
      sibling.length > 0 &&
      view.wrong.some(({ a }) =>
        isSame(
          a.records.map(({ value }) => value),
          sibling,
        ),
      );
    if (!isShadowed || view.mapping.hostname !== view.dns.queried) return undefined;
    return { params: seen(view), fixes: creationsFor(view) };
  },

  'cloudflare-proxied': (view) =>
    view.foreign.some(({ value }) => isCloudflare(value))
      ? { params: seen(view), fixes: fixesFor(view) }
      : undefined,

  'cname-wrong': (view) => {
    const cname = view.records.find(({ name, type }) => type === 'CNAME' && name === view.dns.queried);
    return cname ? { params: { ...seen(view), observed: cname.value }, fixes: fixesFor(view) } : undefined;
  },

  'address-private': (view) => {
    const records = view.foreign.filter(({ value }) => isPrivate(value));
    return records.length > 0
      ? { params: { ...seen(view), observed: valuesIn(records) }, fixes: fixesFor(view) }
      : undefined;
  },

  'a-wrong': (view) => {
    const records = view.foreign.filter(({ type }) => type === 'A');
    if (records.length === 0 || hasWantedAddress(view)) return undefined;
    return { params: { ...seen(view), observed: valuesIn(records) }, fixes: fixesFor(view) };
  },

  'a-mixed': (view) => {
    const records = view.foreign.filter(({ type }) => type === 'A');
    if (records.length === 0 || !hasWantedAddress(view)) return undefined;
    return { params: { ...seen(view), observed: valuesIn(records) }, fixes: deletionsOf(records, view) };
  },

  'aaaa-left-over': (view) => {
    const records = view.foreign.filter(({ type }) => type === 'AAAA');
    return records.length > 0
      ? { params: { ...seen(view), observed: valuesIn(records) }, fixes: deletionsOf(records, view) }
      : undefined;
  },

  'record-missing': (view) =>
    view.dns.delegation === 'found' && view.wrong.length > 0 && view.records.length === 0
      ? { params: seen(view), fixes: creationsFor(view) }
      : undefined,
} as const satisfies Partial<Record<FindingCode, Rule<DnsView>>>;

/** What every sentence about records may use. */
const seen = (view: DnsView): Record<string, string> => ({
  observed: valuesIn(view.records),
  expected: expectedOf(view),
  servers: serversIn(view.wrong),
});

const chainEnded = ({ wrong }: DnsView, how: 'loop' | 'dangling'): boolean =>
  wrong.some(({ a, aaaa }) => a.chain === how || aaaa.chain === how);

/** A chain whose last name is there, but without any address. */
const leadsNowhere = ({ wrong, records }: DnsView): boolean =>
  wrong.some(({ a, aaaa }) => a.chain === 'open' && aaaa.chain !== undefined) &&
  records.every(({ type }) => type === 'CNAME');

const hasWantedAddress = ({ records, foreign }: DnsView): boolean =>
  records.some((record) => record.type === 'A' && !foreign.includes(record));

const isSame = (some: readonly string[], others: readonly string[]): boolean =>
  listed([...some].sort()) === listed([...others].sort());
