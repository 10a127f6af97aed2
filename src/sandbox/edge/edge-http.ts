import { createServer, type IncomingMessage, type RequestListener, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';

/** How port 80 answers for a hostname. */
export type HttpServing =
  | 'site'
  | 'redirect-loop'
  | 'bad-redirect'
  | 'login'
  | 'error'
  | 'test-cookie'
  | 'challenge-blocked'
  | 'reset'
  | 'silent'
  | 'not-http'
  | 'default-page'
  | 'not-wordpress'
  | 'moved'
  | 'signup'
  | 'install'
  | 'suspended'
  | 'forbidden'
  | 'network-main'
  | 'other-site'
  | 'site-loop'
  | 'no-page';

export interface EdgeHttp {
  readonly port: number;
  /** For an alias: how it is answered from now on. */
  serve(hostname: string, serving: HttpServing): void;
  /** With a handler, for what `HttpServing` has no name for. */
  respond(hostname: string, answer: RequestListener): void;
  servingOf(hostname: string): HttpServing;
  stop(): Promise<void>;
}

export interface EdgeHttpOptions {
  readonly address: string;
  readonly port?: number;
  readonly isAlias: (hostname: string) => boolean;
}

/** Stands for every name that is no alias, in `serve`. */
export const STRANGERS = '';
const CHALLENGE = '/.well-known/acme-challenge/';
const HOST_DEFAULT_PAGE = '<!doctype html><title>Welcome</title><h1>This server is working</h1>';

/** The host's port 80: a WordPress for each alias, and a page of the host's own for every other name. */
export async function startEdgeHttp({ address, port = 0, isAlias }: EdgeHttpOptions): Promise<EdgeHttp> {
  const servings = new Map<string, HttpServing>();
  const answers = new Map<string, RequestListener>();
  const sockets = new Set<Socket>();
  const server = createServer((request, response) => {
    const host = (request.headers.host ?? '').replace(/\.?(?::\d+)?$/, '').toLowerCase();
    const answer = answers.get(host);
    if (answer) return void answer(request, response);
    const serving = isAlias(host)
      ? (servings.get(host) ?? servings.get(wildcardOf(host)) ?? 'site')
      : (servings.get(STRANGERS) ?? 'default-page');
    answerHttp(host, serving, request, response);
  });
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, address, resolve);
  });
  return {
    port: (server.address() as AddressInfo).port,
    serve: (hostname, serving) => void servings.set(hostname, serving),
    respond: (hostname, answer) => void answers.set(hostname, answer),
    servingOf: (hostname) => servings.get(hostname) ?? 'site',
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      }),
  };
}

const wildcardOf = (host: string): string => `*.${host.slice(host.indexOf('.') + 1)}`;

interface Exchange {
  readonly host: string;
  readonly request: IncomingMessage;
  readonly isChallenge: boolean;
  readonly page: (status: number, body: string, headers?: Record<string, string>) => void;
}

function answerHttp(
  host: string,
  serving: HttpServing,
  request: IncomingMessage,
  response: ServerResponse,
): void {
  const isChallenge = (request.url ?? '').startsWith(CHALLENGE);
  const page: Exchange['page'] = (status, body, headers = {}) => {
    response.writeHead(status, { 'content-type': 'text/html; charset=utf-8', ...headers }).end(body);
  };
  HTTP_SERVINGS[serving]({ host, request, isChallenge, page });
}

const showSite = ({ host, page }: Exchange): void => page(200, wordpress(host), wordpressOf(host));
const reset = ({ request }: Exchange): void => void request.socket.resetAndDestroy();

/** Anybody's page, which knows nothing of a challenge. */
const strangePage =
  (status: number, body: string) =>
  ({ isChallenge, page }: Exchange): void =>
    page(isChallenge ? 404 : status, body);

/** A WordPress that has no file for the challenge, and answers visitors otherwise. */
const toVisitors =
  (show: (exchange: Exchange) => void) =>
  (exchange: Exchange): void =>
    exchange.isChallenge ? exchange.page(404, 'Not found') : show(exchange);

const HTTP_SERVINGS: Readonly<Record<HttpServing, (exchange: Exchange) => void>> = {
  silent: () => undefined,
  reset,
  'challenge-blocked': (exchange) => (exchange.isChallenge ? reset(exchange) : showSite(exchange)),
  'not-http': ({ request }) => void request.socket.end('SSH-2.0-OpenSSH_9.2\r\n'),
  'redirect-loop': ({ request, page }) => page(302, '', { location: request.url === '/a' ? '/b' : '/a' }),
  'bad-redirect': ({ host, request, page }) =>
    page(301, '', { location: `https://${host}${request.url}`.replace('/.well', '.well') }),
  login: ({ page }) => page(401, 'Authorization required', { 'www-authenticate': 'Basic realm="site"' }),
  error: ({ page }) => page(500, '<h1>Error establishing a database connection</h1>'),
  'test-cookie': ({ page }) =>
    page(200, '<script src="/aes.js"></script>This site requires Javascript to work toNumbers("aa")'),
  'default-page': strangePage(200, HOST_DEFAULT_PAGE),
  'not-wordpress': ({ host, isChallenge, page }) =>
    page(isChallenge ? 404 : 200, `<!doctype html><title>Shop</title>${host}'s shop`),
  moved: (exchange) => (exchange.isChallenge ? exchange.page(410, 'Gone') : showSite(exchange)),
  signup: ({ host, request, isChallenge, page }) =>
    isChallenge || request.url?.startsWith('/wp-signup.php')
      ? page(isChallenge ? 404 : 200, 'Sign up')
      : page(302, '', { location: `http://${host}/wp-signup.php?new=shop` }),
  install: strangePage(200, '<form method="post" action="install.php?step=2">'),
  suspended: strangePage(410, 'This site has been archived or suspended.'),
  forbidden: toVisitors(({ page }) => page(403, 'Forbidden')),
  'network-main': ({ isChallenge, page }) =>
    page(isChallenge ? 404 : 200, wordpress('network'), wordpressOf('network.example')),
  'other-site': ({ isChallenge, page }) =>
    page(isChallenge ? 404 : 200, wordpress('bakery'), wordpressOf('www.bakery.example')),
  'site-loop': toVisitors(({ page }) => page(302, '', { location: '/' })),
  'no-page': toVisitors(reset),
  site: toVisitors(showSite),
};

const wordpressOf = (host: string) => ({ link: `<https://${host}/wp-json/>; rel="https://api.w.org/"` });
const wordpress = (host: string): string =>
  `<!doctype html><title>${host.replace(/[^\w.-]/g, '')}</title><h1>WordPress site</h1>`;
