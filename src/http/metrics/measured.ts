import { type Metrics, type Outcome, outcomes, type Party } from '../../core/ports/metrics.js';

type Work<Result> = () => Promise<Result>;

/** Wraps a port so that its named methods report each call's outcome and duration. */
export function measured<Port extends object>(
  port: Port,
  names: readonly (keyof Port & string)[],
  record: (name: string, outcome: Outcome, durationMs: number, error?: unknown) => void,
): Port {
  const measuredNames: ReadonlySet<PropertyKey> = new Set(names);
  return new Proxy(port, {
    get: (target, name) => {
      const member: unknown = Reflect.get(target, name);
      if (typeof member !== 'function' || !measuredNames.has(name)) return member;
      return (...args: unknown[]) =>
        timed(
          () => Reflect.apply(member, target, args),
          (...facts) => record(String(name), ...facts),
        );
    },
  });
}

export const recordCalls =
  (metrics: Metrics, party: Party) =>
  (name: string, outcome: Outcome, durationMs: number): void =>
    metrics.called(party, name, outcome, durationMs);

/** The task's own result or error, and its outcome. */
export async function timed<Result>(
  work: Work<Result>,
  record: (outcome: Outcome, durationMs: number, error?: unknown) => void,
): Promise<Result> {
  const startedAt = performance.now();
  try {
    const result = await work();
    record('ok', performance.now() - startedAt);
    return result;
  } catch (error) {
    record(callOutcome(error), performance.now() - startedAt, error);
    throw error;
  }
}

/** An error's code, if it is one of the shared outcomes. */
function callOutcome(error: unknown): Outcome {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return outcomes.find((outcome) => outcome === code) ?? 'failed';
}
