import type { App, BlockAction, ButtonAction, MessageShortcut, ViewSubmitAction } from '@slack/bolt';
import { mentionedHostnames } from '../../../../core/hostname-lists.js';
import type { Actor } from '../../../../use-cases/actor.js';
import { sentence } from '../../../views/answers/answers.js';
import { assignedView, followedView, parseTeamUndo, UNDO_TEAM_ACTION } from '../../../views/answers/team.js';
import { attentionDialog } from '../../../views/dialogs/attention-dialog.js';
import { parseTeamForm, TEAM_DIALOG, TEAM_FIELDS, teamDialog } from '../../../views/dialogs/team-dialog.js';
import { actionActor, shortcutActor, submissionActor } from '../../actor.js';
import type { Answer } from '../../command.js';
import { mappingIn, textsIn } from '../../message-texts.js';
import type { ListenerContext } from '../context.js';
import { answerSubmission, type Submission, type SubmissionOutcome } from './submission.js';
import { touchedValues } from './touched.js';

type Act = (id: string, actor: Actor) => Promise<Answer>;

/** What the card's menu offers to people who work together, by the action in the option's value. */
export function teamActions({
  useCases,
  translator,
}: Pick<ListenerContext, 'useCases' | 'translator'>): ReadonlyMap<string, Act> {
  const take: Act = async (id, actor) => {
    const { mapping: before } = await useCases.get(id, actor);
    const mapping = await useCases.assign({ id }, actor.user, actor);
    return { now: assignedView(mapping, actor.user, translator, before) };
  };
  const team: Act = async (id, actor) => {
    const { stored } = await useCases.attendedPair({ id }, actor);
    return { dialog: teamDialog(stored.mapping, actor, translator) };
  };
  const attention: Act = async (id, actor) => ({
    dialog: attentionDialog(await useCases.attendedPair({ id }, actor), actor.channel, translator),
  });
  /** On cards of an older version. */
  const follow: Act = async (id, actor) => ({
    now: followedView(await useCases.follow({ id }, undefined, actor), actor.user, translator),
  });
  return new Map([
    ['take', take],
    ['team', team],
    ['attention', attention],
    ['follow', follow],
  ]);
}

/** In a message's menu, by the action that they lead to. */
const SHORTCUTS = { 'team-message': 'team', 'attention-message': 'attention' } as const;

/** The dialog of assignee, followers and note, its entry in a message's menu, and what undoes an assignment. */
export function listenToTeam(app: App, context: ListenerContext): void {
  const acts = teamActions(context);
  app.view<ViewSubmitAction>(TEAM_DIALOG, (submission) => submitTeam(context, submission));
  app.action<BlockAction<ButtonAction>>(UNDO_TEAM_ACTION, async ({ ack, body, action }) => {
    await ack();
    await undoAssignment(context, body, action.value ?? '');
  });
  for (const [callbackId, action] of Object.entries(SHORTCUTS))
    app.shortcut({ callback_id: callbackId, type: 'message_action' }, async ({ ack, body }) => {
      await ack();
      if (!context.isRepeated(body.trigger_id)) await actOnMessage(context, body, acts.get(action));
    });
}

async function submitTeam(context: ListenerContext, { ack, body, view }: Submission): Promise<void> {
  const { useCases } = context;
  const form = parseTeamForm(view.private_metadata, touchedValues(view));
  if (!form) return ack();
  const { mapping: id, channel, assigned, note, isFollowed } = form;
  const actor = submissionActor(body, channel);
  const also = (part: string): Actor => ({ ...actor, requestId: `${actor.requestId}-${part}` });
  let wrong: string = TEAM_FIELDS.assignee;
  const work = async (): Promise<SubmissionOutcome> => {
    if (assigned) await useCases.assign({ id }, assigned.to, actor);
    wrong = TEAM_FIELDS.follow;
    if (isFollowed !== undefined) await useCases.follow({ id }, isFollowed, also('follow'));
    wrong = TEAM_FIELDS.note;
    if (note !== undefined) await useCases.changeNote({ id }, note, also('note'));
    return { done: undefined, whom: actor };
  };
  await answerSubmission(context, { ack, by: actor }, work, () => wrong);
}

async function undoAssignment(
  { useCases, responder, translator, isRepeated }: ListenerContext,
  body: BlockAction,
  value: string,
): Promise<void> {
  const undo = parseTeamUndo(value);
  if (!undo || !body.response_url || isRepeated(body.trigger_id)) return;
  const actor = actionActor(body);
  const { now } = await responder.attempt(async () => {
    const { mapping: present } = await useCases.get(undo.mapping, actor);
    // Somebody else has taken it meanwhile.
    if (present.assignee !== actor.user) return { now: assignedView(present, actor.user, translator) };
    const mapping = await useCases.assign({ id: undo.mapping }, undo.assignee, actor);
    return { now: assignedView(mapping, actor.user, translator) };
  });
  if (now) await responder.replace(body.response_url, now, actor);
}

async function actOnMessage(
  context: ListenerContext,
  body: MessageShortcut,
  act: Act | undefined,
): Promise<void> {
  const { responder, translator, answerPerson, log } = context;
  const actor = shortcutActor(body);
  const answer = await responder.attempt(async () => {
    const id = await mappingOfMessage(context, body.message, actor);
    if (id === undefined) return { now: sentence(translator.t('message.no-mapping')) };
    return (await act?.(id, actor)) ?? {};
  });
  const { now } = answer.dialog ? await responder.open(body.trigger_id, answer.dialog) : answer;
  if (!now) return;
  const threadTs = body.message['thread_ts'];
  const whom = { ...actor, threadTs: typeof threadTs === 'string' ? threadTs : undefined };
  await answerPerson(whom, now).catch((error: unknown) =>
    log.warn({ err: error }, 'an answer could not be sent'),
  );
}

/** A message can name many. */
const MAX_TRIED = 10;

/** The mapping that a message of ours carries, else the first mapped hostname in the message. */
async function mappingOfMessage(
  { useCases, responder }: ListenerContext,
  message: MessageShortcut['message'],
  actor: Actor,
): Promise<string | undefined> {
  const carried = mappingIn(message);
  if (carried !== undefined) return carried;
  for (const hostname of mentionedHostnames(textsIn(message).join('\n')).slice(0, MAX_TRIED)) {
    let found: string | undefined;
    const { now } = await responder.attempt(async () => {
      found = (await useCases.find(hostname, 'assign', actor)).mapping.id;
      return {};
    });
    if (!now) return found;
  }
  return undefined;
}
