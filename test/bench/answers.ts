import { randomUUID } from 'node:crypto';
import { compact } from '../../src/audit/compact.js';
import { closte } from '../../src/hosting/closte/closte.js';
import { readAliases, readAnswer } from '../../src/hosting/closte/response.js';
import type { HostingProvider } from '../../src/hosting/provider.js';
import type { DomainRecord, Multisite, NetworkSite } from '../../src/multisite/multisite.js';
import { auditFiles } from '../../src/slack/views/answers/audit.js';
import { syncView } from '../../src/slack/views/answers/sync.js';
import { batchView } from '../../src/slack/views/batch.js';
import type { Store } from '../../src/store/store.js';
import type { App, Ports } from '../../src/use-cases/ports.js';
import { partsOf } from '../../src/util/collections.js';
import { visitInTurns } from '../../src/util/concurrency/event-loop.js';
import { PartedList } from '../../src/util/parted-list.js';
import { silentLog } from '../store/temporary.js';
import { newStoredMapping } from '../store/typical-mapping.js';
import { blindDns, POLICY, TARGET } from '../support/observations.js';
import { translatorFor } from '../support/translator.js';
import { portsOf, useCasesFrom } from '../support/use-cases.js';
import type { StretchMeter } from './stretches.js';

const FEW_RUNS = 3;
const AUDIT_RUNS = 1;
const BATCH_LINES = 500;
const REMOVED = 200;
const ACTOR = { user: 'U0123456789', team: 'T1', channel: 'C1', requestId: 'r' };

/** What people ask for besides Home and lists, and what the bot checks by itself, of a store with so many mappings. */
export async function measureAnswers(
  { measure }: StretchMeter,
  store: Store,
  now: () => number,
  count: number,
): Promise<void> {
  const useCases = useCasesFrom(portsFor(store, now, appWith(count)));
  const translator = translatorFor({ target: TARGET }, now);
  const few = (name: string, run: () => Promise<unknown>) => measure(name, run, FEW_RUNS);
  await measure('page of 20 by hostname', () => store.list({ offset: count / 2, limit: 20 }));
  await measure('domains of a channel', () => store.list({ channel: 'C1', offset: 0, limit: 0 }));
  await few('page of 20 after a new domain', async () => {
    const id = randomUUID();
    await store.create(newStoredMapping(id, { hostname: `${id}.example.com` }));
    await store.list({ offset: 0, limit: 20 });
  });
  await measure('status of a mistyped hostname', () =>
    useCases.find('m99.exmple.con', 'view', ACTOR).catch(() => undefined),
  );
  await measure('history', () => useCases.history('m99.example.com', 0, ACTOR));
  await few('comparing provider, network and domains', async () =>
    syncView(await useCases.compareSides('shop', ACTOR), 'C1', translator),
  );
  await few('search of a site', () => useCases.searchSites({ app: 'shop', text: 'açai 99' }, ACTOR));
  const hostnames = Array.from({ length: BATCH_LINES }, (_, at) => `m${at * 7}.example.com`);
  await few(`plan of ${BATCH_LINES} lines`, async () =>
    batchView(await useCases.planBatch({ kind: 'check', hostnames }, ACTOR), translator),
  );
  await measure('what is pending and overdue', async () => {
    await store.deliverySummary();
    await store.overdueChecks(now());
    await store.watched();
  });
  for (let at = 0; at < REMOVED; at += 1)
    await store.create(
      newStoredMapping(`removed-${at}`, { hostname: `r${at}.example.com`, stage: 'removed' }),
    );
  await few(`compaction, ${REMOVED} removed`, () =>
    compact({ store, retentionMs: POLICY.intervalMs, now, log: silentLog }),
  );
}

/** What reads every record. */
export async function measureAudit(
  { measure }: StretchMeter,
  store: Store,
  now: () => number,
): Promise<void> {
  const useCases = useCasesFrom(portsFor(store, now, appWith(0)));
  const translator = translatorFor({ target: TARGET }, now);
  await measure('a page of the audit', () => useCases.audit({}, 0, ACTOR), AUDIT_RUNS);
  await measure(
    'the audit as files',
    async () => auditFiles(await useCases.auditAll({}, ACTOR), new Map(), translator),
    AUDIT_RUNS,
  );
}

export function portsFor(store: Store, now: () => number, app: App): Ports {
  return portsOf({
    store,
    provider: app.provider,
    dns: { authoritative: async () => blindDns(now()), resolvers: async () => [], addresses: async () => [] },
    tls: { handshake: async (queried: string) => ({ queried, edges: [] }) },
    http: {
      front: async () => undefined,
      probe: async () => ({ ssl: { edges: [] }, http: { challenge: [], site: [] } }) as never,
    },
    now,
    apps: new Map([['shop', app]]),
  });
}

/** As large as the store, with a record, an alias and a site for each of its mappings. */
export function appWith(count: number): App {
  const domains = Array.from({ length: count }, (_, at) => `m${at}.example.com`);
  const listAliases = closteList(domains);
  const listDomainRecords = outside(
    domains.map(
      (domain, at): DomainRecord => ({
        id: at + 1,
        domain,
        siteId: at + 2,
        stage: 'done',
        isActive: true,
        isPrimary: true,
        isSecure: true,
      }),
    ),
  );
  const listSites = outside(
    domains.map((address, at): NetworkSite => ({ id: at + 2, title: `Açaí ${at}`, address, path: '/' })),
  );
  return {
    name: 'shop',
    target: TARGET,
    hosting: closte,
    www: 'never',
    intervalMs: POLICY.intervalMs,
    provider: { listAliases } as unknown as HostingProvider,
    multisite: {
      url: 'https://network.example.org',
      host: 'network.example.org',
      rest: {
        listDomainRecords: async () => ({ domainRecords: await listDomainRecords(), unreadable: [] }),
        listSites,
      } as unknown as Multisite,
    },
  };
}

/** As Closte sends its list: in one answer, of which the socket hands out pieces. */
function closteList(domains: readonly string[]): HostingProvider['listAliases'] {
  const list = domains.map((domain, id) => ({ id, domain, wildcard: '0' }));
  const answer = Buffer.from(JSON.stringify({ success: true, domains: list }));
  const chunks = Array.from({ length: Math.ceil(answer.length / CHUNK_BYTES) }, (_, at) =>
    answer.subarray(at * CHUNK_BYTES, (at + 1) * CHUNK_BYTES),
  );
  return async () => readAliases((await readAnswer(200, chunks, 'read'))['domains']);
}

const CHUNK_BYTES = 64 * 1024;
const PAGE = 100;

/**
 * A list as another program has it: in pages, which whoever asks joins, as the clients of networks do. The bot has no list of
 * 100,000 in its memory while it doesn't read one, and V8 marks such a list at a stretch.
 */
function outside<Item>(items: readonly Item[]): () => Promise<PartedList<Item>> {
  const pages = [...partsOf(items, PAGE)];
  return async () => {
    const all = new PartedList<Item>();
    await visitInTurns(pages, (page) => {
      for (const item of page) all.push(item);
    });
    return all;
  };
}
