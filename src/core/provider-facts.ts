/** What a provider's own environment variables hold. */
export type SettingRole = 'key' | 'targets' | 'apiUrl' | 'appId' | 'rate';

/** What is said of a hosting provider, and what its name decides. Pure data: calls go through the port in `hosting/`. */
export interface ProviderFacts<Variable extends string = string> {
  /** Short and lower case, such as `closte`: in events and in the apps file. */
  readonly id: string;
  /** As people know it, such as `Closte`. */
  readonly name: string;
  /** Names that it serves by itself and never as an alias: each one, and all below it. */
  readonly internalDomains: readonly string[];
  /** Its own environment variables, also for sentences that say what to correct. */
  readonly variables: Readonly<Record<SettingRole, Variable>>;
}

export const isInternal = (name: string, internalDomains: readonly string[]): boolean =>
  internalDomains.some((domain) => name === domain || name.endsWith(`.${domain}`));

/** What a customer's DNS must point at for an app. Addresses are in canonical text form, hosts are A-labels. */
export interface Target {
  readonly ipv4: readonly string[];
  readonly ipv6: readonly string[];
  readonly cname: readonly string[];
}
