/** The state of a part: `ok`, or a message for operators. */
export interface PartHealth {
  readonly message: string;
  /** The bot isn't ready while the part isn't ok. */
  readonly isNeeded: boolean;
}

/** Faults that keep messages out of Slack until somebody acts. */
export interface DeliveryProblem {
  readonly channel: string;
  readonly message: string;
  /** A fault of one channel, already reported; everything else works. */
  readonly isEverywhere: boolean;
}

/** The disk is checked at most once in this time, however often readiness is read. */
const CHECKED_FOR_MS = 1_000;

const needed = (message: string): PartHealth => ({ message, isNeeded: true });

/** `problem`: why there is no connection, or why nothing arrives over it. */
export const slackHealth = (isConnected: boolean, problem?: string): PartHealth =>
  needed(problem ?? (isConnected ? 'ok' : 'not connected'));

/** `lost`: why nothing works until the app is installed again; undefined while it is installed. */
export const installationHealth = (lost: string | undefined): PartHealth | undefined =>
  lost === undefined ? undefined : needed(lost);

/** `lastTickAt`: epoch ms; undefined before the first tick. A scheduler without a tick for `limitMs` is stuck. */
export function schedulerHealth(lastTickAt: number | undefined, now: number, limitMs: number): PartHealth {
  if (lastTickAt === undefined) return needed('has not ticked yet');
  const agoMs = now - lastTickAt;
  return needed(agoMs <= limitMs ? 'ok' : `last tick ${Math.round(agoMs / 1000)} s ago`);
}

/** `late`: what exceeds its limit; undefined if nothing does. */
export const latenessHealth = (late: string | undefined): PartHealth => needed(late ?? 'ok');

export const deliveryHealth = (problem: DeliveryProblem | undefined): PartHealth =>
  problem
    ? { message: `channel ${problem.channel}: ${problem.message}`, isNeeded: problem.isEverywhere }
    : needed('ok');

/** `assertWritable` rejects if nothing can be written; `now` is epoch ms. */
export function createStoreCheck(
  assertWritable: () => Promise<void>,
  now: () => number,
): () => Promise<PartHealth> {
  let last: { readonly at: number; readonly health: PartHealth } | undefined;
  return async () => {
    const at = now();
    // A clock that was set back must not keep an old result fresh.
    if (last && Math.abs(at - last.at) < CHECKED_FOR_MS) return last.health;
    last = { at, health: await writableHealth(assertWritable) };
    return last.health;
  };
}

async function writableHealth(assertWritable: () => Promise<void>): Promise<PartHealth> {
  try {
    await assertWritable();
    return needed('ok');
  } catch {
    return needed('can’t be written');
  }
}
