import { type MessageFormatElement, parse, TYPE } from '@formatjs/icu-messageformat-parser';
import { describe, expect, it } from 'vitest';
import { commands } from '../../commands/index.js';
import { closte } from '../../src/hosting/closte/closte.js';
import { createCatalogue } from '../../src/locale/catalogue.js';
import { en, type MessageKey } from '../../src/locale/en/en.js';
import { closestLanguage, languages } from '../../src/locale/languages.js';
import { translation } from '../../src/locale/messages.js';
import { ro } from '../../src/locale/ro/ro.js';
import { pseudo } from '../support/pseudo.js';

it('no word stands for two commands', () => {
  const words = commands.flatMap(({ name, aliases }) => [name, ...aliases]);
  expect(new Set(words).size).toBe(words.length);
});

describe('the closest language', () => {
  const known = ['en', 'es', 'fr', 'it', 'pt-BR', 'ro'];
  it.each([
    ['en-GB', 'en'],
    ['pt-PT', 'pt-BR'],
    ['pt', 'pt-BR'],
    ['pt_BR.UTF-8', 'pt-BR'],
    ['es-LA', 'es'],
    ['fr-CA', 'fr'],
    ['RO', 'ro'],
    ['de-DE', undefined],
    ['C.UTF-8', undefined],
    ['', undefined],
    ['constructor', undefined],
  ])('to %s is %s', (locale, language) => {
    expect(closestLanguage(locale, known)).toBe(language);
  });
});

describe('a translation', () => {
  const english = { found: '{count, plural, one {# domain} other {# domains}} at {provider}' } as const;

  it('compiles with its language’s plurals and English’s parameters', () => {
    const messages = translation<'ro', typeof english>()({
      found: 'La {provider}: {count, plural, one {# domeniu} few {# domenii} other {# de domenii}}',
    });
    expect(messages.found).toContain('few');
  });

  it('does not compile with a missing or extra plural category, parameter or key', () => {
    const romanian = translation<'ro', typeof english>();
    const one = '{count, plural, one {# domeniu} other {# domenii}} la {provider}';
    const few = '{count, plural, one {# domeniu} few {# domenii} other {# de domenii}}';
    const right = `${few} la {provider}` as const;
    // @ts-expect-error “few” is missing
    romanian({ found: one });
    // @ts-expect-error {provider} is missing
    romanian({ found: few });
    // @ts-expect-error {host} isn't English's
    romanian({ found: `${right} {host}` as const });
    // @ts-expect-error the key is missing
    romanian({});
    // @ts-expect-error English has no such key
    romanian({ found: right, lost: '' });
    expect(romanian({ found: right }).found).toBe(right);
  });
});

it('a seventh language needs its folder and a line only', () => {
  const t = createCatalogue('en', closte, '/domain', pseudo);
  expect(t('stage.name.done')).toMatch(/^Řḗȧḓẏ/);
  expect(closestLanguage('tlh-Latn', [...Object.keys(languages), 'tlh'])).toBe('tlh');
});

it.each(Object.entries(languages))('%s names the columns of a CSV file as they are', (_, messages) => {
  const named = (message: string) =>
    [...message.matchAll(/[“„«]\s?(\p{L}+)\s?[”»]/gu)].map(([, name]) => name);
  expect(named(messages['map.dialog.file.hint'])).toEqual(['app', 'site', 'note']);
  expect(named(messages['map.dialog.site.for-all'])).toEqual(['site']);
});

/** Outside English, a sentence after a colon would have to begin in lower case. */
it.each(Object.keys(languages).filter((tag) => tag !== 'en'))('%s puts no finding after a colon', (tag) => {
  const wrong = Object.entries(languages[tag] ?? {}).filter(([, message]) =>
    /:[*}\s]*\{finding\}/.test(message.replaceAll(/:[a-z_]+:/g, '')),
  );
  expect(wrong).toEqual([]);
});

/** Text that people read, without code, links and emoji. */
function literalsOf(elements: readonly MessageFormatElement[]): string {
  return elements
    .map((element) => {
      if (element.type === TYPE.literal) return element.value;
      if (element.type !== TYPE.plural && element.type !== TYPE.select) return 'x';
      return Object.values(element.options)
        .map(({ value }) => literalsOf(value))
        .join('\n');
    })
    .join('');
}
const readable = (message: string): string =>
  literalsOf(parse(message, { ignoreTag: true })).replaceAll(
    /`[^`]*`|<[^>]*>|:[a-z0-9_+-]+:|[a-z]+:\/\/\S+/g,
    'x',
  );

/** What each language's typography and spelling rule out. */
const NEVER: Readonly<Record<string, readonly [name: string, pattern: RegExp][]>> = {
  es: [
    ['a question or exclamation without its opening mark', /^[^¿]*\?|^[^¡]*!/m],
    ['English quotation marks', /[“”]/],
    ['“y” before an i, “o” before an o', /(?<!\p{L})(?:y h?i(?!e)|o h?o)/iu],
    ['a preposition apart from its article', /(?<!\p{L})(?:de|a) el (?!x)/u],
  ],
  fr: [
    [
      'a mark without its narrow no-break space',
      /[^\u202f\u00a0\s\d/x?!:)];|[^\u202f\u00a0?!]\?|[^\u202f\u00a0!?]!/,
    ],
    ['a colon without its no-break space', /\p{L}:(?!\/)/u],
    ['a plain space before a mark', /\S [:;?!](?:\s|$)/m],
    ['English quotation marks', /[“”"]/],
    ['a straight apostrophe', /\p{L}'\p{L}/u],
    [
      'a vowel that isn’t elided',
      /(?:^|[^\p{L}’-])(?:le|la|de|ne|se|je|jusque|lorsque|puisque) (?=[aeiouyéèêàâîôûœ]\p{L})/iu,
    ],
  ],
  it: [
    ['other quotation marks than the rest', /[«»]/],
    ['a straight apostrophe', /\p{L}'\p{L}/u],
    ['a preposition apart from its article', /(?:^|[^\p{L}])(?:di|a|da|in|su) (?:il|lo|la|i|gli|le) /u],
    ['a grave accent for an acute one', /(?:perchè|poichè|finchè|affinchè)|(?<!\p{L})(?:nè|sè)(?!\p{L})/u],
  ],
  'pt-BR': [
    ['Portugal’s quotation marks', /[«»]/],
    [
      'a preposition apart from its article',
      /(?:^|[^\p{L}])(?:(?:de|em) (?:os?|as?|el[ea]s?|ess[ea]s?|est[ea]s?|isso|isto)|a a|a aquel[ea]) /u,
    ],
    [
      'European spelling',
      /\b(registo|registos|ficheiro|ficheiros|utilizador|ecrã|domínios? registad[oa]s?|contacto)\b/i,
    ],
  ],
  ro: [
    ['a cedilla for a comma below', /[şţŞŢ]/],
    ['English quotation marks', /“[^”]*”/],
  ],
};

/**
 * Slack shows a moment as a time (“2:30 PM”), a day (“Nov 26, 2026”) or a word (“today”, “tomorrow at 2:30 PM”): no
 * article or preposition suits all of them, so sentences put it after a colon or in brackets.
 */
const UNSUITABLE: Readonly<Record<string, RegExp>> = {
  en: /\bon \{(?:MOMENT)\}/,
  es: /\b(?:a las|a la|el|al|desde|hasta|las) \{(?:MOMENT)\}/,
  fr: /(?:^|\P{L})(?:à|le|au|depuis|jusqu’à|jusqu’au) \{(?:MOMENT)\}/u,
  it: /\b(?:alle|il|al|da|dal|dalle|entro le|fino al|fino a) \{(?:MOMENT)\}/,
  'pt-BR': /(?:^|\P{L})(?:às|à|em|no dia|desde|até|a partir de) \{(?:MOMENT)\}/u,
  ro: /(?:^|\P{L})(?:la|pe|din|de la|până la|înainte de) \{(?:MOMENT)\}/u,
};
const MOMENTS = 'at|until|since|validTo|validFrom|gaveUpAt';
/** Shown in a terminal, always as a date. */
const DATED = ['shell.audit.limited'];

it.each(Object.entries(languages))('%s suits every form of a moment', (tag, messages) => {
  const unsuitable = new RegExp(UNSUITABLE[tag]?.source.replace('MOMENT', MOMENTS) ?? '(?!)', 'u');
  const wrong = Object.entries(messages).filter(
    ([key, message]) => !DATED.includes(key) && unsuitable.test(message),
  );
  expect(wrong).toEqual([]);
});

/** Numbers that a sentence shows as they are. */
const NUMBERS =
  'count|most|least|mappings|cpu|disk|memory|bytes|changes|of|total|threads|gone|requested|done|lines|documents|events|messages|differences|replicas|checks|agreeing|records|aliases';
const COUNTED = new RegExp(`\\{(?:${NUMBERS})\\} (\\p{Ll}+)`, 'gu');
/** What may stand behind a number in Romanian besides what is counted, which needs “de” from 20 on. */
const UNCOUNTED = 'de|din|la|ca|pe|nu|în|și|odată|gata|s|ms'.split('|');

it('Romanian counts things as its numbers from 20 on do', () => {
  const wrong = Object.entries(ro).filter(([, message]) =>
    [...message.matchAll(COUNTED)].some(([, word]) => !UNCOUNTED.includes(String(word))),
  );
  expect(wrong).toEqual([]);
});

/** English words that are no words of the five other languages. */
const ENGLISH =
  /(?<![\p{L}“„«-])(?:the|with|from|isn’t|can’t|couldn’t|doesn’t|your|their|please|when|which|unknown|missing|failed|this|that|yes)(?![\p{L}”»-])/u;

describe.each(Object.entries(languages).filter(([tag]) => tag !== 'en'))('%s', (tag, messages) => {
  it('has no English left', () => {
    const quoted = /[“„«][^”»]*[”»]/g;
    const wrong = Object.entries(messages).filter(([, message]) =>
      ENGLISH.test(readable(message).replaceAll(quoted, 'x')),
    );
    expect(wrong).toEqual([]);
  });

  it('has every sentence, all of them its own', () => {
    expect(Object.keys(messages).toSorted()).toEqual(Object.keys(en).toSorted());
    const sentences = (Object.keys(en) as MessageKey[]).filter((key) =>
      / \p{Ll}+ \p{Ll}+ /u.test(readable(en[key])),
    );
    expect(sentences.filter((key) => messages[key] === en[key])).toEqual([]);
  });

  it('has its own list of what it never says', () => {
    expect(NEVER[tag]).not.toBe(undefined);
    expect(UNSUITABLE[tag]).not.toBe(undefined);
  });

  it.each(NEVER[tag] ?? [])('has never %s', (_, pattern) => {
    const wrong = Object.entries(messages).filter(([, message]) => pattern.test(readable(message)));
    expect(wrong).toEqual([]);
  });

  it('can be said with any number', () => {
    const t = createCatalogue(tag, closte);
    for (const count of [0, 1, 2, 5, 19, 20, 21, 101, 1_000_000]) {
      const params = { count, again: count, steps: count, total: count };
      expect(() => t('audit.attached', params)).not.toThrow();
    }
  });
});
