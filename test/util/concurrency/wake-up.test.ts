import { describe, expect, it } from 'vitest';
import { WakeUp } from '../../../src/util/concurrency/wake-up.js';

describe('a wake-up', () => {
  it('keeps what comes before somebody listens, each once', () => {
    const wakeUp = new WakeUp();
    const heard: string[] = [];
    for (const item of ['a', 'b', 'a']) wakeUp.notify(item);
    const stop = wakeUp.listen((item) => void heard.push(item));
    wakeUp.notify('c');
    stop();
    expect(heard).toEqual(['a', 'b', 'c']);
  });

  it('never throws at whoever has work', () => {
    const wakeUp = new WakeUp();
    wakeUp.listen(() => {
      throw new Error('broken');
    });
    expect(() => wakeUp.notify('a')).not.toThrow();
  });
});
