/** What Slack said happened to the app and to channels with cards, until it says otherwise. In memory. */
export class ChannelTroubles {
  #lost: string | undefined;
  readonly #channels = new Map<string, string>();

  /** `hasCards`: whether cards of live mappings stand in a channel. */
  constructor(private readonly hasCards: (channel: string) => Promise<boolean>) {}

  /** Nothing works until somebody installs the app again and the bot is restarted. */
  lose(words: string): void {
    this.#lost = words;
  }

  /** Resolves with whether it matters: no other channel is kept in mind. */
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

  /** One line for the channels that cards have to leave; undefined when there is none. */
  async words(): Promise<string | undefined> {
    const kept: string[] = [];
    for (const [channel, words] of this.#channels)
      if (await this.hasCards(channel)) kept.push(`channel ${channel}: ${words}`);
      else this.#channels.delete(channel);
    return kept.length === 0 ? undefined : kept.join('; ');
  }
}
