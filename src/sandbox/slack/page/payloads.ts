import { isJsonObject } from '../../requests.js';
import { asMessage } from '../api/content.js';
import type { JsonObject, Message, PageChannel, PageUser, PageView, ViewValues } from '../page-api.js';
import type { Enterprise } from '../settings.js';
import { SLACK_APP_ID, TEAM } from '../workspace.js';

/** What Slack sends to the app (docs.slack.dev/reference/interaction-payloads). */

const LEGACY_TOKEN = 'sandbox-verification-token';

export interface Occasion {
  readonly user: PageUser;
  readonly triggerId: string;
  readonly enterprise: Enterprise | undefined;
}

export interface CommandOccasion extends Occasion {
  readonly channel: PageChannel;
  readonly command: string;
  readonly text: string;
  readonly responseUrl: string;
}

export function commandPayload(occasion: CommandOccasion): Record<string, string> {
  const { user, channel, command, text, responseUrl, triggerId, enterprise } = occasion;
  return {
    token: LEGACY_TOKEN,
    team_id: user.gridTeams?.includes(TEAM.id) ? TEAM.id : (user.teamId ?? TEAM.id),
    team_domain: TEAM.domain,
    channel_id: channel.id,
    channel_name: shownName(channel),
    user_id: user.id,
    user_name: user.name,
    command,
    text,
    api_app_id: SLACK_APP_ID,
    ...(enterprise ? { enterprise_id: enterprise.id, enterprise_name: enterprise.name } : {}),
    is_enterprise_install: String(enterprise?.isOrgInstall ?? false),
    response_url: responseUrl,
    trigger_id: triggerId,
  };
}

export interface ActionOccasion extends Occasion {
  readonly channel: PageChannel;
  readonly message: Message;
  readonly action: JsonObject;
  readonly responseUrl: string;
}

/** An ephemeral message is not in the payload, only its `ts`. */
export function actionPayload(occasion: ActionOccasion): JsonObject {
  const { channel, message, action, responseUrl } = occasion;
  const isEphemeral = message.ephemeralFor !== undefined;
  return {
    type: 'block_actions',
    ...envelope(occasion),
    container: {
      type: 'message',
      message_ts: message.ts,
      channel_id: channel.id,
      is_ephemeral: isEphemeral,
      ...(message.threadTs === undefined ? {} : { thread_ts: message.threadTs }),
    },
    channel: { id: channel.id, name: shownName(channel) },
    ...(isEphemeral ? {} : { message: asMessage(message, false) }),
    state: { values: {} },
    response_url: responseUrl,
    actions: [action],
  };
}

/** One entry of `actions`: the element as it was posted, with what was chosen. A given value is trusted. */
export function actionOf(
  element: JsonObject,
  given: {
    readonly blockId: string;
    readonly value: string | undefined;
    readonly option: JsonObject | undefined;
  },
  actionTs: string,
): JsonObject {
  const { text, type, action_id, value, style, placeholder } = element;
  const all = {
    type,
    action_id,
    block_id: given.blockId,
    text,
    value: given.value ?? value,
    style,
    placeholder,
    selected_option: given.option,
    action_ts: actionTs,
  };
  return Object.fromEntries(Object.entries(all).filter(([, each]) => each !== undefined));
}

/** The element with that id in a block of a message or view. */
export function elementIn(
  { blocks }: { readonly blocks?: unknown },
  blockId: string,
  actionId: string,
): JsonObject | undefined {
  const all = Array.isArray(blocks) ? blocks.filter(isJsonObject) : [];
  const block = all.find((each) => each['block_id'] === blockId);
  const elements: unknown[] = Array.isArray(block?.['elements']) ? block['elements'] : [];
  return [...elements, block?.['accessory'], block?.['element']]
    .filter(isJsonObject)
    .find((element) => element['action_id'] === actionId);
}

/** In a view there is neither a channel nor a response URL. */
export const viewActionPayload = (
  occasion: Occasion,
  view: JsonObject,
  values: ViewValues,
  action: JsonObject,
): JsonObject => ({
  type: 'block_actions',
  ...envelope(occasion),
  container: { type: 'view', view_id: view['id'] },
  view: { ...view, state: { values } },
  actions: [action],
});

/** What is typed into a menu whose options the app looks up. */
export function suggestionPayload(
  occasion: Occasion,
  view: JsonObject,
  {
    actionId,
    blockId,
    value,
  }: { readonly actionId: string; readonly blockId: string; readonly value: string },
): JsonObject {
  const { trigger_id: _, ...rest } = envelope(occasion);
  return {
    type: 'block_suggestion',
    ...rest,
    container: { type: 'view', view_id: view['id'] },
    action_id: actionId,
    block_id: blockId,
    value,
    view,
  };
}

export function submissionPayload(occasion: Occasion, view: PageView, values: ViewValues): JsonObject {
  return {
    type: 'view_submission',
    ...envelope(occasion),
    view: { ...view, state: { values } },
    response_urls: [],
  };
}

export function closedPayload(occasion: Omit<Occasion, 'triggerId'>, view: PageView): JsonObject {
  const { trigger_id: _, ...rest } = envelope({ ...occasion, triggerId: '' });
  return { type: 'view_closed', ...rest, view, is_cleared: false };
}

/** A global shortcut: it has neither a channel nor a response URL. */
export const shortcutPayload = (occasion: Occasion, callbackId: string, actionTs: string): JsonObject => ({
  type: 'shortcut',
  ...envelope(occasion),
  callback_id: callbackId,
  action_ts: actionTs,
});

export interface MessageShortcutOccasion extends Occasion {
  readonly channel: PageChannel;
  readonly message: Message;
  readonly responseUrl: string;
}

export function messageShortcutPayload(
  occasion: MessageShortcutOccasion,
  callbackId: string,
  actionTs: string,
): JsonObject {
  const { channel, message, responseUrl } = occasion;
  return {
    type: 'message_action',
    ...envelope(occasion),
    callback_id: callbackId,
    action_ts: actionTs,
    message_ts: message.ts,
    message: asMessage(message, false),
    channel: { id: channel.id, name: shownName(channel) },
    response_url: responseUrl,
  };
}

/** `user.team_id` is where somebody comes from; `team` is where they act. */
function envelope({ user, triggerId, enterprise }: Occasion): JsonObject {
  const isOrgInstall = enterprise?.isOrgInstall ?? false;
  return {
    user: { id: user.id, username: user.name, name: user.name, team_id: user.teamId ?? TEAM.id },
    api_app_id: SLACK_APP_ID,
    token: LEGACY_TOKEN,
    trigger_id: triggerId,
    team: {
      id: TEAM.id,
      domain: TEAM.domain,
      ...(enterprise ? { enterprise_id: enterprise.id, enterprise_name: enterprise.name } : {}),
    },
    enterprise: enterprise ? { id: enterprise.id, name: enterprise.name } : null,
    is_enterprise_install: isOrgInstall,
  };
}

/** Slack hides the names of private channels and direct messages. */
function shownName({ id, name, isPrivate, isGroupDirect }: PageChannel): string {
  if (id.startsWith('D')) return 'directmessage';
  return isPrivate && !isGroupDirect ? 'privategroup' : name;
}
