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
  '*note shop.example.com* Call Rosa first',
  'note *bücher.com (xn--bcher-kva.com)* Call Rosa first',
  'note shop.example.com\u2800Call Rosa first',
])('%j: the sentence begins behind the words that the command has read', (typed) => {
  expect(sentenceAfter(2, typed, '/domain')).toBe('Call Rosa first');
});

it.each([
  ['note shop.example.com 🎂 1. call • 2. write', 2, '🎂 1. call • 2. write'],
  ['note shop.example.com www.example.com is next', 2, 'www.example.com is next'],
  ['note shop.example.com', 2, ''],
  ['note', 2, ''],
  ['mute bücher.com (xn--bcher-kva.com) 30d a new host', 3, 'a new host'],
  ['mute *.bücher.com (*.xn--bcher-kva.com) 30d a new host', 3, 'a new host'],
  ['note *shop.example.com is slow*', 2, 'is slow*'],
  ['note _shop.example.com client wants_ a call', 2, 'client wants_ a call'],
  ['*:memo: /domain note _dmarc.example.com* is *new*', 2, 'is *new*'],
  ['note **.example.com is slow*', 2, 'is slow*'],
  ['note *shop.example.com :memo:*', 2, ':memo:*'],
  ['note <shop.example.com is slow>', 2, 'is slow>'],
  ['note shop.example.com,www.example.com', 2, 'www.example.com'],
])('%j keeps the sentence as it was typed', (typed, count, sentence) => {
  expect(sentenceAfter(count, typed, '/domain')).toBe(sentence);
});

it('whatever marks decorate, the sentence keeps its words', () => {
  const words = ['note', 'shop.example.com', 'call', 'Rosa', 'first'];
  const mark = fc.constantFrom('*', '_', '~', '`', '```', '*_', '~*`', '(*', '“_');
  const place = fc.nat({ max: words.length - 1 });
  const decoration = fc.record({ mark, from: place, to: place });
  fc.assert(
    fc.property(fc.array(decoration, { maxLength: 3 }), (decorations) => {
      const decorated = decorations.reduce((typed, { mark: open, from, to }) => {
        const opened = typed.with(from, `${open}${typed[from]}`);
        return opened.with(to, `${opened[to]}${[...open].reverse().join('')}`);
      }, words);
      const sentence = sentenceAfter(2, decorated.join(' '), '/domain');
      expect(sentence.replace(/[*_~`(“]/g, '')).toBe('call Rosa first');
    }),
    { numRuns: 2_000 },
  );
});

it('whatever is typed, the sentence is its end', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...'a.bé -*_`<>|"1 \n'), maxLength: 60 }), (text) => {
      const typed = `note ${text}`;
      const sentence = sentenceAfter(2, typed, '/domain');
      const words = commandWords(typed, '/domain');
      if (words.length < 2) expect(sentence).toBe('');
      else expect(sentence.length).toBeLessThan(text.length);
      if (words.length > 2) expect(sentence).not.toBe('');
    }),
  );
});
