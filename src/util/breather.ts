import { setImmediate as turn } from 'node:timers/promises';

/** For a long walk through memory: tells when it has kept the event loop long enough, and lets other work run. */
export interface Breather {
  isDue(): boolean;
  breathe(): Promise<void>;
}

export function createBreather(turnMs: number): Breather {
  let since = performance.now();
  return {
    isDue: () => performance.now() - since >= turnMs,
    breathe: async () => {
      await turn();
      since = performance.now();
    },
  };
}
