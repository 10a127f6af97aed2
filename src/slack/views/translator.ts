import { type Condition, conditionOf, isExpectedWait } from '../../core/condition.js';
import type { CustomerTemplate } from '../../core/customer/template.js';
import type { Finding } from '../../core/diagnosis/findings/finding.js';
import { findingsOf } from '../../core/diagnosis/findings/findings.js';
import { type Learned, NOTHING_LEARNED } from '../../core/learning/durations.js';
import { type UsualWait, type UsualWaits, usualWaitOf, usualWaits } from '../../core/learning/usual.js';
import type { Policy } from '../../core/lifecycle/policy.js';
import type { Mapping } from '../../core/mapping.js';
import type { ProviderFacts, Target } from '../../core/ports/provider-facts.js';
import {
  DEFAULT_COMMAND,
  languageName,
  languageOf,
  type MessageKey,
  providerParams,
  type SentenceParam,
  type Translate,
} from '../../locale/catalogue.js';
import { formatDuration } from '../../locale/duration.js';
import type { WrittenTexts } from '../../settings/customer-texts.js';
import { inert, Mrkdwn, visible, withSpans } from '../blocks/mrkdwn.js';

export type Params = Readonly<Record<string, SentenceParam | Mrkdwn>>;

/** What views need to build sentences: the catalogue with every parameter made safe, and facts about their subjects. */
export interface Translator {
  /** A sentence for a mrkdwn object: plain strings are escaped, `Mrkdwn` is inserted unchanged. */
  t(key: MessageKey, params?: Params): string;
  /** A sentence for a plain_text object, where no character is special. */
  tPlain(key: MessageKey, params?: Readonly<Record<string, SentenceParam>>): string;
  /** The slash command as installed, with its slash. */
  readonly command: string;
  /** The bot's name for `/invite`. */
  readonly botName: string;
  duration(ms: number): string;
  /** "a, b and c". */
  list(values: readonly string[]): string;
  /** "a, b or c". */
  choice(values: readonly string[]): string;
  /** The language whose plural rules apply. */
  readonly language: string;
  now(): number;
  /** How long an app's unmappings wait for approval; undefined if none is required. */
  approvalMs(app: string, channel?: string): number | undefined;
  /** IDs of the users and user groups who may approve an unmapping; empty means every member. */
  readonly approvers: readonly string[];
  /** A mapping's health now, the same in every view. */
  condition(mapping: Mapping): Condition;
  /** What a mapping waits for and how long that usually takes here, if enough is known. */
  usualWait(mapping: Mapping): UsualWait | undefined;
  /** How long waits of an app usually take here. */
  usualWaits(app: string): UsualWaits;
  /** A mapping's findings, worst first. */
  findings(mapping: Mapping): Finding[];
  /** Whether a finding only says that the domain is new and waits as every domain does. */
  isExpectedWait(mapping: Mapping, finding: Finding): boolean;
  /** With the settings of the channel, if one is given. */
  appOf(name: string, channel?: string): AppFacts | undefined;
  /** An app's name for a line about one of its domains; empty where there is only one app. */
  appName(app: string): string;
  /** The same, for sentences about an app: they name its hosting provider. */
  about(app: string): Translator;
  /**
   * A message's permalink, as chat.getPermalink returns it; `ts` is its ID in the channel, `threadTs` that of its
   * thread's root.
   */
  permalink(channel: string, ts: string, threadTs?: string): string;
}

/** What views show of an app. */
export interface AppFacts {
  readonly target: Target;
  /** The app's page in its hosting provider's dashboard. */
  readonly dashboardUrl?: string | undefined;
  readonly provider?: ProviderFacts | undefined;
  readonly intervalMs?: number | undefined;
  /** What admins set that differs from the bot's policy. */
  readonly policy?: Partial<Policy> | undefined;
  /** How many aliases the hosting provider lets us add or remove a minute. */
  readonly changesPerMinute?: number | undefined;
  /** How the app words its messages to customers. */
  readonly template?: CustomerTemplate | undefined;
  /** The language of `template`'s sentences; they don't fit into a text of another one. */
  readonly templateLanguage?: string | undefined;
  /** What admins wrote in Slack, by language; it overrides `template`. */
  readonly written?: Readonly<Partial<Record<string, WrittenTexts>>> | undefined;
  /** Only for an Ultimate Multisite network. */
  readonly network?:
    | { readonly url?: string | undefined; readonly host?: string | undefined; readonly hasRest: boolean }
    | undefined;
}

/** Replaces the target of an app that is no longer configured. */
export const NO_TARGET: Target = { ipv4: [], ipv6: [], cname: [] };

export interface TranslatorOptions {
  readonly t: Translate;
  readonly locale: string;
  readonly now: () => number;
  readonly policy: Policy;
  readonly appOf: Translator['appOf'];
  /** Default: there may be others. */
  readonly isOnlyApp?: (() => boolean) | undefined;
  /** Default: nothing. */
  readonly learned?: (() => Learned) | undefined;
  /** The workspace's URL with its trailing slash, from auth.test. */
  readonly workspaceUrl: string;
  /** Default: `/domain`. */
  readonly command?: string | undefined;
  readonly approvers?: readonly string[] | undefined;
  /** Default: the name in the manifest. */
  readonly botName?: string | undefined;
}

export function createTranslator(options: TranslatorOptions, provider?: ProviderFacts): Translator {
  const { t, locale, now, policy, appOf, workspaceUrl, command = DEFAULT_COMMAND } = options;
  const { botName = 'closte-domains', approvers = [], learned = () => NOTHING_LEARNED } = options;
  const language = languageOf(locale);
  const own: Readonly<Record<string, string>> = provider ? providerParams(provider) : {};
  const contextOf = (app: string, channel?: string) => {
    const { target = NO_TARGET, intervalMs = policy.intervalMs, policy: own } = appOf(app, channel) ?? {};
    return { target, now: now(), policy: { ...policy, intervalMs, ...own } };
  };
  return {
    t: (key, params = {}) => withSpans(t(key, (name) => safe(params[name]) ?? own[name])),
    command,
    botName,
    approvers,
    tPlain: (key, params = {}) => visible(t(key, { ...own, ...params })),
    duration: (ms) => formatDuration(ms, locale),
    list: (values) => new Intl.ListFormat(language, { type: 'conjunction' }).format(values),
    choice: (values) => new Intl.ListFormat(language, { type: 'disjunction' }).format(values),
    language,
    now,
    approvalMs: (app, channel) => contextOf(app, channel).policy.unmapApprovalMs,
    usualWait: (mapping) => usualWaitOf(mapping, learned()),
    usualWaits: (app) => usualWaits(learned(), app),
    condition: (mapping) => conditionOf(mapping, contextOf(mapping.app, mapping.channel)),
    findings: (mapping) => {
      const { target, ...moment } = contextOf(mapping.app, mapping.channel);
      return findingsOf(mapping, target, moment);
    },
    isExpectedWait: (mapping, finding) =>
      isExpectedWait(mapping, finding, contextOf(mapping.app, mapping.channel)),
    appOf,
    appName: (app) => (options.isOnlyApp?.() ? '' : withSpans(t('list.app', { app: inert(app) }))),
    about: (app) => createTranslator(options, appOf(app)?.provider ?? provider),
    permalink: (channel, ts, threadTs) => {
      const message = `${workspaceUrl}archives/${channel}/p${ts.replace('.', '')}`;
      return threadTs === undefined ? message : `${message}?thread_ts=${threadTs}&cid=${channel}`;
    },
  };
}

/**
 * Chooses the language for a place and for the messages to its customers: the channel's, else the app's, else the
 * bot's; or the given one.
 */
export type TranslatorAt = (
  place: { readonly app?: string | undefined; readonly channel?: string | undefined },
  language?: string,
) => Translator;

/** One translator for each language, created on first use. */
export function createTranslators(
  optionsIn: (locale: string) => TranslatorOptions,
): (locale: string) => Translator {
  const translators = new Map<string, Translator>();
  return (locale) => {
    const translator = translators.get(locale) ?? createTranslator(optionsIn(locale));
    translators.set(locale, translator);
    return translator;
  };
}

/**
 * The first format of each kind loads its data, and the first sentence compiles the code that reads one, for some 6 ms in
 * all: called at the start, nobody waits for it.
 */
export function loadFormats({ t, duration, language }: Translator): void {
  duration(1_000);
  languageName(language);
  new Intl.DateTimeFormat(language).format(0);
  t('overview.title', { total: 1 });
}

/** A translator that speaks the language which `current` names at each call. */
export const followingTranslator = (current: () => Translator): Translator =>
  new Proxy(current(), { get: (_, member) => Reflect.get(current(), member) });

function safe(value: SentenceParam | Mrkdwn | undefined): SentenceParam | undefined {
  if (value instanceof Mrkdwn) return value.text;
  if (typeof value === 'object') return value.map(inert);
  return typeof value === 'string' ? inert(value) : value;
}
