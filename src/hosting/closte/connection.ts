import { Agent, type Dispatcher, request } from 'undici';
import { PLAIN_JSON } from '../../util/http-client.js';
import { redact } from '../../util/log.js';
import { codeOf, isTimeout, isTunnelRefused, nameOf, wasNeverSent } from '../../util/network-errors.js';
import { userAgent } from '../../util/version.js';
import { type ConnectOptions, ProviderError, providerLimits } from '../provider.js';
import { type CallKind, type ClosteAnswer, readAnswer } from './response.js';

export interface ClosteOptions extends ConnectOptions {
  readonly connectTimeoutMs: number;
  /** Covers connecting, sending and reading. */
  readonly totalTimeoutMs: number;
}

/** Certificates are verified before anything is sent. */
const BAD_CERTIFICATE = /CERT|^UNABLE_TO_|^ERR_TLS_/;

type AnswerWithStatus = readonly [answer: ClosteAnswer, status: number];

/** One app's key at Closte's client API, over undici. Never retries. */
export class ClosteConnection {
  readonly #dispatcher: Dispatcher;

  constructor(private readonly options: ClosteOptions) {
    this.#dispatcher =
      options.dispatcher ??
      new Agent({
        connect: { timeout: options.connectTimeoutMs },
        ...providerLimits,
      });
  }

  get(path: string): Promise<AnswerWithStatus> {
    const query = new URLSearchParams({ apikey: this.options.apiKey });
    return this.#call(`${path}?${query}`, 'read', { method: 'GET' });
  }

  post(path: string, kind: CallKind, fields: Readonly<Record<string, string>>): Promise<AnswerWithStatus> {
    return this.#call(path, kind, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      // As PHP encodes it, byte for byte like the plugin.
      body: new URLSearchParams({ apikey: this.options.apiKey, ...fields }).toString().replaceAll('*', '%2A'),
    });
  }

  /** Transport errors can hold the URL, and the URL the key: only the error code is kept. */
  async #call(
    path: string,
    kind: CallKind,
    init: Partial<Dispatcher.RequestOptions>,
  ): Promise<AnswerWithStatus> {
    const { baseUrl, apiKey, totalTimeoutMs } = this.options;
    let status: number;
    const body: Uint8Array[] = [];
    try {
      const answer = await request(`${baseUrl}${path}`, {
        ...init,
        dispatcher: this.#dispatcher,
        headers: { 'user-agent': userAgent, ...PLAIN_JSON, ...init.headers },
        signal: AbortSignal.timeout(totalTimeoutMs),
      });
      status = answer.statusCode;
      for await (const chunk of answer.body) body.push(chunk);
    } catch (error) {
      throw closteTransportError(error, kind);
    }
    const answer = await readAnswer(status, body, kind);
    return [{ ...answer, error: answer.error && redact(answer.error, [apiKey]) }, status];
  }
}

function closteTransportError(error: unknown, kind: CallKind): ProviderError {
  const code = codeOf(error) || nameOf(error);
  const outcomeUnknown = kind === 'write';
  if (wasNeverSent(code) || isTunnelRefused(error) || isConnecting(error))
    return new ProviderError('unreachable', `Closte can’t be reached (${code}).`, {
      retryable: true,
      outcomeUnknown: false,
    });
  if (BAD_CERTIFICATE.test(code))
    return new ProviderError('unreachable', `Closte’s certificate isn’t accepted (${code}).`, {
      retryable: true,
      outcomeUnknown: false,
    });
  if (isTimeout(code))
    return new ProviderError('timed-out', 'Closte didn’t answer in time.', {
      retryable: true,
      outcomeUnknown,
    });
  if (code === 'UND_ERR_RES_EXCEEDED_MAX_SIZE')
    return new ProviderError('wrong-shape', 'Closte sent too large an answer.', {
      retryable: true,
      outcomeUnknown,
    });
  return new ProviderError('unreachable', `The connection to Closte was lost (${code}).`, {
    retryable: true,
    outcomeUnknown,
  });
}

const isConnecting = (error: unknown): boolean =>
  error instanceof Error && 'syscall' in error && error.syscall === 'connect';
