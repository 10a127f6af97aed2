import type { AckFn, SlackViewMiddlewareArgs, ViewResponseAction, ViewSubmitAction } from '@slack/bolt';
import type { ModalView } from '@slack/types';
import { type UserError, userErrorOf } from '../../../../use-cases/errors.js';
import { withTimeout } from '../../../../util/clock.js';
import type { View } from '../../../blocks/view.js';
import type { Whom } from '../../../outbound/personal/answer-person.js';
import { sentence } from '../../../views/answers/answers.js';
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

/** How a submission is acknowledged, and who submitted it. */
interface Submitted {
  readonly ack: AckFn<ViewResponseAction> | AckFn<void>;
  readonly by: Whom;
}

type Settled = SubmissionOutcome | { readonly failed: string };

/**
 * Answers a submission in time. Work that takes longer goes on behind a dialog over this one, so that nothing typed is
 * lost; if that dialog was closed, its author gets a message. `fieldOf` names the field that a problem is about; others
 * are shown in a dialog over this one.
 */
export async function answerSubmission(
  { responder, translator, answerPerson, updateDialog, newId, log }: ListenerContext,
  { ack, by }: Submitted,
  work: () => Promise<SubmissionOutcome>,
  fieldOf: (problem: UserError['problem']) => string | undefined = () => undefined,
): Promise<void> {
  const respond = ack as AckFn<ViewResponseAction>;
  const working = settle();
  const inTime = await withTimeout(working, SUBMIT_WITHIN_MS);
  if (inTime) await respond(responseTo(inTime, translator));
  else await respondLate();
  const outcome = await working;
  if ('done' in outcome && outcome.done) await answer(outcome.done, outcome.whom);

  async function respondLate(): Promise<void> {
    const externalId = newId();
    await respond({ response_action: 'push', view: workingDialog(externalId, translator) });
    const outcome = await working;
    const isShown = await updateDialog(externalId, lateView(outcome, translator)).catch((error: unknown) => {
      log.warn({ err: error }, 'a dialog could not be updated');
      return false;
    });
    if (!isShown && !('done' in outcome)) await answer(sentence(lateText(outcome, translator)), by);
  }

  async function settle(): Promise<Settled> {
    let outcome: Settled | undefined;
    const { now } = await responder.attempt(async () => {
      try {
        outcome = await work();
      } catch (error) {
        const { problem } = userErrorOf(error) ?? {};
        const place = problem && fieldOf(problem);
        if (!problem || place === undefined) throw error;
        outcome = { errors: { [place]: unmarked(problemText(problem, translator)) } };
      }
      return {};
    });
    return outcome ?? { failed: now?.text ?? '' };
  }

  async function answer(view: View, whom: Whom): Promise<void> {
    await answerPerson(whom, view).catch((error: unknown) =>
      log.warn({ err: error }, 'an answer could not be sent'),
    );
  }
}

function lateView(outcome: Settled, translator: Translator): ModalView {
  if ('next' in outcome) return outcome.next;
  if ('instead' in outcome) return outcome.instead;
  if ('errors' in outcome) return sentencesDialog(Object.values(outcome.errors), translator);
  if ('failed' in outcome) return sentencesDialog([outcome.failed], translator);
  return sentencesDialog([outcome.done?.text ?? translator.t('dialog.done')], translator);
}

/** The same as a message. A further dialog needs a new beginning. */
function lateText(outcome: Settled, { t }: Translator): string {
  if ('failed' in outcome) return outcome.failed;
  return 'errors' in outcome ? Object.values(outcome.errors).join('\n') : t('problem.took-too-long');
}

function responseTo(outcome: Settled, translator: Translator): ViewResponseAction {
  if ('errors' in outcome) return { response_action: 'errors', errors: { ...outcome.errors } };
  if ('failed' in outcome)
    return { response_action: 'push', view: sentencesDialog([outcome.failed], translator) };
  if ('next' in outcome) return { response_action: 'push', view: outcome.next };
  if ('instead' in outcome) return { response_action: 'update', view: outcome.instead };
  return { response_action: 'clear' };
}
