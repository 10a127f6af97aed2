import { createRequire } from 'node:module';
import { z } from 'zod';

interface Package {
  readonly name: string;
  readonly version: string;
  readonly dependencies: Readonly<Record<string, string>>;
}

/**
 * The name, the version and the packages for running in package.json, read once. `#package.json` is in the package's own "imports", so it
 * resolves from `src/` and from `dist/src/` alike.
 */
export const {
  name: productName,
  version,
  dependencies,
}: Package = createRequire(import.meta.url)('#package.json');

/** User agent of every HTTP request that the bot itself makes. */
export const userAgent = `${productName}/${version}`;

const shortcutShape = z.object({
  name: z.string(),
  type: z.enum(['global', 'message']),
  callback_id: z.string(),
  description: z.string(),
});
const schema = z.object({
  features: z.object({ shortcuts: z.array(shortcutShape) }),
  oauth_config: z.object({ scopes: z.object({ bot: z.array(z.string()) }) }),
});

/** `#manifest.json` is in the package's own "imports", so it resolves from `src/` and from `dist/src/` alike. */
const manifest = schema.parse(createRequire(import.meta.url)('#manifest.json'));

/** The shortcuts in manifest.json, the only list of them. */
export const appShortcuts: readonly z.output<typeof shortcutShape>[] = manifest.features.shortcuts;

/** The bot scopes in manifest.json, the only list of required scopes. */
export const botScopes: readonly string[] = manifest.oauth_config.scopes.bot;
