import { expect, it } from 'vitest';
import { defaultsOf, NOTHING_SET, withSettings } from '../../src/app/app-settings.js';
import { NO_TEMPLATE } from '../../src/core/customer/template.js';
import {
  type SettingName,
  type SettingValue,
  settingDefinitionOf,
  settingNames,
} from '../../src/settings/definitions.js';
import { appAt } from '../../src/use-cases/ports.js';
import { useStore } from '../support/in-store.js';
import { POLICY } from '../support/observations.js';

const world = useStore();

/** The digest's are read where it is written. */
const settingsOfApps = settingNames.filter((name) => !name.startsWith('digest'));

const another = (name: SettingName, than: SettingValue | undefined): SettingValue => {
  const definition = settingDefinitionOf(name);
  if (definition.kind === 'number') return than === definition.max ? definition.min : definition.max;
  if (definition.kind === 'days') return than === 'wed' ? 'sat,sun' : 'wed';
  return definition.options.find((option) => option !== than) ?? '';
};

it.each(settingsOfApps)('%s: a channel’s value counts there before the app’s, and nowhere else', (name) => {
  const [configured] = world.current.ports().apps.values();
  if (!configured) throw new Error('no app');
  const base = { ...configured, customer: { template: NO_TEMPLATE, reminderMs: undefined } };
  const defaults = defaultsOf(base, POLICY, 'en');
  const ofApp = { [name]: another(name, defaults[name]) };
  const ofChannel = { [name]: another(name, ofApp[name]) };
  const set = { ...NOTHING_SET, overridesOf: () => ofApp };
  const app = withSettings(base, defaults, {
    ...set,
    channels: () => ['C1'],
    channelOverridesOf: (channel) => (channel === 'C1' ? ofChannel : {}),
  });
  const apps = new Map([['default', app]]);
  const facts = (channel: string) => {
    const { inChannels: _, ...each } = appAt(apps, { app: 'default', channel }) ?? app;
    return each;
  };
  const asIfSetForTheApp = withSettings(base, defaults, { ...NOTHING_SET, overridesOf: () => ofChannel });
  const { inChannels: _, ...expected } = asIfSetForTheApp;
  expect(facts('C1')).toEqual(expected);
  const { inChannels: __, ...elsewhere } = withSettings(base, defaults, set);
  expect(facts('C2')).toEqual(elsewhere);
  expect(facts('C1')).not.toEqual(facts('C2'));
});
