import { type Learned, NOTHING_LEARNED } from '../../src/core/learning/durations.js';
import { closte } from '../../src/hosting/closte/closte.js';
import { createCatalogue } from '../../src/locale/catalogue.js';
import type { SlackChatOptions } from '../../src/slack/outbound/posts/chat.js';
import { cardView, pointerView, stateView } from '../../src/slack/views/card/card.js';
import { plainText } from '../../src/slack/views/thread/plain.js';
import { replyView } from '../../src/slack/views/thread/reply.js';
import { createTranslator, type Translator } from '../../src/slack/views/translator.js';
import { POLICY, START, TARGET } from './observations.js';

/** At the start of the story, about one app; English unless said. */
export const translatorFor = (
  app: ReturnType<Translator['appOf']> = { target: TARGET },
  now = () => START,
  learned: Learned = NOTHING_LEARNED,
  locale = 'en',
): Translator =>
  createTranslator({
    t: createCatalogue(locale, closte),
    locale,
    now,
    policy: POLICY,
    learned: () => learned,
    appOf: () => app,
    workspaceUrl: 'https://team.slack.test/',
  });

/** The bot's own views, for a chat that posts them. */
export const chatViews = (
  translator: Translator,
): Pick<SlackChatOptions, 'card' | 'reply' | 'state' | 'pointer' | 'plain'> => ({
  card: (stored, www) => cardView(stored, www, translator),
  reply: (thread, events) => replyView(thread, events, translator),
  state: (stored) => stateView(stored, translator),
  pointer: (stored) => pointerView(stored, translator),
  plain: plainText(() => translator),
});
