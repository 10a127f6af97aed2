import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type SettingValues, settingNames } from '../../src/settings/definitions.js';
import { resolveSetting, resolveSettings } from '../../src/settings/resolve.js';

const defaults = Object.fromEntries(settingNames.map((name) => [name, `default ${name}`])) as SettingValues;

it.each([
  [{}, undefined, 'off', 'default'],
  [{}, {}, 'off', 'default'],
  [{ digest: 'daily' }, undefined, 'daily', 'app'],
  [{ digest: 'daily' }, {}, 'daily', 'app'],
  [{ digest: 'daily' }, { digest: 'weekly' }, 'weekly', 'channel'],
  [{}, { digest: 'weekly' }, 'weekly', 'channel'],
] as const)('of the app %j, of the channel %j: %s, from the %s', (app, channel, value, source) => {
  const levels = { defaults: { ...defaults, digest: 'off' }, app, channel };
  expect(resolveSetting('digest', levels)).toEqual({ value, source });
});

it('every setting has the value of the nearest level that has it', () => {
  const anyOverrides = fc.dictionary(fc.constantFrom(...settingNames), fc.string());
  fc.assert(
    fc.property(anyOverrides, anyOverrides, (app, channel) => {
      expect(resolveSettings({ defaults, app, channel })).toEqual({ ...defaults, ...app, ...channel });
    }),
  );
});
