import fc from 'fast-check';
import { expect, it } from 'vitest';
import { closte } from '../../../src/hosting/closte/closte.js';
import type { HostingProvider } from '../../../src/hosting/provider.js';
import { type DomainRecord, type Multisite, MultisiteError } from '../../../src/multisite/multisite.js';
import type { NetworkSnapshot } from '../../../src/multisite/reconcile.js';
import type { Store } from '../../../src/store/store.js';
import { ImplausibleList } from '../../../src/use-cases/worker/fault-reports.js';
import { reconcileNetwork } from '../../../src/use-cases/worker/reconcile-network.js';
import { openStore, temporaryFolder } from '../../store/temporary.js';
import { blindDns, POLICY, START, TARGET } from '../../support/observations.js';
import { portsOf, useCasesFrom } from '../../support/use-cases.js';

const RUNS = 80;
const NAMES = ['one.example.com', 'two.example.com', 'three.example.com'];
const ACTOR = { user: 'UALICE', team: 'T1', channel: 'C1' };

const name = fc.constantFrom(...NAMES);
/** Mostly what happens in a network and the readings of it; people meddle now and then. */
const step = fc.oneof(
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('create' as const), name }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('rename' as const), name, to: name }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('delete' as const), name }) },
  { weight: 5, arbitrary: fc.record({ kind: fc.constant('sync' as const), isAway: fc.boolean() }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('work' as const) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('map' as const), name }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('unmap' as const), name }) },
);

/** A network, and Closte behind it as the plugin tells it: it never removes the alias of a renamed domain. */
class Network {
  readonly records = new Map<number, DomainRecord>();
  readonly aliases = new Set<string>();
  isAway = false;
  #ids = 0;

  readonly provider: HostingProvider = {
    addAlias: async (hostname) => {
      const isThere = this.aliases.has(hostname);
      this.aliases.add(hostname);
      return isThere ? 'already' : 'added';
    },
    removeAlias: async (hostname) => (this.aliases.delete(hostname) ? 'removed' : 'already'),
    listAliases: async () => [...this.aliases],
    testConnection: async () => undefined,
  };

  readonly rest: Multisite = {
    listDomainRecords: async () => this.#here({ domainRecords: [...this.records.values()], unreadable: [] }),
    getDomainRecord: async (id) => this.#here(this.records.get(id)),
    findDomainRecord: async (domain) => this.#here(this.find(domain)),
    createDomainRecord: async (domain) => this.#here(this.create(domain)),
    deleteDomainRecord: async (id) => this.#here(this.delete(id)),
    setStage: async (id) => this.#set(id),
    setReady: async (id) => this.#set(id),
    getSite: async (id) => ({ id, title: 'A shop', address: `shop-${id}.network.example.org`, path: '/' }),
    listSites: async () => [],
    listSiteRecords: async (siteId) =>
      this.#here([...this.records.values()].filter((each) => each.siteId === siteId)),
    listWebhooks: async () => [],
    createWebhook: async () => undefined,
    deleteWebhook: async () => undefined,
    getSetting: async () => undefined,
    testConnection: async () => undefined,
  };

  #set(id: number): DomainRecord {
    const record = this.#here(this.records.get(id));
    if (!record) throw new MultisiteError('refused', 'gone');
    const next = { ...record, stage: 'done', isSecure: true };
    this.records.set(id, next);
    return next;
  }

  #here<Value>(value: Value): Value {
    if (this.isAway) throw new MultisiteError('unreachable', 'away');
    return value;
  }

  find = (domain: string) =>
    [...this.records.values()].find((domainRecord) => domainRecord.domain === domain);

  /** Unique over the whole network, as the plugin has it. */
  create(domain: string): DomainRecord {
    const existing = this.find(domain);
    if (existing) return existing;
    const id = ++this.#ids;
    const domainRecord = {
      id,
      domain,
      siteId: id,
      stage: 'checking-dns',
      isActive: true,
      isPrimary: false,
      isSecure: true,
    };
    this.records.set(id, domainRecord);
    this.aliases.add(domain);
    return domainRecord;
  }

  rename(from: string, to: string): void {
    const domainRecord = this.find(from);
    if (!domainRecord || this.find(to)) return;
    this.records.set(domainRecord.id, { ...domainRecord, domain: to });
    this.aliases.add(to);
  }

  delete(id: number | undefined): 'removed' | 'already' {
    const domainRecord = this.records.get(id ?? 0);
    if (!domainRecord) return 'already';
    this.records.delete(domainRecord.id);
    this.aliases.delete(domainRecord.domain);
    return 'removed';
  }
}

async function workAll(store: Store, advance: (id: string) => Promise<void>, now: number): Promise<void> {
  for (const claim of await store.claimChecks(now, 50, 1_000)) {
    await advance(claim.mapping);
    await store.release(claim);
  }
}

it('whatever happens in a network, when all is quiet every record is followed, and nothing else came by itself', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 30, size: 'max' }), async (steps) => {
      const folder = await temporaryFolder();
      let now = START;
      const store = await openStore(folder.path, () => now);
      const network = new Network();
      const { provider, rest } = network;
      const app = {
        name: 'default',
        target: TARGET,
        channel: 'C1',
        hosting: closte,
        www: 'never',
        intervalMs: POLICY.intervalMs,
        provider,
        multisite: { rest },
      } as const;
      const deps = portsOf({
        store,
        provider,
        apps: new Map([['default', app]]),
        dns: {
          authoritative: async () => blindDns(now),
          resolvers: async () => [],
          addresses: async () => [],
        },
        tls: { handshake: async (queried) => ({ queried, edges: [] }) },
        http: {
          front: async () => undefined,
          probe: async () => ({ ssl: { edges: [] }, http: { challenge: [], site: [] } }) as never,
        },
        now: () => now,
      });
      const useCases = useCasesFrom(deps);
      let kept: NetworkSnapshot = new Map();
      const known = {
        read: async () => kept,
        write: async (next: NetworkSnapshot) => {
          kept = next;
        },
      };
      /** Names that people mapped, or that a rename left behind: those may be followed without a record. */
      const wanted = new Set<string>();
      let requests = 0;
      const actor = () => ({ ...ACTOR, requestId: `d${++requests}` });
      /** Resolves to whether the list was believed. */
      const sync = () =>
        reconcileNetwork(deps, known, app).then(
          () => true,
          (error: unknown) => {
            expect(error).toBeInstanceOf(network.isAway ? MultisiteError : ImplausibleList);
            return false;
          },
        );

      for (const each of steps) {
        now += 60_000;
        const live = 'name' in each ? await store.findLive(each.name) : undefined;
        if (each.kind === 'create') network.create(each.name);
        if (each.kind === 'rename') {
          network.rename(each.name, each.to);
          wanted.add(each.name);
        }
        if (each.kind === 'delete') network.delete(network.find(each.name)?.id);
        if (each.kind === 'map') {
          await useCases.map({ hostname: each.name }, actor()).catch(() => undefined);
          wanted.add(each.name);
        }
        if (each.kind === 'unmap' && live) await useCases.unmap(live.mapping.id, actor());
        if (each.kind === 'work') await workAll(store, useCases.advance, now);
        if (each.kind === 'sync') {
          network.isAway = each.isAway;
          await sync();
          network.isAway = false;
        }
      }
      let isBelieved = true;
      for (let round = 0; round < 4; round++) {
        now += 3_600_000;
        isBelieved = await sync();
        await workAll(store, useCases.advance, now);
      }
      const { mappings } = await store.list({ offset: 0, limit: 50 });
      const followed = new Map(mappings.map((mapping) => [mapping.hostname, mapping]));
      // A list without records, or with none of those known, ends nothing: that waits for `/domain sync`.
      const unmapped = new Set(steps.flatMap((each) => (each.kind === 'unmap' ? [each.name] : [])));
      // What a person unmapped while its record could not be deleted stays unmapped.
      for (const { id, domain } of network.records.values())
        if (isBelieved && !unmapped.has(domain))
          expect(followed.get(domain)?.siteLink?.domainRecordId).toBe(id);
      for (const hostname of followed.keys())
        if (isBelieved && !network.find(hostname)) expect(wanted).toContain(hostname);
      await store.close();
      await folder.remove();
    }),
    { numRuns: RUNS },
  );
}, 120_000);
