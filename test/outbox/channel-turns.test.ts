import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ChannelTurns } from '../../src/outbox/channel-turns.js';

/** When the messages of a channel go, each so many ms after it may. */
function sentAt(turns: ChannelTurns, delaysMs: readonly number[], startedAt = 0): number[] {
  let now = startedAt;
  return delaysMs.map((delayMs, index) => {
    now += (index === 0 ? 0 : Math.max(turns.leftMs('C1', now, now), 0)) + delayMs;
    turns.take('C1', now);
    return now;
  });
}

describe('the turns of a channel', () => {
  it.each<[string, number[], number[]]>([
    ['in time', [0, 0, 0], [0, 1_100, 2_200]],
    ['a little late, which doesn’t add up', [0, 90, 80, 100], [0, 1_190, 2_280, 3_400]],
    ['much later, which delays the next', [0, 500, 0], [0, 1_600, 2_700]],
    ['after a long silence', [0, 60_000, 0], [0, 61_100, 62_200]],
  ])('%s', (_, delaysMs, expected) => {
    expect(sentAt(new ChannelTurns(), delaysMs)).toEqual(expected);
  });

  it('leave a second between two messages, whatever the delays', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(2_500), { minLength: 2 }), (delaysMs) => {
        const sent = sentAt(new ChannelTurns(), delaysMs);
        for (const [index, at] of sent.slice(1).entries())
          expect(at - (sent[index] ?? 0)).toBeGreaterThanOrEqual(1_000);
      }),
    );
  });

  it('don’t concern other channels', () => {
    const turns = new ChannelTurns();
    turns.take('C1', 0);
    expect([turns.leftMs('C1', 100, 0), turns.leftMs('C2', 100, 0)]).toEqual([1_000, 900]);
  });

  it('are not taken by work that was put off', () => {
    expect(new ChannelTurns().leftMs('C1', 100)).toBe(0);
  });

  it('give an attempt that sent nothing a second, too', () => {
    const turns = new ChannelTurns();
    expect([0, 400, 1_000].map((now) => turns.leftMs('C1', now, 0))).toEqual([1_000, 600, 0]);
  });
});
