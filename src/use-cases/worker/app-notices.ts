import { MultisiteError } from '../../multisite/multisite.js';
import type { Log } from '../../util/log.js';

/** Faults that are posted in an app's channel: what can't be read, or isn't received. */
export type NoticeSubject = 'network' | 'logs' | 'webhook';
export type NoticeKey =
  | 'notice.network.failed'
  | 'notice.network.works'
  | 'notice.logs.failed'
  | 'notice.logs.works'
  | 'notice.webhook.failed'
  | 'notice.webhook.works'
  | 'notice.webhook.tested';

interface Told {
  read(): Promise<{ readonly told: readonly NoticeSubject[] } | undefined>;
  write(told: { told: NoticeSubject[] }): Promise<void>;
}

export interface AppNoticesOptions {
  /** Posts a sentence in the app's channel; does nothing for an app without one. */
  readonly post: (app: string, key: NoticeKey, params: Readonly<Record<string, string>>) => Promise<void>;
  /** Faults that were posted in an app's channel and still last. */
  readonly toldOf: (app: string) => Told;
  readonly log: Log;
}

export interface AppNotices {
  /** Runs work that succeeds or fails; rethrows its error. */
  watch<Result>(app: string, subject: NoticeSubject, work: () => Promise<Result>): Promise<Result>;
  webhookArrived(app: string): Promise<void>;
  webhookRefused(app: string): Promise<void>;
  webhookTested(app: string): Promise<void>;
}

/** A transient fault is over by then; a refused key is not. */
const FAILURES_TO_TELL = 3;
const PERMANENT: ReadonlySet<string> = new Set(['unauthorised', 'no-api', 'redirected']);

/** Posts in an app's channel once when something stops working, and once when it works again, across restarts. */
export function createAppNotices({ post, toldOf, log }: AppNoticesOptions): AppNotices {
  const failures = new Map<string, number>();

  async function report(app: string, subject: NoticeSubject, words: string | undefined): Promise<void> {
    try {
      const file = toldOf(app);
      const { told } = (await file.read()) ?? { told: [] };
      const isTold = told.includes(subject);
      if (isTold === (words !== undefined)) return;
      const state = words === undefined ? 'works' : 'failed';
      await post(app, `notice.${subject}.${state}`, { app, words: words ?? '' });
      const next = words === undefined ? told.filter((each) => each !== subject) : [...told, subject];
      await file.write({ told: next });
    } catch (error) {
      // Best effort: what can't be posted now is posted after the next failure.
      log.warn({ err: error, app, subject }, 'a notice could not be posted');
    }
  }

  async function failed(app: string, subject: NoticeSubject, error: unknown): Promise<void> {
    const key = `${app} ${subject}`;
    const count = (failures.get(key) ?? 0) + 1;
    failures.set(key, count);
    const isPermanent = error instanceof MultisiteError && PERMANENT.has(error.code);
    if (isPermanent || count >= FAILURES_TO_TELL) await report(app, subject, noticeWords(error));
  }

  async function works(app: string, subject: NoticeSubject): Promise<void> {
    failures.delete(`${app} ${subject}`);
    await report(app, subject, undefined);
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
    webhookArrived: (app) => works(app, 'webhook'),
    webhookRefused: (app) => report(app, 'webhook', 'wrong token'),
    webhookTested: async (app) => {
      await works(app, 'webhook');
      await post(app, 'notice.webhook.tested', { app });
    },
  };
}

/** Our errors say what to do; of a system error only the code is sure to hold no path or secret. */
function noticeWords(error: unknown): string {
  if (error instanceof MultisiteError) return error.message;
  return error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
}
