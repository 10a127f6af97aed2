import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { request } from 'undici';
import { createClosteProvider } from '../../src/hosting/closte/client.js';
import { closte as closteProvider } from '../../src/hosting/closte/closte.js';
import { rateLimited } from '../../src/hosting/rate-limited.js';
import { openNetworkSnapshot } from '../../src/multisite/network-snapshot.js';
import { createMultisite } from '../../src/multisite/rest/client.js';
import { startCloste } from '../../src/sandbox/closte.js';
import { startWordPress } from '../../src/sandbox/wordpress/wordpress.js';
import type { App, Ports } from '../../src/use-cases/ports.js';
import { reconcileNetwork } from '../../src/use-cases/worker/reconcile-network.js';
import { openStore, silentLog } from '../store/temporary.js';
import { blindDns, POLICY, TARGET } from '../support/observations.js';
import { portsOf, useCasesFrom } from '../support/use-cases.js';
import { MIB, print, timed } from './figures.js';

const RECORDS = 10_000;
const NEW = 200;
const PER_MINUTE = 600;
const AT_ONCE = 16;
const KEYS = { apiKey: 'bench-api-key', apiSecret: 'bench-api-secret' };
const ACTOR = { user: 'UALICE', team: 'T1', channel: 'C1', requestId: 'd1' };

/** Prints what it costs to follow a network of 10,000 domains, and how gently Closte is asked. */
export async function benchSync(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'domain-bot-sync-'));
  const closte = await startCloste({ apiKey: 'bench-closte-key' });
  const wordpress = await startWordPress({
    ...KEYS,
    host: 'network.example.org',
    closte: { url: closte.url, apiKey: 'bench-closte-key' },
  });
  const store = await openStore(folder, Date.now);
  const app: App = {
    name: 'default',
    target: TARGET,
    channel: 'C1',
    hosting: closteProvider,
    www: 'never',
    intervalMs: POLICY.intervalMs,
    provider: rateLimited(
      createClosteProvider({
        baseUrl: closte.url,
        apiKey: 'bench-closte-key',
        connectTimeoutMs: 5_000,
        totalTimeoutMs: 45_000,
      }),
      { perMinute: PER_MINUTE, steady: () => performance.now() },
    ),
    multisite: {
      url: wordpress.url,
      host: 'network.example.org',
      rest: createMultisite({ ...KEYS, url: wordpress.url, timeoutMs: 45_000 }),
    },
  };
  const blind = {
    dns: {
      authoritative: async () => blindDns(Date.now()),
      resolvers: async () => [],
      addresses: async () => [],
    },
    tls: { handshake: async (queried: string) => ({ queried, edges: [] }) },
    http: {
      front: async () => undefined,
      probe: async () => ({ ssl: { edges: [] }, http: { challenge: [], site: [] } }) as never,
    },
  };
  const deps: Ports = portsOf({
    store,
    provider: app.provider,
    ...blind,
    now: Date.now,
    apps: new Map([['default', app]]),
    log: silentLog,
  });
  const known = openNetworkSnapshot(store.documents, 'default');
  const useCases = useCasesFrom(deps);
  try {
    for (let at = 0; at < RECORDS; at++) await wordpress.createSite(`shop${at}.example.com`);
    const before = wordpress.requests().length;
    const raw = await timed(() => readRaw(wordpress.url));
    const requests = wordpress.requests().length - before;
    const first = await timed(() => reconcileNetwork(deps, known, app));
    const again = await timed(() => reconcileNetwork(deps, known, app));
    print(
      `${RECORDS} records read, ${requests} requests: raw ${raw.toFixed(0)} ms, first reading ${first.toFixed(0)} ms (${ratio(first, raw)}), next ${again.toFixed(0)} ms (${ratio(again, raw)})`,
    );

    const calls = closte.calls().length;
    const adopted = await timed(async () => {
      const { done, failed } = await useCases.bulk('default', 'adopt', () => undefined, ACTOR);
      print(`adopted ${done}, failed ${failed.length}`);
    });
    global.gc?.();
    print(
      `${RECORDS} domains adopted in ${adopted.toFixed(0)} ms (${Math.round((RECORDS / adopted) * 1000)}/s, two writes each); calls to Closte: ${closte.calls().length - calls}; resident memory ${Math.round(process.memoryUsage().rss / MIB)} MiB`,
    );
    const steady = await timed(() => reconcileNetwork(deps, known, app));
    print(`reading with ${RECORDS} mappings: ${steady.toFixed(0)} ms (${ratio(steady, raw)})`);
    await benchPace();
  } finally {
    await store.close();
    await Promise.all([wordpress.stop(), closte.stop()]);
    await rm(folder, { recursive: true, force: true });
  }

  /** Comes back for its turn at the moment that was stored. */
  async function untilAccepted(id: string): Promise<void> {
    for (;;) {
      await useCases.advance(id);
      const { alias, nextCheckAt = 0 } = (await store.load(id))?.mapping ?? {};
      if (alias?.state === 'accepted') return;
      await sleep(Math.max(0, nextCheckAt - Date.now()));
    }
  }

  /** Domains that Closte does not have yet, all due at once. */
  async function benchPace(): Promise<void> {
    for (let at = 0; at < NEW; at++)
      await useCases.map({ hostname: `new${at}.example.com` }, { ...ACTOR, requestId: `n${at}` });
    const due = await store.claimChecks(Date.now(), NEW + RECORDS, 120_000);
    const storedMappings = await Promise.all(due.map(({ mapping }) => store.load(mapping)));
    const ids = storedMappings.flatMap((stored) =>
      stored?.mapping.alias.state === 'requested' ? [stored.mapping.id] : [],
    );
    const at: number[] = [];
    let next = 0;
    await Promise.all(
      Array.from({ length: AT_ONCE }, async () => {
        for (let id = ids[next++]; id !== undefined; id = ids[next++]) {
          await untilAccepted(id);
          at.push(performance.now());
        }
      }),
    );
    const busiest = Math.max(
      ...at.map((from) => at.filter((each) => each >= from && each < from + 1_000).length),
    );
    print(
      `${ids.length} additions at Closte at once, limit ${PER_MINUTE / 60}/s: ${Math.round((at.length / ((at.at(-1) ?? 0) - (at[0] ?? 0))) * 10_000) / 10}/s, at most ${busiest} in a second`,
    );
  }
}

/** The same pages, read and thrown away. */
async function readRaw(url: string): Promise<void> {
  const authorization = `Basic ${Buffer.from(`${KEYS.apiKey}:${KEYS.apiSecret}`).toString('base64')}`;
  for (let page = 1; page <= RECORDS / 100; page++) {
    const { body } = await request(`${url}/wp-json/wu/v2/domain?page=${page}&per_page=100`, {
      headers: { authorization },
    });
    JSON.parse(await body.text());
  }
}

const ratio = (one: number, limit: number): string => (one / limit).toFixed(2);
