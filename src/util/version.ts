import { createRequire } from 'node:module';

interface Package {
  readonly name: string;
  readonly version: string;
}

/**
 * The name and the version in package.json, read once. `#package.json` is in the package's own "imports",
 * so it resolves from `src/` and from `dist/src/` alike.
 */
export const { name: productName, version }: Package = createRequire(import.meta.url)('#package.json');

/** Who calls, for every HTTP request that the bot itself makes. */
export const userAgent = `${productName}/${version}`;
