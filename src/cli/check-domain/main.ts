import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { createProbes } from '../../app/steps/create-probes.js';
import { type Config, describeProblem, readConfig } from '../../config/config.js';
import { loadDotEnv } from '../../config/dot-env.js';
import { shellCatalogue } from '../../config/problems.js';
import { defaultProvider, providers } from '../../hosting/providers.js';
import { createCatalogue } from '../../locale/catalogue.js';
import { createTranslator } from '../../slack/views/translator.js';
import { redact } from '../../util/log.js';
import { version } from '../../util/version.js';
import { CommandLineError, explainFailure } from '../shell.js';
import { type CheckOptions, readOptions } from './options.js';
import { jsonPrinter, textPrinter } from './print.js';
import type { CheckedApp } from './report.js';
import { type CheckExitCode, runChecks } from './run.js';

const TARGET_VARIABLES: readonly string[] = providers.map(({ variables }) => variables.targets);
/** The settings that a check needs; Slack tokens and the hosting provider's key aren't among them. */
const NEEDED_SETTINGS: ReadonlySet<string> = new Set([
  'CLOSTE_APPS_FILE',
  ...TARGET_VARIABLES,
  'CERTIFICATE_AUTHORITIES',
  'DNS_CHECK_INTERVAL',
  'DNS_RESOLVERS',
  'DNS_AUTHORITATIVE_PORT',
  'TLS_PORT',
  'HTTP_PORT',
  'CA_FILE',
  'ALLOW_PRIVATE_ADDRESSES',
  'DOMAIN_CONNECT',
  'LOCALE',
]);
const MAX_INPUT_BYTES = 2 ** 20;

async function runCheckDomain(): Promise<CheckExitCode> {
  const args = process.argv.slice(2);
  const t = shellCatalogue(process.env);
  if (args.some((arg) => arg === '--help' || arg === '-h'))
    return printedText(`${t('shell.usage.check-domain')}\n`);
  if (args.includes('--version')) return printedText(`${version}\n`);
  const options = readOptions(args);
  const { config, problems } = readConfig(process.env, undefined, loadDotEnv());
  const inTheWay = problems.filter(
    ({ variable }) =>
      NEEDED_SETTINGS.has(variable) && !(TARGET_VARIABLES.includes(variable) && options.target),
  );
  const missing = inTheWay.find(
    ({ variable, problem }) => TARGET_VARIABLES.includes(variable) && problem === 'is missing',
  );
  if (missing && inTheWay.length === 1)
    throw new CommandLineError(`Say what DNS has to point to with --target, or set ${missing.variable}.`);
  if (inTheWay.length > 0)
    throw new CommandLineError(inTheWay.map((each) => describeProblem(each, t)).join('\n'));
  const app = appOf(config, options);
  const { hosting = defaultProvider } = config.apps.find(({ name }) => name === app.name) ?? {};
  const translator = createTranslator({
    t: createCatalogue(config.shellLocale, hosting),
    locale: config.shellLocale,
    now: Date.now,
    policy: config.policy,
    appOf: () => app,
    workspaceUrl: '',
  });
  const write = (text: string) => void process.stdout.write(redact(text, config.secrets));
  return runChecks(
    {
      ...createProbes(config, Date.now),
      policy: config.policy,
      now: Date.now,
      random: Math.random,
      newId: randomUUID,
      sleep: async (ms) => sleep(ms),
      write,
    },
    app,
    { ...options, inputs: await withStandardInput(options.inputs) },
    options.isJson ? jsonPrinter(translator) : textPrinter(translator),
  );
}

function printedText(text: string): CheckExitCode {
  process.stdout.write(text);
  return 0;
}

/** `--target` alone is enough: no app has to be configured. */
function appOf({ apps, policy }: Config, { app: name, target }: CheckOptions): CheckedApp {
  const all = apps.map((app) => app.name).join(', ');
  const named =
    name === undefined ? apps : apps.filter((app) => app.name.toLowerCase() === name.toLowerCase());
  const [app, ...others] = named;
  if (name !== undefined && !app) throw new CommandLineError(`There’s no app ${name}. Configured: ${all}.`);
  if (target)
    return { name: app?.name ?? 'default', target, intervalMs: app?.intervalMs ?? policy.intervalMs };
  if (!app || others.length > 0) throw new CommandLineError(`Add the app with --app: ${all}.`);
  return app;
}

async function withStandardInput(inputs: readonly string[]): Promise<string[]> {
  const read = inputs.includes('-') ? await wordsOnStandardInput() : [];
  const all = inputs.flatMap((input) => (input === '-' ? read : [input]));
  if (all.length === 0) throw new CommandLineError('There’s no hostname on standard input.');
  return all;
}

async function wordsOnStandardInput(): Promise<string[]> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of process.stdin) {
    bytes += chunk.length;
    if (bytes > MAX_INPUT_BYTES) throw new CommandLineError('Standard input is longer than 1 MiB.');
    chunks.push(Buffer.from(chunk));
  }
  return Buffer.concat(chunks)
    .toString('utf8')
    .split(/\s+/)
    .filter((word) => word !== '');
}

runCheckDomain().then(
  (code) => {
    process.exitCode = code;
    // Open sockets of the probes would keep the process alive.
    process.stdout.write('', () => process.exit(code));
  },
  (error: unknown) => {
    const code = explainFailure(error, 'check-domain', 3);
    process.stderr.write('', () => process.exit(code));
  },
);
