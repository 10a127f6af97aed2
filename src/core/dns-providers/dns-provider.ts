/**
 * How a panel wants a DNS record's name: only the part before the zone ("shop"), or the full name
 * ("shop.example.com").
 */
export type NameStyle = 'relative' | 'full';

/** How the panel writes the zone itself in the name field: "@", an empty field, or the full domain. */
export type ApexName = '@' | 'empty' | 'domain';

export interface HostField {
  readonly style: NameStyle;
  /** Left out where it isn't known. */
  readonly apex?: ApexName;
}

export interface DnsProvider {
  readonly id: string;
  /** The brand customers know. */
  readonly name: string;
  /**
   * Patterns for whole name server names: `#` stands for one or more digits, `*` for one or more characters of one label,
   * `{a,b}` for one of several.
   */
  readonly nameServers: readonly string[];
  /** Where a customer signs in to change DNS records; left out where no public address is known. */
  readonly panelUrl?: string;
  readonly hostField?: HostField;
  /**
   * Whether the zone itself can follow another hostname (ALIAS, ANAME, CNAME flattening); absent if unknown.
   */
  readonly flattensApex?: boolean;
  /**
   * Several brands share these name servers; another provider among a zone's name servers is more specific.
   */
  readonly shared?: true;
  /** Where the provider documents the name servers, or where they were seen. */
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
