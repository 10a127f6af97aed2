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
