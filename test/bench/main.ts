import { benchAck } from './ack.js';
import { benchChecks } from './checks.js';
import { benchCommands } from './commands.js';
import { benchDispatcher } from './dispatcher.js';
import { benchDns } from './dns.js';
import { print, timed } from './figures.js';
import { benchHalfHour } from './half-hour/half-hour.js';
import { benchHome } from './home.js';
import { benchJourney } from './journey.js';
import { benchPostgres } from './postgres.js';
import { benchPrediction } from './prediction.js';
import { benchQueued } from './queued.js';
import { benchScale } from './scale.js';
import { benchStart } from './start.js';
import { benchSteady } from './steady.js';
import { benchStore } from './store.js';
import { benchSync } from './sync.js';
import { benchTls } from './tls.js';

/** `npm run bench`, or `npm run bench -- checks` for one part. */
const parts: Readonly<Record<string, () => Promise<void>>> = {
  ack: benchAck,
  start: benchStart,
  store: benchStore,
  scale: benchScale,
  commands: benchCommands,
  postgres: benchPostgres,
  home: benchHome,
  dns: benchDns,
  tls: benchTls,
  steady: benchSteady,
  prediction: benchPrediction,
  sync: benchSync,
  checks: benchChecks,
  queued: benchQueued,
  dispatcher: benchDispatcher,
  journey: benchJourney,
  'half-hour': benchHalfHour,
};

/** They take minutes, or have no part in what one process or a database carries. */
const ONLY_WHEN_ASKED = ['start', 'home', 'sync', 'queued', 'journey', 'prediction', 'half-hour'];

const asked = process.argv.slice(2);
const unknown = asked.find((name) => !Object.hasOwn(parts, name));
if (unknown !== undefined) {
  process.stderr.write(`There is no part “${unknown}”: name one of ${Object.keys(parts).join(', ')}.\n`);
  process.exit(2);
}
for (const [name, bench] of Object.entries(parts))
  if (asked.length === 0 ? !ONLY_WHEN_ASKED.includes(name) : asked.includes(name))
    print(`${name} took ${((await timed(bench)) / 1_000).toFixed(0)} s\n`);
