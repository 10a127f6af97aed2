import { LRUCache } from 'lru-cache';
import type { Ports } from '../ports.js';
import type { TransitionDeps } from '../shared/transition.js';
import { transitionPair } from '../shared/transition.js';

/** A mapping's error, to be reported in its thread. */
export interface ReportedError {
  readonly mapping: string;
  readonly source: string;
  /** Without secrets and personal data. */
  readonly message: string;
  /** Shared by errors that say the same. */
  readonly kind: string;
  /** The cause, if known: a code of the catalogue. */
  readonly reason?: string | undefined;
  /** When it was logged, epoch ms. */
  readonly loggedAt?: number | undefined;
  /** The same for a repeated report, so that it counts once. */
  readonly id: string;
}

export interface ErrorReporter {
  /** Reports the first error of a kind at once; counts the ones that follow within the hour. */
  report(problem: ReportedError): Promise<void>;
  /** Reports the counted errors whose hour is over. */
  sweep(): Promise<void>;
}

const WITHIN_MS = 3_600_000;
const MAX_GROUPS = 5_000;

interface ErrorGroup {
  /** Monotonic, ms. */
  readonly since: number;
  readonly last: ReportedError;
  readonly more: number;
}

/** Reports errors in threads, grouped by kind, so that a line repeated every minute floods no thread. */
export function createErrorReporter(deps: TransitionDeps & Pick<Ports, 'log' | 'monotonic'>): ErrorReporter {
  const groups = new LRUCache<string, ErrorGroup>({ max: MAX_GROUPS });

  const reported = ({ mapping, source, message, reason, loggedAt, id }: ReportedError, again: number) =>
    transitionPair(
      deps,
      mapping,
      {
        type: 'error.logged',
        source,
        message,
        ...(reason === undefined ? {} : { reason }),
        ...(loggedAt === undefined ? {} : { loggedAt }),
        again,
      },
      `error:${id}`,
    );

  return {
    async report(problem) {
      const key = `${problem.mapping} ${problem.source} ${problem.kind}`;
      const group = groups.get(key);
      const now = deps.monotonic();
      if (group && now - group.since < WITHIN_MS) {
        groups.set(key, { ...group, last: problem, more: group.more + 1 });
        return;
      }
      await reported(problem, 0);
      groups.set(key, { since: now, last: problem, more: 0 });
    },

    async sweep() {
      const now = deps.monotonic();
      for (const [key, { since, last, more }] of groups) {
        if (now - since < WITHIN_MS) continue;
        // An error that can't be reported is dropped: it must not stop the others.
        groups.delete(key);
        try {
          if (more > 0) await reported(last, more);
        } catch (error) {
          const { mapping, source } = last;
          deps.log.error({ err: error, mapping, source, more }, 'repeated errors could not be posted');
        }
      }
    },
  };
}
