/** What a provider's environment variables hold. */
export type SettingRole = 'key' | 'targets' | 'apiUrl' | 'appId' | 'rate';

/** Facts about a hosting provider. Pure data: calls go through the port in `hosting/`. */
export interface ProviderFacts<Variable extends string = string> {
  /** Short and lower case, such as `closte`; used in events and the apps file. */
  readonly id: string;
  /** Display name, such as `Closte`. */
  readonly name: string;
  /** Domains that it serves itself and never as an alias, with all names below them. */
  readonly internalDomains: readonly string[];
  /** Its environment variables, also named in sentences that say what to correct. */
  readonly variables: Readonly<Record<SettingRole, Variable>>;
}

/** Without a function for each name: it is asked for each of 100,000. */
export function isInternal(name: string, internalDomains: readonly string[]): boolean {
  for (const domain of internalDomains) if (isWithin(name, domain)) return true;
  return false;
}

/** The domain itself, or a name below it. Builds no text, for the same reason. */
export const isWithin = (name: string, domain: string): boolean =>
  name.endsWith(domain) &&
  (name.length === domain.length || name.charAt(name.length - domain.length - 1) === '.');

/** What a customer's DNS must point at for an app. Addresses are in canonical text form, hosts are A-labels. */
export interface Target {
  readonly ipv4: readonly string[];
  readonly ipv6: readonly string[];
  readonly cname: readonly string[];
}
