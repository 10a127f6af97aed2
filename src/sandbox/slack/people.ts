import { blocksOf, openView, SlackFailure } from './methods.js';
import type {
  JsonObject,
  Message,
  PageActionRequest,
  PageCommandRequest,
  PageResult,
  PageViewSubmitRequest,
} from './page-api.js';
import type { ResponseUrls } from './response-urls.js';
import type { Acknowledgement, ToApp } from './to-app.js';
import type { Triggers } from './triggers.js';
import { APP_ID, BOT, TEAM, type Workspace } from './workspace.js';

export interface PeopleOptions {
  readonly workspace: Workspace;
  readonly triggers: Triggers;
  readonly responseUrls: ResponseUrls;
  readonly toApp: ToApp;
  /** As the app's manifest has it: typed hosts arrive as links. */
  readonly shouldEscape: boolean;
}

export type Acted = PageResult & { readonly acknowledgement?: Acknowledgement; readonly triggerId?: string };

const SLACKBOT = 'USLACKBOT';
const NOTICES = {
  dispatch_failed: '/domain failed with the error "dispatch_failed"',
  operation_timeout: '/domain failed because the app did not respond',
} as const;

/** What people do: type commands, press buttons, fill in dialogs. */
export class People {
  constructor(private readonly options: PeopleOptions) {}

  async command(
    { user, channel, text }: PageCommandRequest,
    triggerId = this.options.triggers.issue(user),
  ): Promise<Acted> {
    const { workspace, responseUrls, toApp } = this.options;
    const [, command = '', rest = ''] = /^(\/\S+)\s*([\s\S]*)$/.exec(text.trim()) ?? [];
    if (command !== '/domain')
      return this.#notice(user, channel, `${command || text} is not a valid command.`, 'unknown_command');
    const acknowledgement = await toApp('slash_commands', {
      token: 'deprecated',
      team_id: TEAM.id,
      team_domain: TEAM.domain,
      channel_id: channel,
      channel_name: workspace.channels.get(channel)?.name ?? '',
      user_id: user,
      user_name: workspace.users.find(({ id }) => id === user)?.name ?? '',
      command,
      text: this.options.shouldEscape ? escaped(rest) : rest,
      api_app_id: APP_ID,
      is_enterprise_install: 'false',
      response_url: responseUrls.open('commands', channel, user),
      trigger_id: triggerId,
    });
    if (!acknowledgement.ok)
      return {
        ...this.#notice(user, channel, NOTICES[acknowledgement.error], acknowledgement.error),
        acknowledgement,
        triggerId,
      };
    this.#showAnswer(acknowledgement.body, user, channel);
    return { ok: true, acknowledgement, triggerId };
  }

  async action({ user, channel, messageTs, actionId, blockId, value }: PageActionRequest): Promise<Acted> {
    const { workspace, responseUrls, triggers, toApp } = this.options;
    const message = workspace.find(channel, messageTs);
    if (!message) return { ok: false, error: 'message_not_found' };
    const triggerId = triggers.issue(user);
    const acknowledgement = await toApp('interactive', {
      type: 'block_actions',
      user: this.#user(user),
      api_app_id: APP_ID,
      token: 'deprecated',
      container: {
        type: 'message',
        message_ts: messageTs,
        channel_id: channel,
        is_ephemeral: Boolean(message.ephemeralFor),
      },
      trigger_id: triggerId,
      team: { id: TEAM.id, domain: TEAM.domain },
      enterprise: null,
      is_enterprise_install: false,
      channel: { id: channel, name: workspace.channels.get(channel)?.name },
      message: {
        type: 'message',
        ts: message.ts,
        user: message.user,
        bot_id: message.botId,
        text: message.text,
        blocks: message.blocks,
      },
      state: { values: {} },
      response_url: responseUrls.open('actions', channel, user, messageTs),
      actions: [
        {
          ...elementOf(message, actionId, blockId),
          action_id: actionId,
          block_id: blockId,
          value,
          type: 'button',
          action_ts: workspace.newTs(),
        },
      ],
    });
    if (acknowledgement.ok) return { ok: true, acknowledgement, triggerId };
    return {
      ...this.#notice(user, channel, 'That did not work: the app did not respond.', acknowledgement.error),
      acknowledgement,
    };
  }

  async submit({ user, viewId, values }: PageViewSubmitRequest): Promise<Acted> {
    const { workspace, toApp } = this.options;
    const open = workspace.views.get(viewId);
    if (open?.user !== user) return { ok: false, error: 'not_found' };
    const acknowledgement = await toApp('interactive', {
      type: 'view_submission',
      team: { id: TEAM.id, domain: TEAM.domain },
      user: this.#user(user),
      api_app_id: APP_ID,
      token: 'deprecated',
      trigger_id: this.options.triggers.issue(user),
      view: { ...open.view, state: { values } },
      response_urls: [],
      is_enterprise_install: false,
      enterprise: null,
    });
    if (!acknowledgement.ok) return { ok: false, error: acknowledgement.error, acknowledgement };
    const body = (acknowledgement.body ?? {}) as {
      response_action?: string;
      errors?: Record<string, string>;
      view?: unknown;
    };
    if (body.response_action === 'errors') return { ok: false, errors: body.errors ?? {}, acknowledgement };
    if (body.response_action === 'update') openView(workspace, user, body.view, viewId);
    else this.close(user, viewId);
    return { ok: true, acknowledgement };
  }

  close(user: string, viewId: string): PageResult {
    if (this.options.workspace.views.get(viewId)?.user !== user) return { ok: false, error: 'not_found' };
    this.options.workspace.views.delete(viewId);
    this.options.workspace.changes.emit('view-closed', { user, viewId });
    return { ok: true };
  }

  /** The acknowledgement of a command may carry its answer. */
  #showAnswer(body: unknown, user: string, channel: string): void {
    if (typeof body !== 'object' || body === null || Object.keys(body).length === 0) return;
    const { text = '', response_type } = body as { text?: string; response_type?: string };
    try {
      this.options.workspace.post({
        channel,
        user: BOT.userId,
        botId: BOT.id,
        text,
        blocks: blocksOf(body as JsonObject),
        ephemeralFor: response_type === 'in_channel' ? undefined : user,
      });
    } catch (error) {
      if (!(error instanceof SlackFailure)) throw error;
      this.#notice(user, channel, `/domain failed with the error "${error.code}"`, error.code);
    }
  }

  #notice(user: string, channel: string, text: string, error: string): PageResult {
    this.options.workspace.post({ channel, user: SLACKBOT, text, ephemeralFor: user });
    return { ok: false, error };
  }

  #user(id: string): JsonObject {
    const name = this.options.workspace.users.find((user) => user.id === id)?.name ?? id;
    return { id, username: name, name, team_id: TEAM.id };
  }
}

function elementOf({ blocks = [] }: Message, actionId: string, blockId: string): JsonObject {
  const block = blocks.find((candidate) => candidate['block_id'] === blockId);
  const elements = Array.isArray(block?.['elements']) ? block['elements'] : [];
  return elements.find((element: JsonObject) => element['action_id'] === actionId) ?? {};
}

/** As with `should_escape: true`: entities, and links around what looks like a host. */
const escaped = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replace(/(?:https?:\/\/)?(?:[a-z\d-]+\.)+[a-z]{2,}\S*/gi, (host) => {
      const url = /^https?:/i.test(host) ? host : `http://${host}`;
      return url === host ? `<${url}>` : `<${url}|${host}>`;
    });
