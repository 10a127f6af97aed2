import { parseHostname } from '../../../core/hostname.js';
import { stages } from '../../../core/mapping.js';
import { type ShownStage, shownStages } from '../../../core/stage.js';
import { languages } from '../../../locale/languages.js';
import { typedMeaning, withoutAccents } from '../../../locale/typed-words.js';
import type { ListFilter } from '../../../use-cases/reports/list.js';
import type { Translator } from '../../views/translator.js';
import { personTyped } from './typed-values.js';

/** Words for a condition. */
const CONDITIONS = {
  all: {},
  ready: { health: ['good'] },
  stuck: { health: ['blocked', 'alarm', 'failed'] },
  waiting: { health: ['waiting'] },
  failed: { health: ['failed'] },
} as const;

/** Shorter words are prefixes of too many labels. */
const MIN_PREFIX = 3;
const realStages: ReadonlySet<string> = new Set(stages);

/** Parses a typed filter: a condition, a stage's label or its prefix, a person, or any text. */
export function parseListFilter(
  typed: string,
  { translator, user }: { readonly translator: Translator; readonly user: string },
): ListFilter {
  const text = withoutAccents(typed.trim());
  if (text === '') return {};
  const word = typedMeaning('filter', text);
  if (word !== undefined) return word === 'mine' ? { person: user } : CONDITIONS[word];
  const person = personTyped(typed);
  if (person !== undefined) return { person };
  const named = shownStages.filter((stage) => isStage(text, stage, translator));
  if (named.length > 0) return { stages: named };
  const read = parseHostname(typed);
  return { text: read.ok ? read.hostname : typed.trim().toLowerCase() };
}

/** By its name, the beginning of its label in the reader's language or in English, or its label in any language. */
function isStage(text: string, stage: ShownStage, translator: Translator): boolean {
  const labelIn = (language: string): string =>
    withoutAccents(languages[language]?.[`stage.name.${stage}`] ?? '').replace(/\s*\{.*$/, '');
  // One word may be a part of a hostname, as `site` is: it begins the label of a stage, but of no setback.
  const mayBegin = text.includes(' ') || (text.length >= MIN_PREFIX && realStages.has(stage));
  const begins = (label: string): boolean => mayBegin && label.startsWith(text);
  return (
    stage === text ||
    begins(withoutAccents(translator.tPlain(`stage.name.${stage}`))) ||
    begins(labelIn('en')) ||
    Object.keys(languages).some((language) => labelIn(language) === text)
  );
}
