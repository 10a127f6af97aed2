import { displayName } from '../../../core/hostname.js';
import { escapeMrkdwn, Mrkdwn } from '../../blocks/mrkdwn.js';
import type { PlainText } from '../../blocks/view.js';
import { stageText } from '../card/condition.js';
import type { Translator } from '../translator.js';
import { eventSentence } from './event-sentence.js';

/** `translatorOf`: an app's translator, by the app's name. */
export const plainText = (translatorOf: (app: string) => Translator): PlainText => ({
  card: ({ mapping }) =>
    orFacts([mapping.hostname, mapping.stage], () => {
      const translator = translatorOf(mapping.app);
      const stage = new Mrkdwn(stageText(mapping, translator));
      return translator.t('card.text', { hostname: displayName(mapping.hostname), stage });
    }),
  reply: ({ mapping }, event) =>
    orFacts([event.hostname, event.type], () => eventSentence(event, translatorOf(mapping.app))),
});

function orFacts(facts: readonly string[], sentence: () => string): string {
  try {
    return sentence();
  } catch {
    return escapeMrkdwn(facts.map(String).join(': '));
  }
}
