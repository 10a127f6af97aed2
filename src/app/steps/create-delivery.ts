import { type DeliveryProblem, deliveryHealth } from '../../http/part-checks.js';
import type { Chat } from '../../outbox/chat.js';
import { createDispatcher, type DeliveryReport, type Dispatcher } from '../../outbox/dispatcher.js';
import { everySecond } from '../../scheduler/ticker.js';
import type { ChannelProblems } from '../../slack/inbound/channel-problems.js';
import type { Runtime } from '../runtime.js';
import type { Storage } from './create-storage.js';

/** Delivery of events to Slack, and its known faults. */
export function createDelivery(
  { clock, random, sleep, log, metrics, readiness, wakeUps }: Runtime,
  { store }: Storage,
  chat: Chat,
  channelProblems: ChannelProblems,
): Dispatcher {
  const noted = (work: Promise<void>) =>
    void work.catch((error: unknown) => log.warn({ err: error }, 'unusable channels could not be saved'));
  const dispatcher = createDispatcher({
    store,
    chat,
    wakeUp: wakeUps.deliveries,
    channels: {
      refused: (channel, error) => noted(channelProblems.refused(channel, error)),
      usable: (channel) => noted(channelProblems.postTaken(channel)),
    },
    metrics,
    ticker: everySecond,
    clock,
    random,
    sleep,
    log,
  });
  for (const channel of channelProblems.channels()) dispatcher.hold(channel);
  metrics.watch({
    deliveries: async () => {
      const { pending, oldest } = await dispatcher.report();
      return { pending, oldestMs: oldest ? Math.max(0, clock.now() - oldest.at) : 0 };
    },
  });
  readiness.register('delivery', () => deliveryHealth(deliveryProblemOf(dispatcher)));
  readiness.registerSide('undeliverable', async () => undeliverableMessage(await dispatcher.report()));
  return dispatcher;
}

function deliveryProblemOf(dispatcher: Dispatcher): DeliveryProblem | undefined {
  const problem = dispatcher.problem();
  return problem && { ...problem, isEverywhere: problem.code === 'unauthorised' };
}

function undeliverableMessage({ undeliverable }: DeliveryReport): string | undefined {
  const reasons = Object.entries(undeliverable);
  if (reasons.length === 0) return undefined;
  return `events that couldn’t be posted: ${reasons.map(([reason, count]) => `${count} (${reason})`).join(', ')}`;
}
