import { afterEach, beforeEach } from 'vitest';
import type { Denial } from '../../src/audit/denied-journal.js';
import type { Multisite } from '../../src/multisite/multisite.js';
import type { Store, StoredMapping } from '../../src/store/store.js';
import type { Actor } from '../../src/use-cases/actor.js';
import type { App, Ports, Role } from '../../src/use-cases/ports.js';
import { openStore, temporaryFolder } from '../store/temporary.js';
import { START } from './observations.js';
import { type Parts, portsOf, type TestUseCases, useCasesFrom } from './use-cases.js';

export const HOSTNAME = 'shop.example.org';

/** A store in a folder of its own, and use cases on it that reach nothing outside. */
export class InStore {
  now = START;
  /** The mappings whose next step was asked for. */
  readonly woken: string[] = [];
  readonly denied: Denial[] = [];
  #requests = 0;

  constructor(readonly store: Store) {}

  ports(parts: Partial<Parts> = {}): Ports {
    const never = () => Promise.reject(new Error('nothing outside is asked'));
    return portsOf({
      store: this.store,
      provider: { addAlias: never, removeAlias: never, listAliases: never, testConnection: never },
      dns: { authoritative: never, resolvers: never, addresses: never },
      tls: { handshake: never },
      http: { probe: never, front: never },
      wakeUp: { check: (id) => void this.woken.push(id), deliver() {} },
      deniedJournal: { add: async (each) => void this.denied.push(each), entries: async () => this.denied },
      now: () => this.now,
      ...parts,
    });
  }

  useCases(parts: Partial<Ports> = {}): TestUseCases {
    return useCasesFrom(this.ports(parts));
  }

  /** The only app, changed. */
  app(change: Partial<App>): Pick<Ports, 'apps'> {
    const [app] = this.ports().apps.values();
    return { apps: new Map([['default', { ...app, ...change } as App]]) };
  }

  /** The only app, whose network answers these calls alone. */
  network(rest: Partial<Multisite>): Pick<Ports, 'apps'> {
    return this.app({ multisite: { rest } as unknown as NonNullable<App['multisite']> });
  }

  /** A person with a request of their own. */
  by(user: string, change: Partial<Actor> = {}): Actor {
    return { user, team: 'T1', channel: 'C1', requestId: `request ${++this.#requests}`, ...change };
  }

  /** Maps a hostname for Alice and has its card posted. */
  async mapped(hostname = HOSTNAME, parts: Partial<Ports> = {}): Promise<string> {
    const { stored } = await this.useCases(parts).map({ hostname }, this.by('UALICE'));
    const fresh = await this.load(stored.mapping.id);
    await this.store.save({ ...fresh, card: { ...fresh.card, ts: '1700000000.000100' }, outbox: [] });
    this.woken.length = 0;
    return stored.mapping.id;
  }

  async load(id: string): Promise<StoredMapping> {
    const stored = await this.store.load(id);
    if (!stored) throw new Error(`no mapping ${id}`);
    return stored;
  }

  /** The types of a mapping's events, in order. */
  async events(id: string): Promise<string[]> {
    return (await this.load(id)).events.map(({ type }) => type);
  }
}

/** Opens a store for each test; the value is there while one runs. */
export function useStore(): { readonly current: InStore } {
  let folder: Awaited<ReturnType<typeof temporaryFolder>>;
  let opened: InStore;
  beforeEach(async () => {
    folder = await temporaryFolder();
    const world = new InStore(await openStore(folder.path, () => world.now));
    opened = world;
  });
  afterEach(async () => {
    await opened.store.close();
    await folder.remove();
  });
  return {
    get current() {
      return opened;
    },
  };
}

/** Everybody has this role. */
export const everybodyIs = (role: Role | 'unsure'): Pick<Ports, 'roles'> => ({
  roles: { roleOf: async () => role, operators: ['UBOB'], admins: [] },
});
