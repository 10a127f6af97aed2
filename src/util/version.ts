import { createRequire } from 'node:module';

interface Package {
  readonly version: string;
}

/**
 * The version in package.json, such as `0.1.0`, read once. `#package.json` is in the package's own "imports",
 * so it resolves from `src/` and from `dist/src/` alike.
 */
export const { version }: Package = createRequire(import.meta.url)('#package.json');
