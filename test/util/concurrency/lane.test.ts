import { describe, expect, it } from 'vitest';
import { Lane } from '../../../src/util/concurrency/lane.js';

describe('a lane', () => {
  const options = { name: 'checks', limit: 2, slowAfterMs: 200, slowLimit: 1, perApp: 2, lostAfterMs: 1_000 };

  it('gives the slot of what waits to others, within a limit', () => {
    const lane = new Lane(options);
    lane.start('a', 0);
    lane.start('b', 0);
    expect(lane.free).toBe(0);
    lane.moveSlow(199, true);
    expect(lane.free).toBe(0);
    lane.moveSlow(200, true);
    expect(lane.free).toBe(1);
    expect(lane.snapshot(250)).toEqual({ name: 'checks', inFlight: 2, slow: 1, longestRunMs: 250 });
    lane.end('a');
    lane.moveSlow(250, true);
    expect(lane.free).toBe(2);
  });

  it('takes longer to call work slow while the processor is busy', () => {
    const lane = new Lane(options);
    lane.start('a', 0);
    lane.moveSlow(999, false);
    expect(lane.free).toBe(1);
    lane.moveSlow(1_000, false);
    expect(lane.free).toBe(2);
  });

  it('gives up what never ends', () => {
    const lane = new Lane(options);
    lane.start('a', 0);
    expect(lane.giveUpLost(999)).toBe(0);
    expect(lane.giveUpLost(1_000)).toBe(1);
    expect(lane.free).toBe(2);
  });
});
