import type { IncomingMessage, ServerResponse } from 'node:http';

const MAX_REQUEST_BYTES = 1024 * 1024;

/** An endpoint that takes JSON and answers with it; undefined means `{}`. */
export type RouteHandler = (body: unknown) => Promise<unknown> | unknown;

export async function readRequestBody(request: IncomingMessage, most = MAX_REQUEST_BYTES): Promise<string> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request) {
    bytes += chunk.length;
    if (bytes > most) throw new Error('body too large');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

export function sendJson(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8' });
  response.end(JSON.stringify(body ?? {}));
}
