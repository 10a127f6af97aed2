/** The JSON that the web page and the sandbox's Slack exchange under `/page/`. */

export type JsonObject = Record<string, unknown>;

export interface PageUser {
  readonly id: string;
  readonly name: string;
  readonly realName: string;
  /** A guest of the workspace. */
  readonly guest?: 'multi-channel' | 'single-channel';
  /** The only channels that the person is in: of a guest, or of somebody from another workspace. */
  readonly channels?: readonly string[];
  /** Of another workspace: one that shares a channel with this one, or a sister in the organisation. */
  readonly teamId?: string;
  /** In Enterprise Grid: every workspace that the person is a member of. */
  readonly gridTeams?: readonly string[];
  /** `en-US` unless given. */
  readonly locale?: string;
}

export interface PageChannel {
  readonly id: string;
  readonly name: string;
  readonly topic: string;
  readonly isArchived: boolean;
  readonly isPrivate: boolean;
  /** People of another organization read it (Slack Connect). */
  readonly isShared?: boolean;
  readonly botIsMember: boolean;
  /** The people in it, without the bot; everybody unless given. */
  readonly members?: readonly string[];
  /** A direct message of three or more. */
  readonly isGroupDirect?: true;
}

export interface PageCommand {
  /** With its slash. */
  readonly command: string;
  readonly description: string;
  readonly usageHint: string;
}

/** Where people find a shortcut: everywhere, or in a message's menu. */
export interface PageShortcut {
  readonly name: string;
  readonly type: 'global' | 'message';
  readonly callback_id: string;
  readonly description: string;
}

export interface MessageMetadata {
  readonly event_type: string;
  readonly event_payload: JsonObject;
}

export interface Message {
  /** Unique id and time in one: "seconds.micros". */
  ts: string;
  channel: string;
  user: string;
  /** Set when an app wrote it. */
  botId?: string;
  /** Slack mrkdwn: `&`, `<` and `>` are escaped. */
  text: string;
  blocks?: JsonObject[];
  /** The parent's `ts`; also on a parent once it has replies. */
  threadTs?: string;
  replyCount?: number;
  /** A reply that the channel shows as well. */
  broadcast?: true;
  edited?: true;
  /** A deleted parent whose replies are still there. */
  deleted?: true;
  metadata?: MessageMetadata;
  /** The only user who sees it. */
  ephemeralFor?: string;
  files?: readonly { id: string; name: string; size: number; url: string }[];
  /** A parent under which replies are no longer taken. */
  locked?: true;
}

/** A modal as Slack keeps it. */
export interface PageView {
  readonly id: string;
  readonly type: 'modal';
  readonly hash: string;
  readonly callback_id: string;
  readonly private_metadata: string;
  readonly title: JsonObject;
  readonly submit: JsonObject | null;
  readonly close: JsonObject | null;
  readonly blocks: JsonObject[];
  readonly state: { readonly values: ViewValues };
  readonly notify_on_close: boolean;
  readonly clear_on_close: boolean;
  readonly external_id: string;
  readonly root_view_id: string;
  readonly previous_view_id: string | null;
  readonly team_id: string;
  readonly app_id: string;
  readonly bot_id: string;
}

/** What a person entered: block_id, then action_id. */
export type ViewValues = Record<string, Record<string, JsonObject>>;

/** GET /page/state */
export interface PageState {
  readonly team: { readonly id: string; readonly name: string; readonly domain: string };
  readonly bot: { readonly id: string; readonly name: string };
  readonly users: readonly PageUser[];
  readonly groups: readonly { readonly id: string; readonly handle: string }[];
  readonly channels: readonly PageChannel[];
  readonly commands: readonly PageCommand[];
  readonly shortcuts: readonly PageShortcut[];
  /** What each person sees on the app's Home tab. */
  readonly homes: Readonly<Record<string, JsonObject>>;
  /** By channel id, oldest first, with thread replies and ephemeral messages. */
  readonly messages: Readonly<Record<string, readonly Message[]>>;
}

/** GET /page/events: server-sent events; each key is an event's name, its type the event's data. */
export interface PageEvents {
  message: Message;
  deleted: { channel: string; ts: string };
  view: { user: string; view: PageView };
  'view-closed': { user: string; viewId: string };
  home: { user: string; view: JsonObject };
  /** A channel is new or has changed. */
  channel: PageChannel;
  /** A person has changed their profile. */
  user: PageUser;
  socket: { connected: number };
}

/** POST /page/message */
export interface PageMessageRequest {
  readonly user: string;
  readonly channel: string;
  readonly text: string;
  readonly threadTs?: string | undefined;
}

/** POST /page/command; `text` is the whole typed line: `/domain map shop.example.com`. */
export interface PageCommandRequest {
  readonly user: string;
  readonly channel: string;
  readonly text: string;
  /** The thread in which it was typed. */
  readonly threadTs?: string | undefined;
}

/** POST /page/locale: the language that a person has chosen in Slack, like `fr-FR`. */
export interface PageLocaleRequest {
  readonly user: string;
  readonly locale: string;
}

/** POST /page/action */
export interface PageActionRequest {
  readonly user: string;
  readonly channel: string;
  readonly messageTs: string;
  readonly actionId: string;
  readonly blockId: string;
  readonly value?: string | undefined;
  readonly selectedOption?: JsonObject | undefined;
}

/** POST /page/view-submit */
export interface PageViewSubmitRequest {
  readonly user: string;
  readonly viewId: string;
  readonly values: ViewValues;
}

/** POST /page/shortcut; `on`: the message in whose menu it was chosen. */
export interface PageShortcutRequest {
  readonly user: string;
  readonly callbackId: string;
  readonly on?: { readonly channel: string; readonly messageTs: string } | undefined;
}

/** POST /page/view-action: a button or menu in a dialog or on a Home tab; `values`: what the dialog's fields hold. */
export interface PageViewActionRequest {
  readonly user: string;
  readonly viewId: string;
  readonly actionId: string;
  readonly blockId: string;
  readonly value?: string | undefined;
  readonly selectedOption?: JsonObject | undefined;
  readonly values?: ViewValues | undefined;
}

/** POST /page/suggestions: what is typed into a menu whose options the app looks up. */
export interface PageSuggestionsRequest {
  readonly user: string;
  readonly viewId: string;
  readonly actionId: string;
  readonly blockId: string;
  readonly value: string;
}

/** POST /page/upload: a file that a person put into a dialog, or shared in a channel. */
export interface PageUploadRequest {
  readonly user: string;
  readonly channel?: string | undefined;
  readonly name: string;
  readonly text: string;
}

/** The answer to every POST. */
export interface PageResult {
  readonly ok: boolean;
  /** Slack's name for what went wrong. */
  readonly error?: string;
  /** For a submitted modal: what to correct, by block_id. */
  readonly errors?: Readonly<Record<string, string>>;
  /** For a menu whose options the app looks up. */
  readonly options?: readonly JsonObject[];
  /** For an upload. */
  readonly file?: JsonObject;
}
