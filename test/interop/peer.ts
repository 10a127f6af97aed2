import { spawn, spawnSync } from 'node:child_process';

/** Is a program of Debian's packages here? Where it is not, its tests are skipped, and seen to be. */
export const has = (program: string): boolean =>
  spawnSync('sh', ['-c', `command -v ${program} || test -x /usr/sbin/${program}`]).status === 0;

/** Runs a server in the foreground until `stop`. */
export function serve(program: string, args: readonly string[]): { stop(): Promise<void> } {
  const env = { ...process.env, PATH: `${process.env['PATH']}:/usr/sbin:/sbin` };
  const child = spawn(program, args, { stdio: 'ignore', env });
  const exited = new Promise((resolve) => child.once('exit', resolve));
  return {
    stop: async () => {
      child.kill('SIGTERM');
      await exited;
    },
  };
}

export async function until(isSeen: () => Promise<boolean>, patienceMs = 10_000): Promise<void> {
  const endsAt = Date.now() + patienceMs;
  while (!(await isSeen())) {
    if (Date.now() > endsAt) throw new Error('not seen in time');
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
