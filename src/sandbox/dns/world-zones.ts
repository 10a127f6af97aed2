import { authoritative, closest, type ServerBehaviour } from './authoritative.js';
import type { Answerer } from './wire.js';
import { Zone } from './zone.js';

/** For every zone. */
export interface Lifetimes {
  readonly ttlS: number;
  readonly negativeTtlS: number;
}

export type SigningState = 'unsigned' | 'signed' | 'bogus';

type NewRecords = ConstructorParameters<typeof Zone>[4];

const DS = '12345 13 2 00000000000000000000000000000000000000000000000000000000000000ff';

/** The zones of a registry and of the customers, and what their servers make of them. */
export class WorldZones {
  readonly #registry = new Map<string, Zone>();
  readonly #zones = new Map<string, Zone>();
  readonly #behaviours = new Map<string, ServerBehaviour>();
  readonly #versions = new Map<string, Zone | undefined>();
  readonly #signing = new Map<string, SigningState>();

  constructor(
    private readonly lifetimes: Lifetimes,
    /** Names of the servers that have the customers' zones. */
    private readonly servers: readonly string[],
  ) {}

  zoneOf(name: string): Zone | undefined {
    return closest((each) => this.#zones.get(each), name);
  }

  registryOf(name: string): Zone {
    const zone = closest((each) => (each === name ? undefined : this.#registry.get(each)), name);
    if (!zone) throw new Error(`there is no registry for ${name}`);
    return zone;
  }

  addRegistry(name: string, server: string, records: NewRecords = []): void {
    this.#registry.set(name, this.#newZone(name, [server], records));
  }

  /** Registers a domain. */
  add(name: string, servers: readonly string[], records: NewRecords = []): Zone {
    const zone = this.#newZone(name, servers, records);
    for (const server of servers) this.registryOf(name).add(name, 'NS', server);
    this.#zones.set(name, zone);
    return zone;
  }

  setVersion(server: string, zone: string, version: Zone | undefined): void {
    this.#versions.set(`${server} ${zone}`, version);
  }

  setBehaviour(zone: string, behaviour: ServerBehaviour, server?: string): void {
    for (const name of server === undefined ? this.servers : [server])
      this.#behaviours.set(`${name} ${zone}`, behaviour);
  }

  /** The behaviour of the first working server. */
  behaviourOf(zone: string): ServerBehaviour {
    const all = this.servers.map((name) => this.#behaviourAt(name, zone));
    return all.find((behaviour) => behaviour === 'normal') ?? all[0] ?? 'normal';
  }

  setSigned(zone: string, state: SigningState): void {
    this.registryOf(zone).remove(zone, 'DS');
    if (state !== 'unsigned') this.registryOf(zone).add(zone, 'DS', DS);
    this.#signing.set(zone, state);
  }

  isBogus(name: string): boolean {
    return this.#signing.get(this.zoneOf(name)?.name ?? '') === 'bogus';
  }

  /** Answers as the registry's server. */
  registryServer(): Answerer {
    return authoritative(
      (name) => this.#registry.get(name),
      () => 'normal',
    );
  }

  /** Answers as a server of the customers' zones. */
  server(server: string): Answerer {
    return authoritative(
      (name) => this.#zoneAt(server, name),
      (zone) => this.#behaviourAt(server, zone),
      (zone) => (this.#signing.get(zone) ?? 'unsigned') !== 'unsigned',
    );
  }

  /** Answers as all of them together. */
  anyServer(): Answerer {
    return authoritative(
      (name) => this.#registry.get(name) ?? this.#zones.get(name),
      (zone) => this.behaviourOf(zone),
    );
  }

  #zoneAt(server: string, name: string): Zone | undefined {
    const key = `${server} ${name}`;
    return this.#versions.has(key) ? this.#versions.get(key) : this.#zones.get(name);
  }

  #behaviourAt(server: string, zone: string): ServerBehaviour {
    return this.#behaviours.get(`${server} ${zone}`) ?? 'normal';
  }

  #newZone(name: string, servers: readonly string[], records: NewRecords): Zone {
    return new Zone(name, servers, this.lifetimes.ttlS, this.lifetimes.negativeTtlS, records);
  }
}
