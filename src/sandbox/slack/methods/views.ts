import { type Arguments, jsonOf, textOf } from '../arguments.js';
import { SlackFailure } from '../failure.js';
import { currentView, openView, updateView } from '../modals.js';
import type { JsonObject } from '../page-api.js';
import type { Method, MethodContext } from './method.js';

/** Methods of docs.slack.dev/reference/methods, family `views`; they need no scope. */
export const VIEWS: Readonly<Record<string, Method>> = {
  'views.open': { run: open },
  'views.update': { run: update },
  'views.push': { run: push },
};

function open(args: Arguments, context: MethodContext): JsonObject {
  const user = triggeredUser(args, context);
  return { view: openView(context.workspace, user, viewOf(args)) };
}

function push(args: Arguments, context: MethodContext): JsonObject {
  const user = triggeredUser(args, context);
  const current = currentView(context.workspace, user);
  if (!current) throw new SlackFailure('not_found');
  return { view: openView(context.workspace, user, viewOf(args), current) };
}

function update(args: Arguments, { workspace }: MethodContext): JsonObject {
  const externalId = textOf(args, 'external_id');
  const byExternalId = [...workspace.views.values()].find(
    ({ view }) => externalId !== '' && view.external_id === externalId,
  );
  const id = byExternalId?.view.id ?? textOf(args, 'view_id');
  return { view: updateView(workspace, id, viewOf(args), textOf(args, 'hash')) };
}

function triggeredUser(args: Arguments, { triggers }: MethodContext): string {
  const trigger = triggers.use(textOf(args, 'trigger_id'));
  if ('error' in trigger) throw new SlackFailure(trigger.error);
  return trigger.user;
}

const viewOf = (args: Arguments): unknown => jsonOf(args, 'view', 'invalid_arguments');
