import { Agent, type Dispatcher, request } from 'undici';
import { z } from 'zod';
import { redact } from '../util/log.js';
import { codeOf, isTimeout, nameOf } from '../util/network-errors.js';
import { parseJson } from '../util/parse-json.js';
import { userAgent } from '../util/version.js';
import { readDomainRecord, readDomainRecords } from './domain-records.js';
import { type DomainRecord, type Multisite, MultisiteError } from './multisite.js';
import { listAll } from './paging.js';

export interface MultisiteOptions {
  /** The network's address, without its final slash. */
  readonly url: string;
  readonly apiKey: string;
  readonly apiSecret: string;
  readonly timeoutMs: number;
  /** For a proxy, for instance; connects by its own limits. An agent with this file's limits unless given. */
  readonly dispatcher?: Dispatcher | undefined;
}

/** A page of 100 records is near 100 kB. */
const MAX_BODY_BYTES = 8 * 1024 * 1024;
const CONNECT_MS = 5_000;
/** WordPress's REST API and Ultimate Multisite both say it like this. */
const refusal = z.object({ code: z.string(), message: z.string().optional() });
const NO_SUCH_DOMAIN_RECORD = 'wu_rest_domain_invalid_id';

interface Answer {
  readonly status: number;
  readonly json: unknown;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
}

/** The REST API over undici. Nothing is retried here. */
export function createMultisite({
  url,
  apiKey,
  apiSecret,
  timeoutMs,
  ...options
}: MultisiteOptions): Multisite {
  const dispatcher =
    options.dispatcher ??
    new Agent({ connect: { timeout: CONNECT_MS }, maxResponseSize: MAX_BODY_BYTES, connections: 2 });
  const authorization = `Basic ${Buffer.from(`${apiKey}:${apiSecret}`).toString('base64')}`;
  const hide = (text: string) => redact(text, [apiKey, apiSecret]).slice(0, 500);

  async function call(
    method: 'GET' | 'POST' | 'PUT' | 'DELETE',
    path: string,
    body?: object,
  ): Promise<Answer> {
    let status: number;
    let text: string;
    let headers: Answer['headers'];
    try {
      const answer = await request(`${url}/wp-json/wu/v2${path}`, {
        method,
        dispatcher,
        headers: {
          authorization,
          'user-agent': userAgent,
          accept: 'application/json',
          ...(body ? { 'content-type': 'application/json' } : {}),
        },
        signal: AbortSignal.timeout(timeoutMs),
        ...(body ? { body: JSON.stringify(body) } : {}),
      });
      status = answer.statusCode;
      headers = answer.headers;
      text = await answer.body.text();
    } catch (error) {
      throw transportError(error);
    }
    return { status, headers, json: jsonOf(text, status) };
  }

  /** Throws for every status but 2xx. */
  function accepted(answer: Answer): Answer {
    const { status, json } = answer;
    if (status < 300) return answer;
    const { code = '', message = '' } = refusal.safeParse(json).data ?? {};
    const said = hide(message || code);
    if (status === 401 || status === 403)
      throw new MultisiteError('unauthorised', `Ultimate Multisite accepts no such key (HTTP ${status}).`, {
        said,
        status,
      });
    if (status >= 500 || status === 429 || code === '')
      throw new MultisiteError('http-status', `Ultimate Multisite answered with HTTP ${status}.`, {
        said,
        status,
      });
    throw new MultisiteError('refused', `Ultimate Multisite refused: ${said}`, { said, status });
  }

  const isGone = ({ status, json }: Answer): boolean =>
    status === 404 && refusal.safeParse(json).data?.code === NO_SUCH_DOMAIN_RECORD;

  async function findDomainRecord(hostname: string): Promise<DomainRecord | undefined> {
    const { json } = accepted(await call('GET', `/domain?${new URLSearchParams({ domain: hostname })}`));
    return readDomainRecords(json).find(({ domain }) => domain === hostname);
  }

  return {
    listDomainRecords: () =>
      listAll(async (query) => {
        const { json, headers } = accepted(await call('GET', `/domain?${query}`));
        return { domainRecords: readDomainRecords(json), total: Number(headers['x-wp-total'] ?? Number.NaN) };
      }),

    getDomainRecord: async (id) => {
      const answer = await call('GET', `/domain/${id}`);
      return isGone(answer) ? undefined : readDomainRecord(accepted(answer).json);
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
      if (isGone(answer)) return 'already';
      accepted(answer);
      return 'removed';
    },

    setStage: async (id, stage) => {
      accepted(await call('PUT', `/domain/${id}`, { stage }));
    },

    testConnection: async () => {
      const { json } = accepted(await call('GET', '/auth'));
      if (!z.object({ success: z.literal(true) }).safeParse(json).success)
        throw new MultisiteError(
          'wrong-shape',
          'Ultimate Multisite answered the test of the key in a form that is not known.',
        );
    },
  };
}

function jsonOf(text: string, status: number): unknown {
  const json = parseJson(text, z.unknown());
  if (json !== undefined || status >= 400) return json;
  throw new MultisiteError('wrong-shape', 'Ultimate Multisite answered with something that is not JSON.', {
    status,
  });
}

function transportError(error: unknown): MultisiteError {
  const code = codeOf(error) || nameOf(error);
  return isTimeout(code)
    ? new MultisiteError('timed-out', 'Ultimate Multisite did not answer in time.')
    : new MultisiteError('unreachable', `Ultimate Multisite can’t be reached (${code}).`);
}
