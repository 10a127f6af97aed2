import { describe, expect, it } from 'vitest';
import { context, divider, section } from '../../../src/slack/blocks/blocks.js';
import { joinViews, LIMITS, sections } from '../../../src/slack/blocks/limits.js';
import type { View } from '../../../src/slack/blocks/view.js';

const short = (text: string): View => ({ text, blocks: [section(text)] });
const long = (text: string): View => ({ text, blocks: [section(text), context(text)] });

describe('views for several hostnames', () => {
  it('of one sentence each are one list', () => {
    expect(joinViews([short('a'), short('b'), short('c')])).toEqual([
      { text: 'a\nb\nc', blocks: [section('a'), section('b'), section('c')] },
    ]);
  });

  it('of several blocks are set apart', () => {
    expect(joinViews([long('a'), short('b')])).toEqual([
      { text: 'a\nb', blocks: [section('a'), context('a'), divider, section('b')] },
    ]);
  });

  it('that don’t fit into one message are left whole', () => {
    const big = short('x'.repeat(LIMITS.sectionText));
    const joined = joinViews([big, big, short('y')]);
    expect(joined.map(({ blocks }) => blocks.length)).toEqual([1, 2]);
    expect(joined.flatMap(({ blocks }) => blocks)).toEqual([...big.blocks, ...big.blocks, section('y')]);
  });

  it('of nothing are none', () => {
    expect(joinViews([])).toEqual([]);
  });
});

describe('lines', () => {
  it('that fit share a section', () => {
    expect(sections(['a', 'b'])).toEqual([section('a\nb')]);
  });

  it('are never cut: what doesn’t fit begins another section', () => {
    const line = 'x'.repeat(LIMITS.sectionText / 2);
    expect(sections([line, line, 'y'])).toEqual([section(line), section(`${line}\ny`)]);
  });
});
