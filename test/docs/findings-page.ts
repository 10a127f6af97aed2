import {
  isLiteralElement,
  isPluralElement,
  isPoundElement,
  isSelectElement,
  type MessageFormatElement,
  parse,
} from '@formatjs/icu-messageformat-parser';
import { definitionOf, type FindingCode, findingCodes } from '../../src/core/diagnosis/findings/table.js';
import { closte } from '../../src/hosting/closte/closte.js';
import { findingsEn } from '../../src/locale/en/domain/findings.js';
import { played as scenarios } from '../lab/played.js';

const INTRODUCTION = [
  '# Findings',
  '',
  '<!-- Made by `npm run docs` from the table of findings, their English sentences and the scenarios of the lab. -->',
  '',
  'Everything that keeps a domain from being ready, as far as it can be seen from outside, the worst first. A **problem** blocks the',
  'domain until somebody fixes it. The thread reports it once it has lasted (DNS: two intervals, a missing record: a day;',
  'certificate: 15 minutes after DNS was published; what waiting doesn’t change: at once), again a day and a week later, and when',
  'it is over. A **warning** may become a problem; a **note** is good to know. A finding that another one explains is not shown.',
  'Names in braces stand for what was seen. **Who acts** says who can fix it: the customer in their DNS or at their registrar, the',
  'agency in the bot, the app or WordPress, the hosting provider’s support, or nobody, because it passes by itself.',
  'What was seen can change both: `proxy-serves` is a warning for the customer if the proxy fails visitors.',
  '',
  'Whatever isn’t right has a problem: if no rule fits, `dns-odd` and `ssl-odd` show the raw reason.',
  '',
  '`npm run lab` plays the scenarios and prints for each what was expected and what was found.',
];

const END = [
  '## What can’t be seen from outside',
  '',
  'A certificate authority’s rate limits and outages, certificates issued elsewhere (only the certificate logs show them), sanctions',
  'lists, and blocks that exist only where the authority checks from. After 30 minutes without another reason, `certificate-slow`',
  'says so.',
  '',
];

/** The text of `docs/findings.md`. */
export const findingsPage = (): string =>
  [
    ...INTRODUCTION,
    '',
    ...section('dns', 'DNS'),
    '',
    ...section('ssl', 'Certificate and site'),
    '',
    ...END,
  ].join('\n');

const section = (axis: 'dns' | 'ssl', title: string): string[] => [
  `## ${title}`,
  '',
  '| code | severity | who acts | what is seen | what to do | scenarios |',
  '| --- | --- | --- | --- | --- | --- |',
  ...findingCodes.filter((code) => definitionOf(code).axis === axis).map(row),
];

function row(code: FindingCode): string {
  const played = scenarios.filter(({ expected }) => expected.includes(code)).map(({ name }) => name);
  const cells = [
    ['`', code, '`'].join(''),
    definitionOf(code).severity,
    definitionOf(code).whoActs,
    readable(findingsEn[`finding.${code}`]),
    readable(findingsEn[`fix.${code}`]),
    played.join('; '),
  ];
  return `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
}

/** The plural of each count, and each choice that says something. */
const readable = (message: string): string =>
  readableParts(parse(message.replaceAll('{provider}', closte.name), { ignoreTag: true }));

function readableParts(parts: readonly MessageFormatElement[]): string {
  return parts.map((part) => readablePart(part, parts.length === 1 ? ' Or: ' : ' / ')).join('');
}

function readablePart(part: MessageFormatElement, separator: string): string {
  if (isLiteralElement(part)) return part.value;
  if (isSelectElement(part)) {
    const choices = new Set(Object.values(part.options).map(({ value }) => readableParts(value)));
    return [...choices].filter((choice) => choice !== '').join(separator);
  }
  if (isPluralElement(part)) return readableParts(part.options['other']?.value ?? []);
  if (isPoundElement(part)) return '#';
  return 'value' in part ? `{${part.value}}` : '';
}
