import type { HostnameProblem } from '../core/hostname.js';
import type { SettingName } from '../settings/definitions.js';
import { RecordUnreadable } from '../store/store.js';

/** Why a request failed, as a code with a sentence in the catalogue. */
export type UserProblem =
  /** `near`: a mapped hostname that was probably meant. */
  | { readonly code: 'hostname'; readonly problem: HostnameProblem; readonly near?: string | undefined }
  | { readonly code: 'not-mapped'; readonly hostname: string; readonly near?: string | undefined }
  | { readonly code: 'being-removed'; readonly hostname: string }
  /** Its record is there, but this version can't read it. */
  | { readonly code: 'unreadable'; readonly hostname: string }
  /** The mapping of a button or dialog no longer exists. */
  | { readonly code: 'gone' }
  | { readonly code: 'not-allowed'; readonly permission: string; readonly ask: readonly string[] }
  | { readonly code: 'wrong-channel'; readonly channels: readonly string[] }
  /** The bot can't post here, and no channel is configured for it. */
  | { readonly code: 'direct-message' }
  | {
      readonly code: 'unusable-channel';
      readonly place: 'uninvited' | 'archived' | 'unsure';
      readonly channel: string;
    }
  /** More checks than anybody needs. */
  | { readonly code: 'too-fast'; readonly waitMs: number }
  /** The bot has more DNS queries to send than it can. */
  | { readonly code: 'too-busy' }
  /** Cards may only be in these channels. */
  | { readonly code: 'other-channels'; readonly channels: readonly string[] }
  /** Typed where a channel is expected. */
  | { readonly code: 'not-a-channel'; readonly typed: string }
  /** Typed where a person is expected. */
  | { readonly code: 'not-a-person'; readonly typed: string }
  | { readonly code: 'not-a-time'; readonly typed: string; readonly most: number }
  | { readonly code: 'mute-reason' }
  /** There is no finding to acknowledge or mute. */
  | { readonly code: 'nothing-wrong'; readonly hostname: string }
  /** Only members can take care of a domain. */
  | { readonly code: 'not-a-member'; readonly person: string }
  | { readonly code: 'too-many-followers'; readonly most: number }
  | { readonly code: 'note-too-long'; readonly most: number }
  /** Its readers of other organizations may not see mappings. */
  | { readonly code: 'shared-channel'; readonly channel: string }
  /** Another verification is running. */
  | { readonly code: 'verifying' }
  /** Slack can't say who is asking. */
  | { readonly code: 'unsure' }
  /** The requester of an unmapping can't approve it. */
  | { readonly code: 'own-request' }
  /** Only the requester of an unmapping can withdraw it. */
  | { readonly code: 'not-own-request'; readonly by: string }
  /** The unmapping was already approved, declined or expired. */
  | { readonly code: 'not-open' }
  | { readonly code: 'on-other-app'; readonly hostname: string; readonly app: string }
  | { readonly code: 'own-domain'; readonly hostname: string; readonly app: string }
  /** A setting can't have that value. */
  | { readonly code: 'setting'; readonly setting: SettingName }
  /** Ultimate Multisite could not be set to route it. */
  | {
      readonly code: 'set-ready';
      readonly why: 'no-rest' | 'no-record' | 'failed';
      readonly hostname: string;
      readonly app: string;
      readonly reason: string;
    }
  /** Ultimate Multisite can't have a domain record of that name. */
  | { readonly code: 'not-holdable'; readonly hostname: string }
  | { readonly code: 'no-site'; readonly app: string; readonly site: number }
  | { readonly code: 'site-closed'; readonly site: number; readonly title: string }
  | { readonly code: 'not-a-site'; readonly typed: string }
  /** No site of the network has those words, or several have, or its sites can't be read. */
  | { readonly code: 'site-search'; readonly why: 'none' | 'several' | 'unreadable'; readonly typed: string }
  /** The hosting provider's answer to a line of a batch. */
  | { readonly code: 'provider-refused'; readonly reason: string }
  /** Our own fault; the log has it. */
  | { readonly code: 'line-failed' }
  /** A list without a hostname. */
  | { readonly code: 'batch-empty' }
  | { readonly code: 'batch-too-long'; readonly most: number; readonly lines: number }
  /** As many batches as are kept are under way. */
  | { readonly code: 'batch-busy'; readonly most: number }
  /** A list that has ended, or that nobody started for too long. */
  | { readonly code: 'batch-gone' }
  /** A file that can't be read: too large, no text, or kept from the bot or the actor. */
  | { readonly code: 'file'; readonly why: 'large' | 'denied' | 'unseen' | 'unreachable' | 'empty' }
  | { readonly code: 'no-network'; readonly app: string }
  | { readonly code: 'unknown-app'; readonly app: string; readonly apps: readonly string[] }
  | { readonly code: 'app-needed'; readonly apps: readonly string[] };

/** Says that the actor may not, whatever the request is about. */
export const isDenial = ({ code }: UserProblem): boolean =>
  code === 'not-allowed' || code === 'wrong-channel';

/** A person's mistake or missing right: shown to them, not logged as a fault. */
export class UserError extends Error {
  override readonly name = 'UserError';
  constructor(readonly problem: UserProblem) {
    super(problem.code);
  }
}

/** What to tell the person; undefined for a fault. */
export function userErrorOf(error: unknown): UserError | undefined {
  if (error instanceof RecordUnreadable)
    return new UserError({ code: 'unreadable', hostname: error.hostname });
  return error instanceof UserError ? error : undefined;
}
