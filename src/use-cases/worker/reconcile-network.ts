import { isRouting, type SiteInput, type SiteReading } from '../../core/lifecycle/site.js';
import { type DomainRecord, type Multisite, ownHostsOf, siteLinkOf } from '../../multisite/multisite.js';
import { keepSnapshot } from '../../multisite/network-snapshot.js';
import { areManyGone, doubtOf, implausibleSteps } from '../../multisite/plausibility.js';
import {
  type NetworkReading,
  type NetworkSnapshot,
  type ReconcileStep,
  readingOf,
  reconciling,
} from '../../multisite/reconcile.js';
import type { DocumentHandle } from '../../store/documents.js';
import { createBreather } from '../../util/concurrency/event-loop.js';
import { LargeMap } from '../../util/large-map.js';
import { type App, ownNamesOf } from '../ports.js';
import { type ImportDeps, importDomain } from '../shared/import-domain.js';
import { liveMappings } from '../shared/live-mappings.js';
import { transitionPair } from '../shared/transition.js';
import { aliasMap } from './alias-lists.js';
import type { DuplicatedRecord } from './app-notices.js';
import { ImplausibleList } from './fault-reports.js';

export interface NetworkDeps extends ImportDeps {
  /** Called with names that newly have several domain records. */
  readonly duplicated?: (app: string, duplicated: readonly DuplicatedRecord[]) => Promise<void>;
}

/**
 * Reads an app's network and imports, updates and ends mappings as its domain records change. Throws `MultisiteError`,
 * and `ImplausibleList` after everything else if what the network says of missing records proves nothing.
 */
export async function reconcileNetwork(
  deps: NetworkDeps,
  known: DocumentHandle<NetworkSnapshot>,
  app: App,
): Promise<void> {
  const { rest } = app.multisite ?? {};
  if (!rest) return;
  const list = await rest.listDomainRecords();
  const { domainRecords, unreadable } = list;
  if (unreadable.length > 0)
    deps.log.warn(
      { app: app.name, ids: unreadable.slice(0, 20) },
      'domain records that can’t be read were skipped',
    );
  const last = await known.read();
  const doubt = await doubtOf(list, last);
  // What another network has isn't new.
  const before = doubt === 'foreign' ? undefined : last;
  const all = await stepsOf({
    domainRecords,
    unreadable,
    known: before,
    mappings: await liveMappings(deps, app.name),
    ...ownNamesOf(app),
    internalDomains: app.hosting.internalDomains,
    setsStage: app.multisite?.setsStage ?? false,
  });
  const isDenied = !doubt && areManyGone(all) && (await isDenying(rest, domainRecords));
  const doubted = new Set(implausibleSteps(all, last, isDenied ? 'denied' : doubt));
  const steps = all.filter((step) => !doubted.has(step));
  const later = await applySteps(deps, app, rest, steps);
  // Forgotten records would be new ones when they are back.
  if (doubted.size > 0) throw new ImplausibleList('network', doubted.size, last?.size ?? 0);
  if (!before)
    deps.log.info(
      { app: app.name, records: domainRecords.length },
      'network read for the first time; /domain sync adopts the domains it already has',
    );
  await deps.duplicated?.(
    app.name,
    all.filter((step) => step.kind === 'double'),
  );
  if (doubt !== 'empty') await keepSnapshot(known, before, { domainRecords, unreadable, later });
}

/** As while its database fails: it denies even a record that it has just listed. */
async function isDenying(rest: Multisite, [listed]: Iterable<DomainRecord>): Promise<boolean> {
  return listed !== undefined && (await rest.getDomainRecord(listed.id)) === undefined;
}

async function stepsOf(reading: NetworkReading): Promise<readonly ReconcileStep[]> {
  const breather = createBreather();
  const steps: ReconcileStep[] = [];
  for (const some of reconciling(reading)) {
    for (const step of some) steps.push(step);
    if (breather.isDue()) await breather.breathe();
  }
  return steps;
}

/** Returns the IDs of records that count as new again at the next reading: they wait, or could not be imported. */
async function applySteps(
  deps: ImportDeps,
  app: App,
  rest: Multisite,
  steps: readonly ReconcileStep[],
): Promise<ReadonlySet<number>> {
  const listed = steps.some(({ kind }) => kind === 'start') ? await aliasesOf(app) : noAliases();
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
  return later;
}

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

type Aliases = LargeMap<string, true>;
const noAliases = (): Aliases => new LargeMap(0);

/**
 * Empty if the list can't be read: the hosting provider is then asked to add what may exist already, which is harmless.
 */
async function aliasesOf({ provider }: App): Promise<Aliases> {
  try {
    const aliases = await provider.listAliases();
    return aliases === 'unreadable' ? noAliases() : await aliasMap(aliases);
  } catch {
    return noAliases();
  }
}
