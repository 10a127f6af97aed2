import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { commands } from '../../../commands/index.js';
import { displayName } from '../../../src/core/hostname.js';
import { typedWords } from '../../../src/core/typed-text.js';
import { MAX_HOSTNAMES, readArgs } from '../../../src/slack/inbound/arguments/usage.js';
import {
  type Answer,
  type CommandContext,
  defineCommand,
  forEachHostname,
  route,
  viewsOf,
} from '../../../src/slack/inbound/command.js';
import { sentence } from '../../../src/slack/views/answers/answers.js';
import { UserError } from '../../../src/use-cases/errors.js';
import type { UseCases } from '../../../src/use-cases/use-cases.js';
import { attemptIn, noFiles } from '../../support/commands.js';
import { translatorFor } from '../../support/translator.js';

const translator = translatorFor();
const actor = { user: 'U01ALICE', team: 'T1', channel: 'C1', requestId: 'd' };

/** The real commands' words and rules; what they would do is noted instead of done. */
function recording() {
  const ran: { name: string; args: unknown }[] = [];
  const useCases = {} as UseCases;
  const noting = (name: string): never =>
    new Proxy(useCases, {
      get: (_, method) => async (args: unknown) => {
        ran.push({ name: `${name}.${String(method)}`, args });
        throw new UserError({ code: 'gone' });
      },
    }) as never;
  const context: Omit<CommandContext, 'typed'> = {
    actor,
    useCases: noting('useCases'),
    translator,
    commands,
    lists: noFiles,
    attempt: attemptIn(translator),
    settled: async () => undefined,
    directMessage: async () => undefined,
  };
  return { ran, context };
}

/** The sentence, and the command on the button. */
async function reported(text: string): Promise<{ text: string | undefined; runs: string | undefined }> {
  const { context } = recording();
  const { now } = await context.attempt(() => route(text, context));
  const row = now?.blocks.find((block) => block.type === 'actions');
  const [button] = row?.type === 'actions' ? row.elements : [];
  return { text: now?.text, runs: button && 'value' in button ? button.value : undefined };
}

it.each([
  'shop.example.com',
  '<https://shop.example.com/cart|https://shop.example.com/cart>',
  'shop.example.com, news.example.com',
])('%s alone is a question about it', async (typed) => {
  const { ran, context } = recording();
  const { later } = await route(typed, context);
  await later?.().catch(() => undefined);
  expect(ran.at(0)).toMatchObject({ name: 'useCases.status' });
});

it.each<[string, string, unknown]>([
  ['follow', 'off', { hostname: 'bücher.com' }],
  ['move', '', { hostname: 'bücher.com', channel: undefined }],
  ['map', '', { hostname: 'bücher.com' }],
  ['unmap', '', 'bücher.com'],
  ['history', '', 'bücher.com'],
  ['status', '', 'bücher.com'],
])('%s takes a hostname as the bot shows it, in both forms', async (name, rest, expected) => {
  const { ran, context } = recording();
  const answered = context.attempt(() =>
    route(`${name} ${displayName('xn--bcher-kva.com')} ${rest}`, context),
  );
  await (await answered).later?.().catch(() => undefined);
  expect(ran).toHaveLength(1);
  expect(ran[0]?.args).toEqual(
    typeof expected === 'string' ? expected : expect.objectContaining(expected as object),
  );
});

it.each<[string, string, unknown]>([
  ['check a.example.com and b.example.com', 'find', 'b.example.com'],
  ['unmap a.example.com please', 'find', 'a.example.com'],
  ['assign a.example.com to <@U02BOB|bob>', 'assign', { hostname: 'a.example.com' }],
  ['assign <@U02BOB|bob> a.example.com', 'assign', { hostname: 'a.example.com' }],
  ['assign a.example.com à moi', 'assign', { hostname: 'a.example.com' }],
  ['move a.example.com to <#C0123|ops>', 'move', { hostname: 'a.example.com', channel: 'C0123' }],
  ['snooze a.example.com for 3 days', 'snooze', { hostname: 'a.example.com' }],
  ['snooze a.example.com hasta lunes', 'snooze', { hostname: 'a.example.com' }],
  ['snooze a.example.com until 2026-11-28', 'snooze', { hostname: 'a.example.com' }],
])('small words mean nothing: %s', async (typed, name, expected) => {
  const { ran, context } = recording();
  const answered = await context.attempt(() => route(typed, context));
  await answered.later?.().catch(() => undefined);
  const called = ran.map((each) => each.name);
  expect(called.filter((each) => each === `useCases.${name}`).length, called.join()).toBeGreaterThan(0);
  if (expected !== undefined)
    expect(ran.at(-1)?.args).toEqual(
      typeof expected === 'string' ? expected : expect.objectContaining(expected as object),
    );
});

it.each(['what is wrong with shop.example.com?', 'is shop.example.com ready', 'does shop.example.com work'])(
  '%s is taken for a question about the domain',
  async (typed) => {
    const { text, runs } = await reported(typed);
    expect(runs).toBe('status shop.example.com');
    expect(text).toContain('Did you mean `/domain status shop.example.com`');
  },
);

it.each([
  ['map --site shop and blog.example.com', { args: ['blog.example.com'], site: 'shop' }],
  ['map blog.example.com --site My Shop please', { args: ['blog.example.com'], site: 'My Shop' }],
  ['map --site Shop for blog.example.com', { args: ['blog.example.com'], site: 'Shop' }],
  ['map --site Shop for Dogs blog.example.com', { args: ['blog.example.com'], site: 'Shop for Dogs' }],
  ['map blog.example.com --site "Shop for"', { args: ['blog.example.com'], site: 'Shop for' }],
  ['map blog.example.com --site and', { args: ['blog.example.com'], site: 'and' }],
])('a title ends before small words: %s', (typed, expected) => {
  const rules = { options: ['app', 'site'], titles: ['site'], hostnames: { min: 0, max: 5 } };
  const { args, values } = readArgs(typedWords(typed).slice(1), rules);
  expect({ args, ...values }).toEqual(expected);
});

describe('what is typed wrongly is named', () => {
  it.each<[string, string, string | undefined]>([
    [
      'mop shop.example.com --app x',
      '`mop` isn’t a command. Did you mean `/domain map shop.example.com --app x`?',
      'map shop.example.com --app x',
    ],
    [
      'dellete shop.example.com',
      '`dellete` isn’t a command. Did you mean `/domain unmap shop.example.com`?',
      'unmap shop.example.com',
    ],
    [
      'map shop example.com --app x',
      'A hostname has no spaces. Did you mean `/domain map shop.example.com --app x`?',
      'map shop.example.com --app x',
    ],
    [
      'map shop dot example dot com',
      'A hostname has no spaces. Did you mean `/domain map shop.example.com`?',
      'map shop.example.com',
    ],
    [
      'audit ssl.isued',
      '`ssl.isued` isn’t an event. Did you mean `/domain audit ssl.issued`?',
      'audit ssl.issued',
    ],
    [
      'asign <@U0123ABCD> shop.example.com',
      '`asign` isn’t a command. Did you mean `/domain assign U0123ABCD shop.example.com`?',
      'assign <@U0123ABCD> shop.example.com',
    ],
    [
      'mvoe <#C0123ABCD|ops> shop.example.com',
      '`mvoe` isn’t a command. Did you mean `/domain move #ops shop.example.com`?',
      'move <#C0123ABCD|ops> shop.example.com',
    ],
    [
      'mpa --site 3 shop.example.com',
      '`mpa` isn’t a command. Did you mean `/domain map --site 3 shop.example.com`?',
      'map --site 3 shop.example.com',
    ],
    [
      'chek --all shop.example.com',
      '`chek` isn’t a command. Did you mean `/domain check [hostname]`?',
      undefined,
    ],
    ['frobnicate', '`frobnicate` isn’t a command. Type `/domain help` to see them all.', undefined],
    [
      'history a.example.com b.example.com',
      'One hostname at a time. Start with `/domain history a.example.com`.',
      'history a.example.com',
    ],
    [
      'status a.de b.de c.de d.de e.de f.de',
      'Up to 5 hostnames at a time. Start with `/domain status a.de b.de c.de d.de e.de`.',
      'status a.de b.de c.de d.de e.de',
    ],
    [
      `map ${Array.from({ length: 501 }, (_, at) => `s${at}.example.com`).join(' ')}`,
      'The list has 501 hostnames. Up to 500 work at a time: split it and start with the first part.',
      undefined,
    ],
    [
      'map shop.example.com --ap x',
      '`--ap` isn’t an option. Did you mean `/domain map shop.example.com --app x`?',
      'map shop.example.com --app x',
    ],
    [
      'map shop.example.com --colour=red',
      '`--colour` isn’t an option of this command. Type `/domain map [hostname] [--app NAME] [--site SITE]`.',
      undefined,
    ],
    [
      'map shop.example.com --app',
      '`--app` needs a value: `/domain map [hostname] [--app NAME] [--site SITE]`.',
      undefined,
    ],
    ['sync now --app x', '`sync` takes nothing after it. Type `/domain sync --app x`.', 'sync --app x'],
    ['doctor please', '`doctor` takes nothing after it. Type `/domain doctor`.', 'doctor'],
    ['hisotry', '`hisotry` isn’t a command. Did you mean `/domain history <hostname>`?', undefined],
    [
      'map shop.example.com --nope',
      '`--nope` isn’t an option of this command. Type `/domain map [hostname] [--app NAME] [--site SITE]`.',
      undefined,
    ],
    [
      'map shop.example.com --ap',
      '`--ap` isn’t an option of this command. Type `/domain map [hostname] [--app NAME] [--site SITE]`.',
      undefined,
    ],
    ['follow shop.example.com maybe', 'Type it like this: `/domain follow <hostname> [on/off]`.', undefined],
    ['approvals dm maybe', 'Type it like this: `/domain approvals [dm on/off]`.', undefined],
    ['history', 'Add the hostname: `/domain history <hostname>`.', undefined],
  ])('%s', async (typed, text, runs) => {
    expect(await reported(typed)).toEqual({
      text: text.replaceAll('<', '&lt;').replaceAll('>', '&gt;'),
      runs,
    });
  });

  it('a corrected command is one that works', async () => {
    for (const typed of ['mop a.example.com', 'unmap a.de b.de', 'sync now', 'map a.de --ap x', 'doctor x']) {
      const { runs = '' } = await reported(typed);
      expect((await reported(runs)).text ?? '').not.toMatch(/isn’t|takes|at a time|Type it/);
    }
  });
});

it.each([
  ['--help', 'What I can do'],
  ['-h', 'What I can do'],
  ['map --help', '`/domain map [hostname]'],
  ['/domain unmap -h', '`/domain unmap [hostname]'],
  ['help unmap', '`/domain unmap [hostname]'],
])('%s asks for help', async (typed, text) => {
  expect((await reported(typed)).text).toContain(text);
});

it('one of several hostnames is corrected by itself', async () => {
  const { context } = recording();
  const tried: (string | undefined)[] = [];
  const attempt: CommandContext['attempt'] = (work, command) => {
    tried.push(command);
    return context.attempt(work);
  };
  const typed = 'map good.example.com -bad.example.com other..example.com --app x';
  await route(typed, { ...context, attempt });
  expect(tried).toEqual([
    'map good.example.com --app x',
    'map -bad.example.com --app x',
    'map other..example.com --app x',
  ]);
});

describe('other words for a command', () => {
  it.each([
    ['add', 'map'],
    ['remove', 'unmap'],
    ['DELETE', 'unmap'],
    ['Info', 'status'],
    ['ls', 'list'],
    ['find', 'list'],
    ['who', 'history'],
  ])('%s is %s', async (alias, name) => {
    const [one, other] = [recording(), recording()];
    const run = async ({ context }: typeof one, text: string) => {
      const answer: Answer = await route(text, context).catch(() => ({}));
      await answer.later?.().catch(() => undefined);
    };
    await run(one, `${alias} shop.example.com`);
    await run(other, `${name} shop.example.com`);
    expect(one.ran).not.toEqual([]);
    expect(one.ran).toEqual(other.ran);
  });

  it('are no command’s name, and stand for one command each', () => {
    const words = commands.flatMap(({ name, aliases }) => [name, ...aliases]);
    expect(new Set(words).size).toBe(words.length);
  });
});

describe('several hostnames', () => {
  const context = { ...recording().context, typed: '' };
  const textsOf = async ({ later }: Answer) => viewsOf(await later?.()).map(({ text }) => text);

  it('are answered at once, in order, also when one of them fails', async () => {
    const answer = await forEachHostname(['a', 'b', 'c', 'a'], context, async (hostname) => {
      if (hostname === 'b') throw new UserError({ code: 'gone' });
      return hostname === 'a' ? { now: sentence('now a') } : { later: async () => sentence('later c') };
    });
    expect(await textsOf(answer)).toEqual(['now a\nThis mapping no longer exists.\nlater c']);
  });

  it('several hostnames of which one fails later leave the others their answers', async () => {
    const answer = await forEachHostname(['a', 'b'], context, async (hostname) => ({
      later: async () => {
        if (hostname === 'a') throw new UserError({ code: 'gone' });
        return sentence('b');
      },
    }));
    expect(await textsOf(answer)).toEqual(['This mapping no longer exists.\nb']);
  });

  it('keep their answers when a later one is denied, and the one behind it gets its own', async () => {
    const attempt = async (work: () => Promise<Answer>): Promise<Answer> =>
      work().catch(() => ({ now: sentence('denied'), isDenied: true }));
    const denied = (hostname: string) => {
      if (hostname.startsWith('denied')) throw new UserError({ code: 'not-allowed' } as never);
      return sentence(`answer ${hostname}`);
    };
    const run = (hostnames: string[], read: (hostname: string) => Promise<Answer>) =>
      forEachHostname(hostnames, { ...context, attempt }, read);
    const atOnce = async (hostname: string) => ({ now: denied(hostname) });
    const later = async (hostname: string) => ({ later: async () => denied(hostname) });
    for (const read of [atOnce, later])
      expect(await textsOf(await run(['a', 'denied', 'b'], read))).toEqual(['answer a\ndenied\nanswer b']);
    expect(await run(['denied', 'denied too'], atOnce)).toMatchObject({ now: { text: 'denied' } });
    expect(await textsOf(await run(['denied', 'denied too'], later))).toEqual(['denied']);
  });

  it.each(['map', 'status', 'check'])('are taken by %s', async (name) => {
    const { ran, context: recorded } = recording();
    const hostnames = ['a.example.com', 'b.example.com', '<http://c.example.com|c.example.com>'];
    const { later } = await route(`${name} ${hostnames.join(', ')}`, recorded);
    const [answer, ...more] = viewsOf(await later?.());
    expect(answer?.text.split('\n')).toHaveLength(3);
    expect(more).toEqual([]);
    expect(ran).toHaveLength(3);
    expect(hostnames.length).toBeLessThanOrEqual(MAX_HOSTNAMES);
  });
});

describe('the meaning of a command', () => {
  const seen: unknown[] = [];
  const probe = defineCommand({
    name: 'map',
    usage: 'map <hostname>',
    summary: 'command.map',
    options: ['app', 'site'],
    schema: z.object({ args: z.array(z.string()), app: z.string().optional(), site: z.string().optional() }),
    async run(args) {
      seen.push(args);
      return {};
    },
  });
  const decorate = fc.constantFrom<(word: string) => string>(
    (word) => word,
    (word) => `*${word}*`,
    (word) => `_${word}_`,
    (word) => `~${word}~`,
    (word) => `\`${word}\``,
    (word) => `“${word}”`,
    (word) => `'${word}'`,
    (word) => `\u200b${word}\u200b`,
    (word) => `(${word})`,
    (word) => `${word},`,
    (word) => `${word}.`,
    (word) => `（${word}）`,
    (word) => `*_${word}_*…`,
    (word) => `„\u2060${word}“`,
  );

  it('survives decorations of the subcommand, the hostname, an option and its value', async () => {
    const words = fc.tuple(
      decorate,
      decorate,
      decorate,
      decorate,
      fc.constantFrom('--', '—', '–', '‑‑', '−−'),
    );
    await fc.assert(
      fc.asyncProperty(
        words,
        fc.constantFrom('=', '= ', ' = ', ' '),
        async ([one, two, three, four, dash], by) => {
          seen.length = 0;
          const app = `${dash}APP${by}${three('Default')}`;
          const text = `${by === '=' ? '/domain ' : ''}${one('MAP')} ${app} ${two('shop.example.com')} ${dash}site ${four('12')}`;
          await route(text, { ...recording().context, commands: [probe] });
          expect(seen).toEqual([{ args: ['shop.example.com'], app: 'Default', site: '12' }]);
        },
      ),
      { numRuns: 1_000 },
    );
  });
});

it.each<[string, string, unknown]>([
  ['unassign shop.example.com', 'assign', { hostname: 'shop.example.com' }],
  ['Unfollow shop.example.com', 'follow', { hostname: 'shop.example.com' }],
  ['unmute shop.example.com', 'endMutes', { hostname: 'shop.example.com' }],
  ['unack shop.example.com', 'endAcknowledgement', { hostname: 'shop.example.com' }],
  ['reanudar shop.example.com', 'endSnooze', { hostname: 'shop.example.com' }],
  ['libérer shop.example.com', 'assign', { hostname: 'shop.example.com' }],
  ['unmute shop.example.com 30d it is fixed', 'endMutes', { hostname: 'shop.example.com' }],
  ['unmute shop.example.com for 30d', 'endMutes', { hostname: 'shop.example.com' }],
])('%s ends what the command did', async (typed, useCase, which) => {
  const { ran, context } = recording();
  await context.attempt(() => route(typed, context));
  expect(ran).toEqual([{ name: `useCases.${useCase}`, args: which }]);
});

it.each([
  ['map shop.example.com. 300 IN CNAME shops.example.net.', 'map shop.example.com'],
  ['map shop.example.com CNAME shops.example.net --app two', 'map shop.example.com --app two'],
  ['map a.example.com AAAA 2001:db8::1 b.example.com cname c.example.net', 'map a.example.com b.example.com'],
])('%s: what the record leads to is not mapped', async (typed, corrected) => {
  const { ran, context } = recording();
  await context.attempt(() => route(typed, context));
  expect(ran).toEqual([]);
  expect((await reported(typed)).runs).toBe(corrected);
});

it.each(['unassign', 'unfollow', 'unmute', 'unack', 'unsnooze'])(
  '%s alone asks for the hostname',
  async (typed) => {
    expect((await reported(typed)).text).toMatch(/^Add the hostname/);
  },
);

it.each(['unnote shop.example.com', 'unlist', 'demove shop.example.com'])(
  '%s is no typo of its opposite',
  async (typed) => {
    const { text, runs } = await reported(typed);
    expect(text).not.toMatch(/\b(?:note|list|move)`/);
    expect(runs ?? '').not.toMatch(/^(?:note|list|move)\b/);
  },
);

it.each([
  ['note a.example.com,b.example.com call Rosa', 'note a.example.com call Rosa'],
  ['note a.example.com, b.example.com; c.example.com call Rosa', 'note a.example.com call Rosa'],
  [
    'note <http://a.example.com|a.example.com>,<http://b.example.com|b.example.com> hi',
    'note a.example.com hi',
  ],
  ['snooze a.example.com b.example.com 3d', 'snooze a.example.com 3d'],
  ['mute a.example.com b.example.com 3d they know', 'mute a.example.com 3d they know'],
  ['assign a.example.com and b.example.com <@U02BOB|bob>', 'assign a.example.com <@U02BOB|bob>'],
  ['ack a.example.com b.example.com off', 'ack a.example.com off'],
  ['move a.example.com b.example.com <#C1|ops>', 'move a.example.com <#C1|ops>'],
  ['unmute a.example.com b.example.com', 'mute a.example.com off'],
])('%s: one hostname at a time', async (typed, corrected) => {
  const { ran, context } = recording();
  await context.attempt(() => route(typed, context));
  expect(ran).toEqual([]);
  const { text, runs } = await reported(typed);
  expect(text).toContain('One hostname at a time');
  expect(runs).toBe(corrected);
});

it.each(['note a.example.com, b.example.com is the old one', 'note a.example.com; b.example.com'])(
  '%s: says what was read as a list, and how to begin a note with a hostname',
  async (typed) => {
    const { text } = await reported(typed);
    expect(text).toContain('`a.example.com, b.example.com` was read as a list.');
    expect(text).toMatch(/If the note begins with `b\.example\.com`, put only a space before it\.$/);
  },
);

it.each([
  ['note a.example.com b.example.com is its twin', 'b.example.com is its twin'],
  ['note a.example.com & call Rosa', '& call Rosa'],
  ['note bücher.com, xn--bcher-kva.com is its name', 'is its name'],
])('%s is a note that may name other hostnames', async (typed, note) => {
  const useCases = { changeNote: async (_: unknown, text: string) => Promise.reject(new Error(text)) };
  const { context } = recording();
  const noting = { ...context, useCases: useCases as unknown as UseCases };
  await expect(route(typed, noting)).rejects.toThrow(note);
});
