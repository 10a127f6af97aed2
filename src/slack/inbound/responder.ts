import type { ModalView } from '@slack/types';
import { WebAPIPlatformError } from '@slack/web-api';
import { isDenial, userErrorOf } from '../../use-cases/errors.js';
import { withTimeout } from '../../util/clock.js';
import { oneEachTurn } from '../../util/concurrency/event-loop.js';
import type { Log } from '../../util/log.js';
import type { View } from '../blocks/view.js';
import { isPassing, slackReasonOf } from '../outbound/errors.js';
import type { Recipient, Respond } from '../outbound/personal/response-url.js';
import { sentence } from '../views/answers/answers.js';
import { problemView } from '../views/answers/usage.js';
import type { Translator } from '../views/translator.js';
import type { Answer } from './command.js';
import { viewsOf } from './command.js';

/**
 * Slack waits 3 s for the acknowledgement and delivers nothing again after it. What isn't ready by then is answered
 * afterwards, and the person reads that it isn't done yet: a process that dies first must not look like success.
 */
const ACK_WITHIN_MS = 2_000;

export interface ResponderOptions {
  readonly translator: Translator;
  /** Sends a view to a response URL; with `replace`, it replaces the message with the button. */
  readonly respond: Respond;
  readonly openDialog: (triggerId: string, view: ModalView) => Promise<void>;
  readonly newIncidentId: () => string;
  readonly log: Log;
}

/** Answers the actor of a command or button. Every failure reaches them. */
export interface Responder {
  /** Runs a task; its failure becomes the answer. `typed`: the command, so that the answer can correct it. */
  attempt(work: () => Promise<Answer>, typed?: string): Promise<Answer>;
  /** Runs a task as `attempt` does. `first` is its answer while Slack waits; later it says so, and `rest` is the answer. */
  inTime(
    work: () => Promise<Answer>,
  ): Promise<{ readonly first: Answer; readonly rest?: Promise<Answer> | undefined }>;
  /** Opens a dialog; the trigger expires after 3 s. */
  open(triggerId: string, dialog: ModalView): Promise<Answer>;
  /** Sends what wasn't sent with the acknowledgement. */
  follow(answer: Answer, responseUrl: string | undefined, to?: Recipient): Promise<void>;
  /** Replaces the message with the button. */
  replace(responseUrl: string, view: View, to?: Recipient): Promise<void>;
}

export function createResponder(options: ResponderOptions): Responder {
  const { translator, log } = options;
  /** What is acknowledged can wait for acknowledgements. */
  const nextTurn = oneEachTurn();

  async function attempt(work: () => Promise<Answer>, typed?: string): Promise<Answer> {
    try {
      return await work();
    } catch (error) {
      return failureAnswer(error, options, typed);
    }
  }

  async function send(
    responseUrl: string | undefined,
    view: View,
    how: 'again' | 'replace',
    to: Recipient | undefined,
  ): Promise<void> {
    try {
      await options.respond(responseUrl, view, how, to);
    } catch (error) {
      log.warn({ err: error }, 'response could not be sent to the user');
    }
  }

  return {
    attempt,
    inTime: async (work) => {
      const working = attempt(work);
      const answer = await withTimeout(working, ACK_WITHIN_MS);
      return answer
        ? { first: answer }
        : { first: { now: sentence(translator.t('answer.working')) }, rest: working };
    },
    open: (triggerId, dialog) => attempt(() => opened(triggerId, dialog, options)),
    follow: async ({ now, later }, responseUrl, to) => {
      if (!responseUrl && !to) return;
      if (now) await send(responseUrl, now, 'again', to);
      if (!later) return;
      await nextTurn();
      const outcome = await attempt(async () => {
        for (const view of viewsOf(await later())) await send(responseUrl, view, 'again', to);
        return {};
      });
      if (outcome.now) await send(responseUrl, outcome.now, 'again', to);
    },
    replace: (responseUrl, view, to) => send(responseUrl, view, 'replace', to),
  };
}

async function opened(
  triggerId: string,
  dialog: ModalView,
  { openDialog, translator, log }: ResponderOptions,
): Promise<Answer> {
  try {
    await openDialog(triggerId, dialog);
  } catch (error) {
    if (!isPassing(error)) throw error;
    log.warn({ reason: slackReasonOf(error) }, 'dialog could not be opened in time');
    return { now: sentence(translator.t('problem.took-too-long')) };
  }
  return {};
}

function failureAnswer(error: unknown, options: ResponderOptions, typed: string | undefined): Answer {
  const { problem } = userErrorOf(error) ?? {};
  if (!problem) return { now: sentence(failureText(error, options)) };
  return { now: problemView(problem, options.translator, typed), isDenied: isDenial(problem) };
}

function failureText(error: unknown, { translator, newIncidentId, log }: ResponderOptions): string {
  if (isTooLate(error)) return translator.t('problem.took-too-long');
  if (isMessagesTabOff(error)) return translator.t('problem.messages-tab');
  const incident = newIncidentId();
  log.error({ err: error, incident }, 'request failed');
  return translator.t('problem.incident', { incident });
}

/** Slack's errors for a trigger that is older than 3 s, or already used. */
const TOO_LATE = ['expired_trigger_id', 'exchanged_trigger_id', 'trigger_expired', 'trigger_exchanged'];

/** A setting of the Slack app keeps direct messages out. */
const isMessagesTabOff = (error: unknown): boolean =>
  error instanceof WebAPIPlatformError && error.data.error === 'messages_tab_disabled';

/** Not a fault: the actor opens the dialog again. */
const isTooLate = (error: unknown): boolean =>
  error instanceof WebAPIPlatformError && TOO_LATE.includes(error.data.error);
