/** How a panel expects the name of a DNS record: only the part before the zone ("shop"), or all of it ("shop.example.com"). */
export type NameStyle = 'relative' | 'full';

/** What the zone itself is called in the name field: "@", an empty field, or the domain written out. */
export type ApexName = '@' | 'empty' | 'domain';

export interface HostField {
  readonly style: NameStyle;
  /** Left out where it isn't known. */
  readonly apex?: ApexName;
}

export interface DnsProvider {
  readonly id: string;
  /** As the customer knows it. */
  readonly name: string;
  /**
   * Patterns for whole name server names: `#` stands for one or more digits, `*` for one or more characters of one label,
   * `{a,b}` for one of several.
   */
  readonly nameServers: readonly string[];
  /** Where a customer signs in to change DNS records; left out where no public address is known. */
  readonly panelUrl?: string;
  readonly hostField?: HostField;
  /** Whether the zone itself can follow another hostname (ALIAS, ANAME, CNAME flattening); left out where it isn't known. */
  readonly flattensApex?: boolean;
  /** Several brands use these name servers: another provider among a zone's name servers says more. */
  readonly shared?: true;
  /** Where the name servers are documented by the provider, or were seen. */
  readonly source: string;
}

const LABEL_CHARACTERS = '[a-z0-9-]+';

/** Compiles a pattern of {@link DnsProvider.nameServers}. It matches whole names only, never a part of one. */
export function compileNameServerPattern(pattern: string): RegExp {
  const source = pattern
    .replaceAll('.', '\\.')
    .replaceAll('*', LABEL_CHARACTERS)
    .replaceAll('#', '\\d+')
    .replaceAll(/\{([^}]*)\}/g, (_, choices: string) => `(?:${choices.replaceAll(',', '|')})`);
  return new RegExp(`^${source}$`);
}

/** Lower case, without the final dot. */
export const canonicalNameServer = (name: string): string => name.trim().toLowerCase().replace(/\.$/, '');
