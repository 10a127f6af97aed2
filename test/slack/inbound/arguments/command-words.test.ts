import fc from 'fast-check';
import { expect, it } from 'vitest';
import { commandWords, sentenceAfter } from '../../../../src/slack/inbound/arguments/command-words.js';

it.each([
  'note shop.example.com Call Rosa first',
  '/domain note shop.example.com Call Rosa first',
  '*note* “shop.example.com” Call Rosa first',
  'note - shop.example.com Call Rosa first',
  'note :memo: • shop.example.com Call Rosa first',
  'note <https://shop.example.com|Rosa’s new shop> Call Rosa first',
  'note shop [.] example [dot] com Call Rosa first',
  'note bücher.com (xn--bcher-kva.com) Call Rosa first',
  '  note\nxn--bcher-kva.com\nCall Rosa first',
])('%j: the sentence begins behind the words that the command has read', (typed) => {
  expect(sentenceAfter(2, typed, '/domain')).toBe('Call Rosa first');
});

it.each([
  ['note shop.example.com 🎂 1. call • 2. write', 2, '🎂 1. call • 2. write'],
  ['note shop.example.com www.example.com is next', 2, 'www.example.com is next'],
  ['note shop.example.com', 2, ''],
  ['note', 2, ''],
  ['mute bücher.com (xn--bcher-kva.com) 30d a new host', 3, 'a new host'],
])('%j keeps the sentence as it was typed', (typed, count, sentence) => {
  expect(sentenceAfter(count, typed, '/domain')).toBe(sentence);
});

it('whatever is typed, the sentence is its end', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...'a.bé -*_`<>|"1 \n'), maxLength: 60 }), (text) => {
      const typed = `note ${text}`;
      const sentence = sentenceAfter(2, typed, '/domain');
      const words = commandWords(typed, '/domain');
      if (words.length < 2) expect(sentence).toBe('');
      else expect(sentence.length).toBeLessThan(text.length);
    }),
  );
});
