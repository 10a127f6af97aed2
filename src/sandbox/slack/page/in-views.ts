import { isJsonObject } from '../../requests.js';
import type { Files } from '../api/files.js';
import { sendHomeEvent, sendMessageEvent } from '../api/message-events.js';
import { closeView, openView, updateView } from '../api/modals.js';
import type { Triggers } from '../api/triggers.js';
import type { Acknowledgement, ToApp } from '../delivery/to-app.js';
import type {
  JsonObject,
  PageResult,
  PageSuggestionsRequest,
  PageUploadRequest,
  PageUser,
  PageView,
  PageViewActionRequest,
  PageViewSubmitRequest,
} from '../page-api.js';
import { SLACK_FIGURES } from '../rules/limits.js';
import { SlackFailure } from '../rules/request-error.js';
import type { Workspace } from '../workspace.js';
import {
  actionOf,
  closedPayload,
  elementIn,
  type Occasion,
  submissionPayload,
  suggestionPayload,
  viewActionPayload,
} from './payloads.js';

export interface InViewsOptions {
  readonly workspace: Workspace;
  readonly triggers: Triggers;
  readonly files: Files;
  readonly toApp: ToApp;
}

export type Acted = PageResult & {
  readonly acknowledgement?: Acknowledgement;
  readonly triggerId?: string;
};

/** What people do in dialogs and on the app's Home tab. */
export class InViews {
  constructor(protected readonly options: InViewsOptions) {}

  async submit({ user: userId, viewId, values }: PageViewSubmitRequest): Promise<Acted> {
    const { triggers, toApp } = this.options;
    const open = this.#openView(userId, viewId);
    if (!open) return { ok: false, error: 'not_found' };
    const { user, view } = open;
    const triggerId = triggers.issue(user.id);
    const acknowledgement = await toApp(
      'interactive',
      submissionPayload(this.occasion(user, triggerId), view, values),
    );
    const result = acknowledgement.ok
      ? this.#afterSubmission(user, view, acknowledgement.body)
      : { ok: false, error: acknowledgement.error };
    return { ...result, acknowledgement, triggerId };
  }

  async close(userId: string, viewId: string): Promise<Acted> {
    const open = this.#openView(userId, viewId);
    if (!open) return { ok: false, error: 'not_found' };
    closeView(this.options.workspace, open.view, open.view.clear_on_close ? 'all' : 'this');
    if (!open.view.notify_on_close) return { ok: true };
    const acknowledgement = await this.options.toApp(
      'interactive',
      closedPayload(this.occasion(open.user, ''), open.view),
    );
    return { ok: true, acknowledgement };
  }

  /** The app gets an event when somebody opens its Home tab. */
  openHome(userId: string): Acted {
    const { workspace } = this.options;
    if (!workspace.users.some(({ id }) => id === userId)) return { ok: false, error: 'user_not_found' };
    sendHomeEvent(workspace, userId, 'home');
    return { ok: true };
  }

  /** A button or menu in a dialog or on the Home tab. */
  async viewAction(request: PageViewActionRequest): Promise<Acted> {
    const { triggers, toApp, workspace } = this.options;
    const { viewId, actionId, blockId, value, selectedOption: option, values = {} } = request;
    const seen = this.#seenView(request.user, viewId);
    const element = seen && elementIn(seen.view, blockId, actionId);
    if (!element) return { ok: false, error: seen ? 'element_not_found' : 'not_found' };
    const triggerId = triggers.issue(seen.user.id);
    const action = actionOf(element, { blockId, value, option }, workspace.newTs());
    const payload = viewActionPayload(this.occasion(seen.user, triggerId), seen.view, values, action);
    return this.acted(await toApp('interactive', payload), triggerId);
  }

  /** Shows the app's answer only if Slack would accept it. */
  async suggestions(request: PageSuggestionsRequest): Promise<Acted> {
    const { user: userId, viewId, actionId, blockId, value } = request;
    const seen = this.#seenView(userId, viewId);
    if (!seen) return { ok: false, error: 'not_found' };
    const typed = { actionId, blockId, value };
    const payload = suggestionPayload(this.occasion(seen.user, ''), seen.view, typed);
    const acknowledgement = await this.options.toApp('interactive', payload);
    const body = acknowledgement.ok && isJsonObject(acknowledgement.body) ? acknowledgement.body : {};
    const options = Array.isArray(body['options']) ? body['options'].filter(isJsonObject) : undefined;
    const isTaken = options !== undefined && options.length <= SLACK_FIGURES.select.options;
    return isTaken
      ? { ok: true, options, acknowledgement }
      : { ok: false, error: 'could_not_load_options', acknowledgement };
  }

  /** A file for a dialog's field, which the app may read; or one that is shared in a channel. */
  upload({ user, name, text, channel: channelId }: PageUploadRequest): Acted {
    const { files, workspace } = this.options;
    if (channelId === undefined) return { ok: true, file: files.upload(user, name, text) };
    const channel = workspace.channels.get(channelId);
    const person = workspace.users.find(({ id }) => id === user);
    if (!channel || !person || !workspace.isIn(person, channel))
      return { ok: false, error: 'channel_not_found' };
    if (channel.isArchived) return { ok: false, error: 'is_archived' };
    const file = files.upload(user, name, text, channelId);
    const shared = files.get(String(file['id']));
    if (shared) {
      const { text: _, ...shown } = shared;
      sendMessageEvent(workspace, workspace.post({ channel: channelId, user, text: '', files: [shown] }));
    }
    return { ok: true, file };
  }

  /** A dialog that the person has open, or their Home tab. */
  #seenView(userId: string, viewId: string): { user: PageUser; view: JsonObject } | undefined {
    const { workspace } = this.options;
    const user = workspace.users.find(({ id }) => id === userId);
    const home = workspace.homes.get(userId);
    if (user && home?.['id'] === viewId) return { user, view: home };
    const open = this.#openView(userId, viewId);
    return open && { user: open.user, view: { ...open.view } };
  }

  protected acted(acknowledgement: Acknowledgement, triggerId: string): Acted {
    const { ok } = acknowledgement;
    return { ok, ...(ok ? {} : { error: acknowledgement.error }), acknowledgement, triggerId };
  }

  protected occasion(user: PageUser, triggerId: string): Occasion {
    return { user, triggerId, enterprise: this.options.workspace.settings.enterprise };
  }

  #openView(userId: string, viewId: string): { user: PageUser; view: PageView } | undefined {
    const { workspace } = this.options;
    const open = workspace.views.get(viewId);
    const user = workspace.users.find(({ id }) => id === userId);
    return open && user && open.user === user.id ? { user, view: open.view } : undefined;
  }

  #afterSubmission(user: PageUser, view: PageView, body: unknown): PageResult {
    const { workspace } = this.options;
    const { response_action: action, errors, view: draft } = isJsonObject(body) ? body : {};
    try {
      if (action === 'errors') return { ok: false, errors: textsOf(errors) };
      if (action === 'update') updateView(workspace, view.id, draft);
      else if (action === 'push') openView(workspace, user.id, draft, view);
      else closeView(workspace, view, action === 'clear' ? 'all' : 'this');
      return { ok: true };
    } catch (error) {
      if (!(error instanceof SlackFailure)) throw error;
      return { ok: false, error: error.code };
    }
  }
}

function textsOf(errors: unknown): Record<string, string> {
  const entries = Object.entries(isJsonObject(errors) ? errors : {});
  return Object.fromEntries(entries.map(([block, text]) => [block, String(text)]));
}
