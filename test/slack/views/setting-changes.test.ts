import { expect, it } from 'vitest';
import type { SettingChange } from '../../../src/settings/stored-settings.js';
import { changeView } from '../../../src/slack/views/thread/event-sentence.js';
import { START } from '../../support/observations.js';
import { translatorFor } from '../../support/translator.js';

const translator = translatorFor();
const change = (setting: string, from: string | number, to: string | number): SettingChange => ({
  id: setting,
  at: START,
  by: 'UALICE',
  app: 'shop',
  channel: 'C1',
  setting,
  from,
  to,
  isReset: false,
  isTried: false,
});

it('a choice of what already was says that nothing changes', () => {
  const { text } = changeView([change('time-zone', 'UTC', 'UTC')], translator);
  expect(text).toContain('UALICE> chose a setting of app `shop`');
  expect(text).toContain('UTC (unchanged).');
});

it('among several changes, too', () => {
  const { text } = changeView(
    [change('time-zone', 'UTC', 'UTC'), change('thread', 'all', 'milestones')],
    translator,
  );
  expect(text).toMatch(/: UTC \(unchanged\)$/m);
  expect(text).toMatch(/ → /);
});
