import { readFileSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { z } from 'zod';
import { HOUR_MS, MINUTE_MS, SECOND_MS } from '../core/instant.js';
import { type Policy, SSL_NORMAL_MS, SSL_SLOW_MS } from '../core/lifecycle/policy.js';
import { defaultProvider } from '../hosting/providers.js';
import { closestLanguage } from '../locale/languages.js';
import type { ProxyConfig } from '../util/http-client.js';
import { decodeText } from '../util/parse-json.js';
import { type AppConfig, intervalSeconds, locale, readApp, secretsOf } from './app.js';
import { readAppsFile } from './apps-file.js';
import { type DomainConnectConfig, domainConnectSecrets, readDomainConnect } from './domain-connect.js';
import {
  ConfigError,
  type ConfigProblem,
  misspeltIn,
  RETIRED,
  type RetiredVariable,
  UNREADABLE_FILE,
  variables,
} from './problems.js';
import { proxySecrets, readProxy } from './proxy.js';
import { type Environment, Source } from './source.js';
import {
  authorities,
  channelId,
  channelIds,
  databaseSecrets,
  databaseUrl,
  listenAddress,
  PUBLIC_RESOLVERS,
  pem,
  resolvers,
  signingSecret,
  slackIds,
  slashCommand,
  token,
  type WatchedResolver,
  webUrl,
  wholeNumber,
  yesOrNo,
} from './values.js';
import type { ReadFile } from './wp-config.js';

export type { AppConfig } from './app.js';
export { ConfigError, describeProblem, describeProblems, variables } from './problems.js';

export type SlackMode =
  | { readonly kind: 'socket'; readonly appToken: string }
  | { readonly kind: 'http'; readonly signingSecret: string };

export interface Config {
  readonly slack: {
    readonly botToken: string;
    readonly apiUrl: string;
    readonly mode: SlackMode;
    /** The slash command, with its slash. */
    readonly command: string;
    /** For mappings that nobody requested in a channel. */
    readonly channel?: string | undefined;
    /** Channels where commands work; empty means everywhere. */
    readonly channels: readonly string[];
  };
  readonly http: {
    readonly host: string;
    readonly port: number;
    /** Where others reach this server, without its trailing slash. */
    readonly publicUrl?: string | undefined;
  };
  /** Proxy for Slack, hosting providers and WordPress; probes always connect directly. */
  readonly proxy?: ProxyConfig | undefined;
  readonly apps: readonly AppConfig[];
  readonly dataDir: string;
  /** A PostgreSQL database instead of DATA_DIR, which replicas can share. */
  readonly databaseUrl?: string | undefined;
  /** How long removed mappings keep all their events; undefined means forever. */
  readonly retentionMs?: number | undefined;
  readonly policy: Policy;
  readonly dns: { readonly resolvers: readonly WatchedResolver[]; readonly authoritativePort: number };
  readonly tlsPort: number;
  readonly httpPort: number;
  readonly caPem?: string | undefined;
  readonly allowPrivateAddresses: boolean;
  /** Starts even if many stored files are damaged, and sets them aside. */
  readonly allowCorrupt: boolean;
  /** Undefined unless the agency has an id at Domain Connect. */
  readonly domainConnect?: DomainConnectConfig | undefined;
  /** Whether to look up DNS providers' names over HTTPS. */
  readonly asksDnsProviders: boolean;
  readonly operators: readonly string[];
  readonly admins: readonly string[];
  /** Guests and people of other workspaces see what members see. */
  readonly guestsMayView: boolean;
  /** Cards may be posted in channels that people of other organizations read. */
  readonly sharedChannels: boolean;
  readonly locale: string;
  /** The language of output in a terminal: `LOCALE`, else the closest to `LANG`. */
  readonly shellLocale: string;
  readonly logLevel: 'debug' | 'info' | 'warn' | 'error';
  /** Every secret value, for the log to redact. */
  readonly secrets: readonly string[];
  /** Settings that are ignored, and why. */
  readonly warnings: readonly string[];
}

const port = wholeNumber(1, 65_535);
const anyPort = wholeNumber(0, 65_535);
const logLevel = z.enum(['debug', 'info', 'warn', 'error'], { error: 'is not a level' });
const days = wholeNumber(1, 3_650).transform((count) => count * 24 * HOUR_MS);
const hours = wholeNumber(1, 720).transform((count) => count * HOUR_MS);

/** Reads and validates the whole configuration. Throws `ConfigError`. */
export function loadConfig(
  env: Environment,
  readFile: ReadFile = readTextFile,
  commentedOut: readonly string[] = [],
): Config {
  const { config, problems } = readConfig(env, readFile, commentedOut);
  if (problems.length > 0) throw new ConfigError(problems);
  return config;
}

/** `DATABASE_URL`, whatever else is missing or wrong: a schema needs nothing more. Throws `ConfigError`. */
export function loadDatabaseUrl(env: Environment, commentedOut: readonly string[]): string | undefined {
  const { config, problems } = readConfig(env, undefined, commentedOut);
  const own = problems.filter(({ variable }) => variable === 'DATABASE_URL');
  if (own.length > 0) throw new ConfigError(own);
  return config.databaseUrl;
}

/**
 * What can be read of the configuration, with empty values where there is a problem. `commentedOut` names variables
 * whose value in `.env` is a comment.
 */
export function readConfig(
  env: Environment,
  readFile: ReadFile = readTextFile,
  commentedOut: readonly string[] = [],
): { readonly config: Config; readonly problems: readonly ConfigProblem[] } {
  const source = new Source(env, readFile, process.cwd());
  for (const variable of variables.filter((name) => commentedOut.includes(name)))
    source.problems.add(variable, 'is empty, because “#” begins a comment in .env: put the value in quotes');
  for (const variable of Object.keys(RETIRED) as RetiredVariable[])
    if (env[variable]?.trim()) source.problems.retired(variable, variable);
  const apps = readApps(source, env, readFile);
  const mode = readMode(source);
  const domainConnect = readDomainConnect(source, readFile);
  const config: Config = {
    slack: readSlack(source, mode),
    http: readHttp(source, mode.kind === 'http' || hasWebhooks(apps)),
    proxy: readProxy(env, source.problems),
    apps,
    dataDir: resolve(source.given('DATA_DIR') ?? './data'),
    databaseUrl: source.read('DATABASE_URL', databaseUrl, undefined),
    retentionMs: source.read('AUDIT_RETENTION_DAYS', days, undefined),
    policy: readPolicy(source),
    dns: readDns(source),
    tlsPort: source.read('TLS_PORT', port, 443),
    httpPort: source.read('HTTP_PORT', port, 80),
    caPem: readCa(source, readFile),
    allowPrivateAddresses: source.read('ALLOW_PRIVATE_ADDRESSES', yesOrNo, false),
    allowCorrupt: source.read('STORE_ALLOW_CORRUPT', yesOrNo, false),
    domainConnect,
    asksDnsProviders: source.read('DOMAIN_CONNECT', yesOrNo, true),
    operators: source.read('DOMAIN_OPERATORS', slackIds, []),
    admins: source.read('DOMAIN_ADMINS', slackIds, []),
    guestsMayView: source.read('GUESTS_MAY_VIEW', yesOrNo, false),
    sharedChannels: source.read('CARDS_IN_SHARED_CHANNELS', yesOrNo, false),
    locale: source.read('LOCALE', locale, 'en'),
    shellLocale: source.read('LOCALE', locale, closestLanguage(env['LANG'] ?? '') ?? 'en'),
    logLevel: source.read('LOG_LEVEL', logLevel, 'info'),
    secrets: [
      ...SECRETS.flatMap((variable) => source.given(variable) ?? []),
      ...databaseSecrets(source.given('DATABASE_URL')),
      ...apps.flatMap(secretsOf),
      ...proxySecrets(env),
      ...domainConnectSecrets(domainConnect),
    ],
    warnings: source.problems.warnings,
  };
  for (const [meant, given] of misspeltIn(Object.keys(env))) source.problems.misspelt(meant, given);
  return { config, problems: source.problems.found };
}

/** Whether cards may be posted where people of other organizations read them. */
export const allowsSharedChannels = ({ sharedChannels, guestsMayView }: Config): boolean =>
  sharedChannels || guestsMayView;

/** Locales of messages: the bot's, and those of its apps. */
export const localesOf = ({ locale, apps }: Config): readonly string[] => [
  ...new Set([locale, ...apps.map((app) => app.locale)]),
];

/** A host to compare our clock with. */
export const clockUrl = ({ apps }: Config): string => apps[0]?.apiUrl ?? defaultProvider.apiUrl;

/** In Socket Mode nobody outside needs the health pages; Slack's requests and webhooks come from outside. */
const LOOPBACK = '127.0.0.1';
const EVERYWHERE = '0.0.0.0';
/** Customers come back to this address. */
const isPublic = (source: Source): boolean => source.given('PUBLIC_URL') !== undefined;
const hasWebhooks = (apps: readonly AppConfig[]): boolean =>
  apps.some(({ multisite }) => multisite?.webhookToken !== undefined);

const SECRETS = ['SLACK_BOT_TOKEN', 'SLACK_APP_TOKEN', 'SLACK_SIGNING_SECRET'] as const;

function readApps(source: Source, env: Environment, readFile: ReadFile): readonly AppConfig[] {
  const path = source.given('CLOSTE_APPS_FILE');
  return path === undefined ? [readApp(source, 'default')] : readAppsFile(path, { source, env, readFile });
}

const readSlack = (source: Source, mode: SlackMode): Config['slack'] => ({
  botToken: source.demand('SLACK_BOT_TOKEN', token('xoxb-'), ''),
  apiUrl: source.read('SLACK_API_URL', webUrl, 'https://slack.com/api/').replace(/\/*$/, '/'),
  mode,
  command: source.read('SLACK_COMMAND', slashCommand, '/domain'),
  channel: source.read('SLACK_CHANNEL', channelId, undefined),
  channels: source.read('DOMAIN_CHANNELS', channelIds, []),
});

/** Slack's requests and webhooks come from outside, as do customers who return. */
const readHttp = (source: Source, isReached: boolean): Config['http'] => ({
  host: source.read('HOST', listenAddress, isReached || isPublic(source) ? EVERYWHERE : LOOPBACK),
  port: source.read('PORT', anyPort, 3000),
  publicUrl: source.read('PUBLIC_URL', webUrl, undefined)?.replace(/\/+$/, ''),
});

const readPolicy = (source: Source): Policy => ({
  intervalMs: source.read('DNS_CHECK_INTERVAL', intervalSeconds, 300) * SECOND_MS,
  dnsDeadlineMs: source.read('DNS_DEADLINE_HOURS', wholeNumber(1, 720), 72) * HOUR_MS,
  sslDeadlineMs: source.read('SSL_DEADLINE_MINUTES', wholeNumber(5, 10_080), 60) * MINUTE_MS,
  sslNormalMs: SSL_NORMAL_MS,
  sslSlowMs: SSL_SLOW_MS,
  unmapApprovalMs: source.read('UNMAP_APPROVAL_HOURS', hours, undefined),
  acceptedCas: source.read('CERTIFICATE_AUTHORITIES', authorities, ['letsencrypt.org']),
});

const readDns = (source: Source): Config['dns'] => ({
  resolvers: source.read('DNS_RESOLVERS', resolvers, [], source.given('DNS_RESOLVERS') ?? PUBLIC_RESOLVERS),
  authoritativePort: source.read('DNS_AUTHORITATIVE_PORT', port, 53),
});

function readMode(source: Source): SlackMode {
  if (source.given('SLACK_APP_TOKEN') !== undefined)
    return { kind: 'socket', appToken: source.read('SLACK_APP_TOKEN', token('xapp-'), '') };
  if (source.given('SLACK_SIGNING_SECRET') === undefined)
    source.problems.add('SLACK_APP_TOKEN', 'is missing, and so is SLACK_SIGNING_SECRET');
  return { kind: 'http', signingSecret: source.read('SLACK_SIGNING_SECRET', signingSecret, '') };
}

function readCa(source: Source, readFile: ReadFile): string | undefined {
  const path = source.given('CA_FILE');
  if (path === undefined) return undefined;
  const text = readFile(path);
  if (typeof text !== 'string') source.problems.add('CA_FILE', UNREADABLE_FILE);
  return source.read('CA_FILE', pem, undefined, text ?? '');
}

/** Far larger than any `wp-config.php` or CA bundle. */
const MAX_FILE_BYTES = 2 ** 20;

/** Null for what is too large or isn't a regular file, too: reading a pipe would block. */
function readTextFile(path: string): string | undefined | null {
  try {
    const stats = statSync(path, { throwIfNoEntry: false });
    if (!stats) return undefined;
    return stats.isFile() && stats.size <= MAX_FILE_BYTES ? decodeText(readFileSync(path)) : null;
  } catch {
    return null;
  }
}
