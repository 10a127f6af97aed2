import type { JsonObject } from './page-api.js';

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
