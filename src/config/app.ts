import { isIP } from 'node:net';
import { z } from 'zod';
import { MAX_INTERVAL_S, MIN_INTERVAL_S } from '../core/lifecycle/policy.js';
import type { Target } from '../core/target.js';
import { type WwwPolicy, wwwPolicies } from '../core/www.js';
import type { Variable } from './problems.js';
import type { Source } from './source.js';
import { channelId, folderPath, targets, token24, webUrl, wholeNumber, yesOrNo } from './values.js';

/** One application on Closte, as configured. */
export interface AppConfig {
  readonly name: string;
  readonly apiKey: string;
  readonly target: Target;
  readonly appId?: string | undefined;
  /** Where the mappings go that no one asked for in a channel; commands typed there mean this app. */
  readonly channel?: string | undefined;
  readonly locale: string;
  readonly www: WwwPolicy;
  readonly intervalMs: number;
  /** Changes at Closte that nobody waits for: at most so many a minute. */
  readonly changesPerMinute: number;
  readonly multisite?: MultisiteConfig | undefined;
}

/** The Ultimate Multisite network that runs in the app. */
export interface MultisiteConfig {
  /** The network's address, without its final slash. */
  readonly url?: string | undefined;
  readonly rest?: RestConfig | undefined;
  /** What the webhook's URL ends with. */
  readonly webhookToken?: string | undefined;
  readonly logs?: { readonly folder: string } | undefined;
}

export interface RestConfig {
  readonly apiKey: string;
  readonly apiSecret: string;
  readonly syncMs: number;
  /** Whether stages there are set right when we know better. */
  readonly setsStage: boolean;
}

const SECOND_MS = 1_000;
const appIdForm = z.string().regex(/^[\da-f]{24}$/i, 'is not 24 hexadecimal digits');
export const locale = z.enum(['en', 'es', 'fr', 'it', 'pt', 'ro'], {
  error: 'is not a language of this bot',
});
const www = z.enum(wwwPolicies, { error: 'is none of always, main_only, never' });
const printable = z.string().regex(/^[\x21-\x7e]{8,200}$/, 'is no key: 8 to 200 characters without spaces');
/** An interval of checks, in seconds. */
export const intervalSeconds = wholeNumber(MIN_INTERVAL_S, MAX_INTERVAL_S);

/** Reads one app; what is wrong is collected in the source. */
export function readApp(source: Source, name: string): AppConfig {
  const key = source.given('CLOSTE_CLIENT_API_KEY') ?? source.fromWordPress('CLOSTE_CLIENT_API_KEY');
  if (key === undefined) refuseCode(source, 'CLOSTE_CLIENT_API_KEY', ['CLOSTE_CLIENT_API_KEY']);
  const appId = source.read(
    'CLOSTE_APP_ID',
    appIdForm,
    undefined,
    source.given('CLOSTE_APP_ID') ?? source.fromWordPress('CLOSTE_APP_ID'),
  );
  const multisite = readMultisite(source);
  const channel = source.read('SLACK_CHANNEL', channelId, undefined);
  if ((multisite?.rest || multisite?.webhookToken) && !source.given('SLACK_CHANNEL'))
    source.problems.add('SLACK_CHANNEL', 'is missing: the network’s domains need a channel');
  if (multisite?.webhookToken && !source.given('MULTISITE_URL'))
    source.problems.add(
      'MULTISITE_URL',
      'is missing: without it the network’s own names look like customers’',
    );
  return {
    name,
    apiKey: source.demand('CLOSTE_CLIENT_API_KEY', z.string(), '', key),
    target: source.demand(
      'CLOSTE_TARGETS',
      targets,
      { ipv4: [], ipv6: [], cname: [] },
      source.given('CLOSTE_TARGETS') ?? ownTargets(source, appId),
    ),
    appId,
    channel,
    locale: source.read('LOCALE', locale, 'en'),
    www: source.read('WWW_POLICY', www, 'main_only'),
    intervalMs: source.read('DNS_CHECK_INTERVAL', intervalSeconds, 300) * SECOND_MS,
    changesPerMinute: source.read('CLOSTE_RATE', wholeNumber(20, 6_000), 60),
    multisite,
  };
}

/** The secrets of an app, for the log to blot out. */
export const secretsOf = ({ apiKey, multisite }: AppConfig): string[] =>
  [apiKey, multisite?.rest?.apiKey, multisite?.rest?.apiSecret, multisite?.webhookToken].flatMap(
    (secret) => secret ?? [],
  );

function readMultisite(source: Source): MultisiteConfig | undefined {
  const folder = source.read('MULTISITE_LOGS', folderPath, undefined);
  const multisite: MultisiteConfig = {
    url: source.read('MULTISITE_URL', webUrl, undefined)?.replace(/\/+$/, ''),
    rest: readRest(source),
    webhookToken: source.read('MULTISITE_WEBHOOK_TOKEN', token24, undefined),
    logs: folder === undefined ? undefined : { folder },
  };
  return Object.values(multisite).some((part) => part !== undefined) ? multisite : undefined;
}

/** Key, secret and address go together. */
function readRest(source: Source): RestConfig | undefined {
  const apiKey = source.read('MULTISITE_API_KEY', printable, undefined);
  const apiSecret = source.read('MULTISITE_API_SECRET', printable, undefined);
  const rest = {
    syncMs: source.read('MULTISITE_SYNC_INTERVAL', wholeNumber(10, 86_400), 300) * SECOND_MS,
    setsStage: source.read('MULTISITE_SET_STAGE', yesOrNo, false),
  };
  const given = (['MULTISITE_API_KEY', 'MULTISITE_API_SECRET'] as const).filter((name) => source.given(name));
  if (given.length === 0) return undefined;
  for (const name of ['MULTISITE_URL', 'MULTISITE_API_KEY', 'MULTISITE_API_SECRET'] as const)
    if (!source.given(name)) source.problems.add(name, 'is missing beside the rest of the REST API’s');
  return { apiKey: apiKey ?? '', apiSecret: apiSecret ?? '', ...rest };
}

/** What a Closte server says of itself in its `wp-config.php`. */
function ownTargets(source: Source, appId: string | undefined): string | undefined {
  const needed = ['CLOSTE_PUBLIC_IP_ADDRESS', ...(appId === undefined ? ['CLOSTE_APP_ID'] : [])];
  refuseCode(source, 'CLOSTE_TARGETS', needed);
  const address = source.fromWordPress('CLOSTE_PUBLIC_IP_ADDRESS');
  if (address !== undefined && isIP(address) === 0)
    source.problems.add('CLOSTE_TARGETS', 'is missing, and CLOSTE_PUBLIC_IP_ADDRESS is no IP address');
  return [address, appId && `app-${appId}.closte.com`].filter(Boolean).join(',') || undefined;
}

/** Only PHP could tell what `getenv(…)` is: better to say so than to go on without. */
function refuseCode(source: Source, variable: Variable, constants: readonly string[]): void {
  const unread = constants.filter((name) => source.isCode(name));
  if (unread.length > 0)
    source.problems.add(
      variable,
      `is missing, and wp-config.php defines ${unread.join(' and ')} by code, which is not run`,
    );
}
