import type { DomainEvent } from '../../core/event.js';
import type { StoredMapping } from '../../store/store.js';
import { escapeMrkdwn, Mrkdwn } from '../blocks/mrkdwn.js';
import { stageText } from './condition.js';
import { displayName } from './display-name.js';
import { eventSentence } from './event-sentence.js';
import type { Translator } from './translator.js';

/** What a message says when its own view can't be made or Slack refuses it: one sentence, or the bare facts. Never throws. */
export interface PlainText {
  card(stored: StoredMapping): string;
  reply(stored: StoredMapping, event: DomainEvent): string;
}

/** `voiceOf`: the voice of an app by its name. */
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
