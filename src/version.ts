import { existsSync, readFileSync } from 'node:fs';

/** From the source and from the compiled program. */
const PLACES = ['../package.json', '../../package.json'];

function readVersion(): string {
  const place = PLACES.map((path) => new URL(path, import.meta.url)).find((url) => existsSync(url));
  const { version }: { version?: unknown } = place ? JSON.parse(readFileSync(place, 'utf8')) : {};
  return typeof version === 'string' ? version : 'unknown';
}

/** The product's version, as package.json has it. */
export const VERSION = readVersion();
