import { IntlMessageFormat } from 'intl-messageformat';
import { type TemplateParams, templateParameters } from '../core/customer/template.js';

const KNOWN_PARAMETERS: ReadonlySet<string> = new Set(templateParameters);
export const MAX_SENTENCE_LENGTH = 1_000;

/**
 * Values to try a sentence with: a form such as `{hostname, date}` parses, but can't be formatted. Also used for
 * examples.
 */
export const EXAMPLE_PARAMS: TemplateParams = {
  hostname: 'shop.example.com',
  count: 1,
  about: 1,
  steps: 2,
  dnsProvider: 'IONOS',
  hasProvider: 'true',
  panel: 'https://example.com/',
  hasPanel: 'true',
  link: 'https://example.com/',
  tone: 'friendly',
  unit: 'hours',
  hours: 1,
  days: 1,
};

const parsedTemplate = (text: string, language: string): IntlMessageFormat =>
  new IntlMessageFormat(text, language, undefined, { ignoreTag: true });

/** Formats an app's own sentence. Throws for one that `templateProblem` refuses. */
export const formatTemplate = (text: string, language: string, params: TemplateParams): string =>
  String(parsedTemplate(text, language).format(params));

/** `choice`: a choice without a part for everything else. */
export type TemplateFault =
  | { readonly code: 'long' | 'choice' | 'broken'; readonly cause: string }
  | { readonly code: 'unknown'; readonly name: string };

/** Why a sentence can't be used, for the log; undefined if it can. */
export function templateProblem(text: string): string | undefined {
  const fault = templateFault(text);
  if (!fault) return undefined;
  if (fault.code === 'long') return `is longer than ${MAX_SENTENCE_LENGTH} characters`;
  return fault.code === 'unknown'
    ? `names {${fault.name}}, which is none of ${templateParameters.join(', ')}`
    : `is no ICU message (${fault.cause})`;
}

/** What is wrong with a sentence; undefined if it can be used. */
export function templateFault(text: string): TemplateFault | undefined {
  if (text.length > MAX_SENTENCE_LENGTH) return { code: 'long', cause: '' };
  try {
    const message = parsedTemplate(text, 'en');
    const unknown = parametersIn(message.getAst()).find((name) => !KNOWN_PARAMETERS.has(name));
    if (unknown !== undefined) return { code: 'unknown', name: unknown };
    message.format(EXAMPLE_PARAMS);
    return undefined;
  } catch (error) {
    const cause = error instanceof Error ? error.message : String(error);
    return { code: /OTHER_CLAUSE/.test(cause) ? 'choice' : 'broken', cause };
  }
}

type TemplateElement = ReturnType<IntlMessageFormat['getAst']>[number];

/** The parameters of a message, those inside its choices too. */
const parametersIn = (elements: readonly TemplateElement[]): string[] =>
  elements.flatMap((element) => [
    ...('value' in element && element.type !== LITERAL ? [String(element.value)] : []),
    ...('options' in element
      ? Object.values(element.options).flatMap(({ value }) => parametersIn(value))
      : []),
  ]);

/** The parser's type of plain text. */
const LITERAL = 0;
