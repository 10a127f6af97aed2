import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { isJsonObject, parsedJson, readRequestBody, sendJson } from '../../requests.js';
import type { Faults } from '../delivery/faults.js';
import { RequestError, SlackFailure } from '../rules/request-error.js';
import type { ResponseUrls } from './response-urls.js';
import { answerFault } from './web-api.js';

/** A POST to a response URL. @throws RequestError 400 for a body that is no JSON object */
export async function respond(
  path: string,
  request: IncomingMessage,
  response: ServerResponse,
  { responseUrls, faults }: { readonly responseUrls: ResponseUrls; readonly faults: Faults },
): Promise<void> {
  const body = parsedJson(await readRequestBody(request));
  if (!isJsonObject(body)) throw new RequestError(400, 'invalid_payload');
  const fault = faults.take('response_url');
  if (fault?.delayMs !== undefined) await wait(fault.delayMs, undefined, { ref: false });
  if (fault !== undefined && answerFault(fault, response)) return;
  try {
    responseUrls.post(path, body);
  } catch (error) {
    if (!(error instanceof SlackFailure)) throw error;
    const isGone = error.code === 'used_url' || error.code === 'expired_url';
    return sendJson(response, isGone ? 404 : 400, { ok: false, error: error.code, ...error.extra });
  }
  if (fault?.dropAfterAccept) return void request.socket.resetAndDestroy();
  response.writeHead(200, { 'content-type': 'text/plain' }).end('ok');
}
