import type { App, BlockAction, ButtonAction } from '@slack/bolt';
import type { Asker } from '../../service/asker.js';
import { actionAsker } from '../asker.js';
import type { Answer } from '../command.js';
import { CHECK_ACTION, DASHBOARD_ACTION, UNMAP_ACTION } from '../views/card.js';
import { CUSTOMER_ACTION, customerView } from '../views/customer.js';
import { unmapDialog } from '../views/dialog.js';
import { APPROVE_ACTION, DECLINE_ACTION } from '../views/reply.js';
import { statusView } from '../views/status.js';
import type { Desk } from './desk.js';

/** The buttons of a card and its thread. */
export function listenToButtons(app: App, desk: Desk): void {
  const { service, voice } = desk;

  onButton(app, desk, CHECK_ACTION, async (value, asker) => {
    const record = await service.check(value, asker);
    return { later: async () => statusView(await service.look(record), voice) };
  });
  onButton(app, desk, CUSTOMER_ACTION, async (value, asker) => ({
    now: customerView(await service.get(value, asker), voice),
  }));
  onButton(app, desk, UNMAP_ACTION, async (value, asker) => ({
    dialog: unmapDialog(await service.beforeUnmap(value, asker), asker.channel, voice),
  }));
  for (const [actionId, isApproved] of [
    [APPROVE_ACTION, true],
    [DECLINE_ACTION, false],
  ] as const)
    onButton(app, desk, actionId, async (value, asker) => {
      await service.answerUnmap(value, isApproved, asker);
      return {};
    });

  app.action(DASHBOARD_ACTION, async ({ ack }) => ack());
}

/** What a press does, once for each press; `value` is what the button carries. */
export function onButton(
  app: App,
  { answering, isRepeated, floodWaitMs }: Desk,
  actionId: string | RegExp,
  press: (value: string, asker: Asker) => Promise<Answer>,
): void {
  app.action<BlockAction<ButtonAction>>(actionId, async ({ ack, body, action }) => {
    await ack();
    // What came before, or comes too fast to be meant.
    if (isRepeated(body.trigger_id) || floodWaitMs(body.user.id) > 0) return;
    const answer = await answering.attempt(() => press(action.value ?? '', actionAsker(body)));
    const { channel, user } = actionAsker(body);
    const to = { channel, user };
    if (answer.dialog)
      await answering.follow(await answering.open(body.trigger_id, answer.dialog), body.response_url, to);
    await answering.follow(answer, body.response_url, to);
  });
}
