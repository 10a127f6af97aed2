import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

/** Names that had another meaning, or several; each has one successor now. As whole words, whatever their case. */
const FORMER_NAMES = [
  ...[
    'asker',
    'assertMay',
    'auditWords',
    'beReady',
    'blindSince',
    'companion',
    'decideAndStore',
    'DoctorLine',
    'fleet',
  ],
  ...[
    'itsCard',
    'keepIn',
    'keepNewest',
    'keptFile',
    'lookAround',
    'MessengerError',
    'nextParcel',
    'oddLooks',
    'openMail',
  ],
  ...[
    'paced',
    'parcel',
    'partialLooks',
    'refusalOf',
    'RefusedWish',
    'sayPlain',
    'semaphore',
    'slackSide',
    'standing',
  ],
  ...['surroundings', 'ToldMessage', 'troubles?', 'wish', 'withItsCard', 'workOnRecord'],
  ...['Arrival', 'examine', 'fate', 'luck', 'mood', 'notices-told', 'peers', 'record-doubled', 'ring'],
  ...['value-doubled', 'voice'],
  ...[
    'desk',
    'doubled',
    'faces?',
    'family',
    'lookedAt',
    'misplaced',
    'notes',
    'remembered',
    'told',
    'unsent',
    'untold',
  ],
];
/** Beginnings of constants. */
const FORMER_PREFIXES = ['MOST_', 'LEAST_', 'LONGEST_'];
/** Phrases that no native speaker writes. */
const PHRASES = [
  ...[
    'anew',
    'behind the back of',
    'for ever',
    'to be put right',
    'stands in the way',
    'is to be done',
    'put right',
  ],
];

const names = new RegExp(`\\b(?:${FORMER_NAMES.join('|')})\\b`, 'i');
const prefixes = new RegExp(`\\b(?:${FORMER_PREFIXES.join('|')})`);
const phrases = new RegExp(`\\b(?:${PHRASES.join('|')})\\b`, 'i');

/** A check, a reading or a search; a name may still be looked up, and something look like something else. */
const looks = /\blooks?\b(?![- ]?(?:ups?|like)\b)/i;

/** What stored events and Slack itself are called is not ours to rename. */
const KEPT = new RegExp(
  `^(?:${[
    'test/fixtures/',
    'test/docs/vocabulary.test.ts',
    // What reads old stores knows their words, and so do its tests.
    'src/core/events/legacy.ts',
    'src/multisite/reported-notices.ts',
    'src/settings/stored-settings.ts',
    'test/core/events/event.test.ts',
    'test/settings/settings.test.ts',
    'test/slack/views/attention-choice.test.ts',
    'test/store/format/migrations.test.ts',
  ].join('|')})`,
);
/** Words of others in one line each. */
const OTHERS_OWN: readonly string[] = [
  // Slack's sentence and emoji, a CSS property, a field of WordPress, a customer's heading, a misspelt host name.
  ...[
    'We had some trouble connecting',
    ':bell:',
    "bell: '",
    'font-family',
    'notes: []',
    "'notas'",
    'face.de',
  ],
];
const PLACES = ['src', 'commands', 'test', 'docs', '*.md', '.env.example', '.github', 'deploy'];
/** Other languages have words of their own. */
const FOREIGN = /^(?:src\/locale\/(?!en\/)[\w-]+\/|docs\/(?:guide|glossary)\/|CHANGELOG)/;

/** In an identifier such as `lastTrouble`, too. */
const isFormer = (line: string): boolean =>
  [line, line.replaceAll(/([a-z])([A-Z])/g, '$1 $2')].some((text) =>
    [names, prefixes, phrases, looks].some((former) => former.test(text)),
  );

it('no former name or phrase is left in the code, the tests or the docs', () => {
  const tracked = execFileSync('git', ['ls-files', ...PLACES], { encoding: 'utf8' }).split('\n');
  const files = tracked.filter((path) => /\.(ts|js|mjs|md|json|yml|service|example)$/.test(path));
  const left = files
    .filter((path) => !KEPT.test(path) && !FOREIGN.test(path))
    .flatMap((path) =>
      readFileSync(path, 'utf8')
        .split('\n')
        .flatMap((line, at) =>
          isFormer(line) && !OTHERS_OWN.some((own) => line.includes(own))
            ? [`${path}:${at + 1}: ${line.trim().slice(0, 120)}`]
            : [],
        ),
    );
  expect(left).toEqual([]);
});
