import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { definitionOf, findingCodes } from '../../../src/core/diagnosis/findings/table.js';
import { validateBlocks } from '../../../src/sandbox/slack/rules/limits.js';
import { actions, button, context, plain, section } from '../../../src/slack/blocks/blocks.js';
import { cut, fitView, LIMITS } from '../../../src/slack/blocks/limits.js';
import { code, codeBlock, escapeMrkdwn, link, moment, person } from '../../../src/slack/blocks/mrkdwn.js';
import { createDedupe } from '../../../src/slack/inbound/delivery-guards.js';
import { statusView } from '../../../src/slack/views/answers/status.js';
import { reportedMapping } from '../../support/reported-mapping.js';
import { Story } from '../../support/story.js';
import { translatorFor } from '../../support/translator.js';

describe('foreign text', () => {
  it('loses its power to mention, link or mark up', () => {
    expect(escapeMrkdwn('<!channel> & <@U1>')).toBe('&lt;!channel&gt; &amp; &lt;@U1&gt;');
    expect(code('a`b\n<!here>').text).toBe("`a'b &lt;!here&gt;`");
    expect(codeBlock(['a```b']).text).toBe("```a'''b```");
    expect(link('https://x.test/?a=1&b=<2>|z', 'a|<b>').text).toBe(
      '<https://x.test/?a=1&amp;b=&lt;2&gt;%7Cz|a &lt;b&gt;>',
    );
    expect(person('U1><!channel>').text).not.toContain('<!');
    expect(person('U01ALICE').text).toBe('<@U01ALICE>');
  });
  it.each([
    ['turned around (U+202E)', 'moc.\u202Eknab\u202C'],
    ['isolated (U+2066 to U+2069)', '\u2066a\u2067b\u2068c\u2069'],
    ['marked left and right', 'a\u200E\u200F\u061C'],
    ['hidden by zero width', 'sh\u200Bo\u200C\u200Dp\u2060\uFEFF'],
    ['hyphenated out of sight', 'sh\u00ADop'],
    ['a terminal’s escape', '\u001B[31mred\u009B0m\u0007'],
  ])('is shown as it is seen, not %s', (_, text) => {
    const shown = [escapeMrkdwn(text), code(text).text, link('https://x.test/', text).text, plain(text).text];
    for (const each of [...shown, translatorFor().tPlain('doctor.slack.connected', { team: text })])
      expect(each).not.toMatch(/[\p{Cf}\p{Cc}]/u);
  });
  it('moments are shown in each reader’s zone', () => {
    expect(moment(1_700_000_000_999).text).toBe(
      '<!date^1700000000^{date_short_pretty} {time}|2023-11-14T22:13:20.999Z>',
    );
  });
});

describe('what is too long', () => {
  const piece = fc.constantFrom('a', '&amp;', '&lt;', '<https://a.test|b>', '<@U1>', '```', '`x`', '😀', ' ');
  it('is cut without tearing an entity, mark-up or a character apart', () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 80 }), fc.integer({ min: 20, max: 60 }), (pieces, limit) => {
        const short = cut(pieces.join(''), limit);
        expect(short.length).toBeLessThanOrEqual(limit);
        expect(short.replace(/&(amp|lt|gt);/g, '')).not.toMatch(/&/);
        expect(short.split('<').length).toBe(short.split('>').length);
        expect(short).not.toMatch(/\p{Surrogate}/u);
      }),
      { numRuns: 2_000 },
    );
  });

  it('is taken by Slack once it fits', () => {
    const blocks = Array.from({ length: 80 }, () => ({
      type: 'section' as const,
      text: { type: 'mrkdwn' as const, text: 'x'.repeat(5_000) },
    }));
    const fitted = fitView({ text: 'y'.repeat(50_000), blocks });
    expect(validateBlocks(fitted.blocks, 'message')).toEqual([]);
    expect(fitted.text.length).toBeLessThanOrEqual(LIMITS.text);
    expect(JSON.stringify(fitted.blocks).length).toBeLessThan(12_000);
  });

  const buttons = actions(button('check', 'Check now', 'm1'));
  it.each([
    ['50 blocks in all', 48, 20, 50, false],
    ['one more', 49, 20, 50, true],
    ['a long text', 12, 2_000, 7, true],
  ])(
    'keeps its end, with the buttons, and shows that something is left out: %s',
    (_, count, length, of, isCut) => {
      const sections = Array.from({ length: count }, (__, at) => section(`${at}`.padEnd(length, 'x')));
      const { blocks } = fitView({ text: 'x', blocks: [...sections, context('checked today'), buttons] });
      expect(validateBlocks(blocks, 'message')).toEqual([]);
      expect(blocks).toHaveLength(of);
      expect(blocks.slice(-2)).toEqual([context('checked today'), buttons]);
      expect(JSON.stringify(blocks).includes('"…"')).toBe(isCut);
      expect(blocks[0]).toEqual(sections[0]);
    },
  );

  it('a status with more findings than a message holds keeps when it was checked, and Slack takes it', async () => {
    const translator = translatorFor();
    const { mapping } = new Story().added();
    const findings = findingCodes.map((each) => {
      const { axis } = definitionOf(each);
      return {
        code: each,
        axis,
        severity: 'problem' as const,
        whoActs: 'customer' as const,
        params: {},
        fixes: [],
      };
    });
    const view = await statusView(
      { stored: { ...reportedMapping(), mapping } },
      { ...translator, about: () => ({ ...translator, findings: () => findings }) },
    );
    expect(view.blocks.length).toBeGreaterThan(LIMITS.blocks);
    const { blocks } = fitView(view);
    expect(validateBlocks(JSON.parse(JSON.stringify(blocks)), 'message')).toEqual([]);
    expect(JSON.stringify(blocks.at(-1))).toContain('unchanged for');
  });
});

it('a delivery is recognised when it comes again, for a while', () => {
  let now = 0;
  const isRepeated = createDedupe(() => now);
  expect([isRepeated('a'), isRepeated('b'), isRepeated('a')]).toEqual([false, false, true]);
  now = 11 * 60_000;
  expect(isRepeated('a')).toBe(false);
});

it('deliveries without an id are never taken for one another', () => {
  const isRepeated = createDedupe(() => 0);
  expect([isRepeated(undefined), isRepeated(undefined), isRepeated('')]).toEqual([false, false, false]);
});

describe('a name with marks of its own', () => {
  const translator = translatorFor();
  it.each([
    ['list.line', '*.example.org', '`*.example.org`  '],
    ['list.line', link('https://x.test/p1', '*.example.org'), '<https://x.test/p1|*.example.org>  '],
    ['list.line', link('https://x.test/p1', 'example.org'), '*<https://x.test/p1|example.org>*  '],
    ['list.line', 'shop.example.org', '*shop.example.org*  '],
    [
      'problem.not-mapped',
      '*.example.org',
      '`*.example.org` isn’t mapped. To map it, type `/domain map *.example.org`.',
    ],
  ] as const)('%s keeps its mark-up with %s', (key, hostname, expected) => {
    const text = translator.t(key, { hostname, stage: '', person: '', at: '', app: '' });
    expect(text).toContain(expected);
  });

  it('never opens or closes mark-up of the sentence around it', () => {
    const foreign = fc.array(fc.constantFrom('*', '_', '~', '`', 'a', '.', ' ', '<', '&'), { maxLength: 12 });
    fc.assert(
      fc.property(foreign, (characters) => {
        const hostname = characters.join('');
        const text = translator.t('reply.of-one', { hostname, reported: 'x' });
        const outside = text.replace(/^(\*?)(.*)\1 {2}x$/s, '$2').replace(/^`[^`]*`$/, '');
        expect(outside).not.toMatch(/[*`]|(?<![a-z])[_~]|[_~](?![a-z])/);
        expect(text).not.toMatch(/[\ue000\ue001]/);
      }),
    );
  });
});
