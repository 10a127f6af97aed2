import type { WwwPolicy } from '../core/hostname.js';
import type { Policy } from '../core/lifecycle/policy.js';
import { type ThreadLevel, threadLevels } from '../core/reporting/quiet.js';
import { type QuietDays, quietDays } from '../core/reporting/quiet-hours.js';
import type { ReportingRules } from '../core/reporting/reporting.js';
import type { WrittenTexts } from '../settings/customer-texts.js';
import {
  type AppOverrides,
  daysIn,
  isAllowedValue,
  type SettingValues,
  settingDefinitions,
} from '../settings/definitions.js';
import { overridesIn, resolveSettings } from '../settings/resolve.js';
import type { App } from '../use-cases/ports.js';

const msOf = (value: AppOverrides[keyof AppOverrides], { unitMs }: { readonly unitMs: number }) =>
  value === undefined ? undefined : Number(value) * unitMs;
const HOST_ZONE = Intl.DateTimeFormat().resolvedOptions().timeZone;
/** 0 means never. */
const orNever = (ms: number | undefined): number | undefined => (ms === 0 ? undefined : ms);

/** What admins set in Slack for an app, and for channels. */
export interface SetInSlack {
  overridesOf(app: string): AppOverrides;
  channelOverridesOf(channel: string): AppOverrides;
  channels(): readonly string[];
  textsOf(app: string): Readonly<Partial<Record<string, WrittenTexts>>>;
  /** The ID that a channel has now. */
  channelNow(id: string): string;
}

/** For programs that don't read Slack's settings. */
export const NOTHING_SET: SetInSlack = {
  overridesOf: () => ({}),
  channelOverridesOf: () => ({}),
  channels: () => [],
  textsOf: () => ({}),
  channelNow: (id) => id,
};

/** An app with what admins set for it in Slack, and for channels. `defaults`: what holds where they set nothing. */
export function withSettings(base: App, defaults: SettingValues, set: SetInSlack): App {
  const written = set.textsOf(base.name);
  const language = String(defaults.language);
  const { customer } = base;
  const app: App = {
    ...base,
    channel: base.channel && set.channelNow(base.channel),
    ...(customer ? { customer: { ...customer, language, written } } : {}),
  };
  const ofApp = set.overridesOf(base.name);
  const at = (channel: AppOverrides | undefined): App => ({
    ...withOverrides(app, overridesIn({ app: ofApp, channel })),
    reporting: reportingRulesIn(resolveSettings({ defaults, app: ofApp, channel })),
  });
  const inChannels = set.channels().map((id) => [id, at(set.channelOverridesOf(id))] as const);
  return { ...at(undefined), inChannels: new Map(inChannels) };
}

/** What a channel's settings say about how to post there. */
export function reportingRulesIn(values: SettingValues): ReportingRules {
  const days: QuietDays = quietDays.find((each) => each === values.quiet) ?? 'off';
  const thread: ThreadLevel = threadLevels.find((each) => each === values.thread) ?? 'milestones';
  const [from, to, timeZone] = [values['quiet-from'], values['quiet-to'], values['time-zone']].map(String);
  return {
    thread,
    quietHours: {
      days,
      wholeDays: daysIn(values['quiet-days']),
      from: from ?? '',
      to: to ?? '',
      timeZone: timeZone ?? 'UTC',
    },
    isUrgentReported: values['quiet-urgent'] !== 'held',
  };
}

/** An app with other values. */
export function withOverrides(app: App, overrides: AppOverrides): App {
  const { interval, approval, reminder, www, language } = overrides;
  const dnsDeadlineMs = msOf(overrides['dns-deadline'], settingDefinitions['dns-deadline']);
  const sslDeadlineMs = msOf(overrides['ssl-deadline'], settingDefinitions['ssl-deadline']);
  const policy: Partial<Policy> = {
    ...(dnsDeadlineMs === undefined ? {} : { dnsDeadlineMs }),
    ...(sslDeadlineMs === undefined ? {} : { sslDeadlineMs }),
    ...(approval === undefined
      ? {}
      : { unmapApprovalMs: orNever(msOf(approval, settingDefinitions.approval)) }),
  };
  const reminderMs = orNever(msOf(reminder, settingDefinitions.reminder));
  return {
    ...app,
    intervalMs: msOf(interval, settingDefinitions.interval) ?? app.intervalMs,
    policy,
    www: www === undefined ? app.www : (String(www) as WwwPolicy),
    locale: language === undefined ? app.locale : String(language),
    customer: app.customer && reminder !== undefined ? { ...app.customer, reminderMs } : app.customer,
  };
}

/** What holds for an app where admins set nothing. */
export function defaultsOf(app: App, policy: Policy, locale: string): SettingValues {
  const inUnits = (name: 'interval' | 'dns-deadline' | 'ssl-deadline' | 'approval' | 'reminder', ms = 0) =>
    Math.round(ms / settingDefinitions[name].unitMs);
  return {
    interval: inUnits('interval', app.intervalMs),
    'dns-deadline': inUnits('dns-deadline', policy.dnsDeadlineMs),
    'ssl-deadline': inUnits('ssl-deadline', policy.sslDeadlineMs),
    approval: inUnits('approval', policy.unmapApprovalMs),
    reminder: inUnits('reminder', app.customer?.reminderMs),
    www: app.www,
    language: app.locale ?? locale,
    thread: 'milestones',
    quiet: 'off',
    'quiet-from': '20:00',
    'quiet-to': '08:00',
    'quiet-days': '',
    'quiet-urgent': 'reported',
    digest: 'off',
    'digest-hour': '09:00',
    'time-zone': isAllowedValue('time-zone', HOST_ZONE) ? HOST_ZONE : 'UTC',
  };
}
