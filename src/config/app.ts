import { isIP } from 'node:net';
import { z } from 'zod';
import { type WwwPolicy, wwwPolicies } from '../core/hostname.js';
import { SECOND_MS } from '../core/instant.js';
import { MAX_INTERVAL_S, MIN_INTERVAL_S } from '../core/lifecycle/policy.js';
import type { Target } from '../core/ports/provider-facts.js';
import { defaultProvider, type KnownProvider, providers } from '../hosting/providers.js';
import { closestLanguage } from '../locale/languages.js';
import { type CustomerConfig, readCustomer } from './customer.js';
import { serviceId } from './domain-connect.js';
import type { Variable } from './problems.js';
import type { Source } from './source.js';
import { channelId, folderPath, targets, token24, webUrl, wholeNumber, yesOrNo } from './values.js';

/** One hosted application, as configured. */
export interface AppConfig {
  readonly name: string;
  readonly hosting: KnownProvider;
  readonly apiKey: string;
  /** The provider's API URL, without its trailing slash. */
  readonly apiUrl: string;
  readonly target: Target;
  readonly appId?: string | undefined;
  /** Channel of mappings that nobody requested in a channel; commands typed there mean this app. */
  readonly channel?: string | undefined;
  readonly locale: string;
  readonly www: WwwPolicy;
  readonly intervalMs: number;
  /** Background changes at the provider: at most this many a minute. */
  readonly changesPerMinute: number;
  readonly multisite?: MultisiteConfig | undefined;
  readonly customer: CustomerConfig;
  /** Its Domain Connect service. */
  readonly service: string;
}

/** The Ultimate Multisite network in the app. */
export interface MultisiteConfig {
  /** The network's URL, without its trailing slash. */
  readonly url?: string | undefined;
  readonly rest?: RestConfig | undefined;
  /** The last path segment of the webhook URL. */
  readonly webhookToken?: string | undefined;
  readonly logs?: { readonly folder: string } | undefined;
}

export interface RestConfig {
  readonly apiKey: string;
  readonly apiSecret: string;
  readonly syncMs: number;
  /** Whether to correct the network's stages when we know better. */
  readonly setsStage: boolean;
  /** Whether new sites at the network's own subdomains get mappings, too. */
  readonly followsOwn: boolean;
}

/** A language of the bot, from a tag such as `pt-BR`, `pt` or `pt_BR.UTF-8`. */
export const locale = z.string().transform((tag, context) => {
  const language = closestLanguage(tag);
  if (language !== undefined) return language;
  context.addIssue({ code: 'custom', message: 'is none of the bot’s languages' });
  return z.NEVER;
});
const www = z.enum(wwwPolicies, { error: 'is not a policy for www names' });
const printable = z.string().regex(/^[\x21-\x7e]{8,200}$/, 'isn’t a key: 8 to 200 characters without spaces');
/** Providers say nothing about their keys' form; half a pair of quotes would be sent along otherwise. */
const hostingKey = z
  .string()
  .regex(
    /^[^"'`\P{ASCII}\p{Cc} ]+$/u,
    'contains a space, a quotation mark or another character that no key has',
  );
/** Interval between checks, in seconds. */
export const intervalSeconds = wholeNumber(MIN_INTERVAL_S, MAX_INTERVAL_S);

/** Reads one app; collects problems in the source. */
export function readApp(source: Source, name: string, hosting = hostingOf(source)): AppConfig {
  const { variables } = hosting;
  const key = apiKeyOf(source, hosting);
  if (key === undefined) explainMissing(source, variables.key, [variables.key]);
  const appId = source.read(
    variables.appId,
    z.string().regex(hosting.appId.form, hosting.appId.problem),
    undefined,
    source.given(variables.appId) ?? source.fromWordPress(variables.appId),
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
    hosting,
    apiKey: source.demand(variables.key, hostingKey, '', key),
    apiUrl: source.read(variables.apiUrl, webUrl, hosting.apiUrl).replace(/\/+$/, ''),
    target: source.demand(
      variables.targets,
      targets,
      { ipv4: [], ipv6: [], cname: [] },
      source.given(variables.targets) ?? ownTargets(source, hosting, appId),
    ),
    appId,
    channel,
    locale: source.read('LOCALE', locale, 'en'),
    www: source.read('WWW_POLICY', www, 'main_only'),
    intervalMs: source.read('DNS_CHECK_INTERVAL', intervalSeconds, 300) * SECOND_MS,
    changesPerMinute: source.read(variables.rate, wholeNumber(20, 6_000), hosting.changesPerMinute),
    multisite,
    customer: readCustomer(source),
    service: source.read('DOMAIN_CONNECT_SERVICE', serviceId, name),
  };
}

/** An app's secrets, for the log to redact. */
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

/** Key, secret and URL are required together. */
function readRest(source: Source): RestConfig | undefined {
  const apiKey = source.read('MULTISITE_API_KEY', printable, undefined);
  const apiSecret = source.read('MULTISITE_API_SECRET', printable, undefined);
  const rest = {
    syncMs: source.read('MULTISITE_SYNC_INTERVAL', wholeNumber(10, 86_400), 300) * SECOND_MS,
    setsStage: source.read('MULTISITE_SET_STAGE', yesOrNo, false),
    followsOwn: source.read('MULTISITE_OWN_SUBDOMAINS', yesOrNo, false),
  };
  const given = (['MULTISITE_API_KEY', 'MULTISITE_API_SECRET'] as const).filter((name) => source.given(name));
  if (given.length === 0) return undefined;
  for (const name of ['MULTISITE_URL', 'MULTISITE_API_KEY', 'MULTISITE_API_SECRET'] as const)
    if (!source.given(name)) source.problems.add(name, 'is missing beside the rest of the REST API’s');
  return { apiKey: apiKey ?? '', apiSecret: apiSecret ?? '', ...rest };
}

/** The provider whose key is given, before one whose key is in a `wp-config.php`; the first if there is no key. */
const hostingOf = (source: Source): KnownProvider =>
  providers.find(({ variables }) => source.given(variables.key) !== undefined) ??
  providers.find(({ variables }) => source.fromWordPress(variables.key) !== undefined) ??
  defaultProvider;

const apiKeyOf = (source: Source, { variables }: KnownProvider): string | undefined =>
  source.given(variables.key) ?? source.fromWordPress(variables.key);

/** What one of the provider's servers reveals of itself in its `wp-config.php`. */
function ownTargets(
  source: Source,
  { variables, wpConfig }: KnownProvider,
  appId: string | undefined,
): string | undefined {
  const address = source.fromWordPress(wpConfig.address);
  if (address !== undefined && isIP(address) === 0)
    source.problems.add(variables.targets, `is missing, and ${wpConfig.address} is no IP address`);
  const own = [address, appId && wpConfig.hostOf(appId)].filter(Boolean).join(',') || undefined;
  const needed = [wpConfig.address, ...(appId === undefined ? [variables.appId] : [])];
  if (own === undefined || needed.some((name) => source.isCode(name)))
    explainMissing(source, variables.targets, needed);
  return own;
}

/** Report it rather than continue without a value. */
function explainMissing(source: Source, variable: Variable, constants: readonly string[]): void {
  const why = source.whyMissing(constants);
  if (why !== undefined) source.problems.add(variable, why);
}
