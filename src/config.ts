import { readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { z } from 'zod';
import {
  channelId,
  PUBLIC_RESOLVERS,
  type Resolver,
  resolvers,
  slackIds,
  targets,
  token,
  webUrl,
  wholeNumber,
  yesOrNo,
} from './config-values.js';
import type { Policy } from './mapping/policy.js';
import type { Target } from './mapping/target.js';
import { type Constant, readConstants } from './wp-config.js';

export interface AppConfig {
  readonly name: string;
  readonly apiKey: string;
  readonly target: Target;
  readonly appId?: string | undefined;
}

export type SlackMode =
  | { readonly kind: 'socket'; readonly appToken: string }
  | { readonly kind: 'http'; readonly signingSecret: string };

export interface Config {
  readonly slack: {
    readonly botToken: string;
    readonly apiUrl: string;
    readonly mode: SlackMode;
    /** For mappings that no one asked for in a channel. */
    readonly channel?: string | undefined;
  };
  readonly http: { readonly host: string; readonly port: number };
  readonly closteApiUrl: string;
  readonly apps: readonly AppConfig[];
  readonly dataDir: string;
  readonly policy: Policy;
  readonly dns: { readonly resolvers: readonly Resolver[]; readonly authoritativePort: number };
  readonly tlsPort: number;
  readonly httpPort: number;
  readonly caPem?: string | undefined;
  readonly allowPrivateAddresses: boolean;
  readonly operators: readonly string[];
  readonly admins: readonly string[];
  readonly locale: string;
  readonly logLevel: 'debug' | 'info' | 'warn' | 'error';
  /** Every secret value, for the log to blot out. */
  readonly secrets: readonly string[];
}

export interface ConfigProblem {
  readonly variable: string;
  readonly problem: string;
  readonly fix: string;
}

/** Everything that is wrong with the configuration, at once. Holds no values of secrets. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
  constructor(readonly problems: readonly ConfigProblem[]) {
    super(`the configuration has ${problems.length} problem(s)`);
  }
}

export const describeProblems = ({ problems }: ConfigError): string =>
  ['The bot can’t start with this configuration:', ...problems.map(describeProblem)].join('\n');

const describeProblem = ({ variable, problem, fix }: ConfigProblem): string =>
  `  ${variable} ${problem}. ${fix}`;

const FIXES = {
  SLACK_BOT_TOKEN: 'Copy the bot token (xoxb-…) from "OAuth & Permissions" of the Slack app.',
  SLACK_APP_TOKEN: 'Create an app-level token (xapp-…) with connections:write under "Basic Information".',
  SLACK_SIGNING_SECRET:
    'Copy the signing secret from "Basic Information", or set SLACK_APP_TOKEN for Socket Mode.',
  SLACK_API_URL: 'Leave it out, or give a base such as https://slack.com/api/.',
  SLACK_CHANNEL: 'Give a channel id such as C0123456789: it stands at the end of the channel’s details.',
  HOST: 'Give an address to listen on, such as 0.0.0.0.',
  PORT: 'Give a port from 0 to 65535.',
  CLOSTE_CLIENT_API_KEY:
    'Set it, or run the bot where a wp-config.php defines it, or name that file in WP_CONFIG_FILE.',
  WP_CONFIG_FILE: 'Name a wp-config.php that the bot may read.',
  CLOSTE_API_URL: 'Leave it out, or give a base such as https://app.closte.com/api/client.',
  CLOSTE_TARGETS: 'Name what customers’ DNS must point at: IP addresses and hosts, comma-separated.',
  CLOSTE_APP_ID: 'Give the 24 hexadecimal digits of the app’s id.',
  CLOSTE_APPS_FILE: 'Several apps are not supported yet: leave it out.',
  DATA_DIR: 'Name a folder for the store.',
  DNS_CHECK_INTERVAL: 'Give seconds from 10 to 3600.',
  DNS_DEADLINE_HOURS: 'Give hours from 1 to 720.',
  SSL_DEADLINE_MINUTES: 'Give minutes from 5 to 10080.',
  DNS_RESOLVERS: 'Write them as name=ip or name=ip:port, comma-separated; IPv6 with a port as [ip]:port.',
  DNS_AUTHORITATIVE_PORT: 'Give a port from 1 to 65535.',
  TLS_PORT: 'Give a port from 1 to 65535.',
  HTTP_PORT: 'Give a port from 1 to 65535.',
  CA_FILE: 'Name a PEM file that the bot may read.',
  ALLOW_PRIVATE_ADDRESSES: 'Write true only in a lab.',
  DOMAIN_OPERATORS: 'List user ids (U…, W…) or user-group ids (S…), comma-separated.',
  DOMAIN_ADMINS: 'List user ids (U…, W…) or user-group ids (S…), comma-separated.',
  LOCALE: 'Use en, es, fr, it, pt or ro.',
  LOG_LEVEL: 'Use debug, info, warn or error.',
} as const;

export type Variable = keyof typeof FIXES;
export const variables = Object.keys(FIXES) as readonly Variable[];

export type ReadFile = (path: string) => string | undefined;
type Environment = Readonly<Record<string, string | undefined>>;

const port = wholeNumber(1, 65_535);
const HOUR_MS = 3_600_000;

/** Reads and validates the whole configuration. Throws `ConfigError`. */
export function loadConfig(env: Environment, readFile: ReadFile = readTextFile): Config {
  const problems: ConfigProblem[] = [];
  const complain = (variable: Variable, problem: string): undefined => {
    problems.push({ variable, problem, fix: FIXES[variable] });
    return undefined;
  };
  const given = (variable: Variable): string | undefined => env[variable]?.trim() || undefined;
  const wordPress = readWordPress(given('WP_CONFIG_FILE'), readFile, complain);

  function read<Value>(
    variable: Variable,
    schema: z.ZodType<Value, string>,
    text = given(variable),
  ): Value | undefined {
    if (text === undefined) return undefined;
    const parsed = schema.safeParse(text);
    return parsed.success
      ? parsed.data
      : complain(variable, parsed.error.issues.map(({ message }) => message).join('; '));
  }

  function fromWordPress(name: Variable | 'CLOSTE_PUBLIC_IP_ADDRESS'): string | undefined {
    const constant = wordPress.get(name);
    if (constant?.kind === 'code' && name !== 'CLOSTE_PUBLIC_IP_ADDRESS')
      return complain(name, 'is defined in wp-config.php by code, which is not run');
    return constant?.kind === 'text' ? constant.value.trim() || undefined : undefined;
  }

  const apiKey = given('CLOSTE_CLIENT_API_KEY') ?? fromWordPress('CLOSTE_CLIENT_API_KEY');
  const appId = read(
    'CLOSTE_APP_ID',
    z.string().regex(/^[\da-f]{24}$/i, 'is not 24 hexadecimal digits'),
    given('CLOSTE_APP_ID') ?? fromWordPress('CLOSTE_APP_ID'),
  );
  const ownTargets = [fromWordPress('CLOSTE_PUBLIC_IP_ADDRESS'), appId && `app-${appId}.closte.com`].filter(
    Boolean,
  );
  const target = read(
    'CLOSTE_TARGETS',
    targets,
    given('CLOSTE_TARGETS') ?? (ownTargets.join(',') || undefined),
  );
  const botToken = read('SLACK_BOT_TOKEN', token('xoxb-'));
  const mode = readMode(given, read, complain);
  const caFile = given('CA_FILE');
  const caPem = caFile === undefined ? undefined : readFile(caFile);

  if (given('SLACK_BOT_TOKEN') === undefined) complain('SLACK_BOT_TOKEN', 'is missing');
  if (apiKey === undefined && !problems.some(({ variable }) => variable === 'CLOSTE_CLIENT_API_KEY'))
    complain('CLOSTE_CLIENT_API_KEY', 'is missing');
  if (target === undefined && !problems.some(({ variable }) => variable === 'CLOSTE_TARGETS'))
    complain('CLOSTE_TARGETS', 'is missing');
  if (given('CLOSTE_APPS_FILE') !== undefined) complain('CLOSTE_APPS_FILE', 'is set');
  if (caFile !== undefined && !caPem?.includes('-----BEGIN CERTIFICATE-----'))
    complain('CA_FILE', caPem === undefined ? 'can’t be read' : 'holds no PEM certificate');

  const slackApiUrl = read('SLACK_API_URL', webUrl) ?? 'https://slack.com/api/';
  const config = {
    slack: {
      botToken: botToken ?? '',
      apiUrl: slackApiUrl.endsWith('/') ? slackApiUrl : `${slackApiUrl}/`,
      mode: mode ?? { kind: 'http' as const, signingSecret: '' },
      channel: read('SLACK_CHANNEL', channelId),
    },
    http: { host: given('HOST') ?? '0.0.0.0', port: read('PORT', wholeNumber(0, 65_535)) ?? 3000 },
    closteApiUrl: (read('CLOSTE_API_URL', webUrl) ?? 'https://app.closte.com/api/client').replace(/\/+$/, ''),
    apps: [
      { name: 'default', apiKey: apiKey ?? '', target: target ?? { ipv4: [], ipv6: [], cname: [] }, appId },
    ],
    dataDir: resolve(given('DATA_DIR') ?? './data'),
    policy: {
      intervalMs: (read('DNS_CHECK_INTERVAL', wholeNumber(10, 3_600)) ?? 300) * 1_000,
      dnsDeadlineMs: (read('DNS_DEADLINE_HOURS', wholeNumber(1, 720)) ?? 72) * HOUR_MS,
      sslDeadlineMs: (read('SSL_DEADLINE_MINUTES', wholeNumber(5, 10_080)) ?? 60) * 60_000,
    },
    dns: {
      resolvers: read('DNS_RESOLVERS', resolvers, given('DNS_RESOLVERS') ?? PUBLIC_RESOLVERS) ?? [],
      authoritativePort: read('DNS_AUTHORITATIVE_PORT', port) ?? 53,
    },
    tlsPort: read('TLS_PORT', port) ?? 443,
    httpPort: read('HTTP_PORT', port) ?? 80,
    caPem,
    allowPrivateAddresses: read('ALLOW_PRIVATE_ADDRESSES', yesOrNo) ?? false,
    operators: read('DOMAIN_OPERATORS', slackIds) ?? [],
    admins: read('DOMAIN_ADMINS', slackIds) ?? [],
    locale:
      read(
        'LOCALE',
        z.enum(['en', 'es', 'fr', 'it', 'pt', 'ro'], { error: 'is not a language of this bot' }),
      ) ?? 'en',
    logLevel:
      read('LOG_LEVEL', z.enum(['debug', 'info', 'warn', 'error'], { error: 'is not a level' })) ??
      ('info' as const),
    secrets: [
      apiKey,
      given('SLACK_BOT_TOKEN'),
      given('SLACK_APP_TOKEN'),
      given('SLACK_SIGNING_SECRET'),
    ].filter((secret): secret is string => secret !== undefined),
  };
  if (problems.length > 0) throw new ConfigError(problems);
  return config;
}

type Complain = (variable: Variable, problem: string) => undefined;

function readMode(
  given: (variable: Variable) => string | undefined,
  read: (variable: Variable, schema: z.ZodType<string, string>) => string | undefined,
  complain: Complain,
): SlackMode | undefined {
  if (given('SLACK_APP_TOKEN') !== undefined) {
    const appToken = read('SLACK_APP_TOKEN', token('xapp-'));
    return appToken === undefined ? undefined : { kind: 'socket', appToken };
  }
  const signingSecret = given('SLACK_SIGNING_SECRET');
  if (signingSecret !== undefined) return { kind: 'http', signingSecret };
  return complain('SLACK_SIGNING_SECRET', 'is missing, and so is SLACK_APP_TOKEN');
}

/** The constants of the named `wp-config.php`, else of the nearest one in the working directory or above. */
function readWordPress(
  named: string | undefined,
  readFile: ReadFile,
  complain: Complain,
): ReadonlyMap<string, Constant> {
  const php = named === undefined ? nearest('wp-config.php', process.cwd(), readFile) : readFile(named);
  if (php !== undefined) return readConstants(php);
  if (named !== undefined) complain('WP_CONFIG_FILE', 'names a file that can’t be read');
  return new Map();
}

function nearest(name: string, folder: string, readFile: ReadFile): string | undefined {
  const found = readFile(join(folder, name));
  const parent = dirname(folder);
  return found ?? (parent === folder ? undefined : nearest(name, parent, readFile));
}

function readTextFile(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}
