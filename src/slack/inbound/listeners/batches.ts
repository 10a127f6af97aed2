import type { App, ViewSubmitAction } from '@slack/bolt';
import { type Batch, countForecasts } from '../../../use-cases/batch/batch.js';
import { channelLink } from '../../blocks/mrkdwn.js';
import { sentence } from '../../views/answers/answers.js';
import { APPROVE_BATCH_ACTION, DECLINE_BATCH_ACTION, STOP_BATCH_ACTION } from '../../views/batch.js';
import { PLAN_DIALOG, parsePlan, planDialog } from '../../views/dialogs/batch-dialog.js';
import type { Translator } from '../../views/translator.js';
import { submissionActor } from '../actor.js';
import { onButton } from './buttons.js';
import type { ListenerContext } from './context.js';
import { answerSubmission } from './dialogs/submission.js';

/** For a shorter batch, nobody needs to know how long it takes. */
const SHORT_MS = 2 * 60_000;

/** The dry run's button, and the buttons of a batch's message. */
export function listenToBatches(app: App, context: ListenerContext): void {
  const { useCases, translator } = context;

  app.view<ViewSubmitAction>(PLAN_DIALOG, async ({ ack, body, view }) => {
    const { batch: id = '', channel = '' } = parsePlan(view.private_metadata) ?? {};
    const actor = submissionActor(body, channel);
    await answerSubmission(context, { ack, by: actor }, async () => {
      const batch = await useCases.startBatch(id, actor);
      return { done: sentence(startedText(batch, translator)), whom: { user: actor.user, channel } };
    });
  });

  onButton(app, context, STOP_BATCH_ACTION, async (id, actor) => {
    await useCases.stopBatch(id, actor);
    return {};
  });
  for (const [actionId, isApproved] of [
    [APPROVE_BATCH_ACTION, true],
    [DECLINE_BATCH_ACTION, false],
  ] as const)
    onButton(app, context, actionId, async (id, actor) => {
      await useCases.answerBatch(id, isApproved, actor);
      return {};
    });
}

function startedText({ channel, state }: Batch, translator: Translator): string {
  if (channel === '') return translator.t('batch.started.direct');
  const key = state === 'proposed' ? 'batch.started.proposed' : 'batch.started';
  return translator.t(key, { channel: channelLink(channel) });
}

/** The dry run, with how long it takes if that is long. */
export function planView(batch: Batch, translator: Translator) {
  const { ready } = countForecasts(batch);
  const perMinute = translator.appOf(batch.app ?? '')?.changesPerMinute;
  const paceMs = perMinute === undefined || batch.kind === 'check' ? 0 : (ready / perMinute) * 60_000;
  return planDialog(batch, paceMs < SHORT_MS ? 0 : paceMs, translator);
}
