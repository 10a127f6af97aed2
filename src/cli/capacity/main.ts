import { existsSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { loadDotEnv } from '../../config/dot-env.js';
import { shellCatalogue } from '../../config/problems.js';
import { givenText } from '../../config/source.js';
import { wholeNumber } from '../../config/values.js';
import { CommandLineError, explainFailure, readCommandLine, readOption } from '../shell.js';
import { measureMachine } from './measure.js';
import { capacityJson, capacityText } from './print.js';
import { capacityVerdict } from './verdict.js';

const MAX_ASKED_MAPPINGS = 10_000_000;
const MAX_ASKED_INTERVAL_S = 86_400;

/** `closte-domain-bot capacity`. Exit code: 0 one process carries it, 1 it doesn't, 2 a wrong command line, 3 not measured. */
async function runCapacity(): Promise<number> {
  const { values } = readCommandLine({
    options: { mappings: { type: 'string' }, interval: { type: 'string' }, json: { type: 'boolean' } },
  });
  const asked = {
    mappings: requiredOption('--mappings', MAX_ASKED_MAPPINGS, values.mappings),
    intervalS: requiredOption('--interval', MAX_ASKED_INTERVAL_S, values.interval),
  };
  const measured = await measureMachine(dataDir(), asked);
  const report = { asked, measured, verdict: capacityVerdict(measured, asked) };
  process.stdout.write(
    values.json ? capacityJson(report) : capacityText(report, shellCatalogue(process.env)),
  );
  return report.verdict.isCarried ? 0 : 1;
}

function requiredOption(option: string, most: number, text: string | undefined): number {
  const value = readOption(option, wholeNumber(1, most), text);
  if (value === undefined) throw new CommandLineError(`The option ${option} needs a value.`);
  return value;
}

/** On the disk where the store is, or would be. */
function dataDir(): string {
  loadDotEnv();
  let folder = resolve(givenText(process.env['DATA_DIR']) ?? './data');
  while (!existsSync(dirname(folder))) folder = dirname(folder);
  return folder;
}

runCapacity().then(
  (code) => process.stdout.write('', () => process.exit(code)),
  (error: unknown) => {
    const code = explainFailure(error, 'capacity', 3);
    process.stderr.write('', () => process.exit(code));
  },
);
