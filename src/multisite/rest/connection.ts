import { Agent, type Dispatcher, request } from 'undici';
import { PLAIN_JSON } from '../../util/http-client.js';
import { redact } from '../../util/log.js';
import { codeOf, isTimeout, nameOf } from '../../util/network-errors.js';
import { userAgent } from '../../util/version.js';
import { MultisiteError } from '../multisite.js';
import type { ReadList } from './domain-records.js';
import { listAll, type WholeList } from './paging.js';
import { acceptedAnswer, jsonIn, type RestAnswer, restCodeOf } from './rest-answer.js';

export interface MultisiteOptions {
  /** The network's URL, without its trailing slash. */
  readonly url: string;
  readonly apiKey: string;
  readonly apiSecret: string;
  readonly timeoutMs: number;
  /** For a proxy, for instance. Default: an agent with `networkLimits`. */
  readonly dispatcher?: Dispatcher | undefined;
}

type RestMethod = 'GET' | 'POST' | 'PUT' | 'DELETE';

/** Of a network's connections, with a proxy or without. A page of 100 records is about 100 kB. */
export const networkLimits = { maxResponseSize: 8 * 2 ** 20, connections: 2 } as const;
const CONNECT_MS = 5_000;

/** One network's REST API over undici. Never retries. */
export class RestConnection {
  readonly #dispatcher: Dispatcher;
  readonly #authorization: string;

  constructor(private readonly options: MultisiteOptions) {
    const { apiKey, apiSecret } = options;
    this.#dispatcher =
      options.dispatcher ??
      new Agent({
        connect: { timeout: CONNECT_MS },
        ...networkLimits,
      });
    this.#authorization = `Basic ${Buffer.from(`${apiKey}:${apiSecret}`).toString('base64')}`;
  }

  /** Any answer, whatever its status. */
  call(method: RestMethod, path: string, body?: object): Promise<RestAnswer> {
    return this.#call(method, path, { authorization: this.#authorization }, body);
  }

  /** The JSON of a successful answer; throws for any other. */
  async accepted(method: RestMethod, path: string, body?: object): Promise<unknown> {
    return this.accept(await this.call(method, path, body)).json;
  }

  /** The same; undefined if the network itself says, with this code, that there is no such thing. */
  async acceptedUnlessGone(method: 'GET' | 'DELETE', path: string, goneCode: string): Promise<unknown> {
    const answer = await this.call(method, path);
    const isGone = answer.status === 404 && restCodeOf(answer) === goneCode;
    return isGone ? undefined : this.accept(answer).json;
  }

  /** All pages of a list; throws if it can't be read to its end. */
  list<Entry extends { readonly id: number }>(
    path: string,
    read: (json: unknown) => ReadList<Entry>,
  ): Promise<WholeList<Entry>> {
    return listAll(async (query) => {
      const { json, headers } = this.accept(await this.call('GET', `${path}?${query}`));
      return { ...read(json), total: Number(headers['x-wp-total'] ?? Number.NaN) };
    });
  }

  /** Sends the key in the body, too, where no web server strips it (WordPress also reads a GET's JSON). */
  async isHeaderDropped(): Promise<boolean> {
    const body = { api_key: this.options.apiKey, api_secret: this.options.apiSecret };
    return (await this.#call('GET', '/auth', {}, body)).status === 200;
  }

  /** The answer, if it is successful; throws for any other. */
  accept(answer: RestAnswer): RestAnswer {
    const { apiKey, apiSecret } = this.options;
    return acceptedAnswer(answer, (text) => redact(text, [apiKey, apiSecret]).slice(0, 500));
  }

  async #call(
    method: RestMethod,
    path: string,
    authorization: { readonly authorization?: string },
    body: object | undefined,
  ): Promise<RestAnswer> {
    const url = `${this.options.url}/wp-json/wu/v2${path}`;
    try {
      const {
        statusCode,
        headers,
        body: sent,
      } = await request(url, {
        method,
        dispatcher: this.#dispatcher,
        headers: {
          ...authorization,
          'user-agent': userAgent,
          ...PLAIN_JSON,
          ...(body ? { 'content-type': 'application/json' } : {}),
        },
        signal: AbortSignal.timeout(this.options.timeoutMs),
        ...(body ? { body: JSON.stringify(body) } : {}),
      });
      return { url, status: statusCode, headers, json: jsonIn(await sent.text()) };
    } catch (error) {
      throw networkTransportError(error);
    }
  }
}

function networkTransportError(error: unknown): MultisiteError {
  const code = codeOf(error) || nameOf(error);
  return isTimeout(code)
    ? new MultisiteError('timed-out', 'Ultimate Multisite didn’t answer in time.')
    : new MultisiteError('unreachable', `Ultimate Multisite can’t be reached (${code}).`);
}
