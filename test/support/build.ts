import { execFileSync } from 'node:child_process';
import { cpSync } from 'node:fs';

/**
 * Tests that start the real process start what is compiled: it is compiled once for them all, as `npm run build` does.
 * The types are checked by `npm run typecheck`; here it would cost ten times what compiling costs.
 */
export function setup(): void {
  execFileSync('node_modules/.bin/tsc', ['-p', 'tsconfig.build.json', '--noCheck'], { stdio: 'inherit' });
  cpSync('src/sandbox/page', 'dist/src/sandbox/page', { recursive: true });
}
