import type { DeniedJournal } from '../audit/denied-journal.js';
import type { Progress } from '../audit/read-history.js';
import type { Verification } from '../audit/verify.js';
import type { CustomerTemplate } from '../core/customer/template.js';
import type { Signing } from '../core/domain-connect/apply-url.js';
import type { WwwPolicy } from '../core/hostname.js';
import type { Policy } from '../core/lifecycle/policy.js';
import type { Context } from '../core/lifecycle/step.js';
import type { Mapping } from '../core/mapping.js';
import type { OwnNames } from '../core/own-names.js';
import type { ProviderFacts, Target } from '../core/ports/provider-facts.js';
import { type ReportingRules, USUAL_RULES } from '../core/reporting/reporting.js';
import type { HostingProvider } from '../hosting/provider.js';
import type { RateLimitedProvider } from '../hosting/rate-limited.js';
import type { Multisite } from '../multisite/multisite.js';
import type { DnsProbe, HttpProbe, TlsProbe } from '../probe/probe.js';
import type { WrittenTexts } from '../settings/customer-texts.js';
import type { AppOverrides, SettingValues } from '../settings/definitions.js';
import type { Preferences } from '../settings/preferences.js';
import type { SettingChange } from '../settings/stored-settings.js';
import type { Store } from '../store/store.js';
import type { Log } from '../util/log.js';
import type { Batches } from './batch/batches.js';
import type { DoctorResult } from './doctor/result.js';

/** One hosted WordPress application. */
export interface App {
  readonly name: string;
  readonly target: Target;
  /** Its hosting provider. */
  readonly hosting: ProviderFacts;
  /** The hosting provider's page of its domains. */
  readonly dashboardUrl?: string | undefined;
  /** Channel of its mappings that nobody requested in a channel; commands typed there mean this app. */
  readonly channel?: string | undefined;
  /** Language of its cards and threads. */
  readonly locale?: string | undefined;
  readonly www: WwwPolicy;
  /** Between two checks, in ms. */
  readonly intervalMs: number;
  /** What admins set that differs from the bot's policy. */
  readonly policy?: Partial<Policy> | undefined;
  /** How many aliases may be added or removed a minute. */
  readonly changesPerMinute?: number | undefined;
  readonly provider: HostingProvider & Partial<RateLimitedProvider>;
  readonly customer?: CustomerSettings | undefined;
  /** The app's Domain Connect service; its name unless configured. */
  readonly service?: string | undefined;
  readonly multisite?: Network | undefined;
  /** How events are reported in its channels; the default rules unless set. */
  readonly reporting?: ReportingRules | undefined;
  /** The app with the settings of channels that have their own, by the channel's ID. */
  readonly inChannels?: ReadonlyMap<string, App> | undefined;
}

/** How an app writes to its customers. */
export interface CustomerSettings {
  readonly template: CustomerTemplate;
  /** The language of `template`. */
  readonly language?: string | undefined;
  /** What admins wrote in Slack for a language, which overrides `template`. */
  readonly written?: Readonly<Partial<Record<string, WrittenTexts>>> | undefined;
  /** After how long without a change the sender of a message is reminded; undefined means never. */
  readonly reminderMs: number | undefined;
}

/** Hostnames that no app's hosting provider accepts as an alias. */
export const internalDomainsOf = (apps: ReadonlyMap<string, App>): readonly string[] =>
  [...apps.values()].flatMap(({ hosting }) => hosting.internalDomains);

/** The Ultimate Multisite network of an app, as configured. */
export interface Network {
  /** Its URL, for people. */
  readonly url?: string | undefined;
  /** The host of its own sites. */
  readonly host?: string | undefined;
  readonly rest?: Multisite | undefined;
  /** The next reads of `rest` are not shared with earlier ones, because a person waits. */
  readonly forgetReads?: (() => void) | undefined;
  readonly syncMs?: number | undefined;
  readonly setsStage?: boolean | undefined;
  /** Whether new sites at its own subdomains get mappings, too. */
  readonly followsOwn?: boolean | undefined;
  readonly webhookToken?: string | undefined;
  /** Where its webhooks reach the bot, with the token; undefined if the bot's own address isn't known. */
  readonly webhookUrl?: string | undefined;
  readonly logs?: { readonly folder: string } | undefined;
}

/** The app's network's own names. */
export const ownNamesOf = ({ multisite }: Pick<App, 'multisite'>): OwnNames => ({
  networkHost: multisite?.host,
  followsOwn: multisite?.followsOwn,
});

/**
 * A person's role. `outsider`: a guest, a bot, or somebody of another workspace. `unsure`: Slack can't be asked.
 * `admin` includes everything an operator may do.
 */
export type Role = 'unsure' | 'outsider' | 'member' | 'operator' | 'admin';

export interface Roles {
  /** `user` is a Slack user ID. */
  roleOf(user: string): Promise<Role>;
  /** IDs of users and user groups; empty means every member. */
  readonly operators: readonly string[];
  /** Empty means the operators. */
  readonly admins: readonly string[];
}

/**
 * Whether a channel can hold cards. `direct`: between people, where the bot can't post. `uninvited`: private, and the
 * bot isn't a member. `shared`: people of other organizations read it (Slack Connect), and no setting allows that.
 * `unsure`: Slack can't be asked.
 */
export type Place = 'usable' | 'direct' | 'uninvited' | 'archived' | 'shared' | 'unsure';

/** `joinable`: public, and the bot isn't a member. Cards that are already in a shared channel can be updated there. */
export type PlaceSeen = Exclude<Place, 'shared'> | 'joinable';

export interface Places {
  /** What the channel is; changes nothing. */
  check(channel: string): Promise<PlaceSeen>;
  /** Whether new cards can be posted in a channel; joins it if that is all that is missing. */
  prepare(channel: string): Promise<Place>;
  /** The channel changed: check it again. */
  forget(channel: string): void;
}

/** Triggers checks and deliveries of a mapping without waiting for the next tick. */
export interface WakeUps {
  check(mapping: string): void;
  deliver(mapping: string): void;
}

/** What admins set in Slack. */
export interface AppSettings {
  overridesOf(app: string): AppOverrides;
  channelOverridesOf(channel: string): AppOverrides;
  /** Channels with settings of their own. */
  channels(): readonly string[];
  /** The texts for customers that they wrote, by language. */
  textsOf(app: string): Readonly<Partial<Record<string, WrittenTexts>>>;
  /** The app's configured texts. */
  defaultTextsOf(app: string): CustomerTemplate;
  /** What holds where they set nothing; undefined for an unknown app. */
  defaultsOf(app: string): SettingValues | undefined;
  /** Stores changes with the messages to post, and applies them. */
  change(changes: readonly SettingChange[]): Promise<void>;
}

/** One click for the customer by Domain Connect. */
export interface OneClick {
  /** The agency's own domain. */
  readonly providerId: string;
  readonly signing?: Signing | undefined;
  /** Where customers come back to; undefined if the bot has no public address. */
  readonly returnUrl?: string | undefined;
  /** The consent page of the zone's DNS provider, if it offers the service; undefined otherwise. Never throws. */
  consentPage(zone: string, serviceId: string): Promise<string | undefined>;
}

/** All ports of the use cases. Each use case names the ones it needs. */
export interface Ports {
  readonly store: Store;
  readonly apps: ReadonlyMap<string, App>;
  readonly dns: DnsProbe;
  readonly tls: TlsProbe;
  readonly http: HttpProbe;
  readonly roles: Roles;
  readonly places: Places;
  /** Channels with cards in which the bot can't post any more, as far as Slack has said. */
  readonly unusableChannels: () => readonly string[];
  /** Guests and people of other workspaces see what members see, not only their channel's mappings. */
  readonly guestsMayView: boolean;
  /** Denied attempts without a mapping to record them in. */
  readonly deniedJournal: DeniedJournal;
  /** Channels where commands work; empty means everywhere. */
  readonly channels: readonly string[];
  readonly preferences: Preferences;
  readonly wakeUp: WakeUps;
  /**
   * Compares the channels with the store; takes minutes. `running`: another one is running, and this one did not start.
   */
  readonly verify: (onProgress: (progress: Progress) => void) => Promise<Verification | 'running'>;
  /** Checks that everything the bot needs works; takes seconds. */
  readonly diagnose: () => Promise<readonly DoctorResult[]>;
  readonly batches: Batches;
  readonly oneClick?: OneClick | undefined;
  readonly policy: Policy;
  readonly log: Log;
  readonly now: () => number;
  /** Ms, never set: for limits and pauses. */
  readonly monotonic: () => number;
  readonly newId: () => string;
  readonly appSettings: AppSettings;
  readonly settingChanges: () => readonly SettingChange[];
  /** Every secret value, to redact from foreign logs. */
  readonly secrets: () => readonly string[];
  /** In [0, 1). */
  readonly random: () => number;
}

export type ContextDeps = Pick<Ports, 'apps' | 'policy' | 'now' | 'newId' | 'random'>;

/** The policy for an app's mappings. */
export const policyOf = (policy: Policy, app: Pick<App, 'intervalMs' | 'policy'> | undefined): Policy => ({
  ...policy,
  ...(app ? { intervalMs: app.intervalMs, ...app.policy } : {}),
});

/** Where a mapping belongs. */
export type AppPlace = Pick<Mapping, 'app' | 'channel'>;

/** An app with the settings of a channel; undefined if it isn't configured. */
export function appAt<KnownApp extends { readonly inChannels?: ReadonlyMap<string, KnownApp> | undefined }>(
  apps: ReadonlyMap<string, KnownApp>,
  { app, channel }: AppPlace,
): KnownApp | undefined {
  const known = apps.get(app);
  return known?.inChannels?.get(channel) ?? known;
}

/** How a mapping's channel wants events to be reported. */
export const reportingRulesOf = (apps: ReadonlyMap<string, App>, place: AppPlace): ReportingRules =>
  appAt(apps, place)?.reporting ?? USUAL_RULES;

/** The lifecycle's inputs for a mapping. */
export function contextOf({ now, newId, random, policy, apps }: ContextDeps, place: AppPlace): Context {
  return { now: now(), newId, random: random(), policy: policyOf(policy, appAt(apps, place)) };
}
