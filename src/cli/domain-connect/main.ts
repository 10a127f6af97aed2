import { generateKeyPairSync } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { domainToASCII } from 'node:url';
import { createProbes } from '../../app/steps/create-probes.js';
import { type Config, describeProblem, readConfig } from '../../config/config.js';
import { DEFAULT_KEY_NAME, type DomainConnectConfig } from '../../config/domain-connect.js';
import { loadDotEnv } from '../../config/dot-env.js';
import { shellCatalogue } from '../../config/problems.js';
import { publicKeyTxtParts } from '../../core/domain-connect/sign-query.js';
import { templateFileName } from '../../core/domain-connect/template.js';
import type { Translate } from '../../locale/catalogue.js';
import { localized } from '../../locale/recognize.js';
import { version } from '../../util/version.js';
import { CommandLineError, explainFailure, readCommandLine, refuseArguments } from '../shell.js';
import { checkOneClick } from './check.js';
import { templatesOf } from './templates.js';

const KEY_BITS = 2_048;
const DEFAULT_KEY_FILE = 'domain-connect.pem';
const AGENCY_AND_APPS = /^(DOMAIN_CONNECT_|CLOSTE_TARGETS|CLOSTE_APPS_FILE|PUBLIC_URL|DNS_RESOLVERS|CA_FILE)/;
/** The settings that each subcommand needs; Slack tokens and the hosting provider's key aren't among them. */
const NEEDED: Readonly<Record<string, RegExp>> = {
  template: AGENCY_AND_APPS,
  keys: /^DOMAIN_CONNECT_/,
  check: AGENCY_AND_APPS,
};

async function runDomainConnect(): Promise<number> {
  const { positionals, values } = readArguments();
  const t = shellCatalogue(process.env);
  if (values.help) return printed(`${t('shell.usage.domain-connect')}\n`);
  if (values.version) return printed(`${version}\n`);
  const [what = '', ...rest] = positionals;
  const needed = NEEDED[what];
  if (needed === undefined) throw new CommandLineError('Name one of these: template, keys, check.');
  refuseArguments(rest);
  const { config, problems } = readConfig(process.env, undefined, loadDotEnv());
  const inTheWay = problems.filter(({ variable }) => needed.test(variable));
  if (inTheWay.length > 0) throw new Error(inTheWay.map((each) => describeProblem(each, t)).join('\n'));
  if (what === 'template') return writeTemplates(config, values);
  if (what === 'keys') return showKeys(config, values.out, t);
  return check(config, values.domain, t);
}

function readArguments() {
  const text = { type: 'string' } as const;
  const flag = { type: 'boolean' } as const;
  return readCommandLine({
    allowPositionals: true,
    options: {
      app: text,
      revision: text,
      logo: text,
      folder: text,
      out: text,
      domain: text,
      help: flag,
      version: flag,
    },
  });
}

interface TemplateArguments {
  readonly app?: string | undefined;
  readonly revision?: string | undefined;
  readonly logo?: string | undefined;
  readonly folder?: string | undefined;
}

function writeTemplates(
  config: Config,
  { app: name, revision = '1', logo, folder = '.' }: TemplateArguments,
): number {
  const agency = agencyOf(config);
  const apps = config.apps.filter((app) => name === undefined || app.name === name);
  if (apps.length === 0)
    throw new CommandLineError(
      `There’s no app ${name}. Configured: ${config.apps.map((app) => app.name).join(', ')}.`,
    );
  if (!/^[1-9]\d{0,5}$/.test(revision))
    throw new CommandLineError('The option --revision takes a whole number from 1.');
  for (const app of apps)
    for (const template of templatesOf(config, agency, app, { version: Number(revision), logoUrl: logo })) {
      const path = join(folder, templateFileName(template));
      writeFileSync(path, `${JSON.stringify(template, undefined, 2)}\n`);
      process.stdout.write(`${path}\n`);
    }
  return 0;
}

/** Makes a key only where none is configured; an existing file is never overwritten. */
function showKeys(config: Config, out: string | undefined, t: Translate): number {
  const { providerId, signing } = agencyOf(config);
  const path = out ?? DEFAULT_KEY_FILE;
  const pem = signing?.privateKeyPem ?? newKey(path);
  if (!signing) process.stdout.write(`${t('shell.key.made', { path })}\n\n`);
  const name = `${signing?.keyHost ?? DEFAULT_KEY_NAME}.${providerId}`;
  process.stdout.write(`${t('shell.key.records', { name })}\n\n`);
  for (const part of publicKeyTxtParts(pem)) process.stdout.write(`${part}\n`);
  return 0;
}

function newKey(path: string): string {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: KEY_BITS });
  const pem = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
  try {
    writeFileSync(path, pem, { flag: 'wx', mode: 0o600 });
  } catch (error) {
    const isThere = error instanceof Error && 'code' in error && error.code === 'EEXIST';
    throw isThere
      ? new Error(`${path} exists. Set DOMAIN_CONNECT_KEY_FILE to it, or name another file with --out.`)
      : error;
  }
  return pem;
}

async function check(config: Config, domain: string | undefined, t: Translate): Promise<number> {
  const zone = domain === undefined ? undefined : domainToASCII(domain);
  if (zone === '') throw new CommandLineError('The option --domain takes a domain, such as example.com.');
  const probes = createProbes(config, Date.now);
  const results = await checkOneClick(config, agencyOf(config), probes, zone);
  for (const { state, text } of results)
    process.stdout.write(`${t(`shell.sign.${state}`).padEnd(10)}${localized(text, t)}\n`);
  return results.some(({ state }) => state === 'missing') ? 1 : 0;
}

function agencyOf({ domainConnect }: Config): DomainConnectConfig {
  if (!domainConnect)
    throw new Error(
      'DOMAIN_CONNECT_ID is missing. Set it to your agency’s own domain, such as agency.example.',
    );
  return domainConnect;
}

function printed(text: string): number {
  process.stdout.write(text);
  return 0;
}

try {
  process.exitCode = await runDomainConnect();
} catch (error) {
  process.exitCode = explainFailure(error, 'domain-connect', 1);
}
