import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../../../src/sandbox/slack/page-api.js';
import {
  lengthOfText,
  SLACK_FIGURES,
  validateBlocks,
  validateView,
} from '../../../../src/sandbox/slack/rules/limits.js';
import { button, modal, section } from '../sandbox.js';

const plain = (length: number): JsonObject => ({ type: 'plain_text', text: 'x'.repeat(length) });
const times = <T>(count: number, make: (index: number) => T): T[] =>
  Array.from({ length: count }, (_, index) => make(index));
const option = (text = 5, value = 5): JsonObject => ({ text: plain(text), value: 'v'.repeat(value) });
const actions = (...elements: JsonObject[]): JsonObject => ({ type: 'actions', elements });
const select = (options: JsonObject[]): JsonObject =>
  actions({ type: 'static_select', action_id: 's', placeholder: plain(10), options });
const input = (element: JsonObject): JsonObject => ({ type: 'input', label: plain(5), element });
const context = (count: number): JsonObject => ({
  type: 'context',
  elements: times(count, () => plain(3)),
});

/** A block in which the figure in question is `n`; the largest `n` that Slack takes. */
const FIGURES: [string, number, (n: number) => JsonObject[]][] = [
  ['blocks of a message', 50, (n) => times(n, () => ({ type: 'divider' }))],
  ['block_id', 255, (n) => [{ type: 'divider', block_id: 'b'.repeat(n) }]],
  ['action_id', 255, (n) => [actions(button({ action_id: 'a'.repeat(n) }))]],
  ['section text', 3000, (n) => [section('x'.repeat(n))]],
  ['section fields', 10, (n) => [{ type: 'section', fields: times(n, () => plain(3)) }]],
  ['a section field', 2000, (n) => [{ type: 'section', fields: [plain(n)] }]],
  ['header', 150, (n) => [{ type: 'header', text: plain(n) }]],
  ['context elements', 10, (n) => [context(n)]],
  ['actions elements', 25, (n) => [actions(...times(n, (i) => button({ action_id: `a${i}` })))]],
  ['button text', 75, (n) => [actions(button({ text: plain(n) }))]],
  ['button value', 2000, (n) => [actions(button({ value: 'v'.repeat(n) }))]],
  ['button url', 3000, (n) => [actions(button({ url: 'u'.repeat(n) }))]],
  ['select options', 100, (n) => [select(times(n, () => option()))]],
  ['option text', 75, (n) => [select([option(n)])]],
  ['option value', 150, (n) => [select([option(5, n)])]],
  ['overflow', 5, (n) => [actions({ type: 'overflow', options: times(n, () => option()) })]],
  ['input label', 2000, (n) => [{ ...input({ type: 'plain_text_input' }), label: plain(n) }]],
  ['input initial value', 3000, (n) => [input({ type: 'plain_text_input', initial_value: 'x'.repeat(n) })]],
];

describe.each(FIGURES)('%s: %i', (_, most, blocks) => {
  it('takes the most', () => expect(validateBlocks(blocks(most), 'message')).toEqual([]));
  it('refuses one more', () => expect(validateBlocks(blocks(most + 1), 'message')).not.toEqual([]));
});

it.each<[string, JsonObject[], string]>([
  ['an unknown block', [{ type: 'banner' }], '/blocks/0/type'],
  ['an unknown field', [{ type: 'divider', colour: 'red' }], '/blocks/0'],
  ['an empty text', [section('')], '/blocks/0/text/text'],
  ['a section of nothing', [{ type: 'section' }], '/blocks/0'],
  ['mrkdwn in a header', [{ type: 'header', text: { type: 'mrkdwn', text: 'x' } }], '/blocks/0/text/type'],
  ['two blocks of one id', times(2, () => ({ type: 'divider', block_id: 'b' })), '/blocks'],
  ['two buttons of one id', [actions(button(), button())], '/blocks/0'],
])('%s is refused, with a pointer to it', (_, blocks, pointer) => {
  const errors = validateBlocks(blocks, 'message');
  expect(errors.join()).toContain(`[json-pointer:${pointer}]`);
});

it('takes the same action_id in two blocks', () => {
  expect(validateBlocks([actions(button()), actions(button())], 'message')).toEqual([]);
});

it('a Home tab takes 100 blocks, and no title', () => {
  const home = (extra: JsonObject) => ({ type: 'home', blocks: [section('x')], ...extra });
  const dividers = (n: number) => times(n, () => ({ type: 'divider' }));
  expect(validateView(home({ blocks: dividers(100) }), 'home')).toEqual([]);
  expect(validateView(home({ blocks: dividers(101) }), 'home')).not.toEqual([]);
  expect(validateView(home({ title: plain(5) }), 'home')).not.toEqual([]);
});

describe('a modal', () => {
  it.each<[string, number, (n: number) => JsonObject]>([
    ['title', 24, (n) => ({ title: plain(n) })],
    ['submit', 24, (n) => ({ submit: plain(n) })],
    ['close', 24, (n) => ({ close: plain(n) })],
    ['callback_id', 255, (n) => ({ callback_id: 'c'.repeat(n) })],
    ['private_metadata', 3000, (n) => ({ private_metadata: 'p'.repeat(n) })],
    ['blocks', 100, (n) => ({ blocks: times(n, () => ({ type: 'divider' })) })],
  ])('has a %s of at most %i', (_, most, change) => {
    expect(validateView(modal(change(most)))).toEqual([]);
    expect(validateView(modal(change(most + 1)))).not.toEqual([]);
  });

  it('needs a submit button for its inputs', () => {
    const blocks = [input({ type: 'plain_text_input' })];
    expect(validateView(modal({ blocks }))).toEqual([]);
    expect(validateView(modal({ blocks, submit: null }))).toHaveLength(1);
  });
});

it('adds up the text of blocks, and nothing but text', () => {
  const blocks = [section('12345'), actions(button({ value: 'not counted' }))];
  expect(lengthOfText(blocks)).toBe('12345'.length + 'Press'.length);
  expect(SLACK_FIGURES.blockTextTotal).toBe(13_200);
});
