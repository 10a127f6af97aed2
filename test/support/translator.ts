import { type Learned, NOTHING_LEARNED } from '../../src/core/learning/durations.js';
import { closteFacts } from '../../src/hosting/closte/facts.js';
import { createCatalogue } from '../../src/locale/catalogue.js';
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
    t: createCatalogue(locale, closteFacts),
    locale,
    now,
    policy: POLICY,
    learned: () => learned,
    appOf: () => app,
    workspaceUrl: 'https://team.slack.test/',
  });
