import type { KnownBlock } from '@slack/types';
import { customerSentences } from '../../../core/customer/template.js';
import { changedTexts, languageOfTexts, readTexts } from '../../../settings/customer-texts.js';
import { type SettingChange, settingEvent } from '../../../settings/settings.js';
import { context, section } from '../../blocks/blocks.js';
import { cut, LIMITS } from '../../blocks/limits.js';
import { code } from '../../blocks/mrkdwn.js';
import type { View } from '../../blocks/view.js';
import { eventSentence } from '../thread/event-sentence.js';
import type { Translator } from '../translator.js';

/** The change, as posted in the channel: the sentence that the audit trail has. */
export function changeView(change: SettingChange, translator: Translator): View {
  const text = eventSentence(settingEvent(change), translator);
  return { text, blocks: [section(text), ...textBlocks(change, translator)] };
}

/** More than a channel wants to read. */
const MAX_TEXTS_SHOWN = 8;

/** The new texts for customers. */
function textBlocks({ setting, from, to }: SettingChange, translator: Translator): KnownBlock[] {
  if (languageOfTexts(setting) === undefined) return [];
  const { sentences } = readTexts(to);
  const changed = new Set(changedTexts(from, to));
  const lines = customerSentences.flatMap((name) => {
    const text = changed.has(name) ? sentences[name] : undefined;
    return text === undefined ? [] : [`${translator.t(`texts.label.${name}`)}: ${code(text).text}`];
  });
  return lines.slice(0, MAX_TEXTS_SHOWN).map((line) => context(cut(line, LIMITS.contextText)));
}
