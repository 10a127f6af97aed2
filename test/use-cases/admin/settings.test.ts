import { describe, expect, it } from 'vitest';
import { NOTHING_SET } from '../../../src/app/app-settings.js';
import { NO_TEMPLATE } from '../../../src/core/customer/template.js';
import type { SettingChange } from '../../../src/settings/stored-settings.js';
import type { Ports } from '../../../src/use-cases/ports.js';
import { everybodyIs, useStore } from '../../support/in-store.js';

const world = useStore();
const DEFAULTS = { interval: 60 } as unknown as ReturnType<Ports['appSettings']['defaultsOf']>;

type Overrides = ReturnType<Ports['appSettings']['overridesOf']>;

/** An admin's use cases, and the changes they make; `overrides` are in force already, `inC1` in a channel. */
function configured(overrides: Overrides = {}, inC1: Overrides = {}) {
  const changes: SettingChange[] = [];
  const useCases = world.current.useCases({
    ...everybodyIs('admin'),
    appSettings: {
      ...NOTHING_SET,
      overridesOf: () => overrides,
      channelOverridesOf: (channel) => (channel === 'C1' ? inC1 : {}),
      defaultTextsOf: () => NO_TEMPLATE,
      defaultsOf: () => DEFAULTS,
      change: async (made) => void changes.push(...(made as SettingChange[])),
    },
  });
  return { changes, useCases };
}

describe('an app’s settings', () => {
  it('are for admins', async () => {
    const { current } = world;
    const operator = current.useCases(everybodyIs('operator'));
    const problem = { code: 'not-allowed', permission: 'configure' };
    await expect(operator.settingsOf({}, current.by('UBOB'))).rejects.toMatchObject({ problem });
    await expect(
      operator.changeSettings({ app: 'default' }, { interval: 120 }, current.by('UBOB')),
    ).rejects.toMatchObject({ problem });
  });

  it('a change says what was in force before, who made it and where', async () => {
    const { useCases, changes } = configured();
    await useCases.changeSettings({ app: 'default' }, { interval: 120 }, world.current.by('UADMIN'));
    expect(changes).toMatchObject([
      { setting: 'interval', from: 60, to: 120, by: 'UADMIN', app: 'default', channel: 'C1', isReset: false },
    ]);
  });

  it('undefined goes back to the default', async () => {
    const { useCases, changes } = configured({ interval: 120 });
    await useCases.changeSettings({ app: 'default' }, { interval: undefined }, world.current.by('UADMIN'));
    expect(changes).toMatchObject([{ setting: 'interval', from: 120, to: 60, isReset: true }]);
  });

  it('a value that is in force already changes nothing', async () => {
    const { useCases, changes } = configured({ interval: 120 });
    await useCases.changeSettings({ app: 'default' }, { interval: 120 }, world.current.by('UADMIN'));
    expect(changes).toEqual([]);
  });

  it('one value that is not allowed keeps all of them from being changed', async () => {
    const { useCases, changes } = configured();
    await expect(
      useCases.changeSettings(
        { app: 'default' },
        { www: 'always', interval: -1 },
        world.current.by('UADMIN'),
      ),
    ).rejects.toMatchObject({ problem: { code: 'setting', setting: 'interval' } });
    expect(changes).toEqual([]);
  });
});

describe('a channel’s settings', () => {
  const here = { app: 'default', forChannel: 'C1' };

  it('count before the app’s; the change is the channel’s and posted there', async () => {
    const { useCases, changes } = configured({ interval: 120 });
    await useCases.changeSettings(here, { interval: 300 }, world.current.by('UADMIN'));
    expect(changes).toMatchObject([
      { setting: 'interval', from: 120, to: 300, by: 'UADMIN', app: '', channel: 'C1', isReset: false },
    ]);
  });

  it('undefined goes back to what counts in the app', async () => {
    const { useCases, changes } = configured({ interval: 120 }, { interval: 300 });
    await useCases.changeSettings(here, { interval: undefined }, world.current.by('UADMIN'));
    expect(changes).toMatchObject([{ setting: 'interval', from: 300, to: 120, isReset: true }]);
  });

  it('a value that the app has already can be set for the channel, so that it stays', async () => {
    const { useCases, changes } = configured({ interval: 120 });
    await useCases.changeSettings(here, { interval: 120 }, world.current.by('UADMIN'));
    expect(changes).toMatchObject([{ from: 120, to: 120, isReset: false }]);
  });
});

describe('messages about approvals', () => {
  it('are each person’s own choice, which a bare question leaves alone', async () => {
    const { current } = world;
    const wanting = new Set<string>();
    const useCases = current.useCases({
      preferences: {
        approvalMessages: async () => [...wanting],
        setApprovalMessages: async (user, isWanted) =>
          void (isWanted ? wanting.add(user) : wanting.delete(user)),
      },
    });
    expect(await useCases.approvalMessages(undefined, current.by('UBOB'))).toBe(false);
    expect(await useCases.approvalMessages(true, current.by('UBOB'))).toBe(true);
    expect(await useCases.approvalMessages(undefined, current.by('UCAROL'))).toBe(false);
    expect(await useCases.approvalMessages(false, current.by('UBOB'))).toBe(false);
  });

  it('are for those who may approve', async () => {
    const { current } = world;
    await expect(
      current.useCases(everybodyIs('member')).approvalMessages(true, current.by('UMEMBER')),
    ).rejects.toMatchObject({ problem: { code: 'not-allowed', permission: 'approve' } });
  });
});
