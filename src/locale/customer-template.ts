import { IntlMessageFormat } from 'intl-messageformat';
import { type TemplateParams, templateParameters } from '../core/customer/template.js';

const KNOWN_PARAMETERS: ReadonlySet<string> = new Set(templateParameters);
const MAX_SENTENCE_LENGTH = 1_000;

/** A form such as `{hostname, date}` parses, but can't be said. */
const EXAMPLE: TemplateParams = {
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

/** Why a sentence can't be used; undefined if it can. */
export function templateProblem(text: string): string | undefined {
  if (text.length > MAX_SENTENCE_LENGTH) return `is longer than ${MAX_SENTENCE_LENGTH} characters`;
  try {
    const message = parsedTemplate(text, 'en');
    const unknown = parametersIn(message.getAst()).find((name) => !KNOWN_PARAMETERS.has(name));
    if (unknown !== undefined) return `names {${unknown}}, which is none of ${templateParameters.join(', ')}`;
    message.format(EXAMPLE);
    return undefined;
  } catch (error) {
    return `is no ICU message (${error instanceof Error ? error.message : String(error)})`;
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
