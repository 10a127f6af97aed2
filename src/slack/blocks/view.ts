import type { KnownBlock } from '@slack/types';

/** What a person is shown: blocks, and the plain text that stands for them in notifications and screen readers. */
export interface View {
  readonly text: string;
  readonly blocks: readonly KnownBlock[];
}
