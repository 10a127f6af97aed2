import { describe, expect, it } from 'vitest';
import { NOTHING_SET } from '../../../src/app/app-settings.js';
import type { WrittenTexts } from '../../../src/settings/customer-texts.js';
import type { SettingChange } from '../../../src/settings/stored-settings.js';
import { faultsIn, previewTexts } from '../../../src/use-cases/admin/customer-texts.js';
import { everybodyIs, useStore } from '../../support/in-store.js';

const world = useStore();
const CONFIGURED = { tone: 'formal', sentences: { greeting: 'Dear owner of {hostname},' } } as const;

/** An admin's use cases of an English app, and the changes they make; `written` was written before. */
function texts(written: WrittenTexts | undefined = undefined) {
  const changes: SettingChange[] = [];
  const useCases = world.current.useCases({
    ...everybodyIs('admin'),
    appSettings: {
      ...NOTHING_SET,
      defaultsOf: () => ({ language: 'en' }) as never,
      defaultTextsOf: () => CONFIGURED,
      textsOf: () => (written ? { en: written } : {}),
      change: async (made) => void changes.push(...(made as SettingChange[])),
    },
  });
  return { changes, useCases };
}
const admin = () => world.current.by('UADMIN');

describe('an app’s texts for customers', () => {
  it('are for admins', async () => {
    const useCases = world.current.useCases(everybodyIs('operator'));
    const denied = { problem: { code: 'not-allowed', permission: 'configure' } };
    await expect(useCases.customerTexts(undefined, 'en', admin())).rejects.toMatchObject(denied);
    const changing = useCases.changeCustomerTexts('default', 'en', { sentences: {} }, admin());
    await expect(changing).rejects.toMatchObject(denied);
  });

  it('are shown in the app’s language, with what is configured and a new domain as the example', async () => {
    const shown = await texts().useCases.customerTexts(undefined, undefined, admin());
    expect(shown).toMatchObject({ language: 'en', configured: CONFIGURED, written: undefined });
    expect(shown.example).toMatchObject({ hostname: 'shop.example.com', stage: 'adding' });
  });

  it('have nothing of the configured sentences in another language', async () => {
    const shown = await texts().useCases.customerTexts(undefined, 'fr', admin());
    expect(shown.configured).toEqual({ tone: 'formal', sentences: {} });
  });

  it('an app’s texts for customers that were changed are stored with what was there before', async () => {
    const { useCases, changes } = texts({ sentences: { reply: 'Write us.' } });
    await useCases.changeCustomerTexts('default', 'en', { sentences: { reply: 'Call us.' } }, admin());
    expect(changes).toMatchObject([
      { setting: 'texts.en', from: '{"reply":"Write us."}', to: '{"reply":"Call us."}', isReset: false },
    ]);
  });

  it('an app’s texts for customers that stay the same, in whatever order, change nothing', async () => {
    const written = { sentences: { greeting: 'Hi,', reply: 'Write us.' } };
    const { useCases, changes } = texts(written);
    const sentences = { reply: 'Write us.', greeting: 'Hi,' };
    await useCases.changeCustomerTexts('default', 'en', { sentences }, admin());
    expect(changes).toEqual([]);
  });

  it('an app’s texts for customers that are emptied go back to the configured ones', async () => {
    const { useCases, changes } = texts({ sentences: { reply: 'Write us.' } });
    await useCases.changeCustomerTexts('default', 'en', { sentences: {} }, admin());
    expect(changes).toMatchObject([{ isReset: true }]);
  });

  it('an app’s texts for customers that can’t be said are refused, and named', async () => {
    const wrong = { sentences: { greeting: 'Hi {name},', reply: 'Write us.' } };
    expect(faultsIn(wrong).map(({ name }) => name)).toEqual(['greeting']);
    const { useCases, changes } = texts();
    await expect(useCases.changeCustomerTexts('default', 'en', wrong, admin())).rejects.toThrow('greeting');
    expect(changes).toEqual([]);
  });
});

it('a dialog of an older version, which knows no base, is compared with what is saved, also when it is sent again', () => {
  const saved = { sentences: { greeting: 'Hi,', reply: 'Write us.' } };
  const typed = { sentences: { greeting: 'Hello,' } };
  const first = previewTexts(typed, undefined, saved);
  expect(first).toMatchObject({ texts: typed, contested: [] });
  expect(previewTexts(first.texts, first.base, saved)).toMatchObject({ texts: typed, contested: [] });
});
