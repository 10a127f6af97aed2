import { randomBytes } from 'node:crypto';
import { LIMITS } from './limits.js';
import { type Arguments, blocksOf, SlackFailure } from './methods.js';
import { BOT, type Workspace } from './workspace.js';

interface Opened {
  readonly channel: string;
  readonly user: string;
  /** The message whose button was pressed. */
  readonly messageTs?: string | undefined;
  readonly until: number;
  posts: number;
}

/** Response URLs: five posts within half an hour, wherever the bot is a member or not. */
export class ResponseUrls {
  readonly #opened = new Map<string, Opened>();

  constructor(
    private readonly workspace: Workspace,
    private readonly base: () => string,
    private readonly now: () => number,
  ) {}

  open(kind: 'commands' | 'actions', channel: string, user: string, messageTs?: string): string {
    const path = `/${kind}/T0SANDBOX/${randomBytes(12).toString('hex')}`;
    this.#opened.set(path, {
      channel,
      user,
      messageTs,
      until: this.now() + LIMITS.responseUrl.lifetimeMs,
      posts: 0,
    });
    return `${this.base()}${path}`;
  }

  has(path: string): boolean {
    return this.#opened.has(path);
  }

  /** Throws `SlackFailure` for one that is used up or was never given out. */
  post(path: string, body: Arguments): void {
    const opened = this.#opened.get(path);
    if (!opened || this.now() > opened.until || opened.posts >= LIMITS.responseUrl.posts)
      throw new SlackFailure('used_url');
    opened.posts++;
    const { channel, user, messageTs } = opened;
    const original = messageTs === undefined ? undefined : this.workspace.find(channel, messageTs);
    if (body['delete_original'] === true) {
      if (original) this.workspace.remove(original);
      return;
    }
    const text = typeof body['text'] === 'string' ? body['text'] : '';
    const blocks = blocksOf(body);
    if (text === '' && !blocks?.length) throw new SlackFailure('no_text');
    if (body['replace_original'] === true && original) {
      this.workspace.change(original, { text, blocks: blocks ?? [] });
      return;
    }
    const isPublic = body['response_type'] === 'in_channel';
    this.workspace.post({
      channel,
      user: BOT.userId,
      botId: BOT.id,
      text,
      blocks,
      ephemeralFor: isPublic ? undefined : user,
    });
  }
}
