import { type SettingChange, settingEvent } from '../../../settings/settings.js';
import { section } from '../../blocks/blocks.js';
import type { View } from '../../blocks/view.js';
import { eventSentence } from '../thread/event-sentence.js';
import type { Translator } from '../translator.js';

/** The change, as posted in the channel: the sentence that the audit trail has. */
export function changeView(change: SettingChange, translator: Translator): View {
  const text = eventSentence(settingEvent(change), translator);
  return { text, blocks: [section(text)] };
}
