import { describe, expect, it } from 'vitest';
import { MAX_FOLLOWERS } from '../../../../src/core/lifecycle/inputs/team.js';
import { replay } from '../../../../src/core/lifecycle/replay.js';
import { isQuiet } from '../../../../src/core/reporting/quiet.js';
import { cardView } from '../../../../src/slack/views/card/card.js';
import { replyView } from '../../../../src/slack/views/thread/reply.js';
import { POLICY } from '../../../support/observations.js';
import { recordOf } from '../../../support/reported-mapping.js';
import { dnsEverywhere, good, Story } from '../../../support/story.js';
import { translatorFor } from '../../../support/translator.js';

const translator = translatorFor();
const assign = (to: string | undefined, by = 'UBOB') => ({ type: 'domain.assigned', by, to }) as const;
const follow = (by: string, isOn = true) => ({ type: 'domain.followed', by, isOn }) as const;
const note = (text: string) => ({ type: 'note.changed', by: 'UBOB', note: text }) as const;
const cardOf = (story: Story) => JSON.stringify(cardView(recordOf(story), undefined, translator));
const lastReply = (story: Story) =>
  replyView({ main: recordOf(story) }, story.events.slice(-1), translator).text;

describe('who takes care of a domain', () => {
  it('is on the card, and an event only when it changes', () => {
    const story = new Story().added();
    expect(story.give(assign('UCAROL'))).toEqual(['domain.assigned']);
    expect(story.give(assign('UCAROL'))).toEqual([]);
    expect(cardOf(story)).toContain('Assigned to <@UCAROL>');
    expect(story.give(assign(undefined))).toEqual(['domain.unassigned']);
    expect(cardOf(story)).not.toContain('UCAROL');
  });

  it('mentions somebody else in the thread, and nobody when they take it themselves', () => {
    const story = new Story().added();
    story.give(assign('UCAROL'));
    expect(lastReply(story)).toContain('<@UBOB> assigned shop.example.com to <@UCAROL>');
    expect(story.events.slice(-1).map((event) => isQuiet(event))).toEqual([false]);
    story.give(assign('UBOB'));
    expect(story.events.slice(-1).map((event) => isQuiet(event))).toEqual([true]);
  });

  it('is mentioned instead of the requester, with everybody who follows, each once', () => {
    const story = new Story().added();
    story.give(assign('UCAROL'));
    story.give(follow('UDAN'));
    story.give(follow('UCAROL'));
    for (let check = 0; check < 3; check++) story.see(5, dnsEverywhere, good);
    expect(story.reported).toContain('domain.done');
    expect(lastReply(story)).toMatch(/^<@UCAROL> <@UDAN> :tada:/);
    expect(lastReply(story)).not.toContain('UALICE');
  });
});

it('only so many people follow, and whoever stops is no longer mentioned', () => {
  const story = new Story().added();
  for (let at = 0; at <= MAX_FOLLOWERS; at++) story.give(follow(`UFAN${at}`));
  expect(story.mapping.followers).toHaveLength(MAX_FOLLOWERS);
  expect(story.give(follow('UFAN0', false))).toEqual(['domain.unfollowed']);
  expect(story.give(follow('UFAN0', false))).toEqual([]);
  expect(cardOf(story)).not.toContain('<@UFAN0>');
  expect(cardOf(story)).toContain('Followed by <@UFAN1>');
});

it('a note stands on the card until another one replaces it or it is emptied', () => {
  const story = new Story().added();
  story.give(note('Ask <!channel> first'));
  expect(cardOf(story)).toContain('Note: Ask &lt;!channel&gt; first');
  expect(story.give(note(' '))).toEqual(['note.changed']);
  expect(cardOf(story)).not.toContain('Note:');
});

it('all of it comes back from the events', () => {
  const story = new Story().added();
  story.give(assign('UCAROL'));
  story.give(follow('UDAN'));
  story.give(note('paid until May'));
  const again = replay(story.all, undefined, { channel: 'C1', policy: POLICY });
  expect(again).toMatchObject({ assignee: 'UCAROL', followers: ['UDAN'], note: 'paid until May' });
});

it('nothing changes once it is removed', () => {
  const story = new Story().added();
  story.give({ type: 'unmap.requested', by: 'UBOB' });
  story.give({ type: 'alias.removed', already: false });
  for (const input of [assign('UCAROL'), follow('UDAN'), note('x')]) expect(story.give(input)).toEqual([]);
});
