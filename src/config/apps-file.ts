import { z } from 'zod';
import { defaultProvider, type KnownProvider, providers } from '../hosting/providers.js';
import { parseJson } from '../util/parse-json.js';
import { type AppConfig, readApp } from './app.js';
import { UNREADABLE_FILE, type Variable } from './problems.js';
import { type Environment, Source } from './source.js';
import type { ReadFile } from './wp-config.js';

const providerWith = (id: string | undefined) => providers.find((provider) => provider.id === id);

const MAX_APPS = 200;
const optionalText = z.string().min(1);
const scalar = z.union(
  [optionalText, z.number(), z.boolean()],
  'is neither text nor a number, true or false',
);
/** A secret, or the environment variable that holds it. */
const secret = z.union(
  [optionalText, z.strictObject({ env: optionalText })],
  'is neither text nor an object with “env”',
);

const appEntry = z.strictObject({
  name: z.string().regex(/^[a-z\d][a-z\d-]{0,39}$/, 'is not 1 to 40 lower-case letters, digits and hyphens'),
  provider: z
    .string()
    .refine((id) => providerWith(id) !== undefined, {
      error: `is none of ${providers.map(({ id }) => id).join(', ')}`,
    })
    .optional(),
  key: secret.optional(),
  wpConfig: optionalText.optional(),
  targets: z.array(optionalText).optional(),
  appId: optionalText.optional(),
  channel: optionalText.optional(),
  locale: optionalText.optional(),
  www: optionalText.optional(),
  service: optionalText.optional(),
  interval: scalar.optional(),
  rate: scalar.optional(),
  customer: z
    .strictObject({ reminderDays: scalar.optional(), template: z.record(z.string(), z.string()).optional() })
    .optional(),
  multisite: z
    .strictObject({
      url: optionalText.optional(),
      apiKey: secret.optional(),
      apiSecret: secret.optional(),
      syncInterval: scalar.optional(),
      setStage: scalar.optional(),
      ownSubdomains: scalar.optional(),
      webhookToken: secret.optional(),
      logs: optionalText.optional(),
      /** Retired. */
      timeZone: z.unknown().optional(),
    })
    .optional(),
});
type AppEntry = z.infer<typeof appEntry>;

const appsFile = z.strictObject({ apps: z.array(appEntry).min(1).max(MAX_APPS) });

/** The variable that each field of the file corresponds to: both are read alike. */
const appFields = ({ variables }: KnownProvider) =>
  ({
    key: variables.key,
    wpConfig: 'WP_CONFIG_FILE',
    targets: variables.targets,
    appId: variables.appId,
    channel: 'SLACK_CHANNEL',
    locale: 'LOCALE',
    www: 'WWW_POLICY',
    interval: 'DNS_CHECK_INTERVAL',
    rate: variables.rate,
    'customer.reminderDays': 'CUSTOMER_REMINDER_DAYS',
    'customer.template': 'CUSTOMER_TEMPLATE',
    service: 'DOMAIN_CONNECT_SERVICE',
    'multisite.url': 'MULTISITE_URL',
    'multisite.apiKey': 'MULTISITE_API_KEY',
    'multisite.apiSecret': 'MULTISITE_API_SECRET',
    'multisite.syncInterval': 'MULTISITE_SYNC_INTERVAL',
    'multisite.setStage': 'MULTISITE_SET_STAGE',
    'multisite.ownSubdomains': 'MULTISITE_OWN_SUBDOMAINS',
    'multisite.webhookToken': 'MULTISITE_WEBHOOK_TOKEN',
    'multisite.logs': 'MULTISITE_LOGS',
  }) as const satisfies Record<string, Variable>;

type Field = keyof ReturnType<typeof appFields>;
/** Defaults from the environment for apps in a file. */
const SHARED: readonly Variable[] = [
  'SLACK_CHANNEL',
  'LOCALE',
  'WWW_POLICY',
  'DNS_CHECK_INTERVAL',
  'CUSTOMER_REMINDER_DAYS',
  'CUSTOMER_TEMPLATE',
  ...providers.flatMap(({ variables }) => [variables.apiUrl, variables.rate]),
];

/** The apps in a file, validated as a whole; collects problems in the source. */
export function readAppsFile(
  path: string,
  { source, env, readFile }: { source: Source; env: Environment; readFile: ReadFile },
): AppConfig[] {
  const refuse = (problems: readonly string[]): AppConfig[] => {
    source.problems.addAll('CLOSTE_APPS_FILE', problems);
    return [];
  };
  const content = readFile(path);
  if (typeof content !== 'string') return refuse([UNREADABLE_FILE]);
  const json = parseJson(content, z.unknown());
  if (json === undefined) return refuse(['is not JSON']);
  const parsed = appsFile.safeParse(json, { error: whyWrong });
  if (!parsed.success) return refuse(parsed.error.issues.flatMap(mistakesIn));
  for (const { name, multisite } of parsed.data.apps)
    if (multisite?.timeZone !== undefined)
      source.problems.retired('MULTISITE_TIME_ZONE', `CLOSTE_APPS_FILE: multisite.timeZone of app ${name}`);
  const apps = parsed.data.apps.map((each) => readEntry(each, source, env, readFile));
  refuse(doubles(apps));
  return apps;
}

function readEntry(app: AppEntry, source: Source, env: Environment, readFile: ReadFile): AppConfig {
  const hosting = providerWith(app.provider) ?? defaultProvider;
  const fields = appFields(hosting);
  const fieldNames = Object.keys(fields) as Field[];
  const given = new Map<string, string | undefined>(SHARED.map((variable) => [variable, env[variable]]));
  for (const field of fieldNames) {
    const value = fieldText(app, field, env);
    if (value !== undefined) given.set(fields[field], value);
  }
  const own = new Source(Object.fromEntries(given), readFile, undefined);
  const read = readApp(own, app.name, hosting);
  source.problems.addAll(
    'CLOSTE_APPS_FILE',
    own.problems.found.map(({ variable, problem, fix }) => {
      const field = fieldNames.find((name) => fields[name] === variable) ?? variable;
      return `has app ${app.name} whose ${field} ${problem}. ${fix}`;
    }),
  );
  return read;
}

/** A field as the environment would hold it. A reference to an unset variable counts as a missing field. */
function fieldText(app: AppEntry, field: Field, env: Environment): string | undefined {
  const [first = '', second] = field.split('.');
  const top = (app as Readonly<Record<string, unknown>>)[first];
  const value = second === undefined ? top : (top as Readonly<Record<string, unknown>> | undefined)?.[second];
  if (Array.isArray(value)) return value.join(',');
  if (typeof value === 'object' && value !== null && 'env' in value) return env[String(value.env)];
  if (typeof value === 'object') return JSON.stringify(value);
  return value === undefined ? undefined : String(value);
}

function doubles(apps: readonly AppConfig[]): string[] {
  const twice = <Key>(keyOf: (app: AppConfig) => Key | undefined) =>
    apps.filter((app, at) => {
      const key = keyOf(app);
      return key !== undefined && apps.findIndex((other) => keyOf(other) === key) < at;
    });
  return [
    ...twice(({ name }) => name).map(({ name }) => `has two apps named ${name}`),
    ...twice(({ apiKey }) => apiKey || undefined).map(({ name }) => `gives app ${name} another app’s key`),
    ...twice(({ multisite }) => multisite?.webhookToken).map(
      ({ name }) => `gives app ${name} another app’s webhook token`,
    ),
  ];
}

/** In words about the file, instead of zod's about its types. */
function whyWrong(issue: z.core.$ZodRawIssue): string | undefined {
  if (issue.input === undefined) return 'is missing';
  switch (issue.code) {
    case 'invalid_type':
      return NOT_OF_TYPE[issue.expected];
    case 'too_small':
      return 'is empty';
    case 'too_big':
      return `contains more than ${issue.maximum} entries`;
    default:
      return undefined;
  }
}

const NOT_OF_TYPE: Readonly<Record<string, string>> = {
  string: 'isn’t text',
  array: 'isn’t a list',
  object: 'is not a JSON object',
  record: 'is not a JSON object',
};

/** One for each unknown setting, otherwise one. */
function mistakesIn({ path, message, ...issue }: z.core.$ZodIssue): string[] {
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) => `has a mistake: ${placeInFile([...path, key])} isn’t a known setting`);
  return [path.length === 0 ? message : `has a mistake: ${placeInFile(path)} ${message}`];
}

const placeInFile = (path: readonly PropertyKey[]): string =>
  path
    .map((part) => (typeof part === 'number' ? `[${part + 1}]` : `.${String(part)}`))
    .join('')
    .slice(1);
