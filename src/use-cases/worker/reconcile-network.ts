import { isRouting, type SiteInput, type SiteReading } from '../../core/lifecycle/site.js';
import type { MappingLinks } from '../../core/mapping.js';
import { type DomainRecord, type Multisite, ownHostsOf } from '../../multisite/multisite.js';
import {
  hostnameOf,
  implausiblyGone,
  type LinksByHostname,
  type NetworkSnapshot,
  type ReconcileStep,
  readingOf,
  reconciling,
  walkedParts,
} from '../../multisite/reconcile.js';
import type { Notice } from '../../multisite/webhook.js';
import type { DocumentHandle } from '../../store/documents.js';
import { type Breather, createBreather, visitInTurns } from '../../util/concurrency/event-loop.js';
import { LargeMap } from '../../util/large-map.js';
import { type App, ownNamesOf, type Ports } from '../ports.js';
import { type ImportDeps, importDomain } from '../shared/import-domain.js';
import { transitionPair } from '../shared/transition.js';
import { type DuplicatedRecord, ImplausibleList } from './app-notices.js';

export interface NetworkDeps extends ImportDeps {
  /** Called with names that newly have several domain records. */
  readonly duplicated?: (app: string, duplicated: readonly DuplicatedRecord[]) => Promise<void>;
}

/**
 * Reads an app's network and imports, updates and ends mappings as its domain records change. Throws `MultisiteError`,
 * and `ImplausibleList` after everything else if most records are missing at once.
 */
export async function reconcileNetwork(
  deps: NetworkDeps,
  known: DocumentHandle<NetworkSnapshot>,
  app: App,
): Promise<void> {
  const { rest, setsStage = false } = app.multisite ?? {};
  if (!rest) return;
  const { domainRecords, unreadable } = await rest.listDomainRecords();
  if (unreadable.length > 0)
    deps.log.warn(
      { app: app.name, ids: unreadable.slice(0, 20) },
      'domain records that can’t be read were skipped',
    );
  const before = await known.read();
  const mappings = await liveMappings(deps, app.name);
  const { internalDomains } = app.hosting;
  const breather = createBreather();
  const all: ReconcileStep[] = [];
  const walk = reconciling({
    domainRecords,
    unreadable,
    known: before,
    mappings,
    ...ownNamesOf(app),
    internalDomains,
    setsStage,
  });
  for (const some of walk) {
    for (const step of some) all.push(step);
    if (breather.isDue()) await breather.breathe();
  }
  const gone = implausiblyGone(all, before, domainRecords.length + unreadable.length === 0);
  const steps = gone > 0 ? all.filter(({ kind }) => kind !== 'vanish') : all;
  const listed = steps.some(({ kind }) => kind === 'start') ? await aliasesOf(app) : noAliases();
  await deps.duplicated?.(
    app.name,
    steps.filter((step) => step.kind === 'double'),
  );
  const later = new Set<number>();
  for (const step of steps) {
    if (step.kind === 'wait') {
      later.add(step.domainRecordId);
      continue;
    }
    try {
      await applyStep(deps, app, rest, step, listed);
    } catch (error) {
      deps.log.error({ err: error, app: app.name, step: step.kind }, 'network change could not be applied');
      if (step.kind === 'start') later.add(step.domainRecord.id);
    }
  }
  if (!before)
    deps.log.info(
      { app: app.name, records: domainRecords.length },
      'network read for the first time; /domain sync adopts the domains it already has',
    );
  // Forgotten records would be new ones when they are back.
  if (gone > 0) throw new ImplausibleList('network', gone, before?.size ?? 0);
  // What could not be imported counts as new at the next reading.
  const now: NetworkNow = { domainRecords, unreadable, later };
  if (!before || !(await isSameNetwork(before, now, breather)))
    await known.write(await nextSnapshot(before, now));
}

/** A domain record as a mapping's site link. */
export const siteLinkOf = ({ siteId, id }: DomainRecord) => ({ siteId, domainRecordId: id });

async function applyStep(
  deps: ImportDeps,
  app: App,
  rest: Multisite,
  step: Exclude<ReconcileStep, { kind: 'wait' }>,
  listed: Aliases,
): Promise<void> {
  switch (step.kind) {
    case 'start': {
      const { hostname, domainRecord } = step;
      const isListed = listed.has(hostname);
      await importDomain(deps, app, {
        hostname,
        siteLink: siteLinkOf(domainRecord),
        isListed,
        withWww: true,
      });
      return;
    }
    case 'link':
      await transitionPair(deps, step.mapping, {
        type: 'domain_record.found',
        ...siteLinkOf(step.domainRecord),
      });
      return;
    case 'rename':
      await transitionPair(deps, step.mapping, { type: 'domain_record.renamed', to: step.to });
      return;
    case 'vanish':
      // The list may have shifted during paging: only the network's answer for the record ends a mapping.
      if (await rest.getDomainRecord(step.domainRecordId)) return;
      await transitionPair(deps, step.mapping, {
        type: 'domain_record.vanished',
        domainRecordId: step.domainRecordId,
      });
      return;
    case 'read':
      await transitionPair(deps, step.mapping, await withAddress(rest, step.reading));
      return;
    case 'double':
      // Reported together.
      return;
    case 'stage': {
      const record = await rest.setStage(step.domainRecordId, step.stage);
      await transitionPair(deps, step.mapping, await withAddress(rest, readingOf(record, [])));
      deps.wakeUp.check(step.mapping);
      return;
    }
  }
}

/** A record that doesn't route may be its site's own address: only then request the site. */
async function withAddress(rest: Multisite, reading: SiteReading): Promise<SiteInput> {
  const { record } = reading;
  if (!record || isRouting(record)) return { type: 'site.read', reading };
  const own = ownHostsOf(await rest.getSite(record.siteId));
  return { type: 'site.read', reading: { ...reading, addresses: [...reading.addresses, ...own] } };
}

/** A webhook is only a hint: its record is looked up if possible, otherwise trusted. */
export async function reconcileNotice(deps: ImportDeps, app: App, notice: Notice): Promise<void> {
  const { rest } = app.multisite ?? {};
  const domainRecord = rest ? await recordFor(rest, notice) : { ...notice, id: notice.domainRecordId };
  if (!domainRecord) {
    deps.log.info({ app: app.name }, 'webhook ignored: the network does not have its domain');
    return;
  }
  const hostname = hostnameOf(domainRecord.domain, {
    ...ownNamesOf(app),
    internalDomains: app.hosting.internalDomains,
  });
  if (hostname === undefined) return;
  const { siteId, id: domainRecordId } = domainRecord;
  const siteLink = domainRecordId === undefined ? undefined : { siteId, domainRecordId };
  await importDomain(deps, app, { hostname, siteLink, isListed: false, withWww: true });
}

async function recordFor(
  rest: Multisite,
  { domain, domainRecordId }: Notice,
): Promise<DomainRecord | undefined> {
  const domainRecord =
    domainRecordId === undefined
      ? await rest.findDomainRecord(domain)
      : await rest.getDomainRecord(domainRecordId);
  return domainRecord?.domain === domain ? domainRecord : undefined;
}

type Aliases = LargeMap<string, true>;
const noAliases = (): Aliases => new LargeMap(0);

/**
 * Empty if the list can't be read: the hosting provider is then asked to add what may exist already, which is harmless.
 */
async function aliasesOf({ provider }: App): Promise<Aliases> {
  try {
    const aliases = await provider.listAliases();
    if (aliases === 'unreadable') return noAliases();
    const listed: Aliases = new LargeMap(aliases.length);
    await visitInTurns(aliases, (alias) => listed.set(alias, true));
    return listed;
  } catch {
    return noAliases();
  }
}

/** An app's live mappings, as far as the index knows them: no record is read. */
export async function liveMappings({ store }: Pick<Ports, 'store'>, app: string): Promise<LinksByHostname> {
  const batches: (readonly MappingLinks[])[] = [];
  for await (const batch of store.links(app)) batches.push(batch);
  const found: LinksByHostname = new LargeMap(batches.reduce((sum, { length }) => sum + length, 0));
  const breather = createBreather();
  for (const batch of batches)
    await visitInTurns(batch, (links) => found.set(links.hostname, links), breather);
  return found;
}

/** A reading, without the records that count as new again at the next one. */
interface NetworkNow {
  readonly domainRecords: readonly DomainRecord[];
  readonly unreadable: readonly number[];
  readonly later: ReadonlySet<number>;
}

/** Whether the snapshot is already up to date. */
async function isSameNetwork(before: NetworkSnapshot, now: NetworkNow, breather: Breather): Promise<boolean> {
  const { domainRecords, unreadable, later } = now;
  const kept = unreadable.filter((id) => before.has(id)).length;
  if (before.size !== domainRecords.length - later.size + kept) return false;
  for (const some of walkedParts(domainRecords)) {
    if (some.some(({ id, domain }) => !later.has(id) && before.get(id) !== domain)) return false;
    if (breather.isDue()) await breather.breathe();
  }
  return true;
}

async function nextSnapshot(
  before: NetworkSnapshot | undefined,
  { domainRecords, unreadable, later }: NetworkNow,
): Promise<NetworkSnapshot> {
  const read = new LargeMap<number, string>(domainRecords.length + unreadable.length);
  for (const id of unreadable) {
    const domain = before?.get(id);
    if (domain !== undefined) read.set(id, domain);
  }
  await visitInTurns(domainRecords, ({ id, domain }) => {
    if (!later.has(id)) read.set(id, domain);
  });
  return read;
}
