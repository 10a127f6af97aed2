import type { RequestListener } from 'node:http';

export const respond =
  (status: number, body: string | Buffer, headers: Record<string, string> = {}): RequestListener =>
  (_, response) =>
    response.writeHead(status, { 'content-type': 'text/html; charset=utf-8', ...headers }).end(body);

export const isDotPath = (url = '') => url.startsWith('/.');

/** The challenge isn't found, as with any host that has none waiting; other paths have the page. */
export const pageOf =
  (...answer: Parameters<typeof respond>): RequestListener =>
  (request, response) =>
    isDotPath(request.url)
      ? respond(404, 'Not found')(request, response)
      : respond(...answer)(request, response);

/** WordPress's header that names its REST API; `path`: below the hostname. */
export const restLink = (hostname: string, path = '/wp-json/', scheme = 'https') => ({
  link: `<${scheme}://${hostname}${path}>; rel="https://api.w.org/"`,
});

/** A page of the WordPress site of a hostname. */
export const wordPress = (hostname: string, body = '<title>Shop</title><h1>Shop</h1>') =>
  pageOf(200, body, restLink(hostname));

export interface Reply {
  readonly status?: number;
  readonly body?: string;
  readonly headers?: Record<string, string>;
}

/** What a name answers to every path, the challenge's too, unless that is named. */
export const replies =
  (
    replyTo: (path: string) => Reply,
    challenge: Reply | undefined = { status: 404, body: 'Not found' },
  ): RequestListener =>
  (request, response) => {
    const { url = '/' } = request;
    const isAsked = url.startsWith('/.well-known/');
    const { status = 200, body = '', headers } = isAsked && challenge ? challenge : replyTo(url);
    respond(status, body, headers)(request, response);
  };

export const moved = (location: string, status = 301): Reply => ({ status, headers: { location } });
