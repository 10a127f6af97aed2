import { type CustomerMessage, customerMessageOf, namesOfMessage } from '../../core/customer/message.js';
import type { CustomerStep, PanelRecord, StepAction } from '../../core/customer/steps.js';
import {
  type CustomerSentence,
  type CustomerTemplate,
  NO_TEMPLATE,
  type TemplateParams,
} from '../../core/customer/template.js';
import { dnsProviderOf } from '../../core/dns-providers/identify.js';
import { displayName } from '../../core/hostname.js';
import { DAY_MS, HOUR_MS } from '../../core/instant.js';
import type { Mapping } from '../../core/mapping.js';
import type { ObservedDnsProvider } from '../../core/observation/observation.js';
import { formatTemplate } from '../../locale/customer-template.js';
import { plainly } from './findings.js';
import { NO_TARGET, type Translator } from './translator.js';

export const CUSTOMER_ACTION = 'customer';

/** The provider's name and panel address, as the message shows them. */
export type NamedProvider = Pick<ObservedDnsProvider, 'name' | 'panelUrl' | 'hostField'>;

export interface CustomerTextOptions {
  readonly dnsProvider?: NamedProvider | undefined;
  readonly template?: CustomerTemplate | undefined;
  /** The link with which the customer lets the DNS provider make the changes. */
  readonly link?: string | undefined;
  /** The message was sent before, and nothing has changed since. */
  readonly isFollowUp?: boolean | undefined;
}

export interface CustomerText {
  readonly subject: string;
  readonly text: string;
  readonly message: CustomerMessage;
}

/** Both names of a pair, or the only one. */
export const pairNames = ({ stored, www }: PairNames): readonly Mapping[] =>
  namesOfMessage([stored.mapping, ...(www ? [www] : [])]);

interface PairNames {
  readonly stored: { readonly mapping: Mapping };
  readonly www?: Mapping | undefined;
}

/** The provider whose panel the customer signs in to; undefined unless the name servers identify it. */
export function providerOf({ dns }: Mapping): NamedProvider | undefined {
  const provider = dnsProviderOf(dns);
  return provider?.secondName === undefined ? provider : undefined;
}

/** What the message for the customer says now. */
export const messageFor = (names: readonly Mapping[], translator: Translator): CustomerMessage =>
  customerMessageOf(
    names.map((mapping) => ({
      mapping,
      target: translator.appOf(mapping.app)?.target ?? NO_TARGET,
      condition: translator.condition(mapping),
      findings: translator.findings(mapping),
    })),
    translator.now(),
    Math.max(0, ...names.map(({ app }) => translator.usualWaits(app).ssl?.mostMs ?? 0)),
  );

/** The message to copy into an email: plain words, exact records, no mark-up. */
export function customerText(
  pair: PairNames,
  translator: Translator,
  options: CustomerTextOptions = {},
): CustomerText {
  const message = messageFor(pairNames(pair), translator);
  const speak = speaker(message, pairNames(pair).length, translator, options);
  const paragraphs = [
    speak('greeting'),
    ...(message.steps.length > 0 ? toDo(message, speak, translator, options) : nothingToDo(message, speak)),
    speak('signature'),
  ];
  return {
    subject: speak('subject'),
    text: paragraphs.filter((paragraph) => paragraph !== '').join('\n\n'),
    message,
  };
}

type Say = (sentence: CustomerSentence) => string;

function toDo(message: CustomerMessage, speak: Say, translator: Translator, options: CustomerTextOptions) {
  const { steps, topic, alternatives } = message;
  const isOnlyRecords = steps.every((step) => step.kind === 'record' || step.says === 'fix');
  const numbered = steps.map((step, at) => `${at + 1}. ${stepText(step, translator, options)}`);
  const others = alternatives.map((record) => `   ${recordText('create', record, translator, options)}`);
  return [
    speak(options.isFollowUp ? 'follow-up' : topic),
    ...(options.link === undefined ? [] : [speak('one-click'), speak('by-hand')]),
    speak(isOnlyRecords ? 'sign-in' : 'please'),
    numbered.join('\n'),
    ...(others.length > 0 ? [[speak('alternative'), ...others].join('\n')] : []),
    speak('time'),
    speak('reply'),
  ];
}

const nothingToDo = ({ topic, waitMs }: CustomerMessage, speak: Say): string[] => [
  speak(topic),
  ...(waitMs === undefined ? [] : [speak('waiting-time')]),
];

/** Says a sentence in the app's own words, else in the catalogue's. */
function speaker(
  message: CustomerMessage,
  count: number,
  translator: Translator,
  { dnsProvider, template = NO_TEMPLATE, link = '' }: CustomerTextOptions,
): Say {
  const { panelUrl } = dnsProvider ?? {};
  const hours = Math.max(1, Math.ceil((message.waitMs ?? 0) / HOUR_MS));
  const params: TemplateParams = {
    hostname: translator.list(message.hostnames.map(displayName)),
    count,
    about: message.hostnames.length,
    steps: message.steps.length,
    dnsProvider: dnsProvider?.name ?? '',
    hasProvider: String(dnsProvider !== undefined),
    panel: panelUrl ?? '',
    hasPanel: String(panelUrl !== undefined),
    link,
    tone: template.tone,
    unit: hours > MAX_HOURS ? 'days' : 'hours',
    hours,
    days: Math.ceil((hours * HOUR_MS) / DAY_MS),
  };
  return (sentence) => {
    const own = template.sentences[sentence];
    return own === undefined
      ? translator.tPlain(`customer.${sentence}`, params)
      : formatTemplate(own, translator.language, params);
  };
}

/** Longer waits are given in days. */
const MAX_HOURS = 48;

function stepText(step: CustomerStep, translator: Translator, options: CustomerTextOptions): string {
  if (step.kind === 'record') return recordText(step.action, step.record, translator, options);
  const fix = plainly('fix', step.finding, translator);
  return step.says === 'fix' ? fix : `${plainly('finding', step.finding, translator)} ${fix}`;
}

const recordText = (
  action: StepAction,
  { type, name, host, value }: PanelRecord,
  translator: Translator,
  { dnsProvider }: CustomerTextOptions,
): string =>
  translator.tPlain(`customer.${action}`, {
    type,
    name: displayName(name),
    value,
    host: hostIn({ host, name }, dnsProvider, translator),
  });

/** The name as this provider's panel expects it. */
function hostIn(
  { host, name }: Pick<PanelRecord, 'host' | 'name'>,
  dnsProvider: NamedProvider | undefined,
  translator: Translator,
): string {
  const { style, apex } = dnsProvider?.hostField ?? {};
  if (host !== '@') return style === 'full' ? name : host;
  if (apex === 'empty') return translator.tPlain('customer.empty-name');
  return apex === 'domain' || style === 'full' ? name : host;
}
