import type { WwwPolicy } from '../core/hostname.js';
import type { Policy } from '../core/lifecycle/policy.js';
import {
  type AppOverrides,
  isAllowedValue,
  type SettingValues,
  settingDefinitions,
} from '../settings/definitions.js';
import type { App } from '../use-cases/ports.js';

const msOf = (value: AppOverrides[keyof AppOverrides], { unitMs }: { readonly unitMs: number }) =>
  value === undefined ? undefined : Number(value) * unitMs;
const HOST_ZONE = Intl.DateTimeFormat().resolvedOptions().timeZone;
/** 0 means never. */
const orNever = (ms: number | undefined): number | undefined => (ms === 0 ? undefined : ms);

/** An app with what admins set for it in Slack. */
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

/** What counts for an app where admins set nothing. */
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
    digest: 'off',
    'digest-hour': '09:00',
    'time-zone': isAllowedValue('time-zone', HOST_ZONE) ? HOST_ZONE : 'UTC',
  };
}
