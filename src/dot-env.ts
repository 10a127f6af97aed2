import { existsSync } from 'node:fs';
import { loadEnvFile } from 'node:process';

/** Puts `.env` of the working directory into the environment; what is set already stays. */
export function loadDotEnv(): void {
  if (existsSync('.env')) loadEnvFile('.env');
}
