import { existsSync, readFileSync } from 'node:fs';
import { z } from 'zod';

const manifest = z.object({ oauth_config: z.object({ scopes: z.object({ bot: z.array(z.string()) }) }) });

/** From the source and from the compiled program. */
const PLACES = ['../../../manifest.json', '../../../manifest.json'];

/** The bot scopes of manifest.json, from which the Slack app was made: the one list of what is needed. */
export function neededScopes(): readonly string[] {
  const place = PLACES.map((path) => new URL(path, import.meta.url)).find((url) => existsSync(url));
  if (!place) return [];
  return manifest.parse(JSON.parse(readFileSync(place, 'utf8'))).oauth_config.scopes.bot;
}
