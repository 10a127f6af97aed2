import { Agent, type Dispatcher, EnvHttpProxyAgent, request } from 'undici';

/** The proxies in the environment's usual variables; lower case takes precedence. */
export interface ProxyConfig {
  readonly httpProxy?: string | undefined;
  readonly httpsProxy?: string | undefined;
  /** Hosts reached directly, comma-separated; `*` for all. */
  readonly noProxy: string;
}

/** A proxy's address, without its credentials. */
export const proxyAddress = (url: string): string => new URL(url).host;

/**
 * Connections for Slack, hosting providers and WordPress: through the proxy if there is one, with the agent's limits
 * either way.
 */
export function createHttpDispatcher(
  proxy: ProxyConfig | undefined,
  { connectTimeoutMs, ...options }: Agent.Options & { readonly connectTimeoutMs?: number } = {},
): Dispatcher {
  const connect = connectTimeoutMs === undefined ? {} : { timeout: connectTimeoutMs };
  if (!proxy) return new Agent({ ...options, connect });
  return new EnvHttpProxyAgent({
    ...options,
    connect,
    proxyTls: connect,
    requestTls: connect,
    // An empty string keeps undici from reading the environment itself.
    httpProxy: proxy.httpProxy ?? '',
    httpsProxy: proxy.httpsProxy ?? '',
    noProxy: proxy.noProxy,
  });
}

/** A page of Slack's history is a few MB at most. */
const MAX_FETCHED_BYTES = 32 * 1024 * 1024;

/**
 * Node's fetch through these connections; `undici.fetch` would send the SDK's file uploads as "[object FormData]". It
 * reads the whole body, unpacked, within a limit: whoever calls `text()` would fill the memory with an answer that
 * never ends.
 */
export function fetchThrough(dispatcher: Dispatcher | undefined, maxBytes = MAX_FETCHED_BYTES): typeof fetch {
  const through: object = dispatcher ? { dispatcher } : {};
  return async (input, init) => {
    const answer = await fetch(input, { ...init, ...through });
    return answer.body ? new Response(await boundedBody(answer.body, maxBytes), answer) : answer;
  };
}

export class AnswerTooLarge extends Error {
  override readonly name = 'AnswerTooLarge';
}

async function boundedBody(body: ReadableStream<Uint8Array>, maxBytes: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of body) {
    bytes += chunk.length;
    if (bytes > maxBytes) throw new AnswerTooLarge(`more than ${maxBytes} bytes`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/**
 * Headers that ask for JSON, uncompressed: `undici.request` unpacks nothing, and without a word about it a server may
 * compress (RFC 9110 12.5.3).
 */
export const PLAIN_JSON = { accept: 'application/json', 'accept-encoding': 'identity' } as const;

const DATE_TIMEOUT_MS = 10_000;

/** A server's time from its `Date` header (RFC 9110 6.6.1), epoch ms; undefined if unavailable. */
export async function dateOf(url: string, dispatcher?: Dispatcher): Promise<number | undefined> {
  try {
    const { headers, body } = await request(url, {
      method: 'HEAD',
      ...(dispatcher ? { dispatcher } : {}),
      signal: AbortSignal.timeout(DATE_TIMEOUT_MS),
    });
    await body.dump();
    const at = Date.parse(String(headers['date'] ?? ''));
    return Number.isNaN(at) ? undefined : at;
  } catch {
    return undefined;
  }
}
