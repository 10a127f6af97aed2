import { parseHostname } from '../mapping/hostname.js';
import type { Mapping } from '../mapping/mapping.js';
import type { DomainRecord } from './multisite.js';
import { isOwn } from './network.js';

/** What was in the network at the last reading: the records' domains by their ids. */
export type Known = ReadonlyMap<number, string>;

/** What a reading asks for. */
export type Step =
  | { readonly kind: 'start'; readonly hostname: string; readonly record: DomainRecord }
  | { readonly kind: 'link'; readonly mapping: string; readonly record: DomainRecord }
  | { readonly kind: 'rename'; readonly mapping: string; readonly to: string }
  /** Gone from the list: to be confirmed one by one. */
  | { readonly kind: 'vanish'; readonly mapping: string; readonly recordId: number }
  /** New, while an earlier mapping of the name is still on its way out: to be looked at again. */
  | { readonly kind: 'wait'; readonly recordId: number }
  | { readonly kind: 'stage'; readonly recordId: number; readonly stage: 'done' | 'ssl-failed' };

export interface Reading {
  readonly records: readonly DomainRecord[];
  /** Undefined at the first reading: what was there before the bot is only taken note of. */
  readonly known: Known | undefined;
  /** The app's live mappings. */
  readonly mappings: readonly Mapping[];
  readonly networkHost: string | undefined;
  readonly setsStage: boolean;
}

/** More than this many, and more than half, don't vanish between two readings: something else is wrong. */
const FEW = 5;

export function follow(reading: Reading): readonly Step[] {
  const { records, known, mappings } = reading;
  const byHostname = new Map(mappings.map((mapping) => [mapping.hostname, mapping]));
  const byRecord = new Map(
    mappings.flatMap((mapping) =>
      mapping.site?.recordId ? [[mapping.site.recordId, mapping] as const] : [],
    ),
  );
  const steps = records.flatMap((record) => {
    const hostname = hostnameOf(record.domain, reading.networkHost);
    const mapping = hostname === undefined ? undefined : byHostname.get(hostname);
    return [
      ...renamed(record, hostname, byRecord.get(record.id)),
      ...(mapping ? linked(mapping, record, known) : started(hostname, record, known)),
      ...(mapping && reading.setsStage ? staged(mapping, record) : []),
    ];
  });
  return [...steps, ...vanished(reading)];
}

/** So much is gone at once that nothing is concluded from it. */
export const isSuspicious = (steps: readonly Step[], known: Known | undefined): boolean => {
  const gone = steps.filter(({ kind }) => kind === 'vanish').length;
  return gone > FEW && gone * 2 > (known?.size ?? 0);
};

/** In A-label form; undefined for what needs no mapping or can't have one. */
export function hostnameOf(domain: string, networkHost: string | undefined): string | undefined {
  const parsed = parseHostname(domain);
  return parsed.ok && !isOwn(parsed.hostname, networkHost) ? parsed.hostname : undefined;
}

function renamed(record: DomainRecord, hostname: string | undefined, before: Mapping | undefined): Step[] {
  if (!before || before.hostname === hostname || before.site?.state !== 'present') return [];
  return [{ kind: 'rename', mapping: before.id, to: record.domain }];
}

function linked({ id, site, host }: Mapping, record: DomainRecord, known: Known | undefined): Step[] {
  const isKnown = site?.recordId === record.id && site.state === 'present';
  if (host.intent === 'remove')
    return known && known.get(record.id) !== record.domain ? [{ kind: 'wait', recordId: record.id }] : [];
  return isKnown ? [] : [{ kind: 'link', mapping: id, record }];
}

/** A record that is new, or has a new name. */
function started(hostname: string | undefined, record: DomainRecord, known: Known | undefined): Step[] {
  if (hostname === undefined || !known || known.get(record.id) === record.domain) return [];
  return [{ kind: 'start', hostname, record }];
}

/** Only forward, from where the plugin itself gave up or still looks. */
function staged({ stage }: Mapping, record: DomainRecord): Step[] {
  if (stage !== 'done' && stage !== 'ssl-failed') return [];
  const isSettled = record.stage === stage || record.stage.startsWith('done');
  return isSettled ? [] : [{ kind: 'stage', recordId: record.id, stage }];
}

/** A name that has another record by now was deleted and created anew. */
function vanished({ records, mappings, networkHost }: Reading): Step[] {
  const present = new Set(records.map(({ id }) => id));
  const named = new Set(records.map(({ domain }) => hostnameOf(domain, networkHost)));
  return mappings.flatMap(({ id, hostname, site, host }): Step[] => {
    const isGone = site?.state === 'present' && site.recordId !== undefined && !present.has(site.recordId);
    return isGone && host.intent === 'add' && !named.has(hostname)
      ? [{ kind: 'vanish', mapping: id, recordId: site.recordId ?? 0 }]
      : [];
  });
}
