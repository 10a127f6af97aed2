import { displayName } from '../../../core/hostname.js';
import { escapeMrkdwn, Mrkdwn } from '../../blocks/mrkdwn.js';
import type { PlainText } from '../../blocks/view.js';
import { stageText } from '../card/condition.js';
import type { TranslatorAt } from '../translator.js';
import { eventSentence } from './event-sentence.js';

export const plainText = (translatorAt: TranslatorAt): PlainText => ({
  card: ({ mapping }) =>
    orFacts([mapping.hostname, mapping.stage], () => {
      const translator = translatorAt(mapping);
      const stage = new Mrkdwn(stageText(mapping, translator));
      return translator.t('card.text', { hostname: displayName(mapping.hostname), stage });
    }),
  reply: ({ mapping }, event) =>
    orFacts([event.hostname, event.type], () => eventSentence(event, translatorAt(mapping))),
});

function orFacts(facts: readonly string[], sentence: () => string): string {
  try {
    return sentence();
  } catch {
    return escapeMrkdwn(facts.map(String).join(': '));
  }
}
