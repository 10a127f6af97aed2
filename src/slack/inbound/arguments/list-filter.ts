import { parseHostname } from '../../../core/hostname.js';
import { stages } from '../../../core/mapping.js';
import type { ListFilter } from '../../../use-cases/reports/list.js';
import type { Translator } from '../../views/translator.js';
import { personTyped } from './typed-values.js';

const STUCK = ['blocked', 'alarm', 'failed'] as const;

/** Words for a condition. */
const FILTER_WORDS: Readonly<Record<string, ListFilter>> = {
  all: {},
  ready: { health: ['good'] },
  stuck: { health: STUCK },
  waiting: { health: ['waiting'] },
  failed: { health: ['failed'] },
};

/** Shorter words are prefixes of too many labels. */
const MIN_PREFIX = 3;

/** Parses a typed filter: a condition, a stage's label or its prefix, a person, or any text. */
export function parseListFilter(
  typed: string,
  { translator, user }: { readonly translator: Translator; readonly user: string },
): ListFilter {
  const text = typed.trim().toLowerCase();
  if (text === '') return {};
  const word = FILTER_WORDS[text];
  if (word) return word;
  if (text === 'mine' || text === 'me') return { person: user };
  const person = personTyped(typed);
  if (person !== undefined) return { person };
  const isPrefix = (label: string) => text.length >= MIN_PREFIX && label.startsWith(text);
  const named = stages.filter((stage) => stage === text || isPrefix(labelOf(stage)));
  if (named.length > 0) return { stages: named };
  const read = parseHostname(typed);
  return { text: read.ok ? read.hostname : text };

  function labelOf(stage: (typeof stages)[number]): string {
    return translator.tPlain(`stage.name.${stage}`).toLowerCase();
  }
}
