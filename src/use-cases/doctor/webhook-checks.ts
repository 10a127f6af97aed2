import { type Multisite, MultisiteError, type Webhook } from '../../multisite/multisite.js';
import { webhookEvents } from '../../multisite/webhook.js';
import type { Network } from '../ports.js';
import { type DoctorResult, notChecked, note, ok, problem, type Repair, utcMinute } from './result.js';

/** What one event's webhook is and should be. `url` holds the token: it is never shown. */
interface WebhookPlan {
  readonly app: string;
  readonly event: string;
  readonly rest: Multisite;
  /** Undefined if it isn't known where the network reaches the bot. */
  readonly url: string | undefined;
  /** Webhooks of the event that lead to this app, but not to `url`. */
  readonly wrong: readonly Webhook[];
}

interface WebhookDiagnosis {
  readonly app: string;
  readonly network: Pick<Network, 'webhookToken' | 'webhookUrl'>;
  readonly rest: Multisite;
  /** When the last webhook arrived, epoch ms. */
  readonly seenAt: number | undefined;
}

/** The bot's own webhooks in the network, as they should be; what differs can be repaired. */
export async function diagnoseWebhooks({
  app,
  network: { webhookToken, webhookUrl },
  rest,
  seenAt,
}: WebhookDiagnosis): Promise<DoctorResult[]> {
  if (webhookToken === undefined) return [];
  let all: readonly Webhook[];
  try {
    all = await rest.listWebhooks();
  } catch (error) {
    return [note('doctor.webhook.unread', { app, reason: networkFailure(error) })];
  }
  const ours = all.filter(({ url }) => appIn(url) === app);
  // An existing webhook shows where the network reaches the bot.
  const url = webhookUrl ?? (ours[0] && withToken(ours[0].url, webhookToken));
  const results = webhookEvents.map((event) => {
    const ofEvent = ours.filter((each) => each.event === event);
    const wrong = ofEvent.filter((each) => each.url !== url);
    return diagnoseWebhook({ app, event, rest, url, wrong }, ofEvent.length > wrong.length);
  });
  const isSet = results.some(({ state }) => state === 'ok');
  return isSet ? [...results, webhookResult(app, seenAt)] : results;
}

/** Only a webhook that arrived shows that the network reaches the bot. */
const webhookResult = (app: string, seenAt: number | undefined): DoctorResult =>
  seenAt === undefined
    ? notChecked('doctor.webhook.unchecked', { app })
    : ok('doctor.webhook.arrived', {
        app,
        at: utcMinute(seenAt),
      });

function diagnoseWebhook(plan: WebhookPlan, isSet: boolean): DoctorResult {
  const { app, event, url, wrong } = plan;
  if (isSet) return ok('doctor.webhook.set', { app, event });
  if (wrong.length > 0)
    return {
      ...problem('doctor.webhook.wrong', { app, event }),
      repair: setting(plan, 'doctor.fix.webhook-replace'),
    };
  if (url === undefined) return note('doctor.webhook.by-hand', { app, event });
  return { ...note('doctor.webhook.missing', { app, event }), repair: setting(plan, 'doctor.fix.webhook') };
}

/** Creates it before wrong ones are deleted: an event that happens meanwhile still arrives. */
const setting = (
  { app, event, rest, url = '', wrong }: WebhookPlan,
  question: Repair['question'],
): Repair => ({
  id: `webhook:${app}:${event}`,
  question,
  run: async () => {
    try {
      await rest.createWebhook(`Domain bot (${app}): ${event}`, event, url);
      for (const { id } of wrong) await rest.deleteWebhook(id);
      const isThere = (await rest.listWebhooks()).some((each) => each.event === event && each.url === url);
      if (isThere) return ok('doctor.webhook.set', { app, event });
      throw new MultisiteError('wrong-shape', 'Ultimate Multisite’s list doesn’t have it.');
    } catch (error) {
      return problem('doctor.fix.webhook-failed', { app, event, reason: networkFailure(error) });
    }
  },
});

const OUR_PATH = /\/webhooks\/([a-z\d-]{1,40})\/[^/?#]*\/?$/;

const appIn = (url: string): string | undefined =>
  URL.canParse(url) ? OUR_PATH.exec(new URL(url).pathname)?.[1] : undefined;

const withToken = (url: string, token: string): string => url.replace(/[^/?#]*\/?(?:[?#].*)?$/, token);

/** Our adapter's errors hold no secret; other errors are reduced to their kind. */
export function networkFailure(error: unknown): string {
  if (!(error instanceof MultisiteError)) return error instanceof Error ? error.name : 'unknown';
  return error.facts.said ? `${error.message} ${error.facts.said}` : error.message;
}
