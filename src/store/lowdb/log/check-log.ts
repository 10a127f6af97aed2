import { join } from 'node:path';
import type { UneventfulCheck } from '../../uneventful.js';
import { ChangeLog, type OnVersion } from './change-log.js';
import { LineLog, type LineLogOptions } from './line-log.js';
import { type LineRow, logLine, rowOn } from './log-line.js';
import { noLines, readLines } from './read-lines.js';

/** A check without news, on top of a mapping's file. */
export interface LoggedCheck extends OnVersion {
  readonly check: UneventfulCheck;
}

/** The check on top of this version of a mapping's file, if there is one. */
export type LoggedChecks = (id: string, base: number) => LoggedCheck | undefined;

export const checkLogPath = (dataDir: string): string => join(dataDir, 'checks.jsonl');

/** Checks share a write and its flush for so long; a crash loses as much, and these checks are repeated. */
const CHECKS_GROUP_MS = 250;
const CHECK_WORDS = {
  unwritten: 'checks could not be written',
  unreadable: 'some checks could not be read and are repeated',
};

/** The last check without news of each mapping. A lost line costs that check only. */
export class CheckLog extends ChangeLog {
  /** A file that can't be read costs its checks. */
  static async open(options: Pick<LineLogOptions, 'path' | 'log' | 'assertHeld'>): Promise<CheckLog> {
    const all = { ...options, groupMs: CHECKS_GROUP_MS, words: CHECK_WORDS };
    return new CheckLog(LineLog.after(all, await readLines(options.path).catch(noLines)));
  }

  readonly of: LoggedChecks = (id, base) => loggedOn(base, this.lines.of(id));

  /** False if the disk can't take it now; then the whole record has to be written. */
  append(id: string, logged: LoggedCheck): boolean {
    return this.lines.append(id, logLine(id, checkRowOf(logged)));
  }
}

/** Reads beside a bot at work: the last check of each mapping. */
export async function readCheckLog(path: string): Promise<LoggedChecks> {
  const { lines } = await readLines(path).catch(noLines);
  return (id, base) => loggedOn(base, lines.get(id));
}

type CheckRow = LineRow<
  readonly [
    nextCheckAt: number,
    dnsAt: number | null,
    sslAt: number | null,
    httpAt: number | null,
    challengeAt: number | null,
    counts?: readonly [partial: number, dns: number, ssl: number, site: number],
  ]
>;
type CheckValues = CheckRow extends LineRow<infer Rest> ? Rest : never;

function checkRowOf({ base, version, check }: LoggedCheck): CheckRow {
  const { nextCheckAt, dnsAt, sslAt, httpAt, challengeAt, counts } = check;
  const row = [
    base,
    version,
    nextCheckAt,
    dnsAt ?? null,
    sslAt ?? null,
    httpAt ?? null,
    challengeAt ?? null,
  ] as const;
  return counts ? [...row, [counts.partial, counts.dns, counts.ssl, counts.site]] : row;
}

function loggedOn(on: number, line: string | undefined): LoggedCheck | undefined {
  const row = rowOn<CheckValues>(on, line);
  if (!row) return undefined;
  const [base, version, nextCheckAt, dnsAt, sslAt, httpAt, challengeAt, counted] = row;
  const [partial = 0, dns = 0, ssl = 0, site = 0] = counted ?? [];
  return {
    base,
    version,
    check: {
      nextCheckAt,
      dnsAt: dnsAt ?? undefined,
      sslAt: sslAt ?? undefined,
      httpAt: httpAt ?? undefined,
      challengeAt: challengeAt ?? undefined,
      ...(counted ? { counts: { partial, dns, ssl, site } } : {}),
    },
  };
}
