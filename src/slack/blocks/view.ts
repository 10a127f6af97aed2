import type { KnownBlock } from '@slack/types';
import type { DomainEvent } from '../../core/events/event.js';
import type { ReplyPart, StoredMapping } from '../../store/store.js';

/** A message: blocks, and the plain text that notifications and screen readers use instead. */
export interface View {
  readonly text: string;
  readonly blocks: readonly KnownBlock[];
}

/** The fallback when a view can't be built or Slack refuses it: one sentence, or the bare facts. Never throws. */
export interface PlainText {
  card(stored: StoredMapping): string;
  reply(stored: ReplyPart, event: DomainEvent): string;
}

/** A file in a direct message. */
export interface DirectMessageFile {
  readonly name: string;
  readonly content: string | Buffer;
}
