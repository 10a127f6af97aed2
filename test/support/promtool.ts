import { spawnSync } from 'node:child_process';

export const hasPromtool = spawnSync('promtool', ['--version']).status === 0;
export const MISSING = 'promtool is missing (Debian: prometheus)';

/** What promtool complains of; empty if nothing. */
export function complaintsOf(args: readonly string[], input = ''): string {
  const { status, stdout, stderr } = spawnSync('promtool', args, { encoding: 'utf8', input });
  return status === 0 ? '' : `${stdout}${stderr}` || `exit code ${status}`;
}
