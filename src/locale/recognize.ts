import { en, type MessageKey } from './en/en.js';

/**
 * Errors, checks and settings are described in English where they arise: logs and stored events keep that text. The
 * catalogue has the same sentences under these prefixes, so that a person reads them in their own language.
 */
const RECOGNIZED = /^(?:report|wrong|variable)\./;

type SaySentence = (key: MessageKey, params: Readonly<Record<string, string>>) => string;

interface Pattern {
  readonly key: MessageKey;
  readonly form: RegExp;
  /** Letters that are always the same: the pattern with the most of them wins. */
  readonly fixed: number;
}

/** What parameters look like; others are any text. */
const PARAMETER_FORMS: Readonly<Record<string, string>> = {
  name: '[A-Z][^:.()]{0,40}?',
  count: '\\d{1,9}',
  seconds: '\\d{1,9}',
  number: '\\d{1,9}',
  status: '\\d{1,9}',
  code: '[^\\s()]{1,60}',
  most: '\\d{1,9}',
  bits: '\\d{1,9}',
};

const asPattern = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

function patternOf(key: MessageKey): Pattern {
  const seen = new Set<string>();
  let fixed = 0;
  const source = en[key]
    .split(/(\{\w+\})/)
    .map((piece) => {
      const [, name] = /^\{(\w+)\}$/.exec(piece) ?? [];
      if (name === undefined) {
        fixed += piece.length;
        return asPattern(piece);
      }
      if (seen.has(name)) return `\\k<${name}>`;
      seen.add(name);
      return `(?<${name}>${PARAMETER_FORMS[name] ?? '.+?'})`;
    })
    .join('');
  return { key, form: new RegExp(`^${source}$`, 's'), fixed };
}

const patterns: readonly Pattern[] = (Object.keys(en) as MessageKey[])
  .filter((key) => RECOGNIZED.test(key))
  .map(patternOf)
  .sort((one, other) => other.fixed - one.fixed);

/** Longer texts are nothing of ours. */
const MAX_RECOGNIZED = 2_000;
const SEPARATORS = ['; ', ', '] as const;

/** Says a text in another language as far as it is ours; foreign text stays as it is. */
export const localized = (text: string, say: SaySentence): string => recognized(text, say) ?? text;

function recognized(text: string, say: SaySentence): string | undefined {
  if (text.length > MAX_RECOGNIZED) return undefined;
  for (const { key, form } of patterns) {
    const match = form.exec(text);
    if (!match) continue;
    const params = Object.entries(match.groups ?? {}).map(([name, value]) => [name, localized(value, say)]);
    return say(key, Object.fromEntries(params));
  }
  return inParts(text, say);
}

/** Lists of ours, and sentences of ours before others. */
function inParts(text: string, say: SaySentence): string | undefined {
  for (const separator of SEPARATORS) {
    const parts = text.split(separator);
    const said = parts.map((part) => (parts.length > 1 ? recognized(part, say) : undefined));
    if (said.every((part) => part !== undefined)) return said.join(separator);
  }
  const end = text.indexOf('. ');
  if (end === -1) return undefined;
  const first = recognized(text.slice(0, end + 1), say);
  return first === undefined ? undefined : `${first} ${localized(text.slice(end + 2), say)}`;
}
