import { execFileSync } from 'node:child_process';

/** Tests that start the real process start what is compiled: it is compiled once for them all. */
export function setup(): void {
  execFileSync('npm', ['run', 'build', '--silent'], { stdio: 'inherit' });
}
