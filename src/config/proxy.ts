import type { ProxyConfig } from '../util/http-client.js';
import type { Problems, Variable } from './problems.js';
import { givenText } from './source.js';

type ProxyEnvironment = Readonly<Record<string, string | undefined>>;

/** Undefined if no proxy is set. */
export function readProxy(env: ProxyEnvironment, problems: Problems): ProxyConfig | undefined {
  const url = (variable: Variable): string | undefined => {
    const text = givenProxy(env, variable);
    if (text === undefined) return undefined;
    const url = proxyUrl(text);
    if (!url) problems.add(variable, 'is not the URL of an HTTP proxy');
    return url;
  };
  const proxy = {
    httpProxy: url('HTTP_PROXY'),
    httpsProxy: url('HTTPS_PROXY'),
    noProxy: givenProxy(env, 'NO_PROXY') ?? '',
  };
  return proxy.httpProxy || proxy.httpsProxy ? proxy : undefined;
}

/** User name and password of a proxy URL, encoded and decoded. */
export function proxySecrets(env: ProxyEnvironment): string[] {
  return (['HTTP_PROXY', 'HTTPS_PROXY'] as const).flatMap((variable) => {
    const url = proxyUrl(givenProxy(env, variable) ?? '');
    const password = url === undefined ? '' : new URL(url).password;
    return password === '' ? [] : [password, decodeURIComponent(password)];
  });
}

const givenProxy = (env: ProxyEnvironment, variable: Variable): string | undefined =>
  givenText(env[variable.toLowerCase()]) ?? givenText(env[variable]);

/** As in curl, a bare host and port is an HTTP proxy. */
function proxyUrl(text: string): string | undefined {
  const url = /^[a-z][a-z\d+.-]*:\/\//i.test(text) ? text : `http://${text}`;
  if (!URL.canParse(url)) return undefined;
  const { protocol, hostname, href } = new URL(url);
  return /^https?:$/.test(protocol) && hostname !== '' ? href : undefined;
}
