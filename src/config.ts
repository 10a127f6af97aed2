import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { z } from 'zod';
import { Problems, type Variable } from './config-problems.js';
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
import { type Constant, findConstants, type ReadFile } from './wp-config.js';

export { ConfigError, describeProblems, variables } from './config-problems.js';

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

type Environment = Readonly<Record<string, string | undefined>>;

const port = wholeNumber(1, 65_535);
const anyPort = wholeNumber(0, 65_535);
const appIdForm = z.string().regex(/^[\da-f]{24}$/i, 'is not 24 hexadecimal digits');
const locale = z.enum(['en', 'es', 'fr', 'it', 'pt', 'ro'], { error: 'is not a language of this bot' });
const logLevel = z.enum(['debug', 'info', 'warn', 'error'], { error: 'is not a level' });
const SECOND_MS = 1_000;
const MINUTE_MS = 60_000;
const HOUR_MS = 3_600_000;

/** Reads and validates the whole configuration. Throws `ConfigError`. */
export function loadConfig(env: Environment, readFile: ReadFile = readTextFile): Config {
  const source = new Source(env, readFile);
  const config: Config = {
    slack: {
      botToken: source.demand('SLACK_BOT_TOKEN', token('xoxb-'), ''),
      apiUrl: source.read('SLACK_API_URL', webUrl, 'https://slack.com/api/').replace(/\/*$/, '/'),
      mode: readMode(source),
      channel: source.read('SLACK_CHANNEL', channelId, undefined),
    },
    http: { host: source.given('HOST') ?? '0.0.0.0', port: source.read('PORT', anyPort, 3000) },
    closteApiUrl: source
      .read('CLOSTE_API_URL', webUrl, 'https://app.closte.com/api/client')
      .replace(/\/+$/, ''),
    apps: [readApp(source)],
    dataDir: resolve(source.given('DATA_DIR') ?? './data'),
    policy: {
      intervalMs: source.read('DNS_CHECK_INTERVAL', wholeNumber(10, 3_600), 300) * SECOND_MS,
      dnsDeadlineMs: source.read('DNS_DEADLINE_HOURS', wholeNumber(1, 720), 72) * HOUR_MS,
      sslDeadlineMs: source.read('SSL_DEADLINE_MINUTES', wholeNumber(5, 10_080), 60) * MINUTE_MS,
    },
    dns: {
      resolvers: source.read(
        'DNS_RESOLVERS',
        resolvers,
        [],
        source.given('DNS_RESOLVERS') ?? PUBLIC_RESOLVERS,
      ),
      authoritativePort: source.read('DNS_AUTHORITATIVE_PORT', port, 53),
    },
    tlsPort: source.read('TLS_PORT', port, 443),
    httpPort: source.read('HTTP_PORT', port, 80),
    caPem: readCa(source, readFile),
    allowPrivateAddresses: source.read('ALLOW_PRIVATE_ADDRESSES', yesOrNo, false),
    operators: source.read('DOMAIN_OPERATORS', slackIds, []),
    admins: source.read('DOMAIN_ADMINS', slackIds, []),
    locale: source.read('LOCALE', locale, 'en'),
    logLevel: source.read('LOG_LEVEL', logLevel, 'info'),
    secrets: SECRETS.flatMap((variable) => source.given(variable) ?? source.fromWordPress(variable) ?? []),
  };
  if (source.given('CLOSTE_APPS_FILE') !== undefined) source.problems.add('CLOSTE_APPS_FILE', 'is set');
  source.problems.throwIfAny();
  return config;
}

const SECRETS = [
  'CLOSTE_CLIENT_API_KEY',
  'SLACK_BOT_TOKEN',
  'SLACK_APP_TOKEN',
  'SLACK_SIGNING_SECRET',
] as const;

/** Where values come from: the environment, and behind it the constants of a `wp-config.php`. */
class Source {
  readonly problems = new Problems();
  readonly #constants: ReadonlyMap<string, Constant>;

  constructor(
    private readonly env: Environment,
    readFile: ReadFile,
  ) {
    const named = this.given('WP_CONFIG_FILE');
    const constants = findConstants(named, process.cwd(), readFile);
    if (!constants) this.problems.add('WP_CONFIG_FILE', 'names a file that can’t be read');
    this.#constants = constants ?? new Map();
  }

  given(variable: Variable): string | undefined {
    return this.env[variable]?.trim() || undefined;
  }

  /** A constant's text; one whose value only PHP could tell is undefined. */
  fromWordPress(name: string): string | undefined {
    const constant = this.#constants.get(name);
    return constant?.kind === 'text' ? constant.value.trim() || undefined : undefined;
  }

  isCode(name: string): boolean {
    return this.#constants.get(name)?.kind === 'code';
  }

  read<Value, Fallback>(
    variable: Variable,
    schema: z.ZodType<Value, string>,
    fallback: Fallback,
    text = this.given(variable),
  ): Value | Fallback {
    if (text === undefined) return fallback;
    const parsed = schema.safeParse(text);
    if (parsed.success) return parsed.data;
    this.problems.add(variable, parsed.error.issues.map(({ message }) => message).join('; '));
    return fallback;
  }

  demand<Value>(
    variable: Variable,
    schema: z.ZodType<Value, string>,
    fallback: Value,
    text = this.given(variable),
  ): Value {
    if (text === undefined) this.problems.add(variable, 'is missing');
    return this.read(variable, schema, fallback, text);
  }
}

function readMode(source: Source): SlackMode {
  if (source.given('SLACK_APP_TOKEN') !== undefined)
    return { kind: 'socket', appToken: source.read('SLACK_APP_TOKEN', token('xapp-'), '') };
  const signingSecret = source.given('SLACK_SIGNING_SECRET');
  if (signingSecret === undefined)
    source.problems.add('SLACK_SIGNING_SECRET', 'is missing, and so is SLACK_APP_TOKEN');
  return { kind: 'http', signingSecret: signingSecret ?? '' };
}

function readApp(source: Source): AppConfig {
  const key = source.given('CLOSTE_CLIENT_API_KEY') ?? source.fromWordPress('CLOSTE_CLIENT_API_KEY');
  if (key === undefined && source.isCode('CLOSTE_CLIENT_API_KEY'))
    source.problems.add('CLOSTE_CLIENT_API_KEY', 'is defined in wp-config.php by code, which is not run');
  const appId = source.read(
    'CLOSTE_APP_ID',
    appIdForm,
    undefined,
    source.given('CLOSTE_APP_ID') ?? source.fromWordPress('CLOSTE_APP_ID'),
  );
  const own = [source.fromWordPress('CLOSTE_PUBLIC_IP_ADDRESS'), appId && `app-${appId}.closte.com`].filter(
    Boolean,
  );
  return {
    name: 'default',
    apiKey: source.demand('CLOSTE_CLIENT_API_KEY', z.string(), '', key),
    target: source.demand(
      'CLOSTE_TARGETS',
      targets,
      { ipv4: [], ipv6: [], cname: [] },
      source.given('CLOSTE_TARGETS') ?? (own.join(',') || undefined),
    ),
    appId,
  };
}

function readCa(source: Source, readFile: ReadFile): string | undefined {
  const path = source.given('CA_FILE');
  if (path === undefined) return undefined;
  const pem = readFile(path);
  if (pem?.includes('-----BEGIN CERTIFICATE-----')) return pem;
  source.problems.add('CA_FILE', pem === undefined ? 'can’t be read' : 'holds no PEM certificate');
  return undefined;
}

function readTextFile(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}
