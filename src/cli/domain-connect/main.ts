import { generateKeyPairSync } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { domainToASCII } from 'node:url';
import { parseArgs } from 'node:util';
import { createProbes } from '../../app/steps/create-probes.js';
import { type Config, describeProblem, readConfig } from '../../config/config.js';
import { DEFAULT_KEY_NAME, type DomainConnectConfig } from '../../config/domain-connect.js';
import { loadDotEnv } from '../../config/dot-env.js';
import { publicKeyTxtParts } from '../../core/domain-connect/sign-query.js';
import { templateFileName } from '../../core/domain-connect/template.js';
import { redact } from '../../util/log.js';
import { version } from '../../util/version.js';
import { checkOneClick } from './check.js';
import { templatesOf } from './templates.js';

const DOMAIN_CONNECT_USAGE = `Usage: closte-domain-bot domain-connect template [--app NAME] [--revision N] [--logo URL] [--folder FOLDER]
         writes an app’s template files, to be published at https://github.com/Domain-Connect/Templates
       closte-domain-bot domain-connect keys [--out FILE]
         makes the key that signs links, and shows the TXT records of its public half
       closte-domain-bot domain-connect check [--domain DOMAIN]
         says what is still missing; with a customer’s domain, asks its DNS provider, too
`;
const KEY_BITS = 2_048;
const DEFAULT_KEY_FILE = 'domain-connect.pem';
/** Slack tokens and the hosting provider's key aren't needed here. */
const NEEDED = /^(DOMAIN_CONNECT_|CLOSTE_TARGETS|CLOSTE_APPS_FILE|PUBLIC_URL|DNS_RESOLVERS|CA_FILE)/;

/** The command line is wrong: shows the usage. */
class WrongUsage extends Error {}

async function runDomainConnect(): Promise<number> {
  const { positionals, values } = readArguments();
  if (values.help) return printed(DOMAIN_CONNECT_USAGE);
  if (values.version) return printed(`${version}\n`);
  const { config, problems } = readConfig(process.env, undefined, loadDotEnv());
  const inTheWay = problems.filter(({ variable }) => NEEDED.test(variable));
  if (inTheWay.length > 0) throw new Error(inTheWay.map(describeProblem).join('\n'));
  switch (positionals[0]) {
    case 'template':
      return writeTemplates(config, values);
    case 'keys':
      return showKeys(config, values.out);
    case 'check':
      return check(config, values.domain);
    default:
      throw new WrongUsage('Name one of template, keys and check.');
  }
}

function readArguments() {
  try {
    const text = { type: 'string' } as const;
    const flag = { type: 'boolean' } as const;
    const { positionals, values } = parseArgs({
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
    return { positionals, values };
  } catch (error) {
    throw new WrongUsage(error instanceof Error ? error.message : String(error));
  }
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
    throw new WrongUsage(
      `There’s no app ${name}. Configured: ${config.apps.map((app) => app.name).join(', ')}.`,
    );
  if (!/^[1-9]\d{0,5}$/.test(revision)) throw new WrongUsage('--revision takes a whole number from 1.');
  for (const app of apps)
    for (const template of templatesOf(config, agency, app, { version: Number(revision), logoUrl: logo })) {
      const path = join(folder, templateFileName(template));
      writeFileSync(path, `${JSON.stringify(template, undefined, 2)}\n`);
      process.stdout.write(`${path}\n`);
    }
  return 0;
}

/** Makes a key only where none is configured; an existing file is never overwritten. */
function showKeys(config: Config, out: string | undefined): number {
  const { providerId, signing } = agencyOf(config);
  const path = out ?? DEFAULT_KEY_FILE;
  const pem = signing?.privateKeyPem ?? newKey(path);
  if (!signing)
    process.stdout.write(
      `The key is in ${path}, which only you can read. Set DOMAIN_CONNECT_KEY_FILE to its path, and keep it secret.\n\n`,
    );
  const name = `${signing?.keyHost ?? DEFAULT_KEY_NAME}.${providerId}`;
  process.stdout.write(`Add these TXT records at ${name}:\n\n`);
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

async function check(config: Config, domain: string | undefined): Promise<number> {
  const zone = domain === undefined ? undefined : domainToASCII(domain);
  if (zone === '') throw new WrongUsage('--domain takes a domain, such as example.com.');
  const probes = createProbes(config, Date.now);
  const results = await checkOneClick(config, agencyOf(config), probes, zone);
  for (const { state, text } of results) process.stdout.write(`${state.padEnd(8)}${text}\n`);
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
  const text = error instanceof Error ? error.message : String(error);
  process.stderr.write(`${redact(text, [])}\n${error instanceof WrongUsage ? DOMAIN_CONNECT_USAGE : ''}`);
  process.exitCode = error instanceof WrongUsage ? 2 : 1;
}
