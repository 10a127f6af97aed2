import { isJsonObject } from '../../requests.js';
import { blocksOf } from '../api/content.js';
import { sendMessageEvent } from '../api/message-events.js';
import { isDirectChannel } from '../api/methods/method.js';
import type { ResponseUrls } from '../api/response-urls.js';
import type {
  Message,
  PageActionRequest,
  PageChannel,
  PageCommandRequest,
  PageLocaleRequest,
  PageMessageRequest,
  PageResult,
  PageShortcutRequest,
  PageUser,
} from '../page-api.js';
import { SlackFailure } from '../rules/request-error.js';
import { BOT, COMMANDS, SLACKBOT } from '../workspace.js';
import { Admin } from './admin.js';
import { type Acted, InViews, type InViewsOptions } from './in-views.js';
import {
  actionOf,
  actionPayload,
  commandPayload,
  elementIn,
  messageShortcutPayload,
  shortcutPayload,
} from './payloads.js';
import { asEntities, asLinks, asMessageText } from './typed-text.js';

export interface PeopleOptions extends InViewsOptions {
  readonly responseUrls: ResponseUrls;
  /** As the app's manifest has it: typed hosts arrive as links. */
  readonly shouldEscape: boolean;
}

type ActingPlace = { readonly user: PageUser; readonly channel: PageChannel } | { readonly error: string };

/** What people do: write, type commands, press buttons, fill in dialogs. */
export class People extends InViews {
  constructor(protected override readonly options: PeopleOptions) {
    super(options);
  }

  message(request: PageMessageRequest): Acted & { readonly message?: Message } {
    const { workspace } = this.options;
    const place = this.#typingPlace(request.user, request.channel);
    if ('error' in place) return { ok: false, error: place.error };
    const { threadTs } = request;
    if (threadTs !== undefined && !workspace.find(request.channel, threadTs))
      return { ok: false, error: 'thread_not_found' };
    if (threadTs !== undefined && workspace.find(request.channel, threadTs)?.locked)
      return { ok: false, error: 'restricted_action_thread_locked' };
    const message = workspace.post({ ...request, text: asMessageText(request.text, workspace) });
    sendMessageEvent(workspace, message);
    return { ok: true, message };
  }

  /** The same `triggerId` twice stands for a command that Slack delivers twice. */
  async command(
    request: PageCommandRequest,
    triggerId = this.options.triggers.issue(request.user),
  ): Promise<Acted> {
    const { workspace, responseUrls, toApp, shouldEscape } = this.options;
    const place = this.#typingPlace(request.user, request.channel);
    if ('error' in place) return { ok: false, error: place.error };
    const { user, channel } = place;
    const [, command = '', typed = ''] = /^(\/\S+)\s*([\s\S]*)$/.exec(request.text.trim()) ?? [];
    // One of Slack's own.
    if (command === '/invite' && typed.trim().replace(/^@/, '') === BOT.name) {
      new Admin(workspace).invite(channel.id, user.id);
      return { ok: true };
    }
    const isInstalled = workspace.settings.tokenError !== 'account_inactive';
    if (!isInstalled || !COMMANDS.some((known) => known.command === command))
      return this.#notice(request, `${command || request.text} is not a valid command.`, 'unknown_command');
    if (request.threadTs !== undefined)
      return this.#notice(
        request,
        `${command} is not supported in threads. Sorry!`,
        'not_supported_in_threads',
      );

    const text = shouldEscape ? asLinks(typed, workspace) : typed;
    const responseUrl = responseUrls.open('commands', channel.id, user.id);
    const acknowledgement = await toApp(
      'slash_commands',
      commandPayload({ ...this.occasion(user, triggerId), channel, command, text, responseUrl }),
    );
    const result = acknowledgement.ok
      ? this.#showAnswer(acknowledgement.body, request)
      : this.#failed(request, command, acknowledgement.error);
    return { ...result, acknowledgement, triggerId };
  }

  async action(request: PageActionRequest): Promise<Acted> {
    const { workspace, responseUrls, triggers, toApp } = this.options;
    const { messageTs, actionId, blockId, value, selectedOption: option } = request;
    const place = this.#place(request.user, request.channel);
    if ('error' in place) return { ok: false, error: place.error };
    const { user, channel } = place;
    const message = workspace.find(channel.id, messageTs);
    if (!message || (message.ephemeralFor ?? user.id) !== user.id)
      return { ok: false, error: 'message_not_found' };
    const element = elementIn(message, blockId, actionId);
    if (!element) return { ok: false, error: 'element_not_found' };

    const triggerId = triggers.issue(user.id);
    const action = actionOf(element, { blockId, value, option }, workspace.newTs());
    const responseUrl = responseUrls.open('actions', channel.id, user.id, message);
    const acknowledgement = await toApp(
      'interactive',
      actionPayload({ ...this.occasion(user, triggerId), channel, message, action, responseUrl }),
    );
    const result = acknowledgement.ok
      ? { ok: true }
      : this.#failed(request, 'That button', acknowledgement.error);
    return { ...result, acknowledgement, triggerId };
  }

  /** Without a message it is a global shortcut. */
  async shortcut({ user: userId, callbackId, on }: PageShortcutRequest): Promise<Acted> {
    const { workspace, responseUrls, triggers, toApp } = this.options;
    const user = workspace.users.find(({ id }) => id === userId);
    if (!user) return { ok: false, error: 'user_not_found' };
    const occasion = this.occasion(user, triggers.issue(userId));
    const { triggerId } = occasion;
    if (!on) {
      const payload = shortcutPayload(occasion, callbackId, workspace.newTs());
      return this.acted(await toApp('interactive', payload), triggerId);
    }
    const place = this.#place(userId, on.channel);
    if ('error' in place) return { ok: false, error: place.error };
    const message = workspace.find(on.channel, on.messageTs);
    if (!message || message.ephemeralFor !== undefined) return { ok: false, error: 'message_not_found' };
    const { channel } = place;
    const responseUrl = responseUrls.open('actions', channel.id, userId);
    const shortcut = { ...occasion, channel, message, responseUrl };
    const payload = messageShortcutPayload(shortcut, callbackId, workspace.newTs());
    return this.acted(await toApp('interactive', payload), triggerId);
  }

  /** Opens the direct message of people, with or without the bot; resolves with its channel id. */
  openDirect(...users: string[]): string {
    return this.options.workspace.openDirect(users).id;
  }

  /** The app's messages, as its entry in the side bar opens them. */
  openApp(userId: string): Acted {
    const { workspace } = this.options;
    if (!workspace.users.some(({ id }) => id === userId)) return { ok: false, error: 'user_not_found' };
    this.openDirect(userId, BOT.userId);
    new Admin(workspace).openHome(userId, 'messages');
    return { ok: true };
  }

  /** A person's language in Slack: the app gets `user_change`, and asks `users.info`. */
  chooseLocale({ user: userId, locale }: PageLocaleRequest): Acted {
    const { workspace } = this.options;
    if (!workspace.changeUser(userId, { locale })) return { ok: false, error: 'user_not_found' };
    workspace.happened.emit('event', { type: 'user_change', user: { id: userId, locale } });
    return { ok: true };
  }

  /** The acknowledgement of a command may carry its answer; one for the whole channel shows the command too. */
  #showAnswer(body: unknown, { user, channel, text: typed }: PageCommandRequest): PageResult {
    if (!isJsonObject(body)) return { ok: true };
    const { workspace } = this.options;
    const isPublic = body['response_type'] === 'in_channel';
    try {
      const blocks = blocksOf(body);
      const text = typeof body['text'] === 'string' ? body['text'] : '';
      if (isPublic) workspace.post({ channel, user, text: asEntities(typed) });
      if (text === '' && !blocks?.length) return { ok: true };
      const ephemeralFor = isPublic ? undefined : user;
      workspace.post({ channel, user: BOT.userId, botId: BOT.id, text, blocks, ephemeralFor });
      return { ok: true };
    } catch (error) {
      if (!(error instanceof SlackFailure)) throw error;
      return this.#failed({ user, channel }, typed.trim().split(/\s/)[0] ?? '', error.code);
    }
  }

  #failed(where: { user: string; channel: string }, what: string, error: string): PageResult {
    return this.#notice(where, `${what} failed with the error "${error}"`, error);
  }

  #notice(
    { user, channel, threadTs }: { user: string; channel: string; threadTs?: string | undefined },
    text: string,
    error: string,
  ): PageResult {
    const notice = { channel, user: SLACKBOT, text: asEntities(text), threadTs, ephemeralFor: user };
    this.options.workspace.post(notice);
    return { ok: false, error };
  }

  #place(userId: string, channelId: string): ActingPlace {
    const user = this.options.workspace.users.find(({ id }) => id === userId);
    const channel = this.options.workspace.channels.get(channelId);
    if (!user) return { error: 'user_not_found' };
    if (!channel) return { error: 'channel_not_found' };
    if (!this.options.workspace.isIn(user, channel)) return { error: 'not_in_channel' };
    return channel.isArchived ? { error: 'is_archived' } : { user, channel };
  }

  /** The bot's own direct message has no field to type into unless its messages tab is writable. */
  #typingPlace(userId: string, channelId: string): ActingPlace {
    const place = this.#place(userId, channelId);
    if ('error' in place) return place;
    const isBots = place.channel.botIsMember && isDirectChannel(place.channel);
    const isWritable = this.options.workspace.settings.messagesTab === 'writable';
    return isBots && !isWritable ? { error: 'messages_tab_disabled' } : place;
  }
}
