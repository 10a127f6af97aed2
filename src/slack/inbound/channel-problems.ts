import { limit } from '../../util/concurrency/queue.js';

/** `unreachable`: Slack shows the bot no such channel: it was deleted, or the bot was removed. */
export const unusableReasons = ['archived', 'left', 'deleted', 'unreachable'] as const;
export type UnusableReason = (typeof unusableReasons)[number];

/** Why cards in a channel no longer change, and how to fix it. */
const WORDS: Readonly<Record<UnusableReason, string>> = {
  archived:
    'it was archived, so its cards no longer change: unarchive it, or type `move` with the hostname in another channel',
  left: 'the bot was removed, so its cards no longer change: invite it again, or type `move` with the hostname in another channel',
  deleted: 'it was deleted with its cards: type `move` with the hostname in another channel',
  unreachable:
    'Slack doesn’t show it to the bot, so its cards no longer change: invite the bot again, or type `move` with the hostname in another channel',
};

/** What Slack's errors for a post say about the channel; others concern the bot's rights there. */
const ERROR_REASONS: ReadonlyMap<string, UnusableReason> = new Map([
  ['is_archived', 'archived'],
  ['not_in_channel', 'left'],
  ['channel_not_found', 'unreachable'],
]);

/** The most channels kept; the oldest are forgotten, and noticed again at the next post. */
const MAX_UNUSABLE = 1_000;

export interface ChannelProblemsOptions {
  /** What an earlier process knew. */
  readonly known: ReadonlyMap<string, UnusableReason>;
  /** Whether a channel has cards of live mappings. */
  readonly hasCards: (channel: string) => Promise<boolean>;
  /** Never throws. */
  readonly save: (channels: ReadonlyMap<string, UnusableReason>) => Promise<void>;
}

/** What Slack last said about the app and about channels with cards; the latter outlives the process. */
export class ChannelProblems {
  #lost: string | undefined;
  readonly #channels: Map<string, UnusableReason>;
  readonly #inTurn = limit(1);

  constructor(private readonly options: ChannelProblemsOptions) {
    this.#channels = new Map(options.known);
  }

  /** Nothing works until somebody reinstalls the app and restarts the bot, or Slack takes a post all the same. */
  lose(message: string): void {
    this.#lost = message;
  }

  /** Resolves with whether it matters: channels without cards aren't recorded. */
  async add(channel: string, reason: UnusableReason): Promise<boolean> {
    if (!(await this.options.hasCards(channel))) return false;
    if (this.#channels.get(channel) === reason) return true;
    this.#channels.set(channel, reason);
    const [oldest] = this.#channels.keys();
    if (this.#channels.size > MAX_UNUSABLE && oldest !== undefined) this.#channels.delete(oldest);
    await this.#save();
    return true;
  }

  /** A post was refused with Slack's error name. */
  async refused(channel: string, error: string): Promise<void> {
    const reason = ERROR_REASONS.get(error);
    // An event says more than the error of a post.
    if (reason && !this.#channels.has(channel)) await this.add(channel, reason);
  }

  /** Slack took a post that was sent after it had refused one: the token works, and so does the channel. */
  async postTaken(channel: string): Promise<void> {
    this.#lost = undefined;
    await this.end(channel);
  }

  async end(channel: string): Promise<void> {
    if (this.#channels.delete(channel)) await this.#save();
  }

  /** The unusable channels. */
  channels(): readonly string[] {
    return [...this.#channels.keys()];
  }

  /** Why the app as a whole can't work; undefined when all is well. */
  lost(): string | undefined {
    return this.#lost;
  }

  /** One line for the channels whose cards have to move; undefined without any. */
  async message(): Promise<string | undefined> {
    const kept: string[] = [];
    for (const [channel, reason] of this.#channels)
      if (await this.options.hasCards(channel)) kept.push(`channel ${channel}: ${WORDS[reason]}`);
      else await this.end(channel);
    return kept.length === 0 ? undefined : kept.join('; ');
  }

  #save(): Promise<void> {
    return this.#inTurn(() => this.options.save(new Map(this.#channels)));
  }
}
