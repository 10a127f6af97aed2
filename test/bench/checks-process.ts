import { keepHeapSmall } from '../../src/util/heap.js';
import { benchDns } from './dns.js';
import { benchSteady } from './steady.js';

/** What measures the CPU of checks beside that of a few lines: each has a process of its own. */
const parts: Readonly<Record<string, typeof benchDns>> = { dns: benchDns, steady: benchSteady };

const [name = ''] = process.argv.slice(2);
const bench = parts[name];
if (!bench) {
  process.stderr.write(`There is no part “${name}”: name one of ${Object.keys(parts).join(', ')}.\n`);
  process.exit(2);
}
// As the bot does.
keepHeapSmall();
const rows = await bench();
process.send?.(rows, () => process.exit());
