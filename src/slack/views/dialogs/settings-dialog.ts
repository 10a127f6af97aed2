import type { KnownBlock, ModalView } from '@slack/types';
import { z } from 'zod';
import {
  type ChoiceSetting,
  type NumberSetting,
  type SettingName,
  type SettingValue,
  settingDefinitionOf,
  settingNames,
} from '../../../settings/definitions.js';
import type { SettingsShown } from '../../../use-cases/admin/settings.js';
import { parseJson } from '../../../util/parse-json.js';
import { context, plain, section } from '../../blocks/blocks.js';
import { modalOf } from '../../blocks/inputs.js';
import { settingValue } from '../setting-values.js';
import type { Translator } from '../translator.js';

export const SETTINGS_DIALOG = 'settings';
const INPUT = 'value';
/** No option may be empty, and a chosen one can't be cleared. */
const DEFAULT = 'default';

const openedSettings = z.object({ app: z.string().max(40), channel: z.string().max(40) });
const submitted = z.partialRecord(
  z.enum(settingNames),
  z.object({
    [INPUT]: z.object({
      value: z.string().nullish(),
      selected_option: z.object({ value: z.string() }).nullish(),
    }),
  }),
);

export interface SettingsRequest {
  readonly app: string;
  readonly channel: string;
  /** Undefined resets a setting; NaN stands for what isn't a number. */
  readonly wanted: Readonly<Partial<Record<SettingName, SettingValue | undefined>>>;
}

/** Undefined for foreign submissions. */
export function parseSettingsForm(privateMetadata: string, values: unknown): SettingsRequest | undefined {
  const data = parseJson(privateMetadata, openedSettings);
  const inputs = submitted.safeParse(values).data;
  if (!data || !inputs) return undefined;
  const wanted = Object.entries(inputs).map(([name, { [INPUT]: input }]) => {
    const text = input.selected_option?.value ?? input.value ?? '';
    if (text === '' || text === DEFAULT) return [name, undefined];
    return [name, input.selected_option ? text : typedNumber(text)];
  });
  return { ...data, wanted: Object.fromEntries(wanted) };
}

const typedNumber = (text: string): number => (/^\d{1,6}$/.test(text) ? Number(text) : Number.NaN);

/** All settings of an app: overrides are filled in, and each hint names the default. */
export function settingsDialog(shown: SettingsShown, channel: string, translator: Translator): ModalView {
  const { app } = shown;
  return modalOf({
    id: SETTINGS_DIALOG,
    title: translator.tPlain('settings.title'),
    submit: translator.tPlain('settings.submit'),
    close: translator.tPlain('dialog.cancel'),
    data: { app: app.name, channel },
    blocks: [
      section(translator.t('settings.app', { app: app.name })),
      ...settingNames.map((name) => inputOf(name, shown, translator)),
      context(translator.t('settings.told')),
    ],
  });
}

function inputOf(name: SettingName, shown: SettingsShown, translator: Translator): KnownBlock {
  const definition = settingDefinitionOf(name);
  const standard = settingValue(name, shown.defaults[name], translator);
  return {
    type: 'input',
    block_id: name,
    optional: true,
    label: plain(translator.tPlain(`settings.label.${name}`)),
    hint: plain(
      definition.kind === 'number'
        ? translator.tPlain('settings.range', { least: definition.min, most: definition.max, standard })
        : translator.tPlain('settings.standard', { standard }),
    ),
    element:
      definition.kind === 'number'
        ? numberInput(definition, shown.overrides[name])
        : choiceInput(name, definition, shown.overrides[name], translator),
  };
}

const numberInput = ({ min, max }: NumberSetting, override: SettingValue | undefined) => ({
  type: 'number_input' as const,
  action_id: INPUT,
  is_decimal_allowed: false,
  ...(override === undefined ? {} : { initial_value: String(override) }),
  min_value: String(min),
  max_value: String(max),
});

function choiceInput(
  name: SettingName,
  { options }: ChoiceSetting,
  override: SettingValue | undefined,
  translator: Translator,
) {
  const standard = { text: plain(translator.tPlain('settings.use-default')), value: DEFAULT };
  const choices = [
    standard,
    ...options.map((value) => ({ text: plain(settingValue(name, value, translator)), value })),
  ];
  return {
    type: 'static_select' as const,
    action_id: INPUT,
    options: choices,
    initial_option: choices.find(({ value }) => value === override) ?? standard,
  };
}
