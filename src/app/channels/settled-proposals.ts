import type { WebClient } from '@slack/web-api';
import { loadThread } from '../../outbox/card-thread.js';
import { membersOf } from '../../outbox/chat.js';
import type { Dispatcher } from '../../outbox/dispatcher.js';
import { fitView } from '../../slack/blocks/limits.js';
import { type Decided, isDecided, proposalOf } from '../../slack/views/thread/proposal.js';
import { replyView } from '../../slack/views/thread/reply.js';
import type { TranslatorAt } from '../../slack/views/translator.js';
import { messagePlace } from '../../store/cards.js';
import type { Store, StoredMapping } from '../../store/store.js';
import type { Log } from '../../util/log.js';

export interface SettledProposalsParts {
  readonly client: WebClient;
  readonly translatorAt: TranslatorAt;
  readonly store: Store;
  readonly dispatcher: Pick<Dispatcher, 'onReported'>;
  readonly log: Log;
}

/**
 * Takes the buttons off a proposed unmapping once its thread says how it ended, and names who decided. Buttons that stay
 * because Slack failed do no harm: whoever presses one reads that the request is closed.
 */
export function settleProposals({
  client,
  translatorAt,
  store,
  dispatcher,
  log,
}: SettledProposalsParts): void {
  async function settle(stored: StoredMapping, decided: Decided): Promise<void> {
    const proposal = proposalOf(stored.events, decided);
    const ts = proposal && stored.messages[proposal.id];
    const thread = ts === undefined ? undefined : await loadThread((id) => store.load(id), stored);
    if (!thread || ts === undefined) return;
    const { mapping, card } = thread.main;
    const events = membersOf(thread).flatMap((each) =>
      each.events.filter(({ id }) => each.messages[id] === ts),
    );
    const { text, blocks } = fitView(replyView(thread, events, translatorAt(mapping)));
    const { channel } = messagePlace(card, ts) ?? card;
    // Omitted metadata keeps its value.
    await client.chat.update({ channel, ts, text, blocks: [...blocks] });
  }

  dispatcher.onReported(isDecided, (stored, event) => {
    settle(stored, event).catch((error: unknown) =>
      log.warn({ err: error, mapping: event.mapping }, 'the buttons of a proposal could not be removed'),
    );
  });
}
