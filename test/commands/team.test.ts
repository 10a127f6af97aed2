import { describe, expect, it } from 'vitest';
import { assignCommand } from '../../commands/assign.js';
import { followCommand } from '../../commands/follow.js';
import { noteCommand } from '../../commands/note.js';
import { ACTOR, type } from '../support/commands.js';
import { reportedMapping } from '../support/reported-mapping.js';

const { mapping } = reportedMapping();
const { hostname } = mapping;

describe('/domain assign', () => {
  const fakes = {
    assign: (_: unknown, assignee: string | undefined) => ({ ...mapping, assignee }),
  };

  it.each([
    ['nobody named: takes it over', [hostname], ACTOR.user, 'You now take care of'],
    ['me', [hostname, 'Me'], ACTOR.user, 'You now take care of'],
    ['a mention', [hostname, '<@U02BOB|bob>'], 'U02BOB', '<@U02BOB> now takes care of'],
    ['a member ID', [hostname, 'U0123ABCD'], 'U0123ABCD', '<@U0123ABCD> now takes care of'],
    ['nobody', [hostname, 'nobody'], undefined, 'is unassigned now'],
  ])('%s', async (_, words, to, said) => {
    const { calls, shown } = await type(assignCommand, words, fakes);
    expect(calls).toEqual([['assign', { hostname }, to]]);
    expect(shown).toContain(said);
  });

  it('a name that is no mention is refused with what to type', async () => {
    const { calls, shown } = await type(assignCommand, [hostname, '@bob'], fakes);
    expect(calls).toEqual([]);
    expect(shown).toContain('isn’t a person I can find');
  });

  it.each([[[]], [[hostname, 'me', 'you']], [[hostname, '--to', 'me']]])(
    '%j is a usage error',
    async (words) => {
      expect(await type(assignCommand, words)).toMatchObject({ answer: undefined, calls: [] });
    },
  );
});

describe('/domain follow', () => {
  const fakes = {
    follow: (_: unknown, isOn: boolean) => ({ ...mapping, followers: isOn ? [ACTOR.user] : [] }),
  };

  it.each([
    [[hostname], true, 'You’ll be mentioned, too'],
    [[hostname, 'on'], true, 'You’ll be mentioned, too'],
    [[hostname, 'off'], false, 'no longer mentioned'],
  ])('%j', async (words, isOn, said) => {
    const { calls, shown } = await type(followCommand, words, fakes);
    expect(calls).toEqual([['follow', { hostname }, isOn]]);
    expect(shown).toContain(said);
  });

  it.each([[[]], [[hostname, 'maybe']], [[hostname, 'on', 'off']]])('%j is a usage error', async (words) => {
    expect(await type(followCommand, words)).toMatchObject({ answer: undefined, calls: [] });
  });
});

describe('/domain note', () => {
  const fakes = { changeNote: (_: unknown, note: string) => ({ ...mapping, note: note || undefined }) };

  it('takes the text as it was typed, links and mentions by their names', async () => {
    const words = [
      hostname,
      'Call',
      '<@U02BOB|bob>,',
      'see',
      '<https://t.example|the',
      'ticket>',
      '&amp;',
      'wait!',
    ];
    const { calls } = await type(noteCommand, words, fakes);
    expect(calls).toEqual([['changeNote', { hostname }, 'Call @bob, see the ticket & wait!']]);
  });

  it('without text removes it', async () => {
    const { calls, shown } = await type(noteCommand, [hostname], fakes);
    expect(calls).toEqual([['changeNote', { hostname }, '']]);
    expect(shown).toContain('has no note now');
  });
});
