import { statSync } from 'node:fs';
import { loadEnvFile } from 'node:process';

/** Puts `.env` of the working directory into the environment; what is set already stays. A folder so named is none. */
export function loadDotEnv(): void {
  if (statSync('.env', { throwIfNoEntry: false })?.isFile()) loadEnvFile('.env');
}
