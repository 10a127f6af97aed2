import type { KnownBlock } from '@slack/types';
import type { DomainEvent } from '../../core/event.js';
import type { StoredMapping } from '../../store/store.js';

/** What a person is shown: blocks, and the plain text that stands for them in notifications and screen readers. */
export interface View {
  readonly text: string;
  readonly blocks: readonly KnownBlock[];
}

/** What a message says when its own view can't be made or Slack refuses it: one sentence, or the bare facts. Never throws. */
export interface PlainText {
  card(stored: StoredMapping): string;
  reply(stored: StoredMapping, event: DomainEvent): string;
}

/** A file in a direct message. */
export interface DirectMessageFile {
  readonly name: string;
  readonly content: string;
}
