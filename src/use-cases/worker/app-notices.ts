import { DAY_MS, MINUTE_MS } from '../../core/instant.js';
import { ExpiringMap } from '../../util/cache.js';
import {
  type AppNoticesOptions,
  createFaultReports,
  createReported,
  type NoticeSubject,
} from './fault-reports.js';

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

/** Anybody can send a wrong token to the right path, so it is reported at most once a day while webhooks work. */
const WRONG_WEBHOOK_MS = DAY_MS;
const MAX_DUPLICATED = 10;
const MAX_VANISHING = 10_000;
const MAX_REFUSING_APPS = 1_000;

/** Posts in an app's channel once when something stops working, and once when it works again, across restarts. */
export function createAppNotices(options: AppNoticesOptions): AppNotices {
  const { post, reportedOf, now } = options;
  const { attempt, update } = createReported(options);
  const { watch, works } = createFaultReports(post, update);
  const vanishing = new ExpiringMap<true>({ max: MAX_VANISHING, now });
  /** Apps with a wrong webhook within the last minute: a flood of them must not read and post each time. */
  const refusedLately = new ExpiringMap<true>({ max: MAX_REFUSING_APPS, now });

  async function arrived(app: string): Promise<void> {
    await works(app, 'webhook');
    await update(app, async (known) =>
      now() - (known.webhookAt ?? 0) < MINUTE_MS ? known : { ...known, webhookAt: now() },
    );
  }

  const refused = (app: string): Promise<void> =>
    update(app, async (known) => {
      const isRecent = now() - (known.wrongWebhookAt ?? 0) < WRONG_WEBHOOK_MS;
      if (known.reported.includes('webhook') || isRecent) return known;
      await post(app, 'notice.webhook.failed', { app });
      return { ...known, reported: [...known.reported, 'webhook'], wrongWebhookAt: now() };
    });

  return {
    watch,
    webhookArrived: arrived,
    webhookRefused: async (app) => {
      if (refusedLately.get(app)) return;
      refusedLately.set(app, true, MINUTE_MS);
      await refused(app);
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
