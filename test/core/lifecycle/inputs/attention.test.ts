import { describe, expect, it } from 'vitest';
import { type Condition, conditionOf } from '../../../../src/core/condition.js';
import { DAY_MS } from '../../../../src/core/instant.js';
import { replay } from '../../../../src/core/lifecycle/replay.js';
import { isQuiet } from '../../../../src/core/reporting/quiet.js';
import { cardView } from '../../../../src/slack/views/card/card.js';
import { nextStep } from '../../../../src/slack/views/card/next-step.js';
import { findingText } from '../../../../src/slack/views/findings.js';
import { replyView } from '../../../../src/slack/views/thread/reply.js';
import { dnsSeen, lookup, POLICY, server, TARGET } from '../../../support/observations.js';
import { recordOf } from '../../../support/reported-mapping.js';
import { dnsEverywhere, dnsWrong, good, ready, Story } from '../../../support/story.js';
import { translatorFor } from '../../../support/translator.js';

const translator = translatorFor();
const conditionIn = ({ mapping, now }: Story): Condition =>
  conditionOf(mapping, { now, target: TARGET, policy: POLICY });
const cardOf = (story: Story) => JSON.stringify(cardView(recordOf(story), undefined, translator));
const stepOn = ({ mapping }: Story) => nextStep(mapping, translator);
/** A wrong address, and an IPv6 address of the old site. */
const dnsTwiceWrong = (at: number) =>
  dnsSeen(at, [server(lookup('answer', '192.0.2.1'), lookup('answer', '2001:db8::1'))]);
const lastReply = (story: Story) =>
  replyView({ main: recordOf(story) }, story.events.slice(-1), translator).text;
const snooze = (until?: number) => ({ type: 'domain.snoozed', by: 'UBOB', until }) as const;
const mute = (until: number) =>
  ({ type: 'finding.muted', by: 'UBOB', finding: 'a-wrong', reason: 'moves in May', until }) as const;

/** Its record has been wrong for so long that it was reported. */
function stuck(): Story {
  const story = new Story().added();
  for (let check = 0; check < 4; check++) story.see(5, dnsWrong);
  expect(conditionIn(story)).toMatchObject({ health: 'blocked', finding: { code: 'a-wrong' } });
  return story;
}
const seeWrongFor = (story: Story, hours: number) =>
  Array.from({ length: hours }, () => story.see(60, dnsWrong)).flat();

describe('a snoozed domain', () => {
  it('waits for nobody, is on the card, and reminds of nothing', () => {
    const story = stuck();
    expect(conditionIn(story).whoActs).toBe('customer');
    expect(story.give(snooze())).toEqual(['domain.snoozed']);
    expect(conditionIn(story).whoActs).toBe('nobody');
    expect(cardOf(story)).toContain('Snoozed by <@UBOB> until something changes');
    expect(seeWrongFor(story, 30)).not.toContain('dns.stuck');
  });

  it('wakes by itself when something changes, without a reply of its own', () => {
    const story = stuck();
    story.give(snooze());
    story.see(5, dnsEverywhere);
    expect(story.mapping.snooze).toBeUndefined();
    const ended = story.events.find(({ type }) => type === 'domain.snooze_ended');
    expect(ended?.details).toEqual({ why: 'change', snoozedBy: 'UBOB' });
    expect(ended && isQuiet(ended)).toBe(true);
  });

  it('until a time sleeps through changes, and tells whoever snoozed it when the time is over', () => {
    const story = stuck();
    story.give(snooze(story.now + 2 * DAY_MS));
    story.see(5, dnsEverywhere);
    expect(story.mapping.snooze).toBeDefined();
    expect(story.mapping.nextCheckAt).toBeLessThanOrEqual(story.mapping.snooze?.until ?? 0);
    story.now = story.mapping.snooze?.until ?? 0;
    expect(story.give({ type: 'clock.ticked' })).toEqual(['domain.snooze_ended']);
    expect(lastReply(story)).toContain('<@UBOB>, your snooze of shop.example.com is over');
    expect(story.give({ type: 'clock.ticked' })).toEqual([]);
  });

  it('is over when it is ready, and the news mentions its people again', () => {
    const story = stuck();
    story.give(snooze(story.now + 30 * DAY_MS));
    for (let check = 0; check < 3; check++) story.see(5, dnsEverywhere, good);
    expect(story.mapping.snooze).toBeUndefined();
    const done = story.events.filter(({ type }) => type === 'domain.done');
    expect(replyView({ main: recordOf(story) }, done, translator).text).toMatch(/^<@UALICE> /);
  });

  it('can be woken by a person', () => {
    const story = stuck();
    story.give(snooze());
    expect(story.give({ type: 'snooze.ended', by: 'UCAROL' })).toEqual(['domain.snooze_ended']);
    expect(story.give({ type: 'snooze.ended', by: 'UCAROL' })).toEqual([]);
  });
});

describe('an acknowledged finding', () => {
  const ACK = { type: 'finding.acknowledged', by: 'UBOB', finding: 'a-wrong' } as const;

  it('is on the card with who knows of it, and is reported no more while it lasts', () => {
    const story = stuck();
    expect(story.give(ACK)).toEqual(['finding.acknowledged']);
    expect(story.give(ACK)).toEqual([]);
    expect(cardOf(story)).toContain('<@UBOB> knows about this: wrong address');
    expect(seeWrongFor(story, 30)).not.toContain('dns.stuck');
    expect(conditionIn(story)).toMatchObject({ health: 'blocked', whoActs: 'customer' });
  });

  it('is reminded of again once nobody knows of it any more', () => {
    const story = stuck();
    story.give(ACK);
    expect(story.give({ ...ACK, type: 'finding.unacknowledged' })).toEqual(['finding.unacknowledged']);
    expect(story.give({ ...ACK, type: 'finding.unacknowledged' })).toEqual([]);
    expect(cardOf(story)).not.toContain('knows about this');
    expect(seeWrongFor(story, 30)).toContain('dns.stuck');
  });

  it('is over with the finding', () => {
    const story = stuck();
    story.give(ACK);
    story.see(5, dnsEverywhere);
    expect(cardOf(story)).not.toContain('knows about this');
  });
});

describe('a muted finding', () => {
  it('neither blocks nor is reported until its end, and then both again', () => {
    const story = stuck();
    story.give(mute(story.now + 2 * DAY_MS));
    expect(conditionIn(story)).toMatchObject({ health: 'waiting', finding: undefined });
    expect(cardOf(story)).toMatch(/Muted by <@UBOB> until .*wrong address \(moves in May\)/);
    expect(seeWrongFor(story, 40)).not.toContain('dns.stuck');
    expect(seeWrongFor(story, 10)).toEqual(expect.arrayContaining(['finding.unmuted', 'dns.stuck']));
    expect(conditionIn(story).health).toBe('blocked');
  });

  it('asks nobody to add a record that is there', () => {
    const story = stuck();
    expect(stepOn(story)).toContain('Change');
    story.give(mute(story.now + 2 * DAY_MS));
    expect(stepOn(story)).toBe('');
  });

  it('leaves the next step to the worst of the others, and isn’t counted among them', () => {
    const story = new Story().added();
    for (let check = 0; check < 4; check++) story.see(5, dnsTwiceWrong);
    const [worst, other] = translator.findings(story.mapping);
    expect(stepOn(story)).toContain('One more finding');
    story.give({ ...mute(story.now + 2 * DAY_MS), finding: worst?.code ?? '' });
    expect(conditionIn(story).finding?.code).toBe(other?.code);
    expect(stepOn(story)).toBe(other && findingText(other, translator));
  });

  it('doesn’t alarm after Ready', () => {
    const story = ready();
    for (let check = 0; check < 4; check++) story.see(60, dnsWrong);
    expect(conditionIn(story).health).toBe('alarm');
    story.give(mute(story.now + 2 * DAY_MS));
    expect(conditionIn(story)).toMatchObject({ health: 'good', alarm: undefined });
    story.give({ type: 'mutes.ended', by: 'UBOB' });
    expect(conditionIn(story).health).toBe('alarm');
  });
});

it('all of it comes back from the events', () => {
  const story = stuck();
  story.give(mute(story.now + DAY_MS));
  story.give(snooze(story.now + DAY_MS));
  story.give({ type: 'finding.acknowledged', by: 'UBOB', finding: 'a-wrong' });
  const again = replay(story.all, undefined, { channel: 'C1', policy: POLICY });
  expect(again?.snooze).toEqual(story.mapping.snooze);
  expect(again?.mutes).toEqual(story.mapping.mutes);
  expect(again?.openFindings.map(({ acknowledgedBy }) => acknowledgedBy)).toEqual(['UBOB']);
});

it('nothing of it outlives the mapping', () => {
  const story = stuck();
  story.give(snooze(story.now + DAY_MS));
  story.give({ type: 'unmap.requested', by: 'UBOB' });
  story.give({ type: 'alias.removed', already: false });
  expect(story.mapping.nextCheckAt).toBeUndefined();
  story.now += 2 * DAY_MS;
  expect(story.give({ type: 'clock.ticked' })).toEqual([]);
});
