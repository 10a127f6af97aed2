import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DAY_MS } from '../../../../src/core/instant.js';
import { replay } from '../../../../src/core/lifecycle/replay.js';
import { POLICY } from '../../../support/observations.js';
import { anySteps, runStory } from '../../../support/random-story.js';
import { dnsWrong, Story } from '../../../support/story.js';

const SENT = {
  type: 'customer_message.sent',
  by: 'UALICE',
  topic: 'to-do',
  asked: 'a1',
  remindMs: 3 * DAY_MS,
} as const;
const compared = (asked: string | undefined) => ({ type: 'customer_message.compared', asked }) as const;

function sentStory(): Story {
  const story = new Story().added();
  story.see(0, dnsWrong);
  story.give(SENT);
  return story;
}

describe('a message that was sent', () => {
  it('is stored with sender and time', () => {
    const { mapping, now } = sentStory();
    expect(mapping.customerMessage).toMatchObject({ by: 'UALICE', at: now, remindAt: now + 3 * DAY_MS });
  });

  it('keeps the language it was written in, also when replayed', () => {
    const story = sentStory();
    story.give({ ...SENT, language: 'it' });
    expect(story.mapping.customerMessage?.language).toBe('it');
    const rebuilt = replay(story.all, undefined, { channel: 'C1', policy: POLICY });
    expect(rebuilt?.customerMessage?.language).toBe('it');
  });

  it('checks a failed mapping again for the reminder', () => {
    const story = new Story().added();
    for (let day = 0; day < 40; day++) story.see(24 * 60, dnsWrong);
    expect(story.mapping.nextCheckAt).toBeUndefined();
    story.give(SENT);
    expect(story.mapping.nextCheckAt).toBe(story.now + 3 * DAY_MS);
  });

  it('reminds its sender once, only when its time has come and nothing has changed', () => {
    const story = sentStory();
    expect(story.give(compared('a1'))).toEqual([]);
    story.now += 3 * DAY_MS;
    expect(story.give(compared('a1'))).toEqual(['customer_message.unanswered']);
    expect(story.events.at(-1)?.details).toEqual({ afterMs: 3 * DAY_MS, sentBy: 'UALICE' });
    story.now += 30 * DAY_MS;
    expect(story.give(compared('a1'))).toEqual([]);
  });

  it('begins to wait again when something changed, and stops when nothing is left to do', () => {
    const story = sentStory();
    story.now += 3 * DAY_MS;
    expect(story.give(compared('b2'))).toEqual([]);
    expect(story.mapping.customerMessage?.remindAt).toBe(story.now + 3 * DAY_MS);
    story.now += 3 * DAY_MS;
    expect(story.give(compared(undefined))).toEqual([]);
    expect(story.mapping.customerMessage?.remindAt).toBeUndefined();
  });

  it('is replaced by the next one', () => {
    const story = sentStory();
    story.now += DAY_MS;
    story.give({ ...SENT, by: 'UBOB' });
    expect(story.mapping.customerMessage).toMatchObject({ by: 'UBOB', remindAt: story.now + 3 * DAY_MS });
  });

  it('reminds nobody where reminders are off, or nothing was asked for', () => {
    const story = new Story().added();
    story.give({ ...SENT, remindMs: undefined });
    expect(story.mapping.customerMessage?.remindAt).toBeUndefined();
  });

  it('reminds nobody about a hostname that is being unmapped', () => {
    const story = sentStory();
    story.give({ type: 'unmap.requested', by: 'UBOB' });
    story.now += 3 * DAY_MS;
    expect(story.give(compared('a1'))).toEqual([]);
  });

  it('is the same after the events are read back', () => {
    const story = sentStory();
    const again = () => replay(story.all, undefined, { channel: 'C1', policy: POLICY })?.customerMessage;
    expect(again()).toEqual(story.mapping.customerMessage);
    story.now += 3 * DAY_MS;
    story.give(compared('a1'));
    expect(again()?.remindAt).toBeUndefined();
  });

  it('is never reminded of twice, whatever happens', () => {
    fc.assert(
      fc.property(anySteps, (steps) => {
        const types = runStory(steps).flatMap(({ events }) => events.map(({ type }) => type));
        const relevant = types.filter((type) => type.startsWith('customer_message.'));
        for (const [at, type] of relevant.entries())
          if (type === 'customer_message.unanswered') expect(relevant[at - 1]).toBe('customer_message.sent');
      }),
    );
  });
});

it.each([
  ['approved', 'domain_connect.approved'],
  ['cancelled', 'domain_connect.cancelled'],
  ['failed', 'domain_connect.failed'],
] as const)('a customer who comes back from the provider is reported: %s', (outcome, type) => {
  const story = sentStory();
  story.now += 1_000;
  const input = {
    type: 'domain_connect.returned',
    outcome,
    dnsProvider: 'IONOS',
    code: 'server_error',
  } as const;
  expect(story.give(input)).toEqual([type]);
  expect(story.mapping.nextCheckAt === story.now).toBe(outcome === 'approved');
});
