import { shellCatalogue } from '../config/problems.js';
import type { Translate } from '../locale/catalogue.js';
import { dependencies, version } from '../util/version.js';
import { readInvocation } from './invocation.js';
import { missingPackage } from './missing-package.js';
import { type Program, programs } from './programs.js';

/** `closte-domain-bot`: exit code 2 for an invalid command line; otherwise the subcommand's own. */
async function runCli(): Promise<void> {
  const t = shellCatalogue(process.env);
  const invocation = readInvocation(process.argv.slice(2), { programs, version, t });
  if (invocation.kind === 'run') return run(invocation.program, t);
  const stream = invocation.exitCode === 0 ? process.stdout : process.stderr;
  stream.write(`${invocation.text}\n`);
  process.exitCode = invocation.exitCode;
}

async function run({ name, load }: Program, t: Translate): Promise<void> {
  // The module reads its arguments as if it had been started directly.
  process.argv.splice(2, 1);
  try {
    await load();
  } catch (error) {
    const missing = missingPackage(error);
    // One that every installation has is named by the caller.
    if (missing === undefined || missing in dependencies) throw error;
    process.stderr.write(`${t('shell.package-missing', { name, package: missing })}\n`);
    process.exitCode = 1;
  }
}

await runCli();
