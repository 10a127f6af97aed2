import type { AckFn, SlackViewMiddlewareArgs, ViewResponseAction, ViewSubmitAction } from '@slack/bolt';
import type { ModalView } from '@slack/types';
import { UserError } from '../../../../use-cases/errors.js';
import { withTimeout } from '../../../../util/clock.js';
import type { View } from '../../../blocks/view.js';
import type { Whom } from '../../../outbound/personal/answer-person.js';
import { unmarked } from '../../../views/batch.js';
import { sentencesDialog, workingDialog } from '../../../views/dialogs/notice.js';
import { problemText } from '../../../views/problem.js';
import type { Translator } from '../../../views/translator.js';
import type { ListenerContext } from '../context.js';

/** Slack waits 3 s for the answer to a submission. */
const SUBMIT_WITHIN_MS = 2_000;

/** A dialog that somebody submitted. */
export type Submission = SlackViewMiddlewareArgs<ViewSubmitAction>;

/** What a submission leads to. */
export type SubmissionOutcome =
  /** A field is wrong: shown in the dialog, by the field's ID. */
  | { readonly errors: Readonly<Record<string, string>> }
  /** A further dialog over this one, which keeps what was typed. */
  | { readonly next: ModalView }
  /** Another dialog in place of this one. */
  | { readonly instead: ModalView }
  /** Done: the dialogs close, and the person gets an answer. */
  | { readonly done: View | undefined; readonly whom: Whom };

/**
 * Answers a submission in time. Work that takes longer goes on behind a dialog over this one, so that nothing typed is
 * lost. `fieldOf` names the field that a problem is about; others are shown in a dialog over this one.
 */
export async function answerSubmission(
  { responder, translator, answerPerson, updateDialog, newId, log }: ListenerContext,
  ack: AckFn<ViewResponseAction> | AckFn<void>,
  work: () => Promise<SubmissionOutcome>,
  fieldOf: (problem: UserError['problem']) => string | undefined = () => undefined,
): Promise<void> {
  const respond = ack as AckFn<ViewResponseAction>;
  const working = settle();
  const inTime = await withTimeout(working, SUBMIT_WITHIN_MS);
  if (inTime) {
    await respond(responseTo(inTime));
  } else {
    const externalId = newId();
    await respond({ response_action: 'push', view: workingDialog(externalId, translator) });
    await updateDialog(externalId, lateView(await working, translator)).catch((error: unknown) =>
      log.warn({ err: error }, 'a dialog could not be updated'),
    );
  }
  const outcome = await working;
  if ('done' in outcome && outcome.done) await answer(outcome.done, outcome.whom);

  async function settle(): Promise<SubmissionOutcome> {
    let errors: Readonly<Record<string, string>> | undefined;
    let outcome: SubmissionOutcome | undefined;
    const { now } = await responder.attempt(async () => {
      try {
        outcome = await work();
      } catch (error) {
        const place = error instanceof UserError ? fieldOf(error.problem) : undefined;
        if (!(error instanceof UserError) || place === undefined) throw error;
        errors = { [place]: unmarked(problemText(error.problem, translator)) };
      }
      return {};
    });
    if (errors) return { errors };
    return outcome ?? { next: sentencesDialog([now?.text ?? ''], translator) };
  }

  async function answer(view: View, whom: Whom): Promise<void> {
    await answerPerson(whom, view).catch((error: unknown) =>
      log.warn({ err: error }, 'an answer could not be sent'),
    );
  }
}

function lateView(outcome: SubmissionOutcome, translator: Translator): ModalView {
  if ('next' in outcome) return outcome.next;
  if ('instead' in outcome) return outcome.instead;
  if ('errors' in outcome) return sentencesDialog(Object.values(outcome.errors), translator);
  return sentencesDialog([outcome.done?.text ?? translator.t('dialog.done')], translator);
}

function responseTo(outcome: SubmissionOutcome): ViewResponseAction {
  if ('errors' in outcome) return { response_action: 'errors', errors: { ...outcome.errors } };
  if ('next' in outcome) return { response_action: 'push', view: outcome.next };
  if ('instead' in outcome) return { response_action: 'update', view: outcome.instead };
  return { response_action: 'clear' };
}
