import { type HostnameProblem, parseHostname } from '../../core/hostname.js';
import { type CheckDomainDeps, createDomainCheck, type DomainCheck } from './check.js';
import type { CheckOptions } from './options.js';
import type { Printer } from './print.js';
import type { CheckedApp, CheckReport } from './report.js';

/**
 * Exit codes: 0 everything is right, 1 something has to be done or waited for, 2 an invalid hostname, 3 could not
 * check.
 */
export type CheckExitCode = 0 | 1 | 2 | 3;

export interface RunDeps extends CheckDomainDeps {
  readonly write: (text: string) => void;
  readonly sleep: (ms: number) => Promise<void>;
}

/** Concurrent checks. */
const WIDTH = 8;
const MIN_PAUSE_MS = 1_000;

type Followed =
  | { readonly kind: 'refused'; readonly input: string; readonly problem: HostnameProblem }
  | { readonly kind: 'checked'; readonly check: DomainCheck; last?: CheckReport };

/** Checks every hostname, in the given order, for the given number of rounds. */
export async function runChecks(
  deps: RunDeps,
  app: CheckedApp,
  options: Pick<CheckOptions, 'inputs' | 'rounds' | 'isFollowing' | 'intervalMs'>,
  printer: Printer,
): Promise<CheckExitCode> {
  const followed = options.inputs.map((input) => followedOf(deps, app, input));
  for (const each of followed)
    if (each.kind === 'refused') deps.write(printer.problem(each.input, each.problem));
  for (let round = 1; ; round++) {
    const left = followed.flatMap((each) =>
      each.kind === 'checked' && !(options.isFollowing && each.last?.verdict === 'right') ? [each] : [],
    );
    for (let at = 0; at < left.length; at += WIDTH)
      await Promise.all(
        left.slice(at, at + WIDTH).map(async (each) => {
          each.last = await each.check.check();
        }),
      ).then(() => {
        for (const { last } of left.slice(at, at + WIDTH)) if (last) deps.write(printer.check(last));
      });
    const reports = followed.flatMap((each) => (each.kind === 'checked' && each.last ? [each.last] : []));
    const isDone = options.isFollowing && reports.every(({ verdict }) => verdict === 'right');
    if (isDone || round >= options.rounds || reports.length === 0) return exitCodeOf(followed, reports);
    await deps.sleep(options.intervalMs ?? paceOf(reports, deps.now()));
  }
}

function followedOf(deps: CheckDomainDeps, app: CheckedApp, input: string): Followed {
  const read = parseHostname(input);
  return read.ok
    ? { kind: 'checked', check: createDomainCheck(deps, app, read.hostname) }
    : { kind: 'refused', input, problem: read.problem };
}

/** When the bot would next check the first due hostname. */
function paceOf(reports: readonly CheckReport[], now: number): number {
  const next = reports.flatMap(({ verdict, condition }) =>
    verdict === 'right' || condition.nextCheck.at === null ? [] : [condition.nextCheck.at],
  );
  return Math.max(MIN_PAUSE_MS, Math.min(...next, now + 300_000) - now);
}

function exitCodeOf(followed: readonly Followed[], reports: readonly CheckReport[]): CheckExitCode {
  if (followed.some(({ kind }) => kind === 'refused')) return 2;
  const verdicts = new Set(reports.map(({ verdict }) => verdict));
  if (verdicts.has('todo') || verdicts.has('waiting')) return 1;
  return verdicts.has('unchecked') ? 3 : 0;
}
