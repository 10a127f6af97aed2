import type { KnownBlock, ModalView } from '@slack/types';
import { z } from 'zod';
import {
  type CustomerSentence,
  customerSentences,
  templateParameters,
  tones,
} from '../../../core/customer/template.js';
import {
  EXAMPLE_PARAMS,
  formatTemplate,
  MAX_SENTENCE_LENGTH,
  type TemplateFault,
} from '../../../locale/customer-template.js';
import { languages } from '../../../locale/languages.js';
import {
  hashesOf,
  hashOfTexts,
  mergedTexts,
  partOf,
  type TextPart,
  type WrittenTexts,
} from '../../../settings/customer-texts.js';
import type { CustomerTexts, TextsPreview } from '../../../use-cases/admin/customer-texts.js';
import { parseJson } from '../../../util/parse-json.js';
import { actions, askingButton, button, context, section } from '../../blocks/blocks.js';
import {
  dialogField,
  filledFields,
  modalOf,
  selectOption,
  staticSelect,
  textField,
} from '../../blocks/inputs.js';
import { cut, LIMITS } from '../../blocks/limits.js';
import { code, codeBlock, Mrkdwn } from '../../blocks/mrkdwn.js';
import { customerText } from '../customer.js';
import { nameOfLanguage } from '../setting-values.js';
import type { Translator } from '../translator.js';

export const TEXTS_DIALOG = 'customer-texts';
/** The language is part of each button's ID, which has to be unique. */
export const TEXTS_LANGUAGE_ACTION = /^texts-language-/;
export const TEXTS_RESET_ACTION = 'texts-reset';
const USUAL = 'usual';
/** Slack's limit of a hint. */
const MAX_HINT = 2_000;

const openedTexts = z.object({
  app: z.string().max(40),
  channel: z.string().max(40),
  language: z.enum(Object.keys(languages)),
  /** A hash of what was shown in a preview. */
  previewed: z.string().optional(),
  /** What was there when the dialog was opened; absent from dialogs of an older version. */
  base: z.record(z.string(), z.string()).optional(),
});
export type OpenedTexts = z.infer<typeof openedTexts>;

/** What an open dialog is about; undefined for a foreign one. */
export const parseOpenedTexts = (privateMetadata: string): OpenedTexts | undefined =>
  parseJson(privateMetadata, openedTexts);

/** What a dialog has in its fields. */
export function parseTexts({ language }: OpenedTexts, values: unknown): WrittenTexts {
  const filled = filledFields.safeParse(values).data ?? {};
  const inputOf = (name: string) => filled[textsField(name, language)]?.[textsField(name, language)];
  const tone = tones.find((each) => each === inputOf('tone')?.selected_option?.value);
  const sentences = customerSentences.flatMap((name) => {
    const text = inputOf(name)?.value?.trimEnd() ?? '';
    return text === '' ? [] : [[name, text]];
  });
  return { ...(tone === undefined ? {} : { tone }), sentences: Object.fromEntries(sentences) };
}

/** Slack keeps what was typed in a field of the same ID, so each language has its own. */
export const textsField = (name: string, language: string): string => `${language}.${name}`;

/** Whether the open dialog shows what would be saved. */
export const wasShown = ({ texts, contested }: TextsPreview, { previewed }: OpenedTexts): boolean =>
  contested.length === 0 && previewed === hashOfTexts(texts);

/** What is wrong with a field, and what to write instead. Plain text. */
export function faultText(fault: TemplateFault, translator: Translator): string {
  const names = translator.list(templateParameters.map(inBraces));
  switch (fault.code) {
    case 'long':
      return translator.tPlain('texts.problem.long', { most: MAX_SENTENCE_LENGTH });
    case 'unknown':
      return translator.tPlain('texts.problem.unknown', { name: inBraces(fault.name), names });
    case 'choice':
      return translator.tPlain('texts.problem.choice', { example: '{steps, plural, one {…} other {…}}' });
    default:
      return translator.tPlain('texts.problem.broken', { example: '{hostname}', quoted: "'{'" });
  }
}

const inBraces = (name: string): string => `{${name}}`;

export interface TextsDialogOptions {
  readonly shown: CustomerTexts;
  /** Where it was opened. */
  readonly channel: string;
  /** In the language of the texts. */
  readonly writer: Translator;
  readonly preview?: TextsPreview | undefined;
}

/** An app's own words for its customers in one language. They are saved only after a preview of the same words. */
export function textsDialog(
  { shown, channel, writer, preview }: TextsDialogOptions,
  translator: Translator,
): ModalView {
  const { app, language, written = { sentences: {} } } = shown;
  const texts = preview?.texts ?? written;
  const data: OpenedTexts = {
    app: app.name,
    channel,
    language,
    base: { ...(preview?.base ?? hashesOf(written)) },
    ...(preview ? { previewed: hashOfTexts(preview.texts) } : {}),
  };
  return modalOf({
    id: TEXTS_DIALOG,
    title: translator.tPlain('texts.title'),
    submit: translator.tPlain(preview ? 'settings.submit' : 'texts.preview'),
    close: translator.tPlain('dialog.cancel'),
    data,
    blocks: [
      ...(preview ? previewBlocks(shown, preview, writer, translator) : textsHead(shown, translator)),
      toneField(shown, texts, translator),
      ...FIRST.map((name) => sentenceField(name, shown, texts, { writer, translator })),
      ...OTHERS.map((name) => sentenceField(name, shown, texts, { writer, translator })),
      context(translator.t('texts.reported')),
    ],
  });
}

/** What most apps write themselves. */
const FIRST: readonly CustomerSentence[] = ['greeting', 'signature', 'reply', 'subject'];
const OTHERS = customerSentences.filter((name) => !FIRST.includes(name));

function textsHead({ app, language, written }: CustomerTexts, translator: Translator): KnownBlock[] {
  const names = new Mrkdwn(translator.list(templateParameters.map((name) => code(inBraces(name)).text)));
  const languageName = nameOfLanguage(language, translator.language);
  const others = Object.keys(languages).filter((each) => each !== language);
  return [
    section(translator.t('texts.about', { app: app.name, languageName, names })),
    actions(...others.map((each) => button(`texts-language-${each}`, nameOfLanguage(each, each), each))),
    ...(written ? [actions(resetButton(translator, app.name))] : []),
  ];
}

const resetButton = (translator: Translator, value: string) =>
  askingButton(
    { actionId: TEXTS_RESET_ACTION, label: translator.tPlain('texts.reset'), value },
    {
      question: translator.tPlain('texts.reset.sure'),
      yes: translator.tPlain('texts.reset'),
      no: translator.tPlain('dialog.cancel'),
    },
  );

function toneField({ language, configured }: CustomerTexts, { tone }: WrittenTexts, translator: Translator) {
  const usual = selectOption(translator.tPlain('texts.tone-usual', { tone: configured.tone }), USUAL);
  const choices = [
    usual,
    ...tones.map((each) => selectOption(translator.tPlain('texts.tone', { tone: each }), each)),
  ];
  const id = textsField('tone', language);
  return dialogField(
    { id, label: translator.tPlain('texts.label.tone'), isOptional: true },
    staticSelect(choices, choices.find(({ value }) => value === tone) ?? usual),
  );
}

interface Translators {
  readonly writer: Translator;
  readonly translator: Translator;
}

function sentenceField(
  name: CustomerSentence,
  { language, configured }: CustomerTexts,
  { tone, sentences }: WrittenTexts,
  { writer, translator }: Translators,
): KnownBlock {
  const usual = saidOfExample(
    name,
    { tone: tone ?? configured.tone, sentences: configured.sentences },
    writer,
  );
  const text = usual === '' ? translator.tPlain('texts.nothing') : usual;
  const written = sentences[name];
  return dialogField(
    {
      id: textsField(name, language),
      label: translator.tPlain(`texts.label.${name}`),
      hint: cut(translator.tPlain('texts.now', { text }), MAX_HINT),
      isOptional: true,
    },
    textField({
      multiline: name !== 'subject',
      max_length: MAX_SENTENCE_LENGTH,
      ...(written === undefined ? {} : { initial_value: written }),
    }),
  );
}

/** A sentence as a customer would read it, about an example. */
function saidOfExample(
  name: CustomerSentence,
  { tone, sentences }: WrittenTexts,
  writer: Translator,
): string {
  const params = { ...EXAMPLE_PARAMS, tone: tone ?? EXAMPLE_PARAMS.tone };
  const own = sentences[name];
  return own === undefined
    ? writer.tPlain(`customer.${name}`, params)
    : formatTemplate(own, writer.language, params);
}

/** A message about a new domain, and each own sentence that it doesn't have. */
function previewBlocks(
  { configured, example, written = { sentences: {} } }: CustomerTexts,
  { texts, contested }: TextsPreview,
  writer: Translator,
  translator: Translator,
): KnownBlock[] {
  const template = mergedTexts(configured, texts);
  const { subject, text } = customerText({ stored: { mapping: example } }, writer, { template });
  const shown = [subject, text].join('\n\n');
  const others = customerSentences.flatMap((name) => {
    const sentence = texts.sentences[name] === undefined ? '' : saidOfExample(name, template, writer);
    return sentence === '' || MESSAGE.includes(name)
      ? []
      : [`${translator.tPlain(`texts.label.${name}`)}: ${sentence}`];
  });
  return [
    ...contestedBlocks(written, contested, translator),
    section(translator.t('texts.shown')),
    section(cut(codeBlock(shown.split('\n')).text, LIMITS.sectionText)),
    ...(others.length > 0 ? [section(cut(codeBlock(others).text, LIMITS.sectionText))] : []),
    context(translator.t('texts.again')),
  ];
}

/** What somebody else saved meanwhile, and would be replaced. */
function contestedBlocks(
  theirs: WrittenTexts,
  contested: readonly TextPart[],
  translator: Translator,
): KnownBlock[] {
  if (contested.length === 0) return [];
  const lines = contested.map((part) => {
    const text = partOf(theirs, part) || translator.tPlain('texts.nothing');
    return `${translator.tPlain(`texts.label.${part}`)}: ${text}`;
  });
  return [
    section(translator.t('texts.contested')),
    section(cut(codeBlock(lines.join('\n').split('\n')).text, LIMITS.sectionText)),
  ];
}

/** The sentences of a message about a new domain. */
const MESSAGE: readonly CustomerSentence[] = [
  'subject',
  'greeting',
  'to-do',
  'sign-in',
  'alternative',
  'time',
  'reply',
  'signature',
];
