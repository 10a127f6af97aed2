import { Agent, type Dispatcher, EnvHttpProxyAgent } from 'undici';
import type { Problems, Variable } from '../config/problems.js';

/** The proxies that the environment names, by the usual variables; lower case counts before upper case. */
export interface ProxyConfig {
  readonly httpProxy?: string | undefined;
  readonly httpsProxy?: string | undefined;
  /** Hosts that are reached directly, comma-separated; `*` for all. */
  readonly noProxy: string;
}

type Environment = Readonly<Record<string, string | undefined>>;

/** Undefined when no proxy is named. */
export function readProxy(env: Environment, problems: Problems): ProxyConfig | undefined {
  const url = (variable: Variable): string | undefined => {
    const text = given(env, variable);
    if (text === undefined) return undefined;
    const url = proxyUrl(text);
    if (!url) problems.add(variable, 'is not the URL of an HTTP proxy');
    return url;
  };
  const proxy = {
    httpProxy: url('HTTP_PROXY'),
    httpsProxy: url('HTTPS_PROXY'),
    noProxy: given(env, 'NO_PROXY') ?? '',
  };
  return proxy.httpProxy || proxy.httpsProxy ? proxy : undefined;
}

/** User name and password in a proxy's URL, as they stand there and decoded. */
export function proxySecrets(env: Environment): string[] {
  return (['HTTP_PROXY', 'HTTPS_PROXY'] as const).flatMap((variable) => {
    const url = proxyUrl(given(env, variable) ?? '');
    const password = url === undefined ? '' : new URL(url).password;
    return password === '' ? [] : [password, decodeURIComponent(password)];
  });
}

/** Where a proxy is, without its credentials. */
export const proxyAddress = (url: string): string => new URL(url).host;

/** Connections for Slack, hosting providers and WordPress: through the proxy where there is one, by the agent's limits either way. */
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
    // An empty text keeps undici from reading the environment itself.
    httpProxy: proxy.httpProxy ?? '',
    httpsProxy: proxy.httpsProxy ?? '',
    noProxy: proxy.noProxy,
  });
}

/** Node's fetch through these connections; `undici.fetch` would send the SDK's file uploads as "[object FormData]". */
export function fetchThrough(dispatcher: Dispatcher | undefined): typeof fetch {
  const through: object = dispatcher ? { dispatcher } : {};
  return (input, init) => fetch(input, { ...init, ...through });
}

const given = (env: Environment, variable: Variable): string | undefined =>
  env[variable.toLowerCase()]?.trim() || env[variable]?.trim() || undefined;

/** As curl reads it: a bare host and port is an HTTP proxy. */
function proxyUrl(text: string): string | undefined {
  const url = /^[a-z][a-z\d+.-]*:\/\//i.test(text) ? text : `http://${text}`;
  if (!URL.canParse(url)) return undefined;
  const { protocol, hostname, href } = new URL(url);
  return /^https?:$/.test(protocol) && hostname !== '' ? href : undefined;
}
