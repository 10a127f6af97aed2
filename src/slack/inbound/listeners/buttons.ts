import type { App, BlockAction, ButtonAction, OverflowAction } from '@slack/bolt';
import type { Actor } from '../../../use-cases/actor.js';
import { historyView } from '../../views/answers/history.js';
import { statusView } from '../../views/answers/status.js';
import {
  CHECK_ACTION,
  DASHBOARD_ACTION,
  MORE_ACTION,
  SET_READY_ACTION,
  UNMAP_ACTION,
} from '../../views/card/card.js';
import { CHOOSE_SITE_ACTION } from '../../views/card/site-choice.js';
import { siteDialog } from '../../views/dialogs/site-dialog.js';
import { unmapDialog } from '../../views/dialogs/unmap-dialog.js';
import { APPROVE_ACTION, DECLINE_ACTION, WITHDRAW_ACTION } from '../../views/thread/proposal.js';
import { actionActor } from '../actor.js';
import type { Answer } from '../command.js';
import type { ListenerContext } from './context.js';
import { teamActions } from './dialogs/team.js';

/** The buttons on a card and in its thread. */
export function listenToButtons(app: App, context: ListenerContext): void {
  const { useCases, translator } = context;

  onButton(app, context, CHECK_ACTION, async (value, actor) => {
    const stored = await useCases.requestCheck(value, actor);
    return { later: async () => statusView(await useCases.checkNow(stored, actor), translator) };
  });
  onButton(app, context, SET_READY_ACTION, async (value, actor) => {
    await useCases.setReady(value, actor);
    return {};
  });
  onButton(app, context, CHOOSE_SITE_ACTION, async (value, actor) => {
    const { mapping } = await useCases.get(value, actor);
    const { hostname, app: appName } = mapping;
    return { dialog: siteDialog({ hostname, app: appName, channel: actor.channel }, [], translator) };
  });
  const askToUnmap = async (id: string, actor: Actor): Promise<Answer> => ({
    dialog: unmapDialog(await useCases.previewUnmap(id, actor), actor, translator),
  });
  onButton(app, context, UNMAP_ACTION, askToUnmap);
  const team = teamActions(context);
  onButton(app, context, MORE_ACTION, async (value, actor) => {
    const [, action, id = ''] = /^(\w+):(.*)$/.exec(value) ?? [];
    if (action === 'unmap') return askToUnmap(id, actor);
    const act = team.get(action ?? '');
    if (act) return act(id, actor);
    if (action !== 'history') return {};
    const { mapping } = await useCases.get(id, actor);
    return { now: await historyView(await useCases.history(mapping.hostname, 0, actor), translator) };
  });
  for (const [actionId, isApproved] of [
    [APPROVE_ACTION, true],
    [DECLINE_ACTION, false],
  ] as const)
    onButton(app, context, actionId, async (value, actor) => {
      await useCases.answerUnmap(value, isApproved, actor);
      return {};
    });

  onButton(app, context, WITHDRAW_ACTION, async (value, actor) => {
    await useCases.withdrawUnmap(value, actor);
    return {};
  });

  app.action(DASHBOARD_ACTION, async ({ ack }) => ack());
}

/**
 * Handles each button press once; `value` is the button's value. Acknowledges only after the work, so that Slack marks
 * a press that was never finished; if the work takes longer than Slack waits, says that it is under way.
 */
export function onButton(
  app: App,
  { responder, isRepeated, rateLimitWaitMs }: ListenerContext,
  actionId: string | RegExp,
  press: (value: string, actor: Actor) => Promise<Answer>,
): void {
  app.action<BlockAction<ButtonAction | OverflowAction>>(actionId, async ({ ack, body, action }) => {
    // Ignore repeats, and presses too fast to be intended.
    if (isRepeated(body.trigger_id) || rateLimitWaitMs(body.user.id) > 0) return ack();
    const { channel, user } = actionActor(body);
    const to = { channel, user };
    const { first, rest } = await responder.inTime(() => press(carriedBy(action), actionActor(body)));
    await ack();
    if (rest) await responder.follow(first, body.response_url, to);
    const answer = rest ? await rest : first;
    if (answer.dialog)
      await responder.follow(await responder.open(body.trigger_id, answer.dialog), body.response_url, to);
    await responder.follow(answer, body.response_url, to);
  });
}

const carriedBy = (action: ButtonAction | OverflowAction): string =>
  ('selected_option' in action ? action.selected_option.value : action.value) ?? '';
