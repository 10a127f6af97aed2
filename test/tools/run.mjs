import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';

/**
 * `node test/tools/run.mjs NAME [ARGUMENTS]`: compiles what NAME needs and runs it in this process, so that signals
 * and the exit code are its own. Everything but `doctor`, `audit` and `check-domain` stays on loopback; the first two start
 * only where somebody has said what they are to talk to, the third asks public DNS about the hostnames it is given.
 */
const programs = {
  demo: { build: 'build', script: 'dist/src/sandbox/demo.js' },
  sandbox: { build: 'build', script: 'dist/src/sandbox/main.js' },
  doctor: { build: 'build', script: 'dist/src/cli/doctor.js', needsSettings: true, isShipped: true },
  'check-domain': { build: 'build', script: 'dist/src/cli/check-domain/main.js', isShipped: true },
  audit: { build: 'build', script: 'dist/src/cli/audit.js', needsSettings: true, isShipped: true },
  bench: {
    build: 'build:harness',
    script: 'dist-harness/test/bench/main.js',
    usage: 'npm run bench [-- PART…]: each part with an aim, or the parts that are named',
  },
  chaos: {
    build: 'build:harness',
    script: 'dist-harness/test/resilience/chaos/main.js',
    usage:
      'npm run chaos [-- --replicas 3 | --beside OTHER/dist/src/main.js]; KILLS=300 SEED=1 make it shorter and repeatable',
  },
  commits: {
    build: 'build:harness',
    script: 'dist-harness/test/tools/commits.js',
    usage: 'npm run commits; npm run changelog',
  },
  docs: {
    build: 'build:harness',
    script: 'dist-harness/test/docs/main.js',
    usage: 'npm run docs: writes the generated pages of docs/',
  },
  liveness: {
    build: 'build:harness',
    script: 'dist-harness/test/resilience/liveness/main.js',
    usage: 'npm run liveness: each bad dependency beside healthy mappings',
  },
  lab: {
    build: 'build:harness',
    script: 'dist-harness/test/lab/main.js',
    usage: 'npm run lab: plays every scenario and prints what was expected and what was found',
  },
  outage: {
    build: 'build:harness',
    script: 'dist-harness/test/resilience/outage/main.js',
    usage: 'npm run outage; EVENTS=10000 SEED=1 make it shorter and repeatable',
  },
  soak: {
    build: 'build:harness',
    script: 'dist-harness/test/resilience/soak/main.js',
    usage: 'npm run soak; MINUTES=30 MAPPINGS=5000 INTERVAL=20 (seconds) make it shorter and smaller',
  },
};

const hasSettings = () =>
  existsSync('.env') || 'SLACK_BOT_TOKEN' in process.env || 'CLOSTE_CLIENT_API_KEY' in process.env;

const asksForHelp = () => process.argv.some((arg) => arg === '--help' || arg === '--version');

const { engines } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'));
const needed = engines.node.replace('>=', '');
const { node: present } = process.versions;

async function main() {
  if (present.localeCompare(needed, 'en', { numeric: true }) < 0)
    return fail(
      `Node.js ${present} is too old: this needs ${needed} or later, preferably 24. Install it from https://nodejs.org, then run “npm ci” again.`,
    );
  const [name] = process.argv.splice(2, 1);
  const program = programs[name];
  if (!program)
    return fail(`There is no program “${name}”: name one of ${Object.keys(programs).join(', ')}.`);
  if (program.usage && ['--help', '-h'].includes(process.argv[2]))
    return void process.stdout.write(`${program.usage}\n`);
  if (program.needsSettings && !asksForHelp() && !hasSettings())
    return fail('There are no settings yet: copy .env.example to .env and fill it in.');
  const script = new URL(`../../${program.script}`, import.meta.url);
  if (existsSync('node_modules/.bin/tsc')) {
    const { status } = spawnSync('npm', ['run', program.build, '--silent'], { stdio: 'inherit' });
    if (status !== 0) return fail(`The build that “${name}” needs failed.`);
  } else if (!program.isShipped || !existsSync(script))
    // What was built runs as it is once only the packages for running are left.
    return fail('The development dependencies are not installed: run “npm ci” first.');
  process.setSourceMapsEnabled(true);
  await import(script.href).catch((error) => {
    if (error?.code === 'ERR_MODULE_NOT_FOUND')
      return fail('Not all packages are installed: run “npm ci” first.');
    if (!String(error?.code).startsWith('ERR_PARSE_ARGS_')) throw error;
    fail(`${error.message}. Usage: ${program.usage}`);
  });
}

function fail(sentence) {
  process.stderr.write(`${sentence}\n`);
  process.exitCode = 2;
}

await main();
