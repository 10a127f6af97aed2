import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { commands } from '../../commands/index.js';

interface Node {
  type: string;
  text?: string;
  url?: string;
  children?: Node[];
}
const page = (name: string) => import(new URL(`../../src/sandbox/page/${name}`, import.meta.url).href);
const { parse } = (await page('blocks/mrkdwn.js')) as { parse(text: string): Node[] };
interface FollowEnd {
  follow(): void;
  scrolled(box: object): void;
  grown(box: object): void;
}
const { followEnd } = (await page('reading.js')) as { followEnd(): FollowEnd };
const { formatDate } = (await page('blocks/dates.js')) as {
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
  ['<!subteam^S01OPERATORS>', [{ type: 'group', id: 'S01OPERATORS' }]],
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

  it('once the reader is answered, wherever they have scrolled to', () => {
    const [box, end] = [boxOf(500), followEnd()];
    end.grown(box);
    box.scrollTop = 100;
    end.scrolled(box);
    box.scrollHeight = 900;
    end.follow();
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

it('hands the panel what was submitted in a dialog: the customer’s message may be in it', () => {
  const [dialog, panel] = ['blocks/views', 'panel'].map((name) =>
    readFileSync(`src/sandbox/page/${name}.js`, 'utf8'),
  );
  expect(dialog).toContain("CustomEvent('text-submitted'");
  expect(panel).toContain("addEventListener('text-submitted'");
});

it('the panel reads of a hostname only what the sandbox sends', () => {
  const [page, server] = ['page/panel.js', 'panel.ts'].map((file) =>
    readFileSync(`src/sandbox/${file}`, 'utf8'),
  );
  const [, read = ''] = /const \{ ([^}]+) \} = each;/.exec(page ?? '') ?? [];
  expect(read.split(', ').filter((name) => !new RegExp(`\\b${name}[:,]`).test(server ?? ''))).toEqual([]);
});

describe('hints', async () => {
  interface Hint {
    value: string;
  }
  const { hintsFor, usageFor, SUBCOMMANDS } = (await page('hints.js')) as {
    hintsFor(text: string, command: string, known: string[]): Hint[];
    usageFor(text: string, command: string): { usage: string } | undefined;
    SUBCOMMANDS: [string, string][];
  };
  const valuesFor = (text: string) =>
    hintsFor(text, '/domain', ['shop.example.com']).map(({ value }) => value);

  it('name every command as its help does', () => {
    expect(SUBCOMMANDS.map(([usage]) => usage).sort()).toEqual(commands.map(({ usage }) => usage).sort());
  });

  it.each([
    ['/dom', SUBCOMMANDS.length],
    ['/domain ', SUBCOMMANDS.length],
    ['/domain a', 4],
    ['hello', 0],
    ['/other', 0],
  ])('%j has %i', (text, count) => {
    expect(valuesFor(text)).toHaveLength(count);
  });

  it('say how the typed command is written, also where nothing completes it', () => {
    for (const [usage] of SUBCOMMANDS)
      expect(usageFor(`/domain ${usage.split(' ')[0]} x`, '/domain')).toMatchObject({
        usage: `/domain ${usage}`,
      });
    expect(usageFor('/domain ma', '/domain')).toBeUndefined();
    expect(usageFor('hello', '/domain')).toBeUndefined();
  });

  it.each([
    ['/domain ma', ['/domain map ']],
    ['/domain map sho', ['/domain map shop.example.com ']],
    ['/domain map x.test --', ['/domain map x.test --app ', '/domain map x.test --site ']],
    ['/domain follow x.test o', ['/domain follow x.test on ', '/domain follow x.test off ']],
    ['/domain approvals ', ['/domain approvals dm on ', '/domain approvals dm off ']],
    ['/domain mute x.test ', ['30d', 'off'].map((word) => `/domain mute x.test ${word} `)],
    ['/domain assign ', ['/domain assign shop.example.com ']],
    ['/domain assign x.test ', ['/domain assign x.test me ', '/domain assign x.test nobody ']],
    ['/domain audit 7d s', ['/domain audit 7d system ', '/domain audit 7d ssl ']],
    ['/domain map x.test --app ', []],
    ['/domain list st', ['/domain list stuck ']],
    ['/domain help ', []],
  ])('%j offers %j', (text, values) => {
    expect(valuesFor(text)).toEqual(values);
  });
});

describe('a dialog, as in Slack', () => {
  it('refuses text that is too long instead of cutting it', async () => {
    const { wrongIn } = (await page('blocks/checks.js')) as {
      wrongIn(blocks: object[], values: object): Record<string, string>;
    };
    const element = { type: 'plain_text_input', action_id: 'a', max_length: 3_000 };
    const blocks = [{ type: 'input', block_id: 'b', optional: true, element }];
    const wrong = (length: number) => wrongIn(blocks, { b: { a: { value: 'x'.repeat(length) } } });
    expect(wrong(3_000)).toEqual({});
    expect(wrong(3_001)['b']).toContain('at most 3000');
    expect(wrongIn([{ ...blocks[0], optional: false }], {})['b']).toContain('required');
  });
});

it('counts mentions and direct messages as loud, the rest of the channel as new', async () => {
  const { unreadIn } = (await page('reading.js')) as {
    unreadIn(messages: object[], me: string, since: string, isDirect: boolean): object;
  };
  const at = (ts: string, more: object) => ({ ts, user: 'U02BOB', text: 'hi', ...more });
  const messages = [
    at('1.0', {}),
    at('3.0', {}),
    at('4.0', { threadTs: '1.0', text: '<@U01ALICE> read this' }),
    at('5.0', { ephemeralFor: 'U03CAROL' }),
    at('6.0', { user: 'U01ALICE' }),
  ];
  expect(unreadIn(messages, 'U01ALICE', '2.0', false)).toEqual({ any: true, badge: 1 });
  expect(unreadIn(messages, 'U01ALICE', '2.0', true)).toEqual({ any: true, badge: 2 });
  expect(unreadIn(messages, 'U01ALICE', '6.0', false)).toEqual({ any: false, badge: 0 });
});

it('shows every emoji that the bot’s sentences and blocks name', async () => {
  const { EMOJI } = (await page('blocks/emoji.js')) as { EMOJI: Record<string, string> };
  const named = ['src/locale', 'src/slack'].flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts'))
      .flatMap((file) => readFileSync(`${folder}/${file}`, 'utf8').match(/(?<=['`\s]):[a-z][a-z_]+:/g) ?? []),
  );
  expect(named.filter((name) => !(name.slice(1, -1) in EMOJI))).toEqual([]);
  expect(named.length).toBeGreaterThan(50);
});
