import type { ModalView } from '@slack/types';
import type { Log } from '../log.js';
import { UserError } from '../service/user-error.js';
import type { Answer } from './command.js';
import { viewsOf } from './several.js';
import type { View } from './view.js';
import { problemText, sentence } from './views/answers.js';
import type { Voice } from './views/voice.js';

export interface AnsweringOptions {
  readonly voice: Voice;
  /** Sends a view to a response URL; in place of the message that held the button when `replace` is set. */
  readonly respond: (responseUrl: string, view: View, how: 'anew' | 'replace') => Promise<void>;
  readonly openDialog: (triggerId: string, view: ModalView) => Promise<void>;
  readonly newIncident: () => string;
  readonly log: Log;
}

/** How whoever typed or pressed something hears of what came of it. Every failure reaches the person who met it. */
export interface Answering {
  /** Runs a piece of work; what goes wrong becomes the answer. */
  attempt(work: () => Promise<Answer>): Promise<Answer>;
  /** Opens a dialog; Slack allows it for 3 s after the trigger. */
  open(triggerId: string, dialog: ModalView): Promise<Answer>;
  /** Sends what did not go out with the acknowledgement. */
  follow(answer: Answer, responseUrl: string | undefined): Promise<void>;
  /** Puts a view in the place of the message that held the button. */
  replace(responseUrl: string, view: View): Promise<void>;
}

export function createAnswering(options: AnsweringOptions): Answering {
  const { voice, log } = options;

  async function attempt(work: () => Promise<Answer>): Promise<Answer> {
    try {
      return await work();
    } catch (error) {
      return { now: sentence(failureText(error)) };
    }
  }

  async function send(responseUrl: string, view: View, how: 'anew' | 'replace'): Promise<void> {
    try {
      await options.respond(responseUrl, view, how);
    } catch (error) {
      log.warn({ err: error }, 'an answer could not be sent to the person who asked');
    }
  }

  function failureText(error: unknown): string {
    if (error instanceof UserError) return problemText(error.problem, voice);
    const incident = options.newIncident();
    log.error({ err: error, incident }, 'a request failed');
    return voice.say('problem.incident', { incident });
  }

  return {
    attempt,
    open: (triggerId, dialog) =>
      attempt(async () => {
        await options.openDialog(triggerId, dialog);
        return {};
      }),
    follow: async ({ now, later }, responseUrl) => {
      if (!responseUrl) return;
      if (now) await send(responseUrl, now, 'anew');
      if (!later) return;
      const outcome = await attempt(async () => {
        for (const view of viewsOf(await later())) await send(responseUrl, view, 'anew');
        return {};
      });
      if (outcome.now) await send(responseUrl, outcome.now, 'anew');
    },
    replace: (responseUrl, view) => send(responseUrl, view, 'replace'),
  };
}
