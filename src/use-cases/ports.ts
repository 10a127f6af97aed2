import type { DeniedJournal } from '../audit/denied-journal.js';
import type { Progress } from '../audit/read-history.js';
import type { Verification } from '../audit/verify.js';
import type { WwwPolicy } from '../core/hostname.js';
import type { Policy } from '../core/lifecycle/policy.js';
import type { Context } from '../core/lifecycle/step.js';
import type { ProviderFacts, Target } from '../core/provider-facts.js';
import type { HostingProvider } from '../hosting/provider.js';
import type { Multisite } from '../multisite/multisite.js';
import type { DnsProbe, HttpProbe, TlsProbe } from '../probe/probe.js';
import type { SettingChange } from '../settings/settings.js';
import type { Store } from '../store/store.js';
import type { Log } from '../util/log.js';
import type { DoctorResult } from './doctor/result.js';

/** One hosted WordPress application. */
export interface App {
  readonly name: string;
  readonly target: Target;
  /** Who hosts it. */
  readonly hosting: ProviderFacts;
  /** The page of its domains at the hosting provider. */
  readonly dashboardUrl?: string | undefined;
  /** Where its mappings go that no one asked for in a channel; commands typed there mean this app. */
  readonly channel?: string | undefined;
  /** Of its cards and threads. */
  readonly locale?: string | undefined;
  readonly www: WwwPolicy;
  /** Between two checks. */
  readonly intervalMs: number;
  readonly provider: HostingProvider;
  readonly multisite?: Network | undefined;
}

/** What no app's hosting provider takes for an alias. */
export const internalDomainsOf = (apps: ReadonlyMap<string, App>): readonly string[] =>
  [...apps.values()].flatMap(({ hosting }) => hosting.internalDomains);

/** The Ultimate Multisite network in an app, as far as it is configured. */
export interface Network {
  /** Its address, for people. */
  readonly url?: string | undefined;
  /** The host of its own sites. */
  readonly host?: string | undefined;
  readonly rest?: Multisite | undefined;
  readonly syncMs?: number | undefined;
  readonly setsStage?: boolean | undefined;
  readonly webhookToken?: string | undefined;
  readonly logs?: { readonly folder: string } | undefined;
}

/**
 * What a person is to us. `outsider`: a guest, a bot, or somebody of another workspace. `unsure`: Slack can't be asked.
 * `admin` may all that an operator may.
 */
export type Role = 'unsure' | 'outsider' | 'member' | 'operator' | 'admin';

export interface Roles {
  /** `user` is Slack's id. */
  roleOf(user: string): Promise<Role>;
  /** Ids of users and user groups; every member where there are none. */
  readonly operators: readonly string[];
  /** The operators where there are none. */
  readonly admins: readonly string[];
}

/**
 * What a channel is for cards. `direct`: of people, where the bot can't post. `uninvited`: private, and the bot was not
 * invited. `unsure`: Slack can't be asked.
 */
export type Place = 'usable' | 'direct' | 'uninvited' | 'archived' | 'unsure';

export interface Places {
  /** Whether cards can stand in a channel; joins it where that is all that is missing. */
  prepare(channel: string): Promise<Place>;
  /** Something happened to the channel: look again. */
  forget(channel: string): void;
}

/** Sets the watch and the delivery going on a mapping without waiting for their next tick. */
export interface WakeUps {
  check(mapping: string): void;
  deliver(mapping: string): void;
}

/** Everything use cases may ask the outside for. Each names the part that it needs. */
export interface Ports {
  readonly store: Store;
  readonly apps: ReadonlyMap<string, App>;
  readonly dns: DnsProbe;
  readonly tls: TlsProbe;
  readonly http: HttpProbe;
  readonly roles: Roles;
  readonly places: Places;
  /** Guests and people of other workspaces see all that members see, and not only what stands where they ask. */
  readonly guestsMayView: boolean;
  /** What was denied to whom, where there is no mapping that could tell of it. */
  readonly deniedJournal: DeniedJournal;
  /** Where commands work; everywhere when there are none. */
  readonly channels: readonly string[];
  readonly wakeUp: WakeUps;
  /** Compares the channels with the store; takes minutes. `running`: another one is, and this one did not start. */
  readonly verify: (onProgress: (progress: Progress) => void) => Promise<Verification | 'running'>;
  /** Looks whether all that the bot needs works; takes seconds. */
  readonly diagnose: () => Promise<readonly DoctorResult[]>;
  readonly policy: Policy;
  readonly log: Log;
  readonly now: () => number;
  readonly newId: () => string;
  /** Stores an admin's choice with what is to be told of it, and lets it count from now on. */
  readonly changeInterval: (change: SettingChange) => Promise<void>;
  readonly settingChanges: () => readonly SettingChange[];
  /** Every secret value, for what is told of foreign logs. */
  readonly secrets: () => readonly string[];
  /** In [0, 1). */
  readonly random: () => number;
}

export type ContextDeps = Pick<Ports, 'apps' | 'policy' | 'now' | 'newId' | 'random'>;

/** What the lifecycle decides with, for a mapping of an app. */
export function contextOf({ now, newId, random, policy, apps }: ContextDeps, app: string): Context {
  const intervalMs = apps.get(app)?.intervalMs ?? policy.intervalMs;
  return { now: now(), newId, random: random(), policy: { ...policy, intervalMs } };
}
