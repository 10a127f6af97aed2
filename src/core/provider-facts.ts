/** What is said of a hosting provider, and what its name decides. Pure data: calls go through the port in `hosting/`. */
export interface ProviderFacts {
  /** Short and lower case, such as `closte`: in events, in the apps file, in metrics. */
  readonly id: string;
  /** As people know it, such as `Closte`. */
  readonly name: string;
  /** Names that it serves by itself and never as an alias: each one, and all below it. */
  readonly internalDomains: readonly string[];
  /** The environment variables of its own, for sentences that say what to correct. */
  readonly variables: { readonly key: string; readonly targets: string; readonly address: string };
}

export const isInternal = (name: string, internalDomains: readonly string[]): boolean =>
  internalDomains.some((domain) => name === domain || name.endsWith(`.${domain}`));
