import type { App, BlockAction, ButtonAction, ViewSubmitAction } from '@slack/bolt';
import { plainSentence } from '../../../core/typed-text.js';
import type { Actor } from '../../../use-cases/actor.js';
import type { View } from '../../blocks/view.js';
import {
  acknowledgedView,
  mutedView,
  remindedView,
  snoozedView,
  UNDO_ATTENTION_ACTION,
  unmutedView,
} from '../../views/answers/attention.js';
import { parseChoice } from '../../views/attention-choice.js';
import {
  ATTENTION_DIALOG,
  ATTENTION_FIELDS,
  type AttentionForm,
  parseAttentionForm,
} from '../../views/dialogs/attention-dialog.js';
import { actionActor, submissionActor } from '../actor.js';
import type { ListenerContext } from './context.js';
import { answerSubmission, type SubmissionOutcome } from './dialogs/submission.js';

/** The dialog to snooze, acknowledge and mute, and the buttons that undo it. */
export function listenToAttention(app: App, context: ListenerContext): void {
  const { responder, isRepeated } = context;

  app.view<ViewSubmitAction>(ATTENTION_DIALOG, async ({ ack, body, view }) => {
    const form = parseAttentionForm(view.private_metadata, view.state.values);
    if (!form) return ack();
    const actor = submissionActor(body, form.channel);
    await answerSubmission(context, { ack, by: actor }, () => submitAttention(context, form, actor));
  });

  app.action<BlockAction<ButtonAction>>(UNDO_ATTENTION_ACTION, async ({ ack, body, action }) => {
    await ack();
    const choice = parseChoice(action.value ?? '');
    if (!choice || !body.response_url || isRepeated(body.trigger_id)) return;
    const actor = actionActor(body);
    const form = { ...choice, channel: actor.channel, pauseMs: undefined, reason: '' };
    const { now } = await responder.attempt(async () => ({ now: await giveAttention(context, form, actor) }));
    if (now) await responder.replace(body.response_url, now, actor);
  });
}

async function submitAttention(
  context: ListenerContext,
  form: AttentionForm,
  actor: Actor,
): Promise<SubmissionOutcome> {
  const { tPlain } = context.translator;
  const { choice, pauseMs, channel } = form;
  const reason = plainSentence(form.reason);
  if (choice === 'mute' && pauseMs === undefined)
    return { errors: { [ATTENTION_FIELDS.until]: tPlain('attention.until.needed') } };
  if (choice === 'mute' && reason === '')
    return { errors: { [ATTENTION_FIELDS.reason]: tPlain('attention.reason.needed') } };
  return {
    done: await giveAttention(context, { ...form, reason }, actor),
    whom: { user: actor.user, channel },
  };
}

async function giveAttention(
  { useCases, translator }: ListenerContext,
  { choice, mapping: id, finding, pauseMs, reason }: AttentionForm,
  actor: Actor,
): Promise<View> {
  const until = pauseMs === undefined ? undefined : translator.now() + pauseMs;
  switch (choice) {
    case 'snooze':
      return snoozedView(await useCases.snooze({ id }, until, actor), translator);
    case 'awake':
      return snoozedView(await useCases.endSnooze({ id }, actor), translator);
    case 'ack':
      return acknowledgedView(await useCases.acknowledge({ id }, finding, actor), translator);
    case 'unack':
      return remindedView(await useCases.endAcknowledgement({ id }, finding, actor), translator);
    case 'mute':
      return mutedView(
        await useCases.mute({ id }, { until: until ?? 0, reason, finding }, actor),
        translator,
      );
    case 'unmute':
      return unmutedView(await useCases.endMutes({ id }, finding, actor), translator);
  }
}
