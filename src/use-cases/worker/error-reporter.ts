import { LRUCache } from 'lru-cache';
import type { Ports } from '../ports.js';
import type { TransitionDeps } from '../shared/transition.js';
import { transitionPair } from '../shared/transition-pair.js';

/** Something that went wrong with a mapping, to be told in its thread. */
export interface ReportedError {
  readonly mapping: string;
  readonly source: string;
  /** Without secrets and personal data. */
  readonly message: string;
  /** What it has in common with others that say the same. */
  readonly kind: string;
  /** Why, where it is known: a code of the catalogue's. */
  readonly reason?: string | undefined;
  /** When it was logged, epoch ms. */
  readonly loggedAt?: number | undefined;
  /** The same when it is told again, so that it counts once. */
  readonly id: string;
}

export interface ErrorReporter {
  /** Tells the first of a kind at once; what follows within the hour is counted. */
  report(problem: ReportedError): Promise<void>;
  /** Tells of those that were counted and whose hour is over. */
  sweep(): Promise<void>;
}

const WITHIN_MS = 3_600_000;
const MAX_GROUPS = 5_000;

interface ErrorGroup {
  readonly since: number;
  readonly last: ReportedError;
  readonly more: number;
}

/** Brings troubles into threads, a kind at a time, so that a line that repeats each minute floods nobody. */
export function createErrorReporter(deps: TransitionDeps & Pick<Ports, 'log'>): ErrorReporter {
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
      `trouble:${id}`,
    );

  return {
    async report(problem) {
      const key = `${problem.mapping} ${problem.source} ${problem.kind}`;
      const group = groups.get(key);
      const now = deps.now();
      if (group && Math.abs(now - group.since) < WITHIN_MS) {
        groups.set(key, { ...group, last: problem, more: group.more + 1 });
        return;
      }
      await reported(problem, 0);
      groups.set(key, { since: now, last: problem, more: 0 });
    },

    async sweep() {
      const now = deps.now();
      for (const [key, { since, last, more }] of groups) {
        if (Math.abs(now - since) < WITHIN_MS) continue;
        // One that can't be told is given up: it must not stop the counting of the others.
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
