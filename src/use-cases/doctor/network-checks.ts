import { bareOf } from '../../core/hostname.js';
import { type Multisite, MultisiteError, type MultisiteErrorCode } from '../../multisite/multisite.js';
import type { App, Network } from '../ports.js';
import { type DoctorResult, notChecked, note, ok, problem } from './result.js';
import { diagnoseWebhooks, networkFailure } from './webhook-checks.js';

/** A failed access, by who has to do what. */
const ACCESS_KEYS: Readonly<Record<MultisiteErrorCode, DoctorResult['key']>> = {
  unauthorised: 'doctor.network.refused',
  refused: 'doctor.network.refused',
  'no-api': 'doctor.network.wrong',
  redirected: 'doctor.network.wrong',
  'http-status': 'doctor.network.failing',
  'wrong-shape': 'doctor.network.failing',
  unreachable: 'doctor.network.unreached',
  'timed-out': 'doctor.network.unreached',
};
/** The network's main site, except in rare old installations. */
const MAIN_SITE = 1;
/** Ultimate Multisite checks a new domain six times, with five pauses between. */
const PAUSES = 5;
const DEFAULT_PAUSE_S = 300;

/**
 * An app's Ultimate Multisite: key, address, domain records, settings and webhooks. `webhookSeenAt`: when the last
 * webhook arrived, epoch ms, if known.
 */
export async function diagnoseNetwork(
  { name: app, multisite }: App,
  webhookSeenAt?: number | undefined,
): Promise<DoctorResult[]> {
  if (!multisite) return [];
  const { rest } = multisite;
  if (!rest) return [note('doctor.network.no-rest', { app }), ...unseenWebhooks(app, multisite)];
  try {
    await rest.testConnection();
  } catch (error) {
    return [accessProblem(app, error), ...unseenWebhooks(app, multisite)];
  }
  const [address, records, settings, webhooks] = await Promise.all([
    diagnoseAddress(app, multisite, rest),
    diagnoseRecords(app, rest),
    diagnoseNetworkSettings(app, rest),
    diagnoseWebhooks({ app, network: multisite, rest, seenAt: webhookSeenAt }),
  ]);
  return [ok('doctor.network.answers', { app }), ...address, records, ...settings, ...webhooks];
}

const accessProblem = (app: string, error: unknown): DoctorResult =>
  problem(error instanceof MultisiteError ? ACCESS_KEYS[error.code] : 'doctor.network.unreached', {
    app,
    reason: networkFailure(error),
  });

/** Only the network can list its webhooks. */
const unseenWebhooks = (app: string, { webhookToken }: Network): DoctorResult[] =>
  webhookToken === undefined ? [] : [notChecked('doctor.webhook.unchecked', { app })];

/** One site's address answers like the network's, but the network's own names would look like customers'. */
async function diagnoseAddress(app: string, { host }: Network, rest: Multisite): Promise<DoctorResult[]> {
  if (host === undefined) return [];
  try {
    const main = (await rest.getSite(MAIN_SITE))?.address;
    if (main === undefined || bareOf(main) === bareOf(host)) return [];
    const isOneSite =
      (await rest.findDomainRecord(host)) !== undefined ||
      [...(await rest.listSites())].some(({ address }) => address === host);
    return isOneSite ? [problem('doctor.network.subsite', { app, host, main })] : [];
  } catch {
    // Reported with the list of domain records.
    return [];
  }
}

/** Reads what the bot needs: the list itself, not only the key. */
async function diagnoseRecords(app: string, rest: Multisite): Promise<DoctorResult> {
  try {
    const { domainRecords, unreadable } = await rest.listDomainRecords();
    if (unreadable.length > 0)
      return note('doctor.network.records-unreadable', {
        app,
        count: unreadable.length,
        ids: unreadable.slice(0, 10).map(String),
      });
    return ok('doctor.network.records', { app, count: domainRecords.length });
  } catch (error) {
    return problem('doctor.network.records-refused', { app, reason: networkFailure(error) });
  }
}

/** Versions before 2.4.11 can't be asked for settings, and one that was never saved has its default. */
async function diagnoseNetworkSettings(app: string, rest: Multisite): Promise<DoctorResult[]> {
  const setting = (key: string) => rest.getSetting(key).catch(() => undefined);
  const [mapping, pause] = await Promise.all([
    setting('enable_domain_mapping'),
    setting('dns_check_interval'),
  ]);
  const isOff = mapping === false || mapping === 0 || mapping === '0' || mapping === '';
  const seconds = Number(pause ?? DEFAULT_PAUSE_S) * PAUSES;
  return [
    ...(isOff ? [problem('doctor.network.mapping-off', { app })] : []),
    ...(seconds > 0
      ? [note('doctor.network.patience', { app, seconds, minutes: Math.round(seconds / 60) })]
      : []),
  ];
}
