import type { Due } from '../../due.js';
import type { Numbers, Texts } from './column.js';
import type { IndexEntry } from './index-entry.js';

/** Moments, versions, and what a file is recognised by. */
export const numberColumns = {
  requestedAt: ({ requestedAt }) => requestedAt,
  readyAt: ({ readyAt }) => readyAt,
  certificateEnd: ({ certificateEnd }) => certificateEnd,
  since: ({ judgement }) => judgement?.since,
  from: ({ judgement }) => judgement?.from,
  until: ({ judgement }) => judgement?.until,
  aliasSince: ({ alias }) => alias.since,
  siteId: ({ siteLink }) => siteLink?.siteId,
  domainRecordId: ({ siteLink }) => siteLink?.domainRecordId,
  recordId: ({ site }) => site.record?.id,
  recordSiteId: ({ site }) => site.record?.siteId,
  recordModifiedAt: ({ site }) => site.record?.modifiedAt,
  checkAt: ({ check }) => check?.at,
  pending: ({ pending }) => pending,
  pendingSince: ({ pendingSince }) => pendingSince,
  version: ({ version }) => version,
  fileVersion: ({ fileVersion }) => fileVersion,
  size: ({ size }) => size,
  mtimeMs: ({ mtimeMs }) => mtimeMs,
  inode: ({ inode }) => inode,
} satisfies Readonly<Record<string, (entry: IndexEntry) => number | undefined>>;

/** Stands for true; nothing stands for false. */
export const YES = 'yes';
const yesIf = (is: boolean | undefined): string | undefined => (is ? YES : undefined);

/** Texts that many entries share. */
export const textColumns = {
  app: ({ app }) => app,
  channel: ({ channel }) => channel,
  stage: ({ stage }) => stage,
  responsible: ({ responsible }) => responsible,
  dnsProvider: ({ dnsProvider }) => dnsProvider,
  health: ({ judgement }) => judgement?.health,
  whoActs: ({ judgement }) => judgement?.whoActs,
  basis: ({ judgement }) => judgement?.basis,
  intent: ({ alias }) => alias.intent,
  alias: ({ alias }) => alias.state,
  dns: ({ dns }) => dns.state,
  ssl: ({ ssl }) => ssl.state,
  site: ({ site }) => site.state,
  recordStage: ({ site }) => site.record?.stage,
  recordActive: ({ site }) => yesIf(site.record?.isActive),
  recordSecure: ({ site }) => yesIf(site.record?.isSecure),
  siteLink: ({ siteLink }) => siteLink?.state,
  cardChannel: ({ cardChannel }) => cardChannel,
  checkLane: ({ check }) => check?.lane,
  checkApp: ({ check }) => check?.app,
} satisfies Readonly<Record<string, (entry: IndexEntry) => string | undefined>>;

export type NumberName = keyof typeof numberColumns;
export type TextName = keyof typeof textColumns;

export const numberNames = Object.keys(numberColumns) as readonly NumberName[];
export const textNames = Object.keys(textColumns) as readonly TextName[];

/** What all rows have. */
export interface EntryColumns {
  readonly numbers: Readonly<Record<NumberName, Numbers>>;
  readonly texts: Readonly<Record<TextName, Texts>>;
}

/** Something for each column. */
export const eachColumn = <Name extends NumberName | TextName, Column>(
  names: readonly Name[],
  make: (name: Name) => Column,
): Readonly<Record<Name, Column>> =>
  Object.fromEntries(names.map((name) => [name, make(name)])) as Record<Name, Column>;

/** What few entries have. */
export interface Extras {
  readonly fileName?: string | undefined;
  readonly primary?: string | undefined;
  readonly delivery?: Due | undefined;
  readonly undeliverable?: readonly string[] | undefined;
}

export function extrasOf(entry: IndexEntry): Extras | undefined {
  const { fileName, primary, delivery } = entry;
  const undeliverable = entry.undeliverable.length > 0 ? entry.undeliverable : undefined;
  const hasNone = (fileName ?? primary ?? delivery ?? undeliverable) === undefined;
  return hasNone ? undefined : { fileName, primary, delivery, undeliverable };
}
