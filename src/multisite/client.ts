import { Agent, type Dispatcher, request } from 'undici';
import { z } from 'zod';
import { PLAIN_JSON } from '../util/http-client.js';
import { redact } from '../util/log.js';
import { codeOf, isTimeout, nameOf } from '../util/network-errors.js';
import { userAgent } from '../util/version.js';
import { readDomainRecord, readDomainRecords, readSite, readSites, readWebhooks } from './domain-records.js';
import { type DomainRecord, type Multisite, MultisiteError, preferred } from './multisite.js';
import { listAll } from './paging.js';
import { acceptedAnswer, jsonIn, type RestAnswer, restCodeOf } from './rest-answer.js';

export interface MultisiteOptions {
  /** The network's URL, without its trailing slash. */
  readonly url: string;
  readonly apiKey: string;
  readonly apiSecret: string;
  readonly timeoutMs: number;
  /** For a proxy, for instance; sets its own connection limits. Default: an agent with this file's limits. */
  readonly dispatcher?: Dispatcher | undefined;
}

/** A page of 100 records is about 100 kB. */
const MAX_NETWORK_BODY_BYTES = 8 * 1024 * 1024;
const CONNECT_MS = 5_000;
const NO_SUCH_DOMAIN_RECORD = 'wu_rest_domain_invalid_id';
const NO_SUCH_SITE = 'wu_rest_site_invalid_id';

/** The REST API over undici. Never retries. */
export function createMultisite({
  url,
  apiKey,
  apiSecret,
  timeoutMs,
  ...options
}: MultisiteOptions): Multisite {
  const dispatcher =
    options.dispatcher ??
    new Agent({ connect: { timeout: CONNECT_MS }, maxResponseSize: MAX_NETWORK_BODY_BYTES, connections: 2 });
  const authorization = `Basic ${Buffer.from(`${apiKey}:${apiSecret}`).toString('base64')}`;
  const hide = (text: string) => redact(text, [apiKey, apiSecret]).slice(0, 500);

  async function call(
    method: 'GET' | 'POST' | 'PUT' | 'DELETE',
    path: string,
    body?: object,
    withKey = true,
  ): Promise<RestAnswer> {
    let status: number;
    let text: string;
    let headers: RestAnswer['headers'];
    try {
      const answer = await request(`${url}/wp-json/wu/v2${path}`, {
        method,
        dispatcher,
        headers: {
          ...(withKey ? { authorization } : {}),
          'user-agent': userAgent,
          ...PLAIN_JSON,
          ...(body ? { 'content-type': 'application/json' } : {}),
        },
        signal: AbortSignal.timeout(timeoutMs),
        ...(body ? { body: JSON.stringify(body) } : {}),
      });
      status = answer.statusCode;
      headers = answer.headers;
      text = await answer.body.text();
    } catch (error) {
      throw networkTransportError(error);
    }
    return { status, headers, json: jsonIn(text) };
  }

  const accepted = (answer: RestAnswer): RestAnswer => acceptedAnswer(answer, hide);
  const isGone = (answer: RestAnswer, code: string): boolean =>
    answer.status === 404 && restCodeOf(answer) === code;

  async function findDomainRecord(hostname: string): Promise<DomainRecord | undefined> {
    const { json } = accepted(await call('GET', `/domain?${new URLSearchParams({ domain: hostname })}`));
    return preferred(readDomainRecords(json).entries.filter(({ domain }) => domain === hostname));
  }

  const put = async (id: number, body: object): Promise<DomainRecord> =>
    readDomainRecord(accepted(await call('PUT', `/domain/${id}`, body)).json);

  /** 2.4.3 and earlier refuse `ssl-failed`; remembered, so that it is refused only once. */
  let knowsSslFailed = true;
  async function setSslFailed(id: number): Promise<DomainRecord> {
    if (!knowsSslFailed) return put(id, { stage: 'failed' });
    try {
      return await put(id, { stage: 'ssl-failed' });
    } catch (error) {
      if (!(error instanceof MultisiteError) || error.facts.status !== 400) throw error;
      const fallback = await put(id, { stage: 'failed' });
      knowsSslFailed = false;
      return fallback;
    }
  }

  /** Sends the key in the body, too, where no web server strips it (WordPress also reads a GET's JSON). */
  async function isHeaderDropped(): Promise<boolean> {
    const body = { api_key: apiKey, api_secret: apiSecret };
    return (await call('GET', '/auth', body, false)).status === 200;
  }

  return {
    listDomainRecords: async () => {
      const { entries: domainRecords, unreadable } = await listAll(async (query) => {
        const answer = accepted(await call('GET', `/domain?${query}`));
        return { ...readDomainRecords(answer.json), total: totalOf(answer) };
      });
      return { domainRecords, unreadable };
    },

    getDomainRecord: async (id) => {
      const answer = await call('GET', `/domain/${id}`);
      return isGone(answer, NO_SUCH_DOMAIN_RECORD) ? undefined : readDomainRecord(accepted(answer).json);
    },

    findDomainRecord,

    createDomainRecord: async (hostname, siteId) => {
      const body = {
        domain: hostname,
        blog_id: siteId,
        stage: 'checking-dns',
        active: true,
        primary_domain: false,
        secure: false,
      };
      return readDomainRecord(accepted(await call('POST', '/domain', body)).json);
    },

    deleteDomainRecord: async (id) => {
      const answer = await call('DELETE', `/domain/${id}`);
      if (isGone(answer, NO_SUCH_DOMAIN_RECORD)) return 'already';
      accepted(answer);
      return 'removed';
    },

    setStage: (id, stage) => (stage === 'done' ? put(id, { stage: 'done', secure: true }) : setSslFailed(id)),

    setReady: (id) => put(id, { stage: 'done', secure: true, active: true }),

    getSite: async (id) => {
      const answer = await call('GET', `/site/${id}`);
      return isGone(answer, NO_SUCH_SITE) ? undefined : readSite(accepted(answer).json);
    },

    listSites: async () => {
      const { entries } = await listAll(async (query) => {
        const answer = accepted(await call('GET', `/site?${query}`));
        return { ...readSites(answer.json), total: totalOf(answer) };
      });
      return entries;
    },

    listSiteRecords: async (siteId) => {
      const query = new URLSearchParams({ blog_id: String(siteId), per_page: '100', number: '100' });
      const { json } = accepted(await call('GET', `/domain?${query}`));
      return readDomainRecords(json).entries.filter((each) => each.siteId === siteId);
    },

    listWebhooks: async () => {
      const { entries } = await listAll(async (query) => {
        const answer = accepted(await call('GET', `/webhook?${query}`));
        return { ...readWebhooks(answer.json), total: totalOf(answer) };
      });
      return entries;
    },

    createWebhook: async (name, event, webhookUrl) => {
      accepted(await call('POST', '/webhook', { name, event, webhook_url: webhookUrl, active: true }));
    },

    deleteWebhook: async (id) => {
      const answer = await call('DELETE', `/webhook/${id}`);
      if (!isGone(answer, 'wu_rest_webhook_invalid_id')) accepted(answer);
    },

    getSetting: async (key) => {
      const answer = await call('GET', `/settings/${encodeURIComponent(key)}`);
      if (isGone(answer, 'setting_not_found')) return undefined;
      return z.object({ value: z.unknown() }).safeParse(accepted(answer).json).data?.value;
    },

    testConnection: async () => {
      const answer = await call('GET', '/auth');
      if (answer.status === 401 && (await isHeaderDropped().catch(() => false)))
        throw new MultisiteError(
          'unauthorised',
          'Key and secret are right, but the web server removes the Authorization header. Let it through (Apache: `CGIPassAuth On`).',
          { status: 401 },
        );
      if (!z.object({ success: z.literal(true) }).safeParse(accepted(answer).json).success)
        throw new MultisiteError(
          'wrong-shape',
          'Ultimate Multisite answered the key test in an unknown format.',
        );
    },
  };
}

/** NaN if the version doesn't say it. */
const totalOf = ({ headers }: RestAnswer): number => Number(headers['x-wp-total'] ?? Number.NaN);

function networkTransportError(error: unknown): MultisiteError {
  const code = codeOf(error) || nameOf(error);
  return isTimeout(code)
    ? new MultisiteError('timed-out', 'Ultimate Multisite didn’t answer in time.')
    : new MultisiteError('unreachable', `Ultimate Multisite can’t be reached (${code}).`);
}
