import { keepHeapSmall } from '../../src/util/heap.js';
import { benchAck } from './ack.js';
import { benchChecks, benchUneventfulChecks } from './checks.js';
import { benchCopy } from './copy.js';
import { benchDispatcher } from './dispatcher.js';
import { print, timed } from './figures.js';
import { benchHalfHour } from './half-hour/half-hour.js';
import { benchHome } from './home.js';
import { benchJourney } from './journey.js';
import { rowsOfProcess } from './own-process.js';
import { benchPostgres } from './postgres.js';
import { benchPrediction } from './prediction.js';
import { benchQueued } from './queued.js';
import { printRows, type Row } from './rows.js';
import { benchScale } from './scale.js';
import { benchStart } from './start.js';
import { benchStore } from './store.js';
import { benchSync } from './sync.js';
import { benchTls } from './tls.js';

let pageMs: number | undefined;

/** `npm run bench` runs all of these, `npm run bench -- dns` one. */
const partsWithAims: Readonly<Record<string, () => Promise<readonly Row[]>>> = {
  steady: () => rowsOfProcess('./checks-process.js', 'steady'),
  dns: () => rowsOfProcess('./checks-process.js', 'dns'),
  uneventful: benchUneventfulChecks,
  scale: async () => {
    const scale = await benchScale();
    pageMs = scale.pageMs;
    return scale.rows;
  },
  commands: () => rowsOfProcess('./commands-process.js'),
  dispatcher: benchDispatcher,
  postgres: () => benchPostgres(pageMs),
};

/** They run by name: they take minutes, or have no part in what one process or a database carries. */
const namedParts: Readonly<Record<string, () => Promise<void>>> = {
  ack: benchAck,
  tls: benchTls,
  checks: benchChecks,
  store: benchStore,
  copy: benchCopy,
  start: benchStart,
  home: benchHome,
  sync: benchSync,
  queued: benchQueued,
  journey: benchJourney,
  prediction: benchPrediction,
  'half-hour': benchHalfHour,
};

const HALF_HOUR: Row = {
  what: '100,000 domains for half an hour: lateness, CPU, memory',
  notMeasured: 'measured by `npm run bench -- half-hour`',
};

const asked = process.argv.slice(2);
const names = [...Object.keys(partsWithAims), ...Object.keys(namedParts)];
const unknown = asked.find((name) => !names.includes(name));
if (unknown !== undefined) {
  process.stderr.write(`There is no part “${unknown}”: name one of ${names.join(', ')}.\n`);
  process.exit(2);
}

// As the bot does.
keepHeapSmall();
const rows: Row[] = [];
const seconds = (ms: number): string => `${(ms / 1_000).toFixed(0)} s`;
/** None begins with the garbage of the one before. */
async function run(name: string, bench: () => Promise<unknown>): Promise<void> {
  globalThis.gc?.();
  print(`${name} took ${seconds(await timed(bench))}\n`);
}

/** What a part that fails would have measured is missing; the others are measured all the same. */
async function rowsOf(name: string, bench: () => Promise<readonly Row[]>): Promise<readonly Row[]> {
  try {
    return await bench();
  } catch (error) {
    process.exitCode = 1;
    return [{ what: name, notMeasured: `failed: ${String(error)}` }];
  }
}

const took = await timed(async () => {
  for (const [name, bench] of Object.entries(partsWithAims))
    if (asked.length === 0 || asked.includes(name))
      await run(name, async () => rows.push(...(await rowsOf(name, bench))));
  for (const [name, bench] of Object.entries(namedParts)) if (asked.includes(name)) await run(name, bench);
});
if (asked.length === 0) rows.push(HALF_HOUR);
if (rows.length > 0) printRows(rows);
print(`all of it took ${seconds(took)}`);
