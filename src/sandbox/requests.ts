import type { IncomingMessage, ServerResponse } from 'node:http';
import type { JsonObject } from './slack/page-api.js';

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

export function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Undefined when the text is no JSON. */
export function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
