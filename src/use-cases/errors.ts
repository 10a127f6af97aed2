import type { HostnameProblem } from '../core/hostname.js';

/** Why a request can't be carried out, in a form that the catalogue has a sentence for. */
export type UserProblem =
  | { readonly code: 'hostname'; readonly problem: HostnameProblem }
  | { readonly code: 'not-mapped'; readonly hostname: string }
  | { readonly code: 'being-removed'; readonly hostname: string }
  /** The mapping of a button or dialog is no longer there. */
  | { readonly code: 'gone' }
  | { readonly code: 'not-allowed'; readonly permission: string; readonly ask: readonly string[] }
  | { readonly code: 'wrong-channel'; readonly channels: readonly string[] }
  /** The bot can't post where this was asked, and no channel is configured for it. */
  | { readonly code: 'direct-message' }
  | {
      readonly code: 'unusable-channel';
      readonly place: 'uninvited' | 'archived' | 'unsure';
      readonly channel: string;
    }
  /** Somebody's verification is under way. */
  | { readonly code: 'verifying' }
  /** Slack can't say who is asking. */
  | { readonly code: 'unsure' }
  /** An unmapping can't be approved by the one who asked for it. */
  | { readonly code: 'own-request' }
  /** Only who asked for an unmapping can take it back. */
  | { readonly code: 'not-own-request'; readonly by: string }
  /** What was to be approved was approved, declined or forgotten before. */
  | { readonly code: 'not-open' }
  | { readonly code: 'on-other-app'; readonly hostname: string; readonly app: string }
  | { readonly code: 'own-domain'; readonly hostname: string; readonly app: string }
  | { readonly code: 'interval'; readonly least: number; readonly most: number }
  /** Ultimate Multisite was not set to route it. */
  | {
      readonly code: 'set-ready';
      readonly why: 'no-rest' | 'no-record' | 'failed';
      readonly hostname: string;
      readonly app: string;
      readonly words: string;
    }
  /** Ultimate Multisite can have no domain record of that name. */
  | { readonly code: 'not-holdable'; readonly hostname: string }
  | { readonly code: 'no-site'; readonly app: string; readonly site: number }
  | { readonly code: 'no-network'; readonly app: string }
  | { readonly code: 'unknown-app'; readonly app: string; readonly apps: string }
  | { readonly code: 'app-needed'; readonly apps: string };

/** A person's mistake or missing right: shown to them, not logged as a fault. */
export class UserError extends Error {
  override readonly name = 'UserError';
  constructor(readonly problem: UserProblem) {
    super(problem.code);
  }
}
