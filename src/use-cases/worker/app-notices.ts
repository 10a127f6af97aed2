import { DAY_MS, MINUTE_MS } from '../../core/instant.js';
import { ProviderError } from '../../hosting/provider.js';
import { MultisiteError } from '../../multisite/multisite.js';
import { ExpiringMap } from '../../util/cache.js';
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

/** A hostname with several domain records, of which the bot follows one. */
export interface DuplicatedRecord {
  readonly hostname: string;
  readonly ids: readonly number[];
}

export interface AppNotices {
  /** Runs work that succeeds or fails; rethrows its error. */
  watch<Result>(app: string, subject: NoticeSubject, work: () => Promise<Result>): Promise<Result>;
  webhookArrived(app: string): Promise<void>;
  webhookRefused(app: string): Promise<void>;
  webhookTested(app: string): Promise<void>;
  /** When the last webhook arrived, to the minute; undefined: none yet. */
  webhookSeenAt(app: string): Promise<number | undefined>;
  /** Reported once a day per hostname. */
  aliasVanishing(app: string, hostname: string): Promise<void>;
  recordsDuplicated(app: string, duplicated: readonly DuplicatedRecord[]): Promise<void>;
}

/** A transient fault is over by then; a refused key is not. */
const FAILURES_TO_REPORT = 3;
const PERMANENT: ReadonlySet<string> = new Set(['unauthorised', 'no-api', 'redirected']);
/** Anybody can send a wrong token to the right path, so it is reported at most once a day while webhooks work. */
const WRONG_WEBHOOK_MS = DAY_MS;
const MAX_DUPLICATED = 10;
const MAX_VANISHING = 10_000;
const MAX_REFUSING_APPS = 1_000;

/** Posts in an app's channel once when something stops working, and once when it works again, across restarts. */
export function createAppNotices(options: AppNoticesOptions): AppNotices {
  const { post, reportedOf, now } = options;
  const { attempt, update, failed, works } = createReports(options);
  const vanishing = new ExpiringMap<true>({ max: MAX_VANISHING, now });
  /** Apps with a wrong webhook within the last minute: a flood of them must not read and post each time. */
  const refusedLately = new ExpiringMap<true>({ max: MAX_REFUSING_APPS, now });

  async function arrived(app: string): Promise<void> {
    await works(app, 'webhook');
    await update(app, async (known) =>
      now() - (known.webhookAt ?? 0) < MINUTE_MS ? known : { ...known, webhookAt: now() },
    );
  }

  return {
    watch: async (app, subject, work) => {
      try {
        const result = await work();
        await works(app, subject);
        return result;
      } catch (error) {
        await failed(app, subject, error);
        throw error;
      }
    },
    webhookArrived: arrived,
    webhookRefused: async (app) => {
      if (refusedLately.get(app)) return;
      refusedLately.set(app, true, MINUTE_MS);
      await update(app, async (known) => {
        const isRecent = now() - (known.wrongWebhookAt ?? 0) < WRONG_WEBHOOK_MS;
        if (known.reported.includes('webhook') || isRecent) return known;
        await post(app, 'notice.webhook.failed', { app });
        return { ...known, reported: [...known.reported, 'webhook'], wrongWebhookAt: now() };
      });
    },
    webhookTested: async (app) => {
      await arrived(app);
      await post(app, 'notice.webhook.tested', { app });
    },
    webhookSeenAt: async (app) => (await reportedOf(app).read())?.webhookAt,
    aliasVanishing: async (app, hostname) => {
      if (vanishing.get(hostname)) return;
      vanishing.set(hostname, true, DAY_MS);
      await attempt(app, () => post(app, 'notice.aliases.vanishing', { app, hostname }));
    },
    recordsDuplicated: async (app, duplicated) => {
      if (duplicated.length === 0) return;
      await attempt(app, () =>
        post(app, 'notice.records.duplicated', { app, ...duplicatedParams(duplicated) }),
      );
    },
  };
}

function duplicatedParams(duplicated: readonly DuplicatedRecord[]) {
  const shown = duplicated
    .slice(0, MAX_DUPLICATED)
    .map(({ hostname, ids }) => `${hostname} (${ids.join(', ')})`);
  const count = duplicated.length;
  return { count, shown, more: count - shown.length };
}

/** What counts as reported in each app's channel, and the faults that lead there. */
function createReports({ post, reportedOf, log }: AppNoticesOptions) {
  const failures = new Map<string, number>();
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
  const update = (app: string, change: (known: ReportedNotices) => Promise<ReportedNotices>): Promise<void> =>
    mutex.run(app, () =>
      attempt(app, async () => {
        const file = reportedOf(app);
        const known = (await file.read()) ?? { reported: [] };
        const next = await change(known);
        if (next !== known) await file.write(next);
      }),
    );

  const reportFailure = (app: string, subject: NoticeSubject, error: unknown): Promise<void> =>
    update(app, async (known) => {
      if (known.reported.includes(subject)) return known;
      if (error instanceof ImplausibleList)
        await post(app, `notice.${error.subject}.implausible`, { app, gone: error.gone, of: error.of });
      else await post(app, `notice.${subject}.failed`, { app, reason: noticeReason(error) });
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

  return { attempt, update, failed, works };
}

const isPermanent = (error: unknown): boolean =>
  error instanceof ImplausibleList ||
  ((error instanceof MultisiteError || error instanceof ProviderError) && PERMANENT.has(error.code));

/** Our errors say what to do; of a system error only the code is sure to hold no path or secret. */
function noticeReason(error: unknown): string {
  if (error instanceof MultisiteError || error instanceof ProviderError) return error.message;
  return error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
}
