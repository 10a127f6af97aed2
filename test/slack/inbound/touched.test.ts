import { expect, it } from 'vitest';
import { touchedValues } from '../../../src/slack/inbound/listeners/dialogs/touched.js';

const input = (element: object) => [{ type: 'input', block_id: 'field', element }];
const filledWith = (value: object) => ({ values: { field: { field: value } } });
const options = (...values: string[]) => values.map((value) => ({ text: {}, value }));

it.each<[string, object, object, object]>([
  ['text', { initial_value: 'a' }, { value: 'a' }, { value: 'b' }],
  ['empty text', {}, { value: null }, { value: 'b' }],
  ['text that is emptied', { initial_value: 'a' }, { value: 'a' }, { value: null }],
  ['a person', { initial_user: 'U1' }, { selected_user: 'U1' }, { selected_user: null }],
  ['nobody', {}, { selected_user: null }, { selected_user: 'U1' }],
  [
    'a choice',
    { initial_option: options('x')[0] },
    { selected_option: options('x')[0] },
    { selected_option: options('y')[0] },
  ],
  [
    'boxes, in any order',
    { initial_options: options('x', 'y') },
    { selected_options: options('y', 'x') },
    { selected_options: [] },
  ],
])('%s: left alone, and changed', (_, element, same, other) => {
  expect(touchedValues({ blocks: input(element), state: filledWith(same) })).toEqual({});
  expect(touchedValues({ blocks: input(element), state: filledWith(other) })).toEqual(
    filledWith(other).values,
  );
});

it('a field whose input isn’t known counts as changed', () => {
  expect(touchedValues({ blocks: [], state: filledWith({ value: 'a' }) })).toHaveProperty('field');
});
