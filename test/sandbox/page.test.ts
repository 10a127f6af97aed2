import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

interface Node {
  type: string;
  text?: string;
  url?: string;
  children?: Node[];
}
const page = (name: string) => import(new URL(`../../src/sandbox/page/${name}`, import.meta.url).href);
const { parse } = (await page('mrkdwn.js')) as { parse(text: string): Node[] };
interface FollowEnd {
  scrolled(box: object): void;
  grown(box: object): void;
}
const { followEnd } = (await page('follow-end.js')) as { followEnd(): FollowEnd };
const { formatDate } = (await page('dates.js')) as {
  formatDate(unix: number, format: string, locale: string, now: number): string;
};

it.each([
  ['plain', [{ type: 'text', text: 'plain' }]],
  ['*b* _i_ ~s~', ['bold', 'text', 'italic', 'text', 'strike']],
  ['a * b * c', [{ type: 'text', text: 'a * b * c' }]],
  [
    '`<b>` &lt;x&gt;',
    [
      { type: 'code', text: '<b>' },
      { type: 'text', text: ' <x>' },
    ],
  ],
  ['```a\nb```', [{ type: 'pre', text: 'a\nb' }]],
  ['<https://a.test|A>', [{ type: 'link', url: 'https://a.test', text: 'A' }]],
  ['<@U01ALICE>', [{ type: 'user', id: 'U01ALICE' }]],
  [
    ':lock: :nope:',
    [
      { type: 'text', text: '🔒' },
      { type: 'text', text: ' ' },
      { type: 'text', text: ':nope:' },
    ],
  ],
  ['a\n&gt; q', ['text', 'break', 'quote']],
])('%j is read', (text, expected) => {
  const nodes = parse(text);
  expect(typeof expected[0] === 'string' ? nodes.map(({ type }) => type) : nodes).toEqual(expected);
});

it.each([
  '<script>alert(1)</script>',
  '<javascript:alert(1)|x>',
  '<data:text/html,x|y>',
  '<img src=x onerror=alert(1)>',
])('%j stays text', (text) => {
  for (const node of parse(text)) expect(node.type).toBe('text');
});

it('writes Slack’s dates in the reader’s words', () => {
  const noon = Date.parse('2026-11-20T12:00:00') / 1000;
  expect(formatDate(noon, '{date_short_pretty} {time}', 'en-GB', noon * 1000)).toBe('today 12:00');
  expect(formatDate(noon, '{date_num} {unknown}', 'en-GB', 0)).toBe('20/11/2026 {unknown}');
  expect(formatDate(noon - 86_400, '{date_pretty}', 'en-GB', noon * 1000)).toBe('yesterday');
});

describe('the log follows its end', () => {
  interface Box {
    scrollHeight: number;
    scrollTop: number;
    clientHeight: number;
  }
  /** A box as a browser has it: it scrolls no further than its content. */
  const boxOf = (scrollHeight: number): Box => {
    let top = 0;
    return {
      scrollHeight,
      clientHeight: 100,
      get scrollTop() {
        return top;
      },
      set scrollTop(wanted: number) {
        top = Math.min(wanted, this.scrollHeight - this.clientHeight);
      },
    };
  };

  it('also when a scroll event arrives after the content has grown again', () => {
    const [box, end] = [boxOf(500), followEnd()];
    end.grown(box);
    box.scrollHeight = 900;
    end.scrolled(box);
    end.grown(box);
    expect(box.scrollTop).toBe(800);
  });

  it('until the reader scrolls up, and again from the end on', () => {
    const [box, end] = [boxOf(500), followEnd()];
    end.grown(box);
    box.scrollTop = 100;
    end.scrolled(box);
    box.scrollHeight = 900;
    end.grown(box);
    expect(box.scrollTop).toBe(100);
    box.scrollTop = 800;
    end.scrolled(box);
    box.scrollHeight = 1_300;
    end.grown(box);
    expect(box.scrollTop).toBe(1_200);
  });
});

it('hands the panel what was submitted in a dialog: the customer’s mail may be in it', () => {
  const [dialog, panel] = ['dialog', 'panel'].map((name) =>
    readFileSync(`src/sandbox/page/${name}.js`, 'utf8'),
  );
  expect(dialog).toContain("CustomEvent('text-submitted'");
  expect(panel).toContain("addEventListener('text-submitted'");
});
