import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { readRequestBody, sendJson } from '../../requests.js';
import type { Fault, Faults } from '../delivery/faults.js';
import type { JsonObject } from '../page-api.js';
import type { RateLimits } from '../rules/rates.js';
import { SlackFailure } from '../rules/request-error.js';
import { type Arguments, parseArguments } from './arguments.js';
import { CHAT } from './methods/chat.js';
import { CONVERSATIONS } from './methods/conversations.js';
import { DIRECTORY } from './methods/directory.js';
import { FILES } from './methods/files.js';
import { type Method, type MethodContext, requireScope } from './methods/method.js';
import { VIEWS } from './methods/views.js';

export interface WebApiOptions {
  readonly botToken: string;
  readonly appToken: string;
  readonly faults: Faults;
  readonly rates: RateLimits;
  readonly context: () => MethodContext;
}

const MAX_CALLS = 100_000;

/** `/api/<method>`: forms and JSON, tokens, scopes, rate limits, and the faults that were planned. */
export class WebApi {
  /** Every call, by method, in order. */
  readonly calls: string[] = [];

  constructor(private readonly options: WebApiOptions) {}

  async handle(method: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await readRequestBody(request);
    if (this.calls.length < MAX_CALLS) this.calls.push(method);
    const fault = this.options.faults.take(method);
    if (fault?.delayMs !== undefined) await wait(fault.delayMs, undefined, { ref: false });
    if (fault !== undefined && answerFault(fault, response)) return;
    const answer = this.#answer(method, request, body);
    if (fault?.dropAfterAccept) return void request.socket.resetAndDestroy();
    response.setHeader('x-oauth-scopes', [...this.options.context().scopes].join(','));
    const retryAfter = answer['retry_after'];
    if (answer['error'] !== 'ratelimited' || retryAfter === undefined) return sendJson(response, 200, answer);
    sendRateLimited(response, Number(retryAfter));
  }

  #answer(method: string, request: IncomingMessage, body: string): JsonObject {
    try {
      const { searchParams } = new URL(request.url ?? '/', 'http://slack.invalid');
      const args = parseArguments(request.headers['content-type'] ?? '', searchParams, body);
      return { ok: true, ...this.#perform(method, request, args) };
    } catch (error) {
      if (!(error instanceof SlackFailure)) throw error;
      return { ok: false, error: error.code, ...error.extra };
    }
  }

  #perform(name: string, request: IncomingMessage, args: Arguments): JsonObject {
    const method = METHODS.get(name);
    const context = this.options.context();
    if (!method) throw new SlackFailure('unknown_method', { req_method: name });
    this.#authenticate(method.token ?? 'bot', request, args);
    if (method.scope !== undefined) requireScope(context.scopes, method.scope);
    const channel = String(args['channel']);
    const wait = this.options.rates.take(name, context.workspace.channels.has(channel) ? channel : '');
    if (wait !== undefined) throw new SlackFailure('ratelimited', { retry_after: wait });
    return method.run(args, context);
  }

  /** App tokens come in the header only. */
  #authenticate(kind: 'app' | 'bot', request: IncomingMessage, args: Arguments): void {
    const { appToken, botToken } = this.options;
    const header = /^Bearer (.+)$/i.exec(request.headers.authorization ?? '')?.[1];
    const token = header ?? (kind === 'bot' ? args['token'] : undefined);
    if (token === undefined || token === '') throw new SlackFailure('not_authed');
    const { tokenError } = this.options.context().workspace.settings;
    if (kind === 'bot' && token === botToken && tokenError) throw new SlackFailure(tokenError);
    if (token === (kind === 'app' ? appToken : botToken)) return;
    if (token === (kind === 'app' ? botToken : appToken)) throw new SlackFailure('not_allowed_token_type');
    throw new SlackFailure('invalid_auth');
  }
}

/** True if the fault replaced the answer. */
export function answerFault(fault: Fault, response: ServerResponse): boolean {
  if (fault.retryAfterS !== undefined) sendRateLimited(response, fault.retryAfterS);
  else if (fault.error !== undefined) sendJson(response, 200, { ok: false, error: fault.error });
  else if (fault.html !== undefined)
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(fault.html);
  else if (fault.status !== undefined) response.writeHead(fault.status).end();
  else return false;
  return true;
}

function sendRateLimited(response: ServerResponse, retryAfterS: number): void {
  response.setHeader('retry-after', String(retryAfterS));
  sendJson(response, 429, { ok: false, error: 'ratelimited' });
}

/** The Web API methods that the sandbox answers. */
export const METHODS: ReadonlyMap<string, Method> = new Map(
  Object.entries({ ...DIRECTORY, ...CHAT, ...CONVERSATIONS, ...FILES, ...VIEWS }),
);
