import { Agent, type Dispatcher, request } from 'undici';
import { isWildcard } from '../../core/hostname.js';
import { PLAIN_JSON } from '../../util/http-client.js';
import { redact } from '../../util/log.js';
import { codeOf, isTimeout, isTunnelRefused, isUnsent, nameOf } from '../../util/network-errors.js';
import { userAgent } from '../../util/version.js';
import { type ConnectOptions, type HostingProvider, ProviderError } from '../provider.js';
import { assertSuccess, type CallKind, type ClosteAnswer, readAliases, readAnswer } from './response.js';

export interface ClosteOptions extends ConnectOptions {
  readonly connectTimeoutMs: number;
  /** Covers connecting, sending and reading. */
  readonly totalTimeoutMs: number;
}

const MAX_ANSWER_BYTES = 1024 * 1024;
/** Closte's error for an addition without a domain; its own plugins test a key this way. */
const GOOD_KEY = 'Invalid or empty domain:';
/** Certificates are verified before anything is sent. */
const BAD_CERTIFICATE = /CERT|^UNABLE_TO_|^ERR_TLS_/;

/** Closte's client API for one app, over undici. Never retries: only the caller knows whether that is safe. */
export function createClosteProvider(options: ClosteOptions): HostingProvider {
  const { baseUrl, apiKey, totalTimeoutMs } = options;
  const dispatcher =
    options.dispatcher ??
    new Agent({
      connect: { timeout: options.connectTimeoutMs },
      maxResponseSize: MAX_ANSWER_BYTES,
      connections: 4,
    });

  /** Transport errors can hold the URL, and the URL the key: only the error code is kept. */
  async function call(
    path: string,
    kind: CallKind,
    init: Partial<Dispatcher.RequestOptions>,
  ): Promise<[ClosteAnswer, number]> {
    let status: number;
    let body: string;
    try {
      const answer = await request(`${baseUrl}${path}`, {
        ...init,
        dispatcher,
        headers: { 'user-agent': userAgent, ...PLAIN_JSON, ...init.headers },
        signal: AbortSignal.timeout(totalTimeoutMs),
      });
      status = answer.statusCode;
      body = await answer.body.text();
    } catch (error) {
      throw closteTransportError(error, kind);
    }
    const answer = readAnswer(status, body, kind);
    return [{ ...answer, error: answer.error && redact(answer.error, [apiKey]) }, status];
  }

  function post(
    path: string,
    kind: CallKind,
    fields: Readonly<Record<string, string>>,
  ): Promise<[ClosteAnswer, number]> {
    return call(path, kind, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      // As PHP encodes it, byte for byte like the plugin.
      body: new URLSearchParams({ apikey: apiKey, ...fields }).toString().replaceAll('*', '%2A'),
    });
  }

  const alias = (hostname: string) => ({ domain: hostname, wildcard: isWildcard(hostname) ? '1' : '0' });

  async function write(path: string, hostname: string): Promise<void> {
    assertSuccess(...(await post(path, 'write', alias(hostname))));
  }

  async function listAliases(): Promise<readonly string[] | 'unreadable'> {
    const [answer, status] = await call(`/getdomains?${new URLSearchParams({ apikey: apiKey })}`, 'read', {
      method: 'GET',
    });
    assertSuccess(answer, status);
    return readAliases(answer['domains']);
  }

  /** A refusal may mean that it is done already. Undefined if the list can't tell. */
  async function isListed(hostname: string): Promise<boolean | undefined> {
    try {
      const aliases = await listAliases();
      return aliases === 'unreadable' ? undefined : aliases.includes(hostname);
    } catch {
      return undefined;
    }
  }

  async function unless(already: boolean, hostname: string, work: () => Promise<void>): Promise<boolean> {
    try {
      await work();
      return false;
    } catch (error) {
      const isRefusal = error instanceof ProviderError && error.code === 'refused';
      if (isRefusal && (await isListed(hostname)) === already) return true;
      throw error;
    }
  }

  return {
    listAliases,
    addAlias: async (hostname) =>
      (await unless(true, hostname, () => write('/adddomainalias', hostname))) ? 'already' : 'added',
    removeAlias: async (hostname) =>
      (await unless(false, hostname, () => write('/deletedomainalias', hostname))) ? 'already' : 'removed',
    testConnection: async () => {
      // Without a domain nothing can be added, so this only reads.
      const [answer, status] = await post('/adddomainalias', 'read', {});
      if (!answer.success && answer.error?.trimEnd() === GOOD_KEY) return;
      assertSuccess(answer, status);
      throw new ProviderError('wrong-shape', 'Closte answered the key test in an unknown format.', {
        retryable: false,
        outcomeUnknown: false,
        status,
      });
    },
  };
}

function closteTransportError(error: unknown, kind: CallKind): ProviderError {
  const code = codeOf(error) || nameOf(error);
  const outcomeUnknown = kind === 'write';
  if (isUnsent(code) || isTunnelRefused(error) || isConnecting(error))
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
  return new ProviderError('unreachable', `The connection to Closte broke off (${code}).`, {
    retryable: true,
    outcomeUnknown,
  });
}

const isConnecting = (error: unknown): boolean =>
  error instanceof Error && 'syscall' in error && error.syscall === 'connect';
