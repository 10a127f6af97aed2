import { randomBytes } from 'node:crypto';
import type { Message } from '../page-api.js';
import { SLACK_FIGURES } from '../rules/limits.js';
import { SlackFailure } from '../rules/request-error.js';
import { BOT, TEAM, type Workspace } from '../workspace.js';
import { type Arguments, textOf } from './arguments.js';
import { blocksOf } from './content.js';

interface Opened {
  readonly channel: string;
  readonly user: string;
  /** The message whose button was pressed. */
  readonly message?: Message | undefined;
  readonly until: number;
  posts: number;
}

/** Response URLs: five posts within half an hour, whether the bot is a member or not. */
export class ResponseUrls {
  readonly #opened = new Map<string, Opened>();

  constructor(
    private readonly workspace: Workspace,
    private readonly base: () => string,
    private readonly now: () => number,
  ) {}

  open(kind: 'commands' | 'actions', channel: string, user: string, message?: Message): string {
    const now = this.now();
    const forgottenAt = now - SLACK_FIGURES.responseUrl.lifetimeMs;
    for (const [old, { until }] of this.#opened) if (until < forgottenAt) this.#opened.delete(old);
    const path = `/${kind}/${TEAM.id}/${randomBytes(12).toString('hex')}`;
    const until = now + SLACK_FIGURES.responseUrl.lifetimeMs;
    this.#opened.set(path, { channel, user, message, until, posts: 0 });
    return `${this.base()}${path}`;
  }

  has(path: string): boolean {
    return this.#opened.has(path);
  }

  /** Throws `SlackFailure` for one that is used up or too old, and for content that Slack refuses. */
  post(path: string, body: Arguments): void {
    const opened = this.#opened.get(path);
    if (!opened || this.now() > opened.until) throw new SlackFailure('expired_url');
    if (opened.posts >= SLACK_FIGURES.responseUrl.posts) throw new SlackFailure('used_url');
    const original = opened.message && this.workspace.find(opened.channel, opened.message.ts);
    if (body['delete_original'] === true) {
      opened.posts++;
      if (original) this.workspace.remove(original);
      return;
    }
    const text = textOf(body, 'text');
    const blocks = blocksOf(body);
    if (text.trim() === '' && !blocks?.length) throw new SlackFailure('no_text');
    opened.posts++;
    if (body['replace_original'] === true && original)
      return this.workspace.change(original, { text, blocks: blocks ?? [] });
    this.workspace.post({
      channel: opened.channel,
      user: BOT.userId,
      botId: BOT.id,
      text,
      blocks,
      threadTs: textOf(body, 'thread_ts') || undefined,
      ephemeralFor: body['response_type'] === 'in_channel' ? undefined : opened.user,
    });
  }
}
