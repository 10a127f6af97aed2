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
