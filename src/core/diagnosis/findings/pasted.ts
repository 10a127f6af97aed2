/** DNS takes any character in a name (RFC 2181 11), hostnames don't. */
const FOREIGN_CHARACTER = /[^\w.-]/u;
const UNSEEN_CHARACTERS = /[\p{C}\p{Z}]/gu;

/**
 * The host in a value that holds more than its name: one pasted with quotes, spaces, a comment, or as the address of a web
 * page, whether or not the panel appended the zone.
 */
export function hostPastedIn(value: string, hosts: readonly string[], zone: string): string | undefined {
  const typed = value.endsWith(`.${zone}`) ? value.slice(0, -zone.length - 1) : value;
  return hosts.find((host) => {
    const at = typed.indexOf(host);
    if (at < 0) return false;
    const [before, after] = [typed.slice(0, at), typed.slice(at + host.length)];
    const isApart = /(?:^|[^\w.-])$/u.test(before) && /^\.?(?:[^\w.-]|$)/u.test(after);
    return isApart && FOREIGN_CHARACTER.test(before + after);
  });
}

/** As zone files write what nobody can see (RFC 1035 5.1): a space is `\032`. */
export const withVisibleSpaces = (value: string): string =>
  value.replace(UNSEEN_CHARACTERS, (character) =>
    [...new TextEncoder().encode(character)].map((byte) => `\\${String(byte).padStart(3, '0')}`).join(''),
  );
