import { expect, it } from 'vitest';
import { parseHostname } from '../../../src/core/hostname.js';
import { problemView } from '../../../src/slack/views/answers/usage.js';
import type { UserProblem } from '../../../src/use-cases/errors.js';
import { translatorFor } from '../../support/translator.js';

const translator = translatorFor();

function misread(input: string): UserProblem {
  const parsed = parseHostname(input);
  if (parsed.ok) throw new Error(`${input} is a hostname`);
  return { code: 'hostname', problem: parsed.problem };
}

/** The last sentence, and the command on the button. */
function answered(problem: UserProblem, typed?: string) {
  const { text, blocks } = problemView(problem, translator, typed);
  const row = blocks.find((block) => block.type === 'actions');
  const [button] = row?.type === 'actions' ? row.elements : [];
  return { text, runs: button && 'value' in button ? button.value : undefined };
}

it('a mistyped hostname is answered with the whole command, corrected, and a button that runs it', () => {
  expect(answered(misread('shop.example.con'), 'map shop.example.con --site 3')).toEqual({
    text: '`shop.example.con` can’t be public, because there’s no top-level domain `con`. Did you mean `/domain map shop.example.com --site 3`?',
    runs: 'map shop.example.com --site 3',
  });
});

it('where the command isn’t known, the hostname is named', () => {
  expect(answered(misread('shop,example.com'))).toMatchObject({
    text: expect.stringContaining('Did you mean `shop.example.com`?'),
    runs: undefined,
  });
});

it('a mapped hostname that is near comes before the offer to map another one', () => {
  const problem = { code: 'not-mapped', hostname: 'shop.exmaple.com', near: 'shop.example.com' } as const;
  const typed = 'note <http://shop.exmaple.com|shop.exmaple.com> call Anna';
  expect(answered(problem, typed)).toEqual({
    text: 'shop.exmaple.com isn’t mapped. Did you mean `/domain note shop.example.com call Anna`?',
    runs: 'note shop.example.com call Anna',
  });
  expect(answered({ code: 'not-mapped', hostname: 'shop.example.com' }, 'status shop.example.com').runs).toBe(
    'map shop.example.com',
  );
});

it('the beginning of a mapped hostname is answered with that one', () => {
  expect(answered({ ...misread('shop'), near: 'shop.example.com' } as UserProblem, 'status shop')).toEqual({
    text: '`shop` isn’t mapped. Did you mean `/domain status shop.example.com`?',
    runs: 'status shop.example.com',
  });
});
