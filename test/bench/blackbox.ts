import { spawn } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { has, until } from '../interop/peer.js';
import { temporaryFolder } from '../store/temporary.js';
import { freePort } from '../support/ports.js';
import { cpuMsOf } from './processes.js';
import { type Row, rounded } from './rows.js';

const PROGRAM = 'prometheus-blackbox-exporter';
const IN_FLIGHT = 16;
const WARM_UP = 50;

/** The CPU of our work (ms) beside what the exporter takes for a probe. */
export async function besideBlackbox(
  what: string,
  ourCpuMs: number,
  ...probe: Parameters<typeof blackboxCpuMs>
): Promise<Row> {
  const theirs = await blackboxCpuMs(...probe);
  if (theirs === undefined) return { what, notMeasured: `${PROGRAM} is not installed` };
  const limit = `a probe of the blackbox exporter: ${rounded(theirs)} ms`;
  return { what, figure: `${rounded(ourCpuMs)} ms`, limit, ratio: ourCpuMs / theirs };
}

/**
 * CPU in ms that Prometheus's blackbox exporter takes for a probe, its answer over HTTP included; undefined where it is
 * not installed. The module is one of its configuration's, as JSON; the probe has to succeed.
 */
async function blackboxCpuMs(module: object, target: string, count: number): Promise<number | undefined> {
  if (!has(PROGRAM)) return undefined;
  const { path, remove } = await temporaryFolder();
  // JSON is YAML.
  const config = join(path, 'blackbox.yml');
  await writeFile(config, JSON.stringify({ modules: { bench: module } }));
  const address = `127.0.0.1:${await freePort()}`;
  const args = [`--config.file=${config}`, `--web.listen-address=${address}`, '--log.level=error'];
  const exporter = spawn(PROGRAM, args, { stdio: 'ignore' });
  const exited = new Promise((resolve) => exporter.once('exit', resolve));
  try {
    const url = `http://${address}/probe?module=bench&target=${encodeURIComponent(target)}`;
    await until(() =>
      fetch(url).then(
        ({ ok }) => ok,
        () => false,
      ),
    );
    await probed(url, WARM_UP);
    const before = await cpuMsOf(exporter);
    await probed(url, count);
    return ((await cpuMsOf(exporter)) - before) / count;
  } finally {
    exporter.kill();
    await exited;
    await remove();
  }
}

async function probed(url: string, count: number): Promise<void> {
  let left = count;
  const worker = async () => {
    while (left-- > 0) {
      const text = await (await fetch(url)).text();
      if (!text.includes('\nprobe_success 1\n')) throw new Error(`${PROGRAM} could not probe`);
    }
  };
  await Promise.all(Array.from({ length: IN_FLIGHT }, worker));
}
