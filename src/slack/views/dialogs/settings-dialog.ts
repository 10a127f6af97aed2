import type { InputBlock, KnownBlock, ModalView } from '@slack/types';
import { z } from 'zod';
import {
  type ChoiceSetting,
  daysIn,
  daysOfWeek,
  type NumberSetting,
  type SettingName,
  type SettingValue,
  settingDefinitionOf,
  settingNames,
  writeDays,
} from '../../../settings/definitions.js';
import { resolveSetting } from '../../../settings/resolve.js';
import type { SettingsShown, SettingsTarget } from '../../../use-cases/admin/settings.js';
import { mapInTurns } from '../../../util/concurrency/event-loop.js';
import { parseJson } from '../../../util/parse-json.js';
import { actions, button, context, section } from '../../blocks/blocks.js';
import {
  checkboxes,
  dialogField,
  filledFields,
  modalOf,
  selectOption,
  staticSelect,
} from '../../blocks/inputs.js';
import { channelLink, Mrkdwn } from '../../blocks/mrkdwn.js';
import { nameOfDay, settingValue } from '../setting-values.js';
import type { Translator } from '../translator.js';

export const SETTINGS_DIALOG = 'settings';
export const CHANNEL_SETTINGS_ACTION = 'settings-of-channel';
export const APP_SETTINGS_ACTION = 'settings-of-app';
export const TEXTS_ACTION = 'customer-texts';
/** No option may be empty, and a chosen one can't be cleared. */
const UNSET = 'default';
/** A separate box, since no tick at all means the app's days. */
const NO_DAYS = 'none';
/** More channels than a person reads. */
const MAX_CHANNELS_SHOWN = 20;

const openedSettings = z.object({
  app: z.string().max(40),
  channel: z.string().max(40),
  forChannel: z.string().max(40).optional(),
});
export type OpenedSettings = z.infer<typeof openedSettings>;

export interface SettingsRequest {
  readonly target: SettingsTarget;
  readonly channel: string;
  /** Undefined resets a setting; NaN stands for what isn't a number. */
  readonly wanted: Readonly<Partial<Record<SettingName, SettingValue | undefined>>>;
}

/** What an open dialog is about; undefined for a foreign one. */
export const parseOpenedSettings = (privateMetadata: string): OpenedSettings | undefined =>
  parseJson(privateMetadata, openedSettings);

/** What a submitted dialog says; undefined for a foreign one. */
export function parseSettingsForm(privateMetadata: string, values: unknown): SettingsRequest | undefined {
  const data = parseOpenedSettings(privateMetadata);
  const inputs = filledFields.safeParse(values).data;
  if (!data || !inputs) return undefined;
  const { app, channel, forChannel } = data;
  const wanted = settingNames.flatMap((name): [SettingName, SettingValue | undefined][] => {
    const id = settingField(name, forChannel);
    const input = inputs[id]?.[id];
    if (!input) return [];
    if (input.selected_options) return [[name, tickedDays(input.selected_options.map(({ value }) => value))]];
    const text = input.selected_option?.value ?? input.value ?? '';
    if (text === '' || text === UNSET) return [[name, undefined]];
    return [[name, input.selected_option ? text : typedNumber(text)]];
  });
  return { target: { app, forChannel }, channel, wanted: Object.fromEntries(wanted) };
}

/** Named days take precedence over "none". */
function tickedDays(ticked: readonly string[]): string | undefined {
  const days = writeDays(ticked);
  return days === '' && !ticked.includes(NO_DAYS) ? undefined : days;
}

const typedNumber = (text: string): number => (/^\d{1,6}$/.test(text) ? Number(text) : Number.NaN);

/** A field's ID. Slack keeps what was typed in a field of the same ID, so a channel's have their own. */
export const settingField = (name: SettingName, forChannel: string | undefined): string =>
  forChannel === undefined ? name : `${name}-here`;

/**
 * All settings of an app or a channel: what is set there is filled in, and each hint says what holds otherwise. Yields to
 * other work.
 */
export async function settingsDialog(
  shown: SettingsShown,
  channel: string,
  translator: Translator,
): Promise<ModalView> {
  const { app, forChannel, channels } = shown;
  const data: OpenedSettings = {
    app: app.name,
    channel,
    ...(forChannel === undefined ? {} : { forChannel }),
  };
  return modalOf({
    id: SETTINGS_DIALOG,
    title: translator.tPlain('settings.title'),
    submit: translator.tPlain('settings.submit'),
    close: translator.tPlain('dialog.cancel'),
    data,
    blocks: [
      ...settingsHead(shown, channel, translator),
      ...(await mapInTurns(settingNames, (name) => inputOf(name, shown, translator))),
      context(translator.t(forChannel === undefined ? 'settings.reported' : 'settings.reported-here')),
      ...(forChannel === undefined ? ownChannels(channels, translator) : []),
    ],
  });
}

/** Whose settings these are, and the way to the others. */
function settingsHead(
  { app, forChannel }: SettingsShown,
  channel: string,
  translator: Translator,
): KnownBlock[] {
  const texts = button(TEXTS_ACTION, translator.tPlain('settings.texts'), app.name);
  if (forChannel !== undefined)
    return [
      section(translator.t('settings.channel', { channel: channelLink(forChannel) })),
      actions(
        button(APP_SETTINGS_ACTION, translator.tPlain('settings.for-app', { app: app.name }), app.name),
      ),
    ];
  const here = button(CHANNEL_SETTINGS_ACTION, translator.tPlain('settings.only-channel'), app.name);
  return [
    section(translator.t('settings.app', { app: app.name })),
    actions(...(channel === '' ? [] : [here]), texts),
  ];
}

function ownChannels(channels: readonly string[], translator: Translator): KnownBlock[] {
  if (channels.length === 0) return [];
  const links = translator.list(channels.slice(0, MAX_CHANNELS_SHOWN).map((id) => channelLink(id).text));
  return [context(translator.t('settings.channels', { channels: new Mrkdwn(links) }))];
}

function inputOf(name: SettingName, shown: SettingsShown, translator: Translator): InputBlock {
  const definition = settingDefinitionOf(name);
  const { forChannel } = shown;
  const id = settingField(name, forChannel);
  const hint = hintOf(name, definition, shown, translator);
  return dialogField(
    { id, label: translator.tPlain(`settings.label.${name}`), hint, isOptional: true },
    inputFor(name, definition, shown, translator),
  );
}

function inputFor(
  name: SettingName,
  definition: ReturnType<typeof settingDefinitionOf>,
  shown: SettingsShown,
  translator: Translator,
): InputBlock['element'] {
  const set = (shown.levels.channel ?? shown.levels.app)[name];
  if (definition.kind === 'number') return numberInput(definition, set);
  if (definition.kind === 'choice') return choiceInput(name, definition, shown, translator);
  return daysInput(name, shown, translator);
}

/** A channel can have none although its app has some. */
function daysInput(name: SettingName, { levels }: SettingsShown, translator: Translator) {
  const set = (levels.channel ?? levels.app)[name];
  const days = daysOfWeek.map((day) => selectOption(nameOfDay(day, translator.language), day));
  const none = selectOption(translator.tPlain('settings.no-days-here'), NO_DAYS);
  const ticked: readonly string[] = set === '' ? [NO_DAYS] : daysIn(set ?? '');
  return checkboxes(levels.channel ? [...days, none] : days, (day) => ticked.includes(day));
}

/** What holds if nothing is set here, and where it comes from. */
function hintOf(
  name: SettingName,
  definition: ReturnType<typeof settingDefinitionOf>,
  { app, forChannel, levels }: SettingsShown,
  translator: Translator,
): string {
  const below = forChannel === undefined ? { ...levels, app: {} } : { ...levels, channel: {} };
  const { value, source } = resolveSetting(name, below);
  const params = { source, app: app.name, standard: settingValue(name, value, translator) };
  if (definition.kind === 'number')
    return translator.tPlain('settings.inherited-range', {
      ...params,
      canBeOff: String(definition.min === 0),
      least: definition.min,
      most: definition.max,
    });
  const inherited = translator.tPlain('settings.inherited', params);
  const isSet = (levels.channel ?? levels.app)[name] !== undefined;
  return isSet ? translator.tPlain('settings.here', { inherited }) : inherited;
}

const numberInput = ({ min, max }: NumberSetting, set: SettingValue | undefined) => ({
  type: 'number_input' as const,
  is_decimal_allowed: false,
  ...(set === undefined ? {} : { initial_value: String(set) }),
  min_value: String(min),
  max_value: String(max),
});

function choiceInput(
  name: SettingName,
  { options }: ChoiceSetting,
  { forChannel, levels }: SettingsShown,
  translator: Translator,
) {
  const set = (levels.channel ?? levels.app)[name];
  const key = forChannel === undefined ? 'settings.use-default' : 'settings.not-here';
  const unset = selectOption(translator.tPlain(key), UNSET);
  const choices = [
    unset,
    ...options.map((value) => selectOption(settingValue(name, value, translator), value)),
  ];
  return staticSelect(choices, choices.find(({ value }) => value === set) ?? unset);
}
