import type { StoredMapping } from '../../store/store.js';
import { askedNow, withWww } from '../customer/message-now.js';
import { type TransitionDeps, transition } from '../shared/transition.js';

/** After the check: reminds the sender of a message that changed nothing. Does nothing before its time. */
export async function remindSender(deps: TransitionDeps, { mapping }: StoredMapping): Promise<void> {
  const { customerMessage } = mapping;
  if (customerMessage?.remindAt === undefined || deps.now() < customerMessage.remindAt) return;
  const asked = askedNow(deps, await withWww(deps.store, mapping));
  await transition(deps, mapping.id, { type: 'customer_message.compared', asked });
}
