import { type MessageFormatElement, parse, TYPE } from '@formatjs/icu-messageformat-parser';
import { expect, it } from 'vitest';
import { eventTypes } from '../../src/core/events/event.js';
import { hostnameProblemCodes } from '../../src/core/hostname.js';
import { stages } from '../../src/core/mapping.js';
import { closte } from '../../src/hosting/closte/closte.js';
import { createCatalogue, isMessageKey, providerParams } from '../../src/locale/catalogue.js';
import { formatDuration } from '../../src/locale/duration.js';
import { en, type MessageKey } from '../../src/locale/en/en.js';
import { languages } from '../../src/locale/languages.js';

const t = createCatalogue('en', closte);

it('has a sentence for every hostname problem, event and stage', () => {
  for (const code of hostnameProblemCodes) expect(isMessageKey(`hostname.${code}`)).toBe(true);
  for (const type of eventTypes) expect(isMessageKey(`event.${type}`)).toBe(true);
  for (const stage of stages) expect(isMessageKey(`stage.name.${stage}`)).toBe(true);
});

const parametersOf = (elements: MessageFormatElement[]): string[] =>
  elements.flatMap((element) => {
    if (element.type === TYPE.literal || element.type === TYPE.pound) return [];
    const nested =
      element.type === TYPE.plural || element.type === TYPE.select ? Object.values(element.options) : [];
    return [element.value, ...nested.flatMap(({ value }) => parametersOf(value))];
  });

it('has sentences that can all be said', () => {
  const own = providerParams(closte);
  for (const key of Object.keys(en) as MessageKey[]) {
    const parameters = parametersOf(parse(en[key], { ignoreTag: true }));
    const values = Object.fromEntries(parameters.map((name) => [name, 2]));
    expect(t(key, values)).not.toMatch(/[{}]/);
    if (parameters.some((name) => !Object.hasOwn(own, name))) expect(() => t(key)).toThrow();
  }
});

it.each(['en', 'de', 'fr'])('asks for what the sentence names, and nothing else (%s)', (language) => {
  const asked = new Set<string>();
  const sentence = createCatalogue(language, closte)('settings.app', (name) => {
    asked.add(name);
    return 'shop';
  });
  expect(sentence).toContain('shop');
  expect([...asked]).toEqual(['app']);
});

it('names its own provider unless the caller knows another one', () => {
  expect(t('event.alias.lost')).toContain(closte.name);
  expect(t('event.alias.lost', () => undefined)).toContain(closte.name);
  expect(t('event.alias.lost', (name) => (name === 'provider' ? 'Acme' : undefined))).toMatch(/ Acme /);
});

const QUOTES = [
  ['en', '“', '”'],
  ['es', '«', '»'],
  ['fr', '«\u00a0', '\u00a0»'],
  ['it', '“', '”'],
  ['pt-BR', '“', '”'],
  ['ro', '„', '”'],
] as const;

it.each(QUOTES)(
  'quotes an app’s name where defaults are shown, since an app can be named “default” (%s)',
  (language, open, close) => {
    const t = createCatalogue(language, closte);
    const range = { canBeOff: 'true', least: 0, most: 9 };
    const app = 'default';
    for (const sentence of [
      t('settings.app', { app }),
      t('settings.for-app', { app }),
      t('settings.inherited', { app, source: 'app', standard: 'x' }),
      t('settings.inherited-range', { ...range, app, source: 'app', standard: 'x' }),
    ])
      expect(sentence).toContain(`${open}default${close}`);
  },
);

it('lets Slack’s mark-up through and leaves what it is given as it is', () => {
  expect(t('card.text', { hostname: '<!date^1^{time}|x>', stage: "it's {odd}" })).toBe(
    "<!date^1^{time}|x>: it's {odd}",
  );
});

it('speaks English, its plurals and durations too, where a language has no file yet', () => {
  const unknown = ['de', 'tr', 'ja', 'constructor'].filter((tag) => !Object.hasOwn(languages, tag));
  for (const locale of unknown) {
    const none = { afterMs: formatDuration(51 * 3_600_000, locale), resolvers: 0 };
    expect(createCatalogue(locale, closte)('event.dns.propagated', none)).toBe(
      t('event.dns.propagated', none),
    );
    expect(none.afterMs).toBe('2 days 3 hr');
  }
});

it.each([
  [-1, '1 sec'],
  [0, '1 sec'],
  [999, '1 sec'],
  [45_000, '45 sec'],
  [12 * 60_000 + 30_000, '12 min'],
  [65 * 60_000, '1 hr 5 min'],
  [51 * 3_600_000, '2 days 3 hr'],
  [24 * 3_600_000, '1 day'],
])('%i ms are %s', (ms, text) => {
  expect(formatDuration(ms, 'en')).toBe(text);
});

it.each([
  [2, '2 zile 3 ore'],
  [21, '21 de zile 3 ore'],
  [119, '119 zile 3 ore'],
])('counts %i days as Romanian does', (days, text) => {
  expect(formatDuration((days * 24 + 3) * 3_600_000, 'ro')).toBe(text);
});

it.each([
  ['es', '1 día', '3 días 2 h'],
  ['fr', '1 jour', '3 jours 2 h'],
  ['it', '1 giorno', '3 giorni 2 h'],
  ['pt-BR', '1 dia', '3 dias 2 h'],
])('writes days out, which stand in sentences (%s)', (tag, day, days) => {
  expect(formatDuration(24 * 3_600_000, tag).replaceAll(/\s/g, ' ')).toBe(day);
  expect(formatDuration(74 * 3_600_000, tag).replaceAll(/\s/g, ' ')).toBe(days);
});

it.each(Object.keys(languages))('a duration ends no sentence twice in %s', (tag) => {
  for (const ms of [500, 45_000, 12 * 60_000, 65 * 60_000, 5 * 3_600_000, 51 * 3_600_000, 240 * 3_600_000])
    expect(formatDuration(ms, tag)).not.toMatch(/\.$/);
});
