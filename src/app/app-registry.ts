import type { Dispatcher } from 'undici';
import type { AppConfig, MultisiteConfig } from '../config/app.js';
import { type ClosteOptions, createClosteProvider } from '../hosting/closte/client.js';
import { rateLimited } from '../hosting/rate-limited.js';
import { measured, recordCalls } from '../metrics/measured.js';
import { type Metrics, noMetrics } from '../metrics/metrics.js';
import { createMultisite } from '../multisite/client.js';
import type { App, Network } from '../use-cases/ports.js';
import { createHttpDispatcher, type ProxyConfig } from '../util/proxy.js';

/** Closte's writes may take up to 45 s. */
const LIMITS = { connectTimeoutMs: 5_000, totalTimeoutMs: 45_000 } as const satisfies Partial<ClosteOptions>;

/** WordPress may take long over a page of 100 records. */
const MULTISITE_TIMEOUT_MS = 45_000;
const CLOSTE_CALLS = ['listAliases', 'addAlias', 'removeAlias', 'testConnection'] as const;
const MULTISITE_CALLS = [
  'listDomainRecords',
  'getDomainRecord',
  'findDomainRecord',
  'createDomainRecord',
  'deleteDomainRecord',
  'setStage',
  'setReady',
  'getSite',
  'listSiteRecords',
  'listWebhooks',
  'createWebhook',
  'getSetting',
  'testConnection',
] as const;
const CLOSTE_BODY_BYTES = 2 ** 20;
const MULTISITE_BODY_BYTES = 8 * 2 ** 20;

/** The apps there are now. `apps` is one living map: whoever holds it sees what a reload brings. */
export interface AppRegistry {
  readonly apps: ReadonlyMap<string, App>;
  readonly configs: () => readonly AppConfig[];
  /** What is not named any more is gone; its mappings wait until it comes back. */
  reload(configs: readonly AppConfig[]): void;
  /** An admin's choice, which counts more than the configuration; undefined takes it back. */
  setInterval(app: string, intervalMs: number | undefined): void;
}

export function createAppRegistry(
  first: readonly AppConfig[],
  baseUrl: string,
  chosenIntervals: ReadonlyMap<string, number>,
  {
    proxy,
    metrics = noMetrics,
  }: { readonly proxy?: ProxyConfig | undefined; readonly metrics?: Metrics } = {},
): AppRegistry {
  const apps = new Map<string, App>();
  const chosen = new Map(chosenIntervals);
  let configs: readonly AppConfig[] = [];

  /** The key stays with the adapter. */
  const connect = ({ apiKey, changesPerMinute, multisite, ...config }: AppConfig): App => ({
    ...config,
    intervalMs: chosen.get(config.name) ?? config.intervalMs,
    provider: rateLimited(
      measured(
        createClosteProvider({
          baseUrl,
          apiKey,
          ...LIMITS,
          dispatcher: throughProxy(proxy, CLOSTE_BODY_BYTES),
        }),
        CLOSTE_CALLS,
        recordCalls(metrics, 'hosting'),
      ),
      {
        perMinute: changesPerMinute,
        steady: () => performance.now(),
      },
    ),
    multisite: multisite && networkOf(multisite, proxy, metrics),
  });

  function reload(next: readonly AppConfig[]): void {
    const named = new Set(next.map(({ name }) => name));
    for (const name of apps.keys()) if (!named.has(name)) apps.delete(name);
    for (const config of next) apps.set(config.name, connect(config));
    configs = next;
  }

  reload(first);
  return {
    apps,
    configs: () => configs,
    reload,
    setInterval: (name, intervalMs) => {
      const app = apps.get(name);
      const config = configs.find((each) => each.name === name);
      if (intervalMs === undefined) chosen.delete(name);
      else chosen.set(name, intervalMs);
      if (app && config) apps.set(name, { ...app, intervalMs: intervalMs ?? config.intervalMs });
    },
  };
}

/** Undefined without a proxy: the adapters bring agents of their own. */
const throughProxy = (proxy: ProxyConfig | undefined, maxResponseSize: number): Dispatcher | undefined =>
  proxy &&
  createHttpDispatcher(proxy, { connectTimeoutMs: LIMITS.connectTimeoutMs, maxResponseSize, connections: 4 });

function networkOf(
  { url, rest, webhookToken, logs }: MultisiteConfig,
  proxy: ProxyConfig | undefined,
  metrics: Metrics,
): Network {
  return {
    url,
    host: url === undefined ? undefined : new URL(url).hostname,
    webhookToken,
    logs,
    ...(rest && url !== undefined
      ? {
          rest: measured(
            createMultisite({
              ...rest,
              url,
              timeoutMs: MULTISITE_TIMEOUT_MS,
              dispatcher: throughProxy(proxy, MULTISITE_BODY_BYTES),
            }),
            MULTISITE_CALLS,
            recordCalls(metrics, 'wordpress'),
          ),
          syncMs: rest.syncMs,
          setsStage: rest.setsStage,
        }
      : {}),
  };
}
