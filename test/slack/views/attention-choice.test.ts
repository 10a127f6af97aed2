import { expect, it } from 'vitest';
import { choiceValue, parseChoice } from '../../../src/slack/views/attention-choice.js';

it('a choice is read back from its value', () => {
  const choice = { choice: 'mute', mapping: 'm1', finding: 'cname-loop' } as const;
  expect(parseChoice(choiceValue(choice))).toEqual(choice);
});

it('a button of an older version means the finding by its present code', () => {
  expect(parseChoice('ack m1 record-doubled')).toMatchObject({ finding: 'domain-appended-to-name' });
});
