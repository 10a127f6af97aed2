import type { App } from '@slack/bolt';
import type { Actor } from '../../../use-cases/actor.js';
import { fitView } from '../../blocks/limits.js';
import type { View } from '../../blocks/view.js';
import type { DirectMessage } from '../../outbound/personal/direct-message.js';
import { sentence } from '../../views/answers/answers.js';
import { RUN_ACTION } from '../../views/answers/usage.js';
import { commandActor } from '../actor.js';
import type { Answer } from '../command.js';
import { route, viewsOf } from '../command.js';
import { onButton } from './buttons.js';
import type { ListenerContext } from './context.js';

const CARD_WITHIN_MS = 10_000;

/** Runs a typed command, wherever it was typed. */
export function commandRunner(context: ListenerContext): (text: string, actor: Actor) => Promise<Answer> {
  const { useCases, translator, responder } = context;
  return async (text, actor) => {
    const attempt = (work: () => Promise<Answer>, typed = text) => responder.attempt(work, typed);
    const { later, ...answer } = await attempt(() =>
      route(text, {
        actor,
        useCases,
        translator,
        commands: context.commands,
        lists: context.lists,
        attempt,
        settled: (mapping) => context.settled(mapping, CARD_WITHIN_MS),
        directMessage: (first, work) => directMessageTo(actor.user, first, work),
      }),
    );
    return later ? { ...answer, later: () => viewsLater(later, attempt) } : answer;
  };

  /** Failures are reported in the direct message, too. */
  async function directMessageTo(
    user: string,
    first: View,
    work: (directMessage: DirectMessage) => Promise<void>,
  ): Promise<void> {
    const directMessage = await context.openDirectMessage(user);
    // Doesn't begin work that nobody could follow.
    await directMessage.show(first);
    const working = responder.attempt(async () => {
      await work(directMessage);
      return {};
    });
    working
      .then(({ now }) => now && directMessage.show(now))
      .catch((error: unknown) => context.log.warn({ err: error }, 'direct message could not be sent'));
  }
}

/** What follows an answer; its failure corrects the command, too. */
async function viewsLater(
  later: NonNullable<Answer['later']>,
  attempt: (work: () => Promise<Answer>) => Promise<Answer>,
): Promise<readonly View[]> {
  let views: readonly View[] = [];
  const { now } = await attempt(async () => {
    views = viewsOf(await later());
    return {};
  });
  return now ? [now] : views;
}

/** Typed commands, and the button that runs a corrected command. */
export function listenToCommands(app: App, context: ListenerContext): void {
  const { translator, responder } = context;

  const run = commandRunner(context);

  app.command(translator.command, async ({ ack, body }) => {
    if (context.isRepeated(body.trigger_id)) return ack();
    const waitMs = context.rateLimitWaitMs(body.user_id);
    if (waitMs > 0) return ack({ ...payload(tooFast(waitMs)), response_type: 'ephemeral' });
    const { first, rest } = await responder.inTime(() => run(body.text ?? '', commandActor(body)));
    await (first.now ? ack({ ...payload(first.now), response_type: 'ephemeral' }) : ack());
    const { dialog, ...left } = rest ? await rest : { ...first, now: undefined };
    const to = { channel: body.channel_id, user: body.user_id };
    if (dialog) await responder.follow(await responder.open(body.trigger_id, dialog), body.response_url, to);
    if (left.now || left.later) await responder.follow(left, body.response_url, to);
  });

  onButton(app, context, RUN_ACTION, run);

  const tooFast = (waitMs: number): View =>
    sentence(translator.t('problem.too-fast', { duration: translator.duration(waitMs) }));
}

function payload(view: View) {
  const { text, blocks } = fitView(view);
  return { text, blocks: [...blocks] };
}
