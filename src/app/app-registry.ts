import type { Agent, Dispatcher } from 'undici';
import type { AppConfig, MultisiteConfig } from '../config/app.js';
import type { LearnedLimits } from '../core/learning/durations.js';
import { isOwn } from '../core/own-names.js';
import { type Metrics, noMetrics } from '../core/ports/metrics.js';
import { providerLimits, withOwnNames } from '../hosting/provider.js';
import { rateLimited } from '../hosting/rate-limited.js';
import { measured, recordCalls } from '../http/metrics/measured.js';
import { webhookPath } from '../http/webhook-route.js';
import { createMultisite } from '../multisite/rest/client.js';
import { networkLimits } from '../multisite/rest/connection.js';
import { sharedReads } from '../multisite/shared-reads.js';
import type { SettingValues } from '../settings/definitions.js';
import type { App, Network } from '../use-cases/ports.js';
import { createHttpDispatcher, type ProxyConfig } from '../util/http-client.js';
import { type SetInSlack, withSettings } from './app-settings.js';

const CONNECT_TIMEOUT_MS = 5_000;

/** WordPress may take this long for a page of 100 records. */
const MULTISITE_TIMEOUT_MS = 45_000;
const HOSTING_CALLS = ['listAliases', 'addAlias', 'removeAlias', 'testConnection'] as const;
const MULTISITE_CALLS = [
  'listDomainRecords',
  'getDomainRecord',
  'findDomainRecord',
  'createDomainRecord',
  'deleteDomainRecord',
  'setStage',
  'setReady',
  'getSite',
  'listSites',
  'listSiteRecords',
  'listWebhooks',
  'createWebhook',
  'deleteWebhook',
  'getSetting',
  'testConnection',
] as const;

/** The current apps. `apps` is a live map: holders see the changes of a reload. */
export interface AppRegistry {
  readonly apps: ReadonlyMap<string, App>;
  /** Where commands work, by the IDs that the channels have now; a live list. Empty: everywhere. */
  readonly channels: readonly string[];
  readonly configs: () => readonly AppConfig[];
  /** Apps that are no longer named are removed; their mappings wait until they return. */
  reload(configs: readonly AppConfig[]): void;
  /** Applies what admins set since. */
  refresh(): void;
  /** The app as configured, without what admins set. */
  configured(app: string): App | undefined;
}

export interface RegistryOptions {
  /** Where commands work, as configured. */
  readonly channels?: readonly string[];
  readonly proxy?: ProxyConfig | undefined;
  /** The bot's own address, without its trailing slash. */
  readonly publicUrl?: string | undefined;
  readonly metrics?: Metrics;
  /** What was learned for an app by now. */
  readonly learnedOf?: (app: string) => LearnedLimits;
}

export function createAppRegistry(
  first: readonly AppConfig[],
  set: SetInSlack,
  defaultsOf: (app: App) => SettingValues,
  options: RegistryOptions = {},
): AppRegistry {
  const { channels: configuredChannels = [], learnedOf } = options;
  const apps = new Map<string, App>();
  const bases = new Map<string, App>();
  const channels: string[] = [];
  let configs: readonly AppConfig[] = [];

  function reload(next: readonly AppConfig[]): void {
    const named = new Set(next.map(({ name }) => name));
    for (const name of apps.keys()) if (!named.has(name)) apps.delete(name);
    for (const name of bases.keys()) if (!named.has(name)) bases.delete(name);
    for (const config of next) bases.set(config.name, connectApp(config, options));
    configs = next;
    refresh();
  }

  function refresh(): void {
    channels.splice(0, channels.length, ...configuredChannels.map(set.channelNow));
    for (const [name, base] of bases)
      apps.set(name, learning(withSettings(base, defaultsOf(base), set), learnedOf));
  }

  reload(first);
  return {
    apps,
    channels,
    configs: () => configs,
    reload,
    refresh,
    configured: (name) => bases.get(name),
  };
}

/** The adapter keeps the key private. */
function connectApp(
  { apiKey, apiUrl: baseUrl, appId, changesPerMinute, multisite, ...config }: AppConfig,
  { proxy, publicUrl, metrics = noMetrics }: RegistryOptions,
): App {
  const dispatcher = throughProxy(proxy, providerLimits);
  const provider = rateLimited(
    measured(
      config.hosting.connect({ baseUrl, apiKey, dispatcher }),
      HOSTING_CALLS,
      recordCalls(metrics, 'hosting'),
    ),
    { perMinute: changesPerMinute, steady: () => performance.now() },
  );
  return {
    ...config,
    changesPerMinute,
    dashboardUrl: appId === undefined ? undefined : config.hosting.dashboardUrl(appId),
    provider: withOwnNames(provider, (hostname) => isOwn(hostname, networkHost(multisite))),
    multisite: multisite && {
      ...networkOf(multisite, proxy, metrics),
      webhookUrl: webhookUrlOf(publicUrl, config.name, multisite),
    },
  };
}

/** Its policy follows what is learned meanwhile, in every channel. */
function learning(app: App, learnedOf: RegistryOptions['learnedOf']): App {
  if (!learnedOf) return app;
  const { inChannels = new Map<string, App>() } = app;
  return {
    ...app,
    inChannels: new Map([...inChannels].map(([id, each]) => [id, learning(each, learnedOf)])),
    get policy() {
      return { ...app.policy, learned: learnedOf(app.name) };
    },
  };
}

const webhookUrlOf = (
  publicUrl: string | undefined,
  app: string,
  { webhookToken }: MultisiteConfig,
): string | undefined =>
  publicUrl === undefined || webhookToken === undefined
    ? undefined
    : `${publicUrl}${webhookPath(app, webhookToken)}`;

/** Undefined without a proxy: the adapters then use their own agents. */
const throughProxy = (
  proxy: ProxyConfig | undefined,
  limits: Pick<Agent.Options, 'maxResponseSize' | 'connections'>,
): Dispatcher | undefined =>
  proxy && createHttpDispatcher(proxy, { connectTimeoutMs: CONNECT_TIMEOUT_MS, ...limits });

const networkHost = (multisite: MultisiteConfig | undefined): string | undefined =>
  multisite?.url === undefined ? undefined : new URL(multisite.url).hostname;

function networkOf(multisite: MultisiteConfig, proxy: ProxyConfig | undefined, metrics: Metrics): Network {
  const { url, rest, webhookToken, logs } = multisite;
  const network = { host: networkHost(multisite), url, webhookToken, logs };
  if (!rest || url === undefined) return network;
  const client = createMultisite({
    ...rest,
    url,
    timeoutMs: MULTISITE_TIMEOUT_MS,
    dispatcher: throughProxy(proxy, networkLimits),
  });
  const shared = sharedReads(measured(client, MULTISITE_CALLS, recordCalls(metrics, 'wordpress')), () =>
    performance.now(),
  );
  const { syncMs, setsStage, followsOwn } = rest;
  return { ...network, rest: shared, forgetReads: shared.forget, syncMs, setsStage, followsOwn };
}
