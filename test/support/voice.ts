import { createCatalogue } from '../../src/locale/catalogue.js';
import { createVoice, type Voice } from '../../src/slack/views/voice.js';
import { POLICY, START, TARGET } from './observations.js';

/** English, at the start of the story, about one app. */
export const voiceFor = (app: ReturnType<Voice['appOf']> = { target: TARGET }): Voice =>
  createVoice({
    say: createCatalogue('en'),
    locale: 'en',
    now: () => START,
    policy: POLICY,
    appOf: () => app,
    workspaceUrl: 'https://team.slack.test/',
  });
