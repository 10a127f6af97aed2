/** The latest Slack events about the app and about channels with cards. In memory only. */
export class ChannelTroubles {
  #lost: string | undefined;
  readonly #channels = new Map<string, string>();

  /** `hasCards`: whether a channel has cards of live mappings. */
  constructor(private readonly hasCards: (channel: string) => Promise<boolean>) {}

  /** Nothing works until somebody reinstalls the app and restarts the bot. */
  lose(words: string): void {
    this.#lost = words;
  }

  /** Resolves with whether it matters: channels without cards aren't recorded. */
  async add(channel: string, words: string): Promise<boolean> {
    if (!(await this.hasCards(channel))) return false;
    this.#channels.set(channel, words);
    return true;
  }

  end(channel: string): void {
    this.#channels.delete(channel);
  }

  /** Why the app as a whole can't work; undefined when all is well. */
  lost(): string | undefined {
    return this.#lost;
  }

  /** One line for the channels whose cards have to move; undefined without any. */
  async words(): Promise<string | undefined> {
    const kept: string[] = [];
    for (const [channel, words] of this.#channels)
      if (await this.hasCards(channel)) kept.push(`channel ${channel}: ${words}`);
      else this.#channels.delete(channel);
    return kept.length === 0 ? undefined : kept.join('; ');
  }
}
