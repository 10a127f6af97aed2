import type { JsonObject } from '../../page-api.js';
import { SlackFailure } from '../../rules/request-error.js';
import { type Arguments, invalidArguments, jsonOf, textOf } from '../arguments.js';
import { openView, publishHome, updateView } from '../modals.js';
import type { Method, MethodContext } from './method.js';

/** Methods of docs.slack.dev/reference/methods: `views`; they need no scope. */
export const VIEWS: Readonly<Record<string, Method>> = {
  'views.open': { run: openViewMethod },
  'views.update': { run: updateViewMethod },
  'views.publish': { run: publish },
};

function openViewMethod(args: Arguments, context: MethodContext): JsonObject {
  const user = triggeredUser(args, context);
  return { view: openView(context.workspace, user, viewArgument(args)) };
}

/** Puts a view on a person's Home tab, replacing the earlier one. */
function publish(args: Arguments, { workspace }: MethodContext): JsonObject {
  if (!workspace.settings.homeTab) throw new SlackFailure('not_enabled');
  const userId = textOf(args, 'user_id');
  if (!workspace.users.some(({ id }) => id === userId))
    throw invalidArguments('invalid `user_id` [json-pointer:/user_id]');
  return { view: publishHome(workspace, userId, viewArgument(args), textOf(args, 'hash')) };
}

function updateViewMethod(args: Arguments, { workspace }: MethodContext): JsonObject {
  const externalId = textOf(args, 'external_id');
  const byExternalId = [...workspace.views.values()].find(
    ({ view }) => externalId !== '' && view.external_id === externalId,
  );
  const id = byExternalId?.view.id ?? textOf(args, 'view_id');
  return { view: updateView(workspace, id, viewArgument(args), textOf(args, 'hash')) };
}

function triggeredUser(args: Arguments, { triggers }: MethodContext): string {
  const trigger = triggers.use(textOf(args, 'trigger_id'));
  if ('error' in trigger) throw new SlackFailure(trigger.error);
  return trigger.user;
}

const viewArgument = (args: Arguments): unknown => jsonOf(args, 'view', 'invalid_arguments');
