import type { HostingProvider } from '../../../src/hosting/provider.js';
import type { Store, StoredMapping } from '../../../src/store/store.js';
import { UserError, type UserProblem } from '../../../src/use-cases/errors.js';
import { openStore } from '../../store/temporary.js';
import { START } from '../../support/observations.js';
import type { TestUseCases } from '../../support/use-cases.js';
import { useCasesOf } from '../../support/use-cases.js';
import { flakyCloste, flakyProbes, flakyStore, type OutsideFault } from '../support/outside.js';

export type Outcome = ReturnType<OutsideFault>;
export const parts = ['closte', 'probes', 'disk'] as const;
export type Part = (typeof parts)[number];
export type Permission = 'map' | 'check' | 'unmap';

const LEASE_MS = 120_000;
const BATCH = 50;

/** A bot whose clock, faults and restarts are in a test's hands. Its folder and its Closte outlive it. */
export class BenchBot {
  now = START;
  /** Hostnames whose DNS is as it should be. */
  readonly right = new Set<string>();
  readonly #fates: Record<Part, Outcome[]> = { closte: [], probes: [], disk: [] };
  readonly #faults =
    (part: Part): OutsideFault =>
    () =>
      this.#fates[part].shift() ?? 'well';
  readonly provider: HostingProvider = flakyCloste(this.#faults('closte'));
  #disk: Store | undefined;
  #running: { readonly store: Store; readonly useCases: TestUseCases } | undefined;
  #requests = 0;

  constructor(readonly folder: string) {}

  async start(): Promise<void> {
    this.#disk = await openStore(this.folder, () => this.now);
    const store = flakyStore(this.#disk, this.#faults('disk'), 'ENOSPC');
    const probes = flakyProbes(
      this.#faults('probes'),
      (name) => this.right.has(name) || this.right.has(name.replace(/^[^.]+/, '*')),
    );
    const useCases = useCasesOf({ store, provider: this.provider, ...probes, now: () => this.now });
    this.#running = { store, useCases };
  }

  /** As a crash would: what the disk has not is gone. */
  async restart(): Promise<void> {
    await this.#disk?.close();
    await this.start();
  }

  meets(part: Part, outcomes: readonly Outcome[]): void {
    this.#fates[part] = [...outcomes];
  }

  /** One request, which is delivered again until the disk has taken it. */
  async ask(permission: Permission, hostname: string): Promise<'done' | 'known' | UserProblem['code']> {
    const actor = { user: 'U01ALICE', team: 'T1', channel: 'C1', requestId: `d${++this.#requests}` };
    for (;;) {
      try {
        if (permission === 'map')
          return (await this.#useCases.map({ hostname }, actor)).isNew ? 'done' : 'known';
        const { mapping } = await this.#useCases.find(hostname, permission, actor);
        await this.#useCases[permission === 'check' ? 'requestCheck' : permission](mapping.id, actor);
        return 'done';
      } catch (error) {
        if (error instanceof UserError) return error.problem.code;
        if (!isInjected(error)) throw error;
      }
    }
  }

  /** Lets time pass and carries out what is due, as the watch does. */
  async pass(ms: number): Promise<void> {
    this.now += ms;
    const { store, useCases } = this.#here;
    for (const claim of await store.claimChecks(this.now, BATCH, LEASE_MS)) {
      try {
        await useCases.advance(claim.mapping);
        await store.release(claim);
      } catch (error) {
        if (!isInjected(error)) throw error;
      }
    }
  }

  async storedMappings(): Promise<StoredMapping[]> {
    const all: StoredMapping[] = [];
    for await (const stored of this.#here.store.all()) all.push(stored);
    return all;
  }

  async stop(): Promise<void> {
    await this.#disk?.close();
  }

  get #here() {
    if (!this.#running) throw new Error('the bot was not started');
    return this.#running;
  }

  get #useCases(): TestUseCases {
    return this.#here.useCases;
  }
}

const isInjected = (error: unknown): boolean => error instanceof Error && error.message.includes('injected');
