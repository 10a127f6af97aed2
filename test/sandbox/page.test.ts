import { expect, it } from 'vitest';

interface Node {
  type: string;
  text?: string;
  url?: string;
  children?: Node[];
}
const page = (name: string) => import(new URL(`../../src/sandbox/page/${name}`, import.meta.url).href);
const { parse } = (await page('mrkdwn.js')) as { parse(text: string): Node[] };
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
