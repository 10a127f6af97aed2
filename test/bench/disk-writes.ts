import { open } from 'node:fs/promises';
import { tmpdir } from 'node:os';

/** What this process has written and flushed through file handles. */
export interface DiskWrites {
  readonly bytes: number;
  readonly flushes: number;
}

type Method = (...parameters: unknown[]) => unknown;

/** Counts from now on; each call tells what came since the last one. */
export async function countDiskWrites(): Promise<() => DiskWrites> {
  const handle = await open(tmpdir(), 'r');
  const methods = Object.getPrototypeOf(handle) as Record<string, Method>;
  await handle.close();
  let bytes = 0;
  let flushes = 0;
  const watch = (name: string, note: (first: unknown) => void) => {
    const original = methods[name];
    if (!original) throw new Error(`file handles have no ${name}`);
    methods[name] = function (this: unknown, ...parameters: unknown[]) {
      note(parameters[0]);
      return original.apply(this, parameters);
    };
  };
  for (const name of ['writeFile', 'appendFile'])
    watch(name, (text) => {
      bytes += Buffer.byteLength(text as string | Buffer);
    });
  for (const name of ['sync', 'datasync'])
    watch(name, () => {
      flushes += 1;
    });
  return () => {
    const since = { bytes, flushes };
    bytes = 0;
    flushes = 0;
    return since;
  };
}
