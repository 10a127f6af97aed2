import type { KnownBlock } from '@slack/types';
import type { Finding } from '../../core/diagnosis/findings/finding.js';
import { definitionOf, type FindingCode } from '../../core/diagnosis/findings/table.js';
import { displayName } from '../../core/hostname.js';
import { isMoment, isoTime, momentOf } from '../../core/instant.js';
import type { Mapping } from '../../core/mapping.js';
import { isMuted } from '../../core/reporting/reporting.js';
import { isMessageKey, type MessageKey } from '../../locale/catalogue.js';
import { section } from '../blocks/blocks.js';
import { code, Mrkdwn } from '../blocks/mrkdwn.js';
import { recordTable } from './records.js';
import type { Translator } from './translator.js';

/** Every parameter of a sentence about a finding; those without a value are empty. */
const PARAMS = [
  'observed',
  'expected',
  'servers',
  'ahead',
  'zone',
  'above',
  'reason',
  'gone',
  'appendedName',
  'parent',
  'child',
  'name',
  'addresses',
  'others',
  'names',
  'issuer',
  'validTo',
  'validFrom',
  'status',
  'location',
  'title',
] as const;

const LISTS: ReadonlySet<string> = new Set([
  'observed',
  'expected',
  'servers',
  'ahead',
  'parent',
  'child',
  'addresses',
  'others',
  'names',
]);

type FindingTextParams = Readonly<Record<string, unknown>>;

/** Why a certificate isn't trusted, in words for the usual OpenSSL codes; undefined for others. */
export function certificateError<Text>(error: string, say: (key: MessageKey) => Text): Text | undefined {
  const key = `ssl.error.${error}`;
  return isMessageKey(key) ? say(key) : undefined;
}

/** What was found, as a mrkdwn sentence. */
export function whatIs(finding: FindingCode, params: FindingTextParams, translator: Translator): string {
  const values = spoken(params, translator);
  return withPlaces(params, (key) => translator.t(key, values), `finding.${finding}`);
}

/** What was found; where it holds at some addresses alone, and the sentence doesn't name them, also at which. */
function withPlaces(
  params: FindingTextParams,
  say: (key: `finding.${FindingCode | 'only-at'}`) => string,
  key: `finding.${FindingCode}`,
): string {
  const sentence = say(key).trim();
  const [first = ''] = paramText('addresses', params['addresses']).split(', ');
  const hasUnsaid = paramText('others', params['others']) !== '' && !sentence.includes(first);
  return hasUnsaid ? `${sentence} ${say('finding.only-at')}` : sentence;
}

/** What to do about it. */
export const whatToDo = (finding: FindingCode, params: FindingTextParams, translator: Translator): string =>
  translator.t(`fix.${finding}`, spoken(params, translator));

function spoken(params: FindingTextParams, translator: Translator): Record<string, Mrkdwn | string | number> {
  const values = PARAMS.map((name) => [name, valueInCode(name, paramText(name, params[name]), translator)]);
  return { ...Object.fromEntries(values), ...choicesFor(params) };
}

/** Selectors for a sentence: how many there are, and which exist. */
function choicesFor(params: FindingTextParams): Record<string, string | number> {
  const countOf = (name: (typeof PARAMS)[number]) => paramText(name, params[name]).split(', ').length;
  const has = PARAMS.map((name) => [
    `has${name[0]?.toUpperCase()}${name.slice(1)}`,
    String(paramText(name, params[name]) !== ''),
  ]);
  return {
    ...Object.fromEntries(has),
    count: countOf('servers'),
    aheadCount: countOf('ahead'),
    addressCount: countOf('addresses'),
    place: String(params['place'] ?? ''),
    how: String(params['how'] ?? ''),
  };
}

/** A finding shows a time as its day, however it was stored. */
function paramText(name: string, value: unknown): string {
  if (typeof value !== 'string' && typeof value !== 'number') return '';
  const at = isMoment(name) ? momentOf(value) : undefined;
  return at === undefined ? String(value) : isoTime(at).slice(0, 10);
}

/** Shows each of several values separately. */
function valueInCode(name: (typeof PARAMS)[number], value: string, translator: Translator): Mrkdwn {
  if (value === '') return new Mrkdwn('');
  const values = LISTS.has(name) ? value.split(', ') : [value];
  return new Mrkdwn(translator.list(values.map((each) => code(each).text)));
}

/** The same in plain text, as for an email. */
export function plainly(
  key: 'finding' | 'fix',
  { code: finding, params }: Finding,
  { tPlain, list }: Translator,
): string {
  const texts = PARAMS.map((name) => {
    const text = paramText(name, params[name]);
    return [name, LISTS.has(name) && text !== '' ? list(text.split(', ')) : text];
  });
  const values = { ...Object.fromEntries(texts), ...choicesFor(params) };
  const text =
    key === 'fix'
      ? tPlain(`fix.${finding}`, values)
      : withPlaces(params, (each) => tPlain(each, values), `finding.${finding}`);
  return text.replaceAll('`', '').trim();
}

/** What to do about it, introduced as a fix unless nobody has to act. */
export function fixText(
  finding: FindingCode,
  params: FindingTextParams,
  translator: Translator,
  whoActs = definitionOf(finding).whoActs,
): string {
  const fix = whatToDo(finding, params, translator);
  return whoActs === 'nobody' ? fix : translator.t('finding.fix', { fix: new Mrkdwn(fix) });
}

/** One finding with its fix and the records to change. */
export function findingText(
  { code: finding, severity, params, fixes, whoActs }: Finding,
  translator: Translator,
): string {
  const what = new Mrkdwn(whatIs(finding, params, translator));
  return [
    translator.t(`finding.severity.${severity}`, { finding: what }),
    fixText(finding, params, translator, whoActs),
    ...(fixes.length === 0 ? [] : [recordTable(fixes, translator)]),
  ].join('\n');
}

/** For the card: the finding that its title names, and how many more there are that nobody has muted. */
export function worstFinding(mapping: Mapping, translator: Translator): string {
  const { finding: worst } = translator.condition(mapping);
  if (!worst) return '';
  const others = translator
    .findings(mapping)
    .filter(({ code, severity }) => severity !== 'note' && code !== worst.code && !isMuted(mapping, code));
  const hostname = displayName(mapping.hostname);
  const more = translator.t('finding.more', { count: others.length, hostname });
  return others.length > 0 ? `${findingText(worst, translator)}\n${more}` : findingText(worst, translator);
}

/** For `/domain status`: all findings but expected waits, worst first. */
export const statusFindings = (mapping: Mapping, translator: Translator): Finding[] =>
  translator
    .findings(mapping)
    .filter((finding) => finding.severity !== 'problem' || !translator.isExpectedWait(mapping, finding));

export function findingBlocks(findings: readonly Finding[], translator: Translator): KnownBlock[] {
  if (findings.length === 0) return [];
  return [
    section(translator.t('status.findings')),
    ...findings.map((finding) => section(findingText(finding, translator))),
  ];
}
