import { parseHostname } from '../mapping/hostname.js';
import { request } from '../mapping/lifecycle.js';
import { HostnameTaken, type MappingRecord } from '../store/store.js';
import { assertMay } from './access.js';
import type { Asker } from './asker.js';
import { type App, contextOf, type Deps } from './deps.js';
import { newRecord } from './new-record.js';
import type { Refusals } from './refusals.js';
import { UserError } from './user-error.js';

export interface MapRequest {
  /** As typed. */
  readonly hostname: string;
  /** An app's name; the channel's app or the only one when absent. */
  readonly app?: string | undefined;
}

export interface Mapped {
  readonly record: MappingRecord;
  /** False when the hostname was mapped before: nothing was done. */
  readonly isNew: boolean;
}

/** Stores the intent to map a hostname; the watch carries it out. Throws `UserError`. */
export async function map(
  deps: Deps,
  refusals: Refusals,
  { hostname, app }: MapRequest,
  asker: Asker,
): Promise<Mapped> {
  const parsed = parseHostname(hostname);
  if (!parsed.ok) throw new UserError({ code: 'hostname', problem: parsed.problem });
  const existing = await deps.store.findLive(parsed.hostname);
  if (existing) {
    await assertMay(deps, asker, 'look');
    return alreadyMapped(existing, app, asker);
  }
  const chosen = chooseApp(deps.apps, app, asker.channel).name;
  await assertMay(deps, asker, 'map', () => refusals.ofMapping(parsed.hostname, chosen, asker));
  const { user: by, channel, delivery } = asker;
  const decision = request(
    { id: deps.newId(), app: chosen, hostname: parsed.hostname, channel, by },
    contextOf(deps, chosen),
  );
  try {
    const record = await deps.store.create(newRecord(decision, delivery));
    deps.bell.deliver(record.mapping.id);
    deps.bell.check(record.mapping.id);
    return { record, isNew: true };
  } catch (error) {
    if (error instanceof HostnameTaken) return alreadyMapped(error.existing, app, asker);
    throw error;
  }
}

/** The request that made it may have been delivered again: it gets the same answer. */
function alreadyMapped(record: MappingRecord, wanted: string | undefined, { delivery }: Asker): Mapped {
  if (record.requests.includes(delivery)) return { record, isNew: true };
  const { app, hostname } = record.mapping;
  if (wanted !== undefined && wanted !== app) throw new UserError({ code: 'on-other-app', hostname, app });
  if (record.mapping.host.intent === 'remove')
    throw new UserError({ code: 'being-removed', hostname: record.mapping.hostname });
  return { record, isNew: false };
}

/** The named one, else the one whose channel it is, else the only one. */
function chooseApp(apps: ReadonlyMap<string, App>, name: string | undefined, channel: string): App {
  const names = [...apps.keys()].join(', ');
  if (name !== undefined) {
    const named = apps.get(name);
    if (!named) throw new UserError({ code: 'unknown-app', app: name, apps: names });
    return named;
  }
  const all = [...apps.values()];
  const here = all.filter((app) => app.channel === channel);
  const [only, ...others] = here.length === 1 ? here : all;
  if (!only || others.length > 0) throw new UserError({ code: 'app-needed', apps: names });
  return only;
}
