/** Names that no language translates, and what `Intl` says: languages, weekdays, units, time zones, what joins a list. */
const NAMES = [
  'Closte|GoDaddy|Cloudflare|WordPress|Slack|Ultimate|Multisite|Google|Quad9|OpenDNS|AdGuard|ControlD|Vercara',
  'Alice|Bob|Carol|Webhooks|Domains|Settings|Mapping|Harbour|shop|Sandbox|Lab|Node\\.js|default|closte-domains|R\\d+',
  // A part of the bot, as `/readyz` names it.
  'scheduler',
  'Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday',
  'secs?|mins?|hrs?|days?|and|or|UTC|GMT|CNAME|AAAA|TXT|CAA|SSL|DNS',
  'English|Spanish|French|Italian|Brazilian Portuguese|Romanian|Pseudo-Accents',
  // Addresses, paths, time zones, variables, codes and IDs.
  '[\\w-]+(?:[./_][\\w-]+)+|[A-Z][A-Z0-9_]{3,}|\\w*\\d\\w*',
];
const NOT_SENTENCES = new RegExp(`\\b(?:${NAMES.join('|')})\\b|/[\\w./-]+`, 'g');

/** What a person reads in a view or message. */
export function textsIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(textsIn);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, each]) =>
    typeof each === 'string'
      ? READ.has(key)
        ? [each]
        : []
      : key === 'metadata' || key === 'state'
        ? []
        : textsIn(each),
  );
}
const READ: ReadonlySet<string> = new Set(['text', 'alt_text', 'initial_value', 'placeholder']);

/** Words that a reader of the pseudo-language would see in English. */
export const englishIn = (text: string): string[] =>
  text
    .replaceAll(/```[\s\S]*?```|`[^`]*`|<[^>]*>|:[a-z0-9_+-]+:|https?:\S+/g, ' ')
    .replaceAll(NOT_SENTENCES, ' ')
    .match(/[A-Za-z]{3,}[A-Za-z ]*/g) ?? [];
