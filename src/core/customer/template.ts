import { customerTopics } from './message.js';

/** The sentences of the message, which an app may word itself. The DNS records are always the bot's. */
export const customerSentences = [
  'subject',
  'greeting',
  ...customerTopics,
  'follow-up',
  'one-click',
  'by-hand',
  'sign-in',
  'please',
  'alternative',
  'time',
  'waiting-time',
  'reply',
  'signature',
] as const;
export type CustomerSentence = (typeof customerSentences)[number];

export const tones = ['friendly', 'formal'] as const;
export type Tone = (typeof tones)[number];

/** An app's own wording: ICU messages, checked by `templateProblems`. */
export interface CustomerTemplate {
  readonly tone: Tone;
  readonly sentences: Readonly<Partial<Record<CustomerSentence, string>>>;
}

/** What every sentence may name. */
export const templateParameters = [
  'hostname',
  'count',
  'about',
  'steps',
  'dnsProvider',
  'hasProvider',
  'panel',
  'hasPanel',
  'link',
  'tone',
  'unit',
  'hours',
  'days',
] as const;
export type TemplateParams = Readonly<Record<(typeof templateParameters)[number], string | number>>;

export const NO_TEMPLATE: CustomerTemplate = { tone: 'friendly', sentences: {} };
