import type { JsonObject } from '../page-api.js';

/** A request that can't be served; `status` is what to answer, `code` what is wrong with it. */
export class RequestError extends Error {
  override readonly name = 'RequestError';
  constructor(
    readonly status: number,
    readonly code: string,
  ) {
    super(code);
  }
}

/** Slack's `ok: false`: its own name for what is wrong, and what else the answer carries. */
export class SlackFailure extends Error {
  override readonly name = 'SlackFailure';
  constructor(
    readonly code: string,
    readonly extra: JsonObject = {},
  ) {
    super(code);
  }
}
