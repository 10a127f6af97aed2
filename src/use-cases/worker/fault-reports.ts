import { ProviderError } from '../../hosting/provider.js';
import { MultisiteError } from '../../multisite/multisite.js';
import { KeyedMutex } from '../../util/concurrency/queue.js';
import type { Log } from '../../util/log.js';

/** Faults that are posted in an app's channel: what can't be read, or isn't received. */
export const noticeSubjects = ['network', 'logs', 'webhook', 'aliases'] as const;
export type NoticeSubject = (typeof noticeSubjects)[number];
export type NoticeKey =
  | 'notice.network.implausible'
  | 'notice.aliases.implausible'
  | 'notice.aliases.vanishing'
  | `notice.${NoticeSubject}.failed`
  | `notice.${NoticeSubject}.works`
  | 'notice.webhook.tested'
  | 'notice.records.duplicated';

/** What was reported in an app's channel, when a webhook last arrived, and when a wrong one was last reported (epoch ms). */
export interface ReportedNotices {
  readonly reported: readonly NoticeSubject[];
  readonly webhookAt?: number | undefined;
  readonly wrongWebhookAt?: number | undefined;
}

export interface AppNoticesOptions {
  /** Posts a sentence in the app's channel; does nothing for an app without one. */
  readonly post: (
    app: string,
    key: NoticeKey,
    params: Readonly<Record<string, string | number | readonly string[]>>,
  ) => Promise<void>;
  /** What was reported in an app's channel, kept across restarts. */
  readonly reportedOf: (app: string) => {
    read(): Promise<ReportedNotices | undefined>;
    write(reported: ReportedNotices): Promise<void>;
  };
  readonly now: () => number;
  readonly log: Log;
}

/**
 * Most of a list is missing at once, so it isn't trusted and nothing is removed. Reported like a list that can't be
 * read.
 */
export class ImplausibleList extends Error {
  override readonly name = 'ImplausibleList';
  constructor(
    readonly subject: 'network' | 'aliases',
    readonly gone: number,
    readonly of: number,
  ) {
    super(`${gone} of ${of} entries are missing at once`);
  }
}

/** A transient fault is over by then; a refused key is not. */
const FAILURES_TO_REPORT = 3;
const PERMANENT: ReadonlySet<string> = new Set(['unauthorised', 'no-api', 'redirected']);

type Change = (known: ReportedNotices) => Promise<ReportedNotices>;

/** What counts as reported in each app's channel. */
export function createReported({ reportedOf, log }: AppNoticesOptions) {
  const mutex = new KeyedMutex();

  /** Best effort: what can't be posted now is posted after the next failure, or stays in the log. */
  async function attempt(app: string, work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      log.warn({ err: error, app }, 'a notice could not be posted');
    }
  }

  /** Changes what counts as reported, after its message was posted; one change of an app at a time. */
  const update = (app: string, change: Change): Promise<void> =>
    mutex.run(app, () =>
      attempt(app, async () => {
        const file = reportedOf(app);
        const known = (await file.read()) ?? { reported: [] };
        const next = await change(known);
        if (next !== known) await file.write(next);
      }),
    );

  return { attempt, update };
}

/** Reports a fault once it lasts, and its end. */
export function createFaultReports(
  post: AppNoticesOptions['post'],
  update: (app: string, change: Change) => Promise<void>,
) {
  const failures = new Map<string, number>();

  const reportFailure = (app: string, subject: NoticeSubject, error: unknown): Promise<void> =>
    update(app, async (known) => {
      if (known.reported.includes(subject)) return known;
      await postFailure(post, app, subject, error);
      return { ...known, reported: [...known.reported, subject] };
    });

  async function failed(app: string, subject: NoticeSubject, error: unknown): Promise<void> {
    const key = `${app} ${subject}`;
    const count = (failures.get(key) ?? 0) + 1;
    failures.set(key, count);
    if (isPermanent(error) || count >= FAILURES_TO_REPORT) await reportFailure(app, subject, error);
  }

  async function works(app: string, subject: NoticeSubject): Promise<void> {
    failures.delete(`${app} ${subject}`);
    await update(app, async (known) => {
      if (!known.reported.includes(subject)) return known;
      await post(app, `notice.${subject}.works`, { app });
      return { ...known, reported: known.reported.filter((each) => each !== subject) };
    });
  }

  async function watch<Result>(
    app: string,
    subject: NoticeSubject,
    work: () => Promise<Result>,
  ): Promise<Result> {
    try {
      const result = await work();
      await works(app, subject);
      return result;
    } catch (error) {
      await failed(app, subject, error);
      throw error;
    }
  }

  return { watch, works };
}

async function postFailure(
  post: AppNoticesOptions['post'],
  app: string,
  subject: NoticeSubject,
  error: unknown,
): Promise<void> {
  if (error instanceof ImplausibleList)
    await post(app, `notice.${error.subject}.implausible`, { app, gone: error.gone, of: error.of });
  else await post(app, `notice.${subject}.failed`, { app, reason: noticeReason(error) });
}

const isPermanent = (error: unknown): boolean =>
  error instanceof ImplausibleList ||
  ((error instanceof MultisiteError || error instanceof ProviderError) && PERMANENT.has(error.code));

/** Our errors say what to do; of a system error only the code is sure to hold no path or secret. */
function noticeReason(error: unknown): string {
  if (error instanceof MultisiteError || error instanceof ProviderError) return error.message;
  return error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
}
