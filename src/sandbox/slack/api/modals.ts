import { isJsonObject } from '../../requests.js';
import type { JsonObject, PageView } from '../page-api.js';
import { SLACK_FIGURES, validateView } from '../rules/limits.js';
import { SlackFailure } from '../rules/request-error.js';
import { BOT, SLACK_APP_ID, TEAM, type Workspace } from '../workspace.js';

/** Shows a dialog to a user, over the one they see when `previous` is given. */
export function openView(workspace: Workspace, user: string, draft: unknown, previous?: PageView): PageView {
  const depth = previous === undefined ? 1 : stackOf(workspace, previous).length + 1;
  if (depth > SLACK_FIGURES.view.stack) throw new SlackFailure('push_limit_reached');
  const id = workspace.newId('V');
  return show(workspace, user, {
    ...compose(workspace, draft, 'modal'),
    id,
    root_view_id: previous?.root_view_id ?? id,
    previous_view_id: previous?.id ?? null,
  });
}

/** Changes an open dialog. `hash` guards against a change in between; empty, it guards against none. */
export function updateView(workspace: Workspace, id: string, draft: unknown, hash = ''): PageView {
  const open = workspace.views.get(id);
  if (!open) throw new SlackFailure('not_found');
  if (hash !== '' && hash !== open.view.hash) throw new SlackFailure('hash_conflict');
  const { root_view_id, previous_view_id } = open.view;
  return show(workspace, open.user, {
    ...compose(workspace, draft, 'modal'),
    id,
    root_view_id,
    previous_view_id,
  });
}

/** Closes a dialog, or its whole stack; the one below shows again. */
export function closeView(workspace: Workspace, view: PageView, clear: 'this' | 'all'): void {
  const open = workspace.views.get(view.id);
  if (!open) return;
  const gone = clear === 'all' ? stackOf(workspace, view) : [view];
  for (const { id } of gone) {
    workspace.views.delete(id);
    workspace.changes.emit('view-closed', { user: open.user, viewId: id });
  }
  const below = workspace.views.get(view.previous_view_id ?? '');
  if (below) workspace.changes.emit('view', below);
}

/** Shows a view on somebody's Home tab. `hash` guards against a change in between. */
export function publishHome(workspace: Workspace, user: string, draft: unknown, hash: string): JsonObject {
  const before = workspace.homes.get(user);
  if (hash !== '' && hash !== before?.['hash']) throw new SlackFailure('hash_conflict');
  const id = before?.['id'] ?? workspace.newId('V');
  const view = { ...compose(workspace, draft, 'home'), id, root_view_id: id, previous_view_id: null };
  workspace.homes.set(user, view);
  workspace.changes.emit('home', { user, view });
  return view;
}

function stackOf(workspace: Workspace, top: PageView): PageView[] {
  return [...workspace.views.values()]
    .map(({ view }) => view)
    .filter(({ root_view_id }) => root_view_id === top.root_view_id);
}

function show(workspace: Workspace, user: string, view: PageView): PageView {
  workspace.views.set(view.id, { user, view });
  workspace.changes.emit('view', { user, view });
  return view;
}

type Composed = Omit<PageView, 'id' | 'root_view_id' | 'previous_view_id'>;

function compose(workspace: Workspace, draft: unknown, type: 'modal'): Composed;
function compose(workspace: Workspace, draft: unknown, type: 'home'): JsonObject;
function compose(
  workspace: Workspace,
  draft: unknown,
  type: PageView['type'] | 'home',
): Composed | JsonObject {
  if (JSON.stringify(draft ?? null).length > SLACK_FIGURES.view.bytes)
    throw new SlackFailure('view_too_large');
  const errors = validateView(draft, type);
  if (errors.length > 0 || !isJsonObject(draft))
    throw new SlackFailure('invalid_arguments', {
      response_metadata: { messages: errors.map((error) => `[ERROR] ${error}`) },
    });
  const text = (name: string): string => (typeof draft[name] === 'string' ? draft[name] : '');
  const label = (name: string): JsonObject | null => (isJsonObject(draft[name]) ? draft[name] : null);
  return {
    type,
    title: label('title') ?? {},
    submit: label('submit'),
    close: label('close'),
    blocks: workspace.named(Array.isArray(draft['blocks']) ? draft['blocks'] : []),
    callback_id: text('callback_id'),
    private_metadata: text('private_metadata'),
    external_id: text('external_id'),
    notify_on_close: draft['notify_on_close'] === true,
    clear_on_close: draft['clear_on_close'] === true,
    state: { values: {} },
    hash: workspace.newTs(),
    team_id: TEAM.id,
    app_id: SLACK_APP_ID,
    bot_id: BOT.id,
  };
}
