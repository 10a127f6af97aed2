import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { createProbes, type Probes } from '../../app/steps/create-probes.js';
import { readConfig } from '../../config/config.js';
import type { Target } from '../../core/ports/provider-facts.js';

/** Healthy domains on loopback, and the bot's own probes pointed at them: nothing else is queried. */
export interface StandIns {
  readonly probes: Probes;
  readonly target: Target;
  readonly hostnames: readonly string[];
  stop(): void;
}

const PROGRAM = fileURLToPath(new URL('../../sandbox/many-domains.js', import.meta.url));
const STARTED_WITHIN_MS = 30_000;
const greeting = z.object({ environment: z.record(z.string(), z.string()), hostnames: z.array(z.string()) });

/** Undefined where they can't start: an installation without development packages lacks what they need. */
export async function startStandIns(): Promise<StandIns | undefined> {
  const child = fork(PROGRAM, { stdio: ['ignore', 'ignore', 'ignore', 'ipc'], env: {} });
  const stop = () => void child.kill();
  try {
    const signal = AbortSignal.timeout(STARTED_WITHIN_MS);
    const ended = once(child, 'exit', { signal }).then(() => undefined);
    ended.catch(() => undefined);
    const started = await Promise.race([once(child, 'message', { signal }), ended]);
    if (!started) return undefined;
    const { environment, hostnames } = greeting.parse(started[0]);
    const { config } = readConfig(environment);
    const target = config.apps[0]?.target;
    if (target) return { probes: createProbes(config, Date.now), target, hostnames, stop };
  } catch {
    // Too slow to start counts as missing.
  }
  stop();
  return undefined;
}
