import { basename, join } from 'node:path';
import type { Judgement } from '../../../core/judgement.js';
import type { MappingLinks } from '../../../core/mapping.js';
import type { Due } from '../../due.js';
import { sharedState, sharedText } from '../../summary.js';
import { type IndexEntry, pathFor } from './index-entry.js';

type WrittenJudgement = readonly [
  health: number,
  whoActs: number,
  since: number,
  from: number,
  until: number,
  basis: number,
];

/** How it stands with the provider, DNS, the certificate, the site, and the network. */
type WrittenLinks = readonly [
  intent: number,
  alias: number,
  aliasSince: number,
  dns: number,
  ssl: number,
  site: number,
  record: MappingLinks['site']['record'] | null,
  siteLink: MappingLinks['siteLink'] | null,
  primary: string | null,
];

type WrittenDue = readonly [at: number, work: string, lane: number | null, app: number | null];

/** An entry in a snapshot. Numbers stand for texts that many entries share; `name`: null if it is the usual one. */
type WrittenEntry = readonly [
  name: string | null,
  stamp: readonly [size: number, mtimeMs: number, inode: number],
  fileVersion: number,
  id: string,
  hostname: string,
  app: number,
  channel: number,
  cardChannel: number,
  stage: number,
  requestedAt: number,
  responsible: number,
  readyAt: number | null,
  certificateEnd: number | null,
  dnsProvider: number | null,
  judgement: WrittenJudgement | null,
  links: WrittenLinks,
  check: WrittenDue | null,
  delivery: WrittenDue | null,
  pending: number,
  pendingSince: number | null,
  undeliverable: readonly number[],
];

/** Some entries, and the texts that they share. */
export interface WrittenBlock {
  readonly texts: readonly string[];
  readonly rows: readonly WrittenEntry[];
}

export function writtenBlock(entries: readonly IndexEntry[]): WrittenBlock {
  const numbers = new Map<string, number>();
  const numberOf = (text: string): number => {
    const known = numbers.get(text) ?? numbers.size;
    numbers.set(text, known);
    return known;
  };
  const orNull = (text: string | undefined) => (text === undefined ? null : numberOf(text));
  const writtenDue = (due: Due | undefined): WrittenDue | null =>
    due ? [due.at, due.work, orNull(due.lane), orNull(due.app)] : null;
  const writtenJudgement = (judgement: Judgement | undefined): WrittenJudgement | null => {
    if (!judgement) return null;
    const { health, whoActs, since, from, until, basis } = judgement;
    return [numberOf(health), numberOf(whoActs), since, from, until, numberOf(basis)];
  };
  const writtenLinks = ({ alias, dns, ssl, site, siteLink, primary }: MappingLinks): WrittenLinks => [
    numberOf(alias.intent),
    numberOf(alias.state),
    alias.since,
    numberOf(dns.state),
    numberOf(ssl.state),
    numberOf(site.state),
    site.record ?? null,
    siteLink ?? null,
    primary ?? null,
  ];
  const rows = entries.map((entry): WrittenEntry => {
    const { path, stamp } = entry;
    const name = basename(path);
    return [
      name === pathFor('', entry) ? null : name,
      [stamp.size, stamp.mtimeMs, stamp.inode],
      entry.fileVersion,
      entry.id,
      entry.hostname,
      numberOf(entry.app),
      numberOf(entry.channel),
      numberOf(entry.cardChannel),
      numberOf(entry.stage),
      entry.requestedAt,
      numberOf(entry.responsible),
      entry.readyAt ?? null,
      entry.certificateEnd ?? null,
      orNull(entry.dnsProvider),
      writtenJudgement(entry.judgement),
      writtenLinks(entry),
      writtenDue(entry.check),
      writtenDue(entry.delivery),
      entry.pending,
      entry.pendingSince ?? null,
      entry.undeliverable.map(numberOf),
    ];
  });
  return { texts: [...numbers.keys()], rows };
}

/** The entries of files in `folder`. A snapshot's checksum says that this bot wrote it, so nothing is checked again. */
export function entriesInBlock({ texts: written, rows }: WrittenBlock, folder: string): IndexEntry[] {
  const texts = written.map(sharedText);
  /** One of the texts, of the type it had when it was written. */
  const text = <Text extends string>(number: number): Text => texts[number] as Text;
  const orNone = (number: number | null) => (number === null ? undefined : text(number));
  const dueIn = (due: WrittenDue | null): Due | undefined => {
    if (!due) return undefined;
    const [at, work, lane, app] = due;
    return {
      at,
      work,
      ...(lane === null ? {} : { lane: text(lane) }),
      ...(app === null ? {} : { app: text(app) }),
    };
  };
  const judgementIn = (judgement: WrittenJudgement | null): Judgement | undefined => {
    if (!judgement) return undefined;
    const [health, whoActs, since, from, until, basis] = judgement;
    return { health: text(health), whoActs: text(whoActs), since, from, until, basis: text(basis) };
  };
  const linksIn = (links: WrittenLinks): Omit<MappingLinks, 'id' | 'hostname' | 'stage'> => {
    const [intent, alias, since, dns, ssl, site, record, siteLink, primary] = links;
    return {
      primary: primary ?? undefined,
      alias: { intent: text(intent), state: text(alias), since },
      dns: sharedState(text(dns)),
      ssl: sharedState(text(ssl)),
      site: record ? { state: text(site), record } : sharedState(text(site)),
      siteLink: siteLink
        ? { siteId: siteLink.siteId, domainRecordId: siteLink.domainRecordId, state: siteLink.state }
        : undefined,
    };
  };
  return rows.map((row): IndexEntry => {
    const [
      name,
      [size, mtimeMs, inode],
      fileVersion,
      id,
      hostname,
      app,
      channel,
      cardChannel,
      stage,
      ...others
    ] = row;
    const [requestedAt, responsible, readyAt, certificateEnd, dnsProvider, judgement, links, ...work] =
      others;
    const [check, delivery, pending, pendingSince, undeliverable] = work;
    return {
      path: name === null ? pathFor(folder, { id, hostname }) : join(folder, name),
      stamp: { size, mtimeMs, inode },
      version: fileVersion,
      fileVersion,
      id,
      hostname,
      app: text(app),
      channel: text(channel),
      cardChannel: text(cardChannel),
      stage: text(stage),
      requestedAt,
      responsible: text(responsible),
      readyAt: readyAt ?? undefined,
      certificateEnd: certificateEnd ?? undefined,
      dnsProvider: orNone(dnsProvider),
      judgement: judgementIn(judgement),
      ...linksIn(links),
      check: dueIn(check),
      delivery: dueIn(delivery),
      pending,
      pendingSince: pendingSince ?? undefined,
      undeliverable: undeliverable.map((number) => text(number)),
    };
  });
}
