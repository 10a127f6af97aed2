import { parseHostname } from '../mapping/hostname.js';
import { request } from '../mapping/lifecycle.js';
import { HostnameTaken, type MappingRecord } from '../store/store.js';
import { type App, contextOf, type Deps } from './deps.js';
import { assertOperator } from './roles.js';
import { UserError } from './user-error.js';

export interface MapRequest {
  /** As typed. */
  readonly hostname: string;
  /** An app's name; the only app when absent. */
  readonly app?: string | undefined;
  readonly channel: string;
  readonly by: string;
}

export interface Mapped {
  readonly record: MappingRecord;
  /** False when the hostname was mapped before: nothing was done. */
  readonly isNew: boolean;
}

/** Stores the intent to map a hostname; the watch carries it out. Throws `UserError`. */
export async function map(deps: Deps, { hostname, app, channel, by }: MapRequest): Promise<Mapped> {
  const parsed = parseHostname(hostname);
  if (!parsed.ok) throw new UserError({ code: 'hostname', problem: parsed.problem });
  const existing = await deps.store.findLive(parsed.hostname);
  if (existing) return alreadyMapped(existing);
  await assertOperator(deps.roles, by);
  const decision = request(
    { id: deps.newId(), app: chooseApp(deps.apps, app).name, hostname: parsed.hostname, channel, by },
    contextOf(deps),
  );
  try {
    const record = await deps.store.create({
      mapping: decision.mapping,
      events: decision.events,
      deliveries: decision.events.map(({ id }) => ({ event: id, attempts: 0, notBefore: 0 })),
      card: { channel, shownRevision: -1, notBefore: 0 },
      messages: {},
      requests: [],
      compacted: 0,
    });
    deps.bell.deliver(record.mapping.id);
    deps.bell.check(record.mapping.id);
    return { record, isNew: true };
  } catch (error) {
    if (error instanceof HostnameTaken) return alreadyMapped(error.existing);
    throw error;
  }
}

function alreadyMapped(record: MappingRecord): Mapped {
  if (record.mapping.host.intent === 'remove')
    throw new UserError({ code: 'being-removed', hostname: record.mapping.hostname });
  return { record, isNew: false };
}

function chooseApp(apps: ReadonlyMap<string, App>, name: string | undefined): App {
  const names = [...apps.keys()].join(', ');
  if (name !== undefined) {
    const named = apps.get(name);
    if (!named) throw new UserError({ code: 'unknown-app', app: name, apps: names });
    return named;
  }
  const [only, ...others] = apps.values();
  if (!only || others.length > 0) throw new UserError({ code: 'app-needed', apps: names });
  return only;
}
