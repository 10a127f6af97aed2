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
