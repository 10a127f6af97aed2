import type { Judgement } from '../../../core/judgement.js';
import type { MappingLinks } from '../../../core/mapping.js';
import { type Due, NO_REASONS } from '../../due.js';
import { sharedState, sharedText } from '../../summary.js';
import type { IndexEntry } from './index-entry.js';

/** Some entries, column by column, which is the fastest to read. Texts that many entries share are replaced by numbers. */
export type WrittenBlock = { readonly texts: readonly string[] } & ReturnType<typeof writtenColumns>;

export function writtenBlock(entries: readonly IndexEntry[]): WrittenBlock {
  const numbers = new Map<string, number>();
  const columns = writtenColumns(entries, (text) => {
    const known = numbers.get(text) ?? numbers.size;
    numbers.set(text, known);
    return known;
  });
  return { texts: [...numbers.keys()], ...columns };
}

function writtenColumns(entries: readonly IndexEntry[], numberOf: (text: string) => number) {
  const column = <Value>(of: (entry: IndexEntry) => Value): readonly Value[] => entries.map(of);
  /** Null stands for undefined, which JSON lacks. */
  const optional = <Value>(of: (entry: IndexEntry) => Value | undefined) =>
    column((entry) => of(entry) ?? null);
  const text = (of: (entry: IndexEntry) => string) => column((entry) => numberOf(of(entry)));
  const optionalText = (of: (entry: IndexEntry) => string | undefined) =>
    column((entry) => {
      const value = of(entry);
      return value === undefined ? null : numberOf(value);
    });
  return {
    fileName: optional(({ fileName }) => fileName),
    size: column(({ size }) => size),
    mtimeMs: column(({ mtimeMs }) => mtimeMs),
    inode: column(({ inode }) => inode),
    fileVersion: column(({ fileVersion }) => fileVersion),
    id: column(({ id }) => id),
    hostname: column(({ hostname }) => hostname),
    app: text(({ app }) => app),
    channel: text(({ channel }) => channel),
    cardChannel: text(({ cardChannel }) => cardChannel),
    stage: text(({ stage }) => stage),
    requestedAt: column(({ requestedAt }) => requestedAt),
    responsible: text(({ responsible }) => responsible),
    readyAt: optional(({ readyAt }) => readyAt),
    certificateEnd: optional(({ certificateEnd }) => certificateEnd),
    dnsProvider: optionalText(({ dnsProvider }) => dnsProvider),
    health: optionalText(({ judgement }) => judgement?.health),
    whoActs: optionalText(({ judgement }) => judgement?.whoActs),
    since: optional(({ judgement }) => judgement?.since),
    from: optional(({ judgement }) => judgement?.from),
    until: optional(({ judgement }) => judgement?.until),
    basis: optionalText(({ judgement }) => judgement?.basis),
    intent: text(({ alias }) => alias.intent),
    alias: text(({ alias }) => alias.state),
    aliasSince: column(({ alias }) => alias.since),
    dns: text(({ dns }) => dns.state),
    ssl: text(({ ssl }) => ssl.state),
    site: text(({ site }) => site.state),
    record: optional(({ site }) => site.record),
    siteLink: optional(({ siteLink }) => siteLink),
    primary: optional(({ primary }) => primary),
    checkAt: optional(({ check }) => check?.at),
    checkLane: optionalText(({ check }) => check?.lane),
    checkApp: optionalText(({ check }) => check?.app),
    delivery: optional(({ delivery }) => delivery),
    pending: column(({ pending }) => pending),
    pendingSince: optional(({ pendingSince }) => pendingSince),
    undeliverable: optional(({ undeliverable }) => (undeliverable.length === 0 ? undefined : undeliverable)),
  };
}

/** What a block holds: another version of the bot may write others. */
export const snapshotColumns = Object.keys(writtenColumns([], () => 0)).join(' ');

/**
 * A snapshot's checksum says that this bot wrote it, so nothing is checked again. Field by field, although a table of
 * columns could do it: that takes half as long again, and a start with many mappings mostly does this.
 */
export function entriesInBlock(block: WrittenBlock): IndexEntry[] {
  const texts = block.texts.map(sharedText);
  /** One of the texts, of the type it had when it was written. */
  const text = <Text extends string>(column: readonly (number | null)[], at: number): Text =>
    texts[column[at] ?? 0] as Text;
  const orNone = (column: readonly (number | null)[], at: number) =>
    column[at] === null ? undefined : text(column, at);
  const number = (column: readonly (number | null)[], at: number): number => column[at] ?? 0;
  const judgementAt = (at: number): Judgement | undefined =>
    block.basis[at] === null
      ? undefined
      : {
          health: text(block.health, at),
          whoActs: text(block.whoActs, at),
          since: number(block.since, at),
          from: number(block.from, at),
          until: number(block.until, at),
          basis: text(block.basis, at),
        };
  const siteAt = (at: number): MappingLinks['site'] => {
    const state = text<MappingLinks['site']['state']>(block.site, at);
    const record = block.record[at] ?? undefined;
    return record ? { state, record } : sharedState(state);
  };
  const checkAt = (at: number): Due | undefined =>
    block.checkAt[at] === null
      ? undefined
      : {
          at: number(block.checkAt, at),
          lane: orNone(block.checkLane, at),
          app: orNone(block.checkApp, at),
        };
  return block.id.map((id, at): IndexEntry => {
    const { siteId, domainRecordId, state } = block.siteLink[at] ?? {};
    return {
      id,
      hostname: block.hostname[at] ?? '',
      app: text(block.app, at),
      channel: text(block.channel, at),
      stage: text(block.stage, at),
      requestedAt: number(block.requestedAt, at),
      responsible: text(block.responsible, at),
      readyAt: block.readyAt[at] ?? undefined,
      certificateEnd: block.certificateEnd[at] ?? undefined,
      dnsProvider: orNone(block.dnsProvider, at),
      judgement: judgementAt(at),
      primary: block.primary[at] ?? undefined,
      alias: {
        intent: text(block.intent, at),
        state: text(block.alias, at),
        since: number(block.aliasSince, at),
      },
      dns: sharedState(text(block.dns, at)),
      ssl: sharedState(text(block.ssl, at)),
      site: siteAt(at),
      siteLink: siteId === undefined || state === undefined ? undefined : { siteId, domainRecordId, state },
      cardChannel: text(block.cardChannel, at),
      check: checkAt(at),
      delivery: block.delivery[at] ?? undefined,
      pending: number(block.pending, at),
      pendingSince: block.pendingSince[at] ?? undefined,
      undeliverable: block.undeliverable[at] ?? NO_REASONS,
      version: number(block.fileVersion, at),
      fileVersion: number(block.fileVersion, at),
      fileName: block.fileName[at] ?? undefined,
      size: number(block.size, at),
      mtimeMs: number(block.mtimeMs, at),
      inode: number(block.inode, at),
    };
  });
}
