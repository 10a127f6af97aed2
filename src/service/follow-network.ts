import type { Mapping } from '../mapping/mapping.js';
import { follow, hostnameOf, isSuspicious, type Known, type Step } from '../multisite/follow.js';
import type { DomainRecord, Multisite } from '../multisite/multisite.js';
import type { Notice } from '../multisite/webhook.js';
import type { Kept } from '../store/kept-file.js';
import { apply } from './apply.js';
import { arrive } from './arrive.js';
import type { App, Deps } from './deps.js';

const PAGE = 500;

/** Reads an app's network and lets records appear, change and end here as they did there. */
export async function followNetwork(deps: Deps, known: Kept<Known>, app: App): Promise<void> {
  const { rest, host, setsStage = false } = app.multisite ?? {};
  if (!rest) return;
  const records = await rest.listRecords();
  const before = await known.read();
  const mappings = await liveMappings(deps, app.name);
  const all = follow({ records, known: before, mappings, networkHost: host, setsStage });
  const isTooMuch = isSuspicious(all, before);
  if (isTooMuch)
    deps.log.error(
      { app: app.name, records: records.length, known: before?.size },
      'most of the network’s domains are gone at once: nothing is unmapped. If it is true, unmap them with /domain sync',
    );
  const steps = isTooMuch ? all.filter(({ kind }) => kind !== 'vanish') : all;
  const listed = steps.some(({ kind }) => kind === 'start') ? await aliasesOf(app) : new Set<string>();
  const later = new Set<number>();
  for (const step of steps) {
    if (step.kind === 'wait') {
      later.add(step.recordId);
      continue;
    }
    try {
      await take(deps, app, rest, step, listed);
    } catch (error) {
      deps.log.error(
        { err: error, app: app.name, step: step.kind },
        'a change of the network was not followed',
      );
      if (step.kind === 'start') later.add(step.record.id);
    }
  }
  if (!before)
    deps.log.info(
      { app: app.name, records: records.length },
      'the network was read for the first time: /domain sync adopts the domains that it has already',
    );
  // What could not be begun is new again at the next reading.
  await remember(known, before, new Map(records.filter(({ id }) => !later.has(id)).map(entry)));
}

/** A record as a mapping's link to it. */
export const siteOf = ({ siteId, id }: DomainRecord) => ({ siteId, recordId: id });

const entry = ({ id, domain }: DomainRecord): [number, string] => [id, domain];

async function take(
  deps: Deps,
  app: App,
  rest: Multisite,
  step: Exclude<Step, { kind: 'wait' }>,
  listed: ReadonlySet<string>,
): Promise<void> {
  switch (step.kind) {
    case 'start': {
      const { hostname, record } = step;
      const isListed = listed.has(hostname);
      await arrive(deps, app, { hostname, site: siteOf(record), isListed, withCompanion: true });
      return;
    }
    case 'link':
      await apply(deps, step.mapping, { type: 'record.found', ...siteOf(step.record) });
      return;
    case 'rename':
      await apply(deps, step.mapping, { type: 'record.renamed', to: step.to });
      return;
    case 'vanish':
      // The list may have shifted while it was read: only the network's own word ends a mapping.
      if (await rest.getRecord(step.recordId)) return;
      await apply(deps, step.mapping, { type: 'record.vanished', recordId: step.recordId });
      return;
    case 'stage':
      await rest.setStage(step.recordId, step.stage);
      return;
  }
}

/** A webhook is a hint: what it names is looked up where that can be done, and taken at its word elsewhere. */
export async function followNotice(deps: Deps, app: App, notice: Notice): Promise<void> {
  const { rest, host } = app.multisite ?? {};
  const record = rest ? await recordOf(rest, notice) : { ...notice, id: notice.recordId, stage: '' };
  if (!record) {
    deps.log.info(
      { app: app.name },
      'a webhook named a domain that the network does not have: a test, perhaps',
    );
    return;
  }
  const hostname = hostnameOf(record.domain, host);
  if (hostname === undefined) return;
  const { siteId, id: recordId } = record;
  const site = recordId === undefined ? undefined : { siteId, recordId };
  await arrive(deps, app, { hostname, site, isListed: false, withCompanion: true });
}

async function recordOf(rest: Multisite, { domain, recordId }: Notice): Promise<DomainRecord | undefined> {
  const record = recordId === undefined ? await rest.findRecord(domain) : await rest.getRecord(recordId);
  return record?.domain === domain ? record : undefined;
}

/** Empty when the list can't be read: then Closte is asked to add what may be there already, which does no harm. */
async function aliasesOf({ closte }: App): Promise<ReadonlySet<string>> {
  try {
    const aliases = await closte.listAliases();
    return new Set(aliases === 'unreadable' ? [] : aliases);
  } catch {
    return new Set();
  }
}

export async function liveMappings({ store }: Pick<Deps, 'store'>, app: string): Promise<Mapping[]> {
  const found: Mapping[] = [];
  // By place and not by count: one that can't be read is left out of its page.
  for (let offset = 0; ; offset += PAGE) {
    const { mappings, total } = await store.list({ app, offset, limit: PAGE });
    found.push(...mappings);
    if (offset + PAGE >= total) return found;
  }
}

async function remember(known: Kept<Known>, before: Known | undefined, now: Known): Promise<void> {
  const isSame = before?.size === now.size && [...now].every(([id, domain]) => before.get(id) === domain);
  if (!isSame) await known.write(now);
}
