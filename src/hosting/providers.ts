import { closte } from './closte/closte.js';

/** Every hosting provider, one line each. The first is the default. */
const [defaultProvider, ...others] = [closte] as const;

export { defaultProvider };
export const providers = [defaultProvider, ...others];
export type KnownProvider = (typeof providers)[number];
export type ProviderVariable = KnownProvider['variables'][keyof KnownProvider['variables']];

export const providerFixes: Readonly<Record<ProviderVariable, string>> = Object.assign(
  {},
  ...providers.map(({ fixes }) => fixes),
);
