import type { ModalView } from '@slack/types';
import { z } from 'zod';
import { LEAST_INTERVAL_S, MOST_INTERVAL_S } from '../../mapping/policy.js';
import type { SettingChange } from '../../settings/settings.js';
import { context, plain, section } from '../blocks.js';
import { person } from '../mrkdwn.js';
import type { View } from '../view.js';
import type { Voice } from './voice.js';

export const SETTINGS_DIALOG = 'settings';
export const INTERVAL_BLOCK = 'interval';
const INTERVAL_INPUT = 'seconds';

const opened = z.object({ app: z.string().max(40), channel: z.string().max(40) });
const state = z.object({
  [INTERVAL_BLOCK]: z.object({ [INTERVAL_INPUT]: z.object({ value: z.string().regex(/^\d{1,6}$/) }) }),
});

export interface SettingsWish {
  readonly app: string;
  readonly channel: string;
  /** NaN for what is no whole number. */
  readonly seconds: number;
}

/** Undefined for what is none of ours. */
export function parseSettings(privateMetadata: string, values: unknown): SettingsWish | undefined {
  try {
    const { data } = opened.safeParse(JSON.parse(privateMetadata));
    const typed = state.safeParse(values).data?.[INTERVAL_BLOCK][INTERVAL_INPUT].value;
    return data && { ...data, seconds: Number(typed ?? Number.NaN) };
  } catch {
    return undefined;
  }
}

export function settingsDialog(
  { name, intervalMs }: { readonly name: string; readonly intervalMs: number },
  channel: string,
  voice: Voice,
): ModalView {
  return {
    type: 'modal',
    callback_id: SETTINGS_DIALOG,
    private_metadata: JSON.stringify({ app: name, channel }),
    title: plain(voice.sayPlain('settings.title')),
    submit: plain(voice.sayPlain('settings.submit')),
    close: plain(voice.sayPlain('dialog.cancel')),
    blocks: [
      section(voice.say('settings.app', { app: name })),
      {
        type: 'input',
        block_id: INTERVAL_BLOCK,
        label: plain(voice.sayPlain('settings.interval')),
        hint: plain(voice.sayPlain('settings.hint', { least: LEAST_INTERVAL_S, most: MOST_INTERVAL_S })),
        element: {
          type: 'number_input',
          action_id: INTERVAL_INPUT,
          is_decimal_allowed: false,
          initial_value: String(Math.round(intervalMs / 1_000)),
          min_value: String(LEAST_INTERVAL_S),
          max_value: String(MOST_INTERVAL_S),
        },
      },
      context(voice.say('settings.told')),
    ],
  };
}

/** The change as the channel hears of it. */
export function changeView({ by, app, fromMs, toMs }: SettingChange, voice: Voice): View {
  const text = voice.say('settings.changed', {
    person: person(by),
    app,
    from: voice.duration(fromMs),
    to: voice.duration(toMs),
  });
  return { text, blocks: [section(text)] };
}
