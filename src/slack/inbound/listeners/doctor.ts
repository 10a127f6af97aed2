import type { App } from '@slack/bolt';
import { REPAIR_ACTION, repairedView } from '../../views/answers/doctor.js';
import { onButton } from './buttons.js';
import type { ListenerContext } from './context.js';

/** The doctor's buttons. Slack asks for confirmation before it sends the press. */
export function listenToDoctor(app: App, context: ListenerContext): void {
  const { useCases, translator } = context;
  onButton(app, context, REPAIR_ACTION, async (id, actor) => ({
    later: async () => repairedView(await useCases.applyRepair(id, actor), translator),
  }));
}
