import type { WebClient } from '@slack/web-api';
import type { Dispatcher } from '../../outbox/dispatcher.js';
import { chatErrorOf } from '../../slack/outbound/errors.js';
import { openDirectMessage } from '../../slack/outbound/personal/direct-message.js';
import { proposalView } from '../../slack/views/thread/reply.js';
import type { Translator } from '../../slack/views/translator.js';
import type { Ports } from '../../use-cases/ports.js';
import { type Proposal, tellApprovers } from '../../use-cases/worker/tell-approvers.js';
import { backoffMs } from '../../util/clock.js';
import type { Runtime } from '../runtime.js';

const MAX_MESSAGE_TRIES = 5;
const MESSAGE_BACKOFF = { firstMs: 1_000, maxMs: 30_000 } as const;

export interface ApproverMessagesParts {
  readonly client: WebClient;
  readonly translator: Translator;
  readonly ports: Pick<Ports, 'preferences' | 'roles'>;
  readonly dispatcher: Pick<Dispatcher, 'onReported'>;
}

/** Sends direct messages about an unmapping that waits, once its thread mentions those who may approve it. */
export function sendApproverMessages(
  { clock, sleep, random, log }: Pick<Runtime, 'clock' | 'sleep' | 'random' | 'log'>,
  { client, translator, ports, dispatcher }: ApproverMessagesParts,
): void {
  async function send(user: string, { stored, event }: Proposal): Promise<void> {
    const view = proposalView(stored, event, translator.about(stored.mapping.app));
    for (let tries = 1; ; tries++) {
      try {
        return await (await openDirectMessage(client, user, clock.now)).show(view);
      } catch (error) {
        const { code, facts } = chatErrorOf(error);
        const isPassing = code === 'unavailable' || code === 'rate-limited';
        // After an uncertain post a second message would say the same again.
        if (!isPassing || tries >= MAX_MESSAGE_TRIES) throw error;
        await sleep(facts.retryAfterMs ?? backoffMs(tries, MESSAGE_BACKOFF, random()));
      }
    }
  }

  dispatcher.onReported((stored, event) => {
    if (event.type !== 'unmap.proposed') return;
    tellApprovers({ ...ports, send, log }, { stored, event }).catch((error: unknown) =>
      log.warn({ err: error, mapping: event.mapping }, 'approvers could not be told'),
    );
  });
}
