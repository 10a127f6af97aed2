import { z } from 'zod';
import { type Multisite, MultisiteError } from '../multisite.js';
import { type MultisiteOptions, RestConnection } from './connection.js';
import { domainRecordCalls } from './domain-record-calls.js';
import { readSite, readSites, readWebhooks } from './domain-records.js';

const NO_SUCH_SITE = 'wu_rest_site_invalid_id';
const NO_SUCH_WEBHOOK = 'wu_rest_webhook_invalid_id';
const NO_SUCH_SETTING = 'setting_not_found';

/** The REST API of one network. Never retries. */
export function createMultisite(options: MultisiteOptions): Multisite {
  const connection = new RestConnection(options);
  return { ...domainRecordCalls(connection), ...networkCalls(connection) };
}

type NetworkCalls = Pick<
  Multisite,
  | 'getSite'
  | 'listSites'
  | 'listWebhooks'
  | 'createWebhook'
  | 'deleteWebhook'
  | 'getSetting'
  | 'testConnection'
>;

/** A network's sites, webhooks and settings, and whether key and secret are valid. */
const networkCalls = (rest: RestConnection): NetworkCalls => ({
  getSite: async (id) => {
    const json = await rest.acceptedUnlessGone('GET', `/site/${id}`, NO_SUCH_SITE);
    return json === undefined ? undefined : readSite(json);
  },
  listSites: async () => (await rest.list('/site', readSites)).entries,
  listWebhooks: async () => [...(await rest.list('/webhook', readWebhooks)).entries],
  createWebhook: async (name, event, url) => {
    await rest.accepted('POST', '/webhook', { name, event, webhook_url: url, active: true });
  },
  deleteWebhook: async (id) => {
    await rest.acceptedUnlessGone('DELETE', `/webhook/${id}`, NO_SUCH_WEBHOOK);
  },
  getSetting: async (key) => {
    const path = `/settings/${encodeURIComponent(key)}`;
    const json = await rest.acceptedUnlessGone('GET', path, NO_SUCH_SETTING);
    return z.object({ value: z.unknown() }).safeParse(json).data?.value;
  },
  testConnection: () => testConnection(rest),
});

async function testConnection(rest: RestConnection): Promise<void> {
  const answer = await rest.call('GET', '/auth');
  if (answer.status === 401 && (await rest.isHeaderDropped().catch(() => false)))
    throw new MultisiteError(
      'unauthorised',
      'Key and secret are right, but the web server removes the Authorization header. Let it through (Apache: `CGIPassAuth On`).',
      { status: 401 },
    );
  if (!z.object({ success: z.literal(true) }).safeParse(rest.accept(answer).json).success)
    throw new MultisiteError('wrong-shape', 'Ultimate Multisite answered the key test in an unknown format.');
}
