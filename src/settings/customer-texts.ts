import { createHash } from 'node:crypto';
import { z } from 'zod';
import { type CustomerTemplate, customerSentences, tones } from '../core/customer/template.js';
import { templateProblem } from '../locale/customer-template.js';
import { parseJson } from '../util/parse-json.js';
import type { SettingValue } from './definitions.js';

/** An app's texts are stored among its settings, as `texts.` and the language. */
const TEXTS_PREFIX = 'texts.';
export const textsSetting = (language: string): string => `${TEXTS_PREFIX}${language}`;

/** The language whose texts a setting is; undefined for every other setting. */
export const languageOfTexts = (setting: string): string | undefined =>
  setting.startsWith(TEXTS_PREFIX) ? setting.slice(TEXTS_PREFIX.length) : undefined;

const usableSentence = z.string().refine((text) => templateProblem(text) === undefined);
const storedTexts = z.object({
  tone: z.enum(tones).optional().catch(undefined),
  ...Object.fromEntries(customerSentences.map((name) => [name, usableSentence.optional().catch(undefined)])),
});

/** What admins wrote for one language: only what differs from the app's configured texts. */
export interface WrittenTexts {
  readonly tone?: CustomerTemplate['tone'] | undefined;
  readonly sentences: CustomerTemplate['sentences'];
}

export const writeTexts = ({ tone, sentences }: WrittenTexts): string =>
  JSON.stringify({ ...(tone === undefined ? {} : { tone }), ...sentences });

export const NO_TEXTS = writeTexts({ sentences: {} });

/** What this version can't use is left out. */
export function readTexts(value: SettingValue): WrittenTexts {
  const { tone, ...sentences } = parseJson(String(value), storedTexts) ?? {};
  const written = Object.entries(sentences).filter(([, text]) => text !== undefined);
  return { tone, sentences: Object.fromEntries(written) };
}

/** By language. */
export const writtenTextsIn = (
  overrides: Readonly<Record<string, SettingValue>>,
): Readonly<Partial<Record<string, WrittenTexts>>> =>
  Object.fromEntries(
    Object.entries(overrides).flatMap(([name, value]) => {
      const language = languageOfTexts(name);
      return language === undefined ? [] : [[language, readTexts(value)] as const];
    }),
  );

/** An app's texts in a language: what admins wrote before what is configured. */
export const mergedTexts = (
  configured: CustomerTemplate,
  written: WrittenTexts | undefined,
): CustomerTemplate => ({
  tone: written?.tone ?? configured.tone,
  sentences: { ...configured.sentences, ...written?.sentences },
});

/** What differs between two stored texts: `tone`, or the names of sentences. */
export function changedTexts(from: SettingValue, to: SettingValue): string[] {
  const [before, after] = [readTexts(from), readTexts(to)];
  const names = customerSentences.filter((name) => before.sentences[name] !== after.sentences[name]);
  return [...(before.tone === after.tone ? [] : ['tone']), ...names];
}

const textParts = ['tone', ...customerSentences] as const;
export type TextPart = (typeof textParts)[number];

export const partOf = ({ tone, sentences }: WrittenTexts, part: TextPart): string =>
  (part === 'tone' ? tone : sentences[part]) ?? '';

/** Recognises texts, and each part of them. */
export type TextHashes = Readonly<Record<string, string>>;
const textHash = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 12);
export const hashOfTexts = (texts: WrittenTexts): string => textHash(writeTexts(texts));

/** Of the parts that are written; a part without a hash was empty. */
export const hashesOf = (texts: WrittenTexts): TextHashes =>
  Object.fromEntries(
    textParts.flatMap((part) => {
      const text = partOf(texts, part);
      return text === '' ? [] : [[part, textHash(text)]];
    }),
  );

/**
 * What somebody typed over texts that had the hashes `base`, together with what is there now: parts that they left alone
 * are as they are now. `contested`: parts that both changed; the typed ones are taken.
 */
export function mergeTexts(
  base: TextHashes,
  now: WrittenTexts,
  typed: WrittenTexts,
): { readonly merged: WrittenTexts; readonly contested: readonly TextPart[] } {
  const [nowHashes, typedHashes] = [hashesOf(now), hashesOf(typed)];
  const isTouched = (part: TextPart): boolean => typedHashes[part] !== base[part];
  const sentences = customerSentences.flatMap((name): [string, string][] => {
    const text = partOf(isTouched(name) ? typed : now, name);
    return text === '' ? [] : [[name, text]];
  });
  return {
    merged: { tone: (isTouched('tone') ? typed : now).tone, sentences: Object.fromEntries(sentences) },
    contested: textParts.filter(
      (part) => isTouched(part) && nowHashes[part] !== base[part] && nowHashes[part] !== typedHashes[part],
    ),
  };
}

/**
 * What a change from `from` to `to` changes in the texts stored `now`: what others saved after `from` was read stays.
 * Undefined if it changes nothing.
 */
export function mergedChange(now: SettingValue, from: SettingValue, to: SettingValue) {
  const { merged } = mergeTexts(hashesOf(readTexts(from)), readTexts(now), readTexts(to));
  const text = writeTexts(merged);
  if (changedTexts(now, text).length === 0) return undefined;
  return { from: now, to: text, isReset: text === NO_TEXTS };
}
