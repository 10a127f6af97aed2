import { describe, expect, it } from 'vitest';
import { hashesOf, mergeTexts, type WrittenTexts } from '../../src/settings/customer-texts.js';

const opened: WrittenTexts = { tone: 'formal', sentences: { greeting: 'Hi,', reply: 'Write us.' } };
const merge = (now: WrittenTexts, typed: WrittenTexts) => mergeTexts(hashesOf(opened), now, typed);

describe('texts that two people change at once', () => {
  it('keep what each changed alone', () => {
    const now = { tone: 'formal', sentences: { greeting: 'Hi,', reply: 'Call us.' } } as const;
    const typed = { tone: 'friendly', sentences: { greeting: 'Hello,', reply: 'Write us.' } } as const;
    expect(merge(now, typed)).toEqual({
      merged: { tone: 'friendly', sentences: { greeting: 'Hello,', reply: 'Call us.' } },
      contested: [],
    });
  });

  it('keep what one removed and the other added', () => {
    const now = { tone: 'formal', sentences: { greeting: 'Hi,' } } as const;
    const typed = { ...opened, sentences: { ...opened.sentences, signature: 'Ana' } };
    expect(merge(now, typed)).toEqual({
      merged: { tone: 'formal', sentences: { greeting: 'Hi,', signature: 'Ana' } },
      contested: [],
    });
  });

  it('are contested where both changed the same part differently, and nowhere else', () => {
    const now = { sentences: { greeting: 'Hey,', reply: 'Call us.', signature: 'Ana' } };
    const typed = { sentences: { greeting: 'Hello,', reply: 'Call us.' } };
    expect(merge(now, typed)).toEqual({
      merged: { tone: undefined, sentences: { greeting: 'Hello,', reply: 'Call us.', signature: 'Ana' } },
      contested: ['greeting'],
    });
  });
});
