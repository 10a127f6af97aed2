import type { ModalView } from '@slack/types';
import { z } from 'zod';
import { MAX_INTERVAL_S, MIN_INTERVAL_S } from '../../../core/lifecycle/policy.js';
import type { SettingChange } from '../../../settings/settings.js';
import { parseJson } from '../../../util/parse-json.js';
import { context, plain, section } from '../../blocks/blocks.js';
import { person } from '../../blocks/mrkdwn.js';
import type { View } from '../../blocks/view.js';
import type { Translator } from '../translator.js';

export const SETTINGS_DIALOG = 'settings';
export const INTERVAL_BLOCK = 'interval';
const INTERVAL_INPUT = 'seconds';

const openedSettings = z.object({ app: z.string().max(40), channel: z.string().max(40) });
const state = z.object({
  [INTERVAL_BLOCK]: z.object({ [INTERVAL_INPUT]: z.object({ value: z.string().regex(/^\d{1,6}$/) }) }),
});

export interface SettingsRequest {
  readonly app: string;
  readonly channel: string;
  /** NaN unless it is a whole number. */
  readonly seconds: number;
}

/** Undefined for foreign submissions. */
export function parseSettingsForm(privateMetadata: string, values: unknown): SettingsRequest | undefined {
  const data = parseJson(privateMetadata, openedSettings);
  const typed = state.safeParse(values).data?.[INTERVAL_BLOCK][INTERVAL_INPUT].value;
  return data && { ...data, seconds: Number(typed ?? Number.NaN) };
}

export function settingsDialog(
  { name, intervalMs }: { readonly name: string; readonly intervalMs: number },
  channel: string,
  translator: Translator,
): ModalView {
  return {
    type: 'modal',
    callback_id: SETTINGS_DIALOG,
    private_metadata: JSON.stringify({ app: name, channel }),
    title: plain(translator.tPlain('settings.title')),
    submit: plain(translator.tPlain('settings.submit')),
    close: plain(translator.tPlain('dialog.cancel')),
    blocks: [
      section(translator.t('settings.app', { app: name })),
      {
        type: 'input',
        block_id: INTERVAL_BLOCK,
        label: plain(translator.tPlain('settings.interval')),
        hint: plain(translator.tPlain('settings.hint', { least: MIN_INTERVAL_S, most: MAX_INTERVAL_S })),
        element: {
          type: 'number_input',
          action_id: INTERVAL_INPUT,
          is_decimal_allowed: false,
          initial_value: String(Math.round(intervalMs / 1_000)),
          min_value: String(MIN_INTERVAL_S),
          max_value: String(MAX_INTERVAL_S),
        },
      },
      context(translator.t('settings.told')),
    ],
  };
}

/** The change, as posted in the channel. */
export function changeView({ by, app, fromMs, toMs }: SettingChange, translator: Translator): View {
  const text = translator.t('settings.changed', {
    person: person(by),
    app,
    from: translator.duration(fromMs),
    to: translator.duration(toMs),
  });
  return { text, blocks: [section(text)] };
}
