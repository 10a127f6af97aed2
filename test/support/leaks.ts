/** Names, units and values that no language translates, or that `Intl` does. */
const NOT_SENTENCES =
  /\b(Closte|GoDaddy|Cloudflare|WordPress|Slack|Ultimate|Multisite|Google|Alice|Bob|Carol|Webhooks|Domains|Settings|Mapping|secs?|mins?|hrs?|days?|CNAME|AAAA|TXT|CAA|default|UTC|GMT|Node\.js|Europe|Sandbox|Lab|ok|[a-z0-9-]+(\.[a-z0-9-]+)+|[A-Z][A-Z0-9_]{3,})\b/g;

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
