import type { WebClient } from '@slack/web-api';
import { z } from 'zod';
import type { Dispatcher } from '../../outbox/dispatcher.js';
import { fitView } from '../../slack/blocks/limits.js';
import { proposalView } from '../../slack/views/thread/proposal.js';
import type { Translator } from '../../slack/views/translator.js';
import { resolveCard } from '../../store/cards.js';
import { type DocumentKind, openDocument } from '../../store/documents.js';
import type { Ports } from '../../use-cases/ports.js';
import { notifyApprovers, openProposal, type Proposal } from '../../use-cases/worker/notify-approvers.js';
import type { Runtime } from '../runtime.js';
import {
  createHistorySearch,
  createOncePoster,
  type OncePost,
  postStates,
  RETRIED_CODES,
} from './post-once.js';

/** By event and person. */
const approverMessages = z.object({ messages: postStates });

const approverMessagesKind: DocumentKind<z.output<typeof approverMessages>> = {
  name: 'approver-messages',
  form: { schema: 1, migrations: new Map() },
  content: approverMessages,
};

const APPROVAL_EVENT_TYPE = 'domain_approval';
const APPROVAL_LIMITS = {
  maxStates: 5_000,
  maxTries: 8,
  backoff: { firstMs: 1_000, maxMs: 60_000 },
} as const;

export interface ApproverMessagesParts {
  readonly client: WebClient;
  readonly translator: Translator;
  readonly ports: Pick<Ports, 'preferences' | 'roles' | 'store'>;
  readonly dispatcher: Pick<Dispatcher, 'onReported'>;
}

export interface ApproverMessages {
  /** Sends what an earlier process did not. */
  start(): void;
  stop(): void;
}

/** Sends direct messages about an unmapping that waits, once its thread mentions those who may approve it. */
export function createApproverMessages(
  { clock, sleep, random, log }: Pick<Runtime, 'clock' | 'sleep' | 'random' | 'log'>,
  { client, translator, ports, dispatcher }: ApproverMessagesParts,
): ApproverMessages {
  const handle = openDocument(ports.store.documents, approverMessagesKind, 'slack');
  const isInHistory = createHistorySearch(client);
  const poster = createOncePoster({
    ...APPROVAL_LIMITS,
    failed: 'approver not yet notified',
    read: async () => (await handle.read())?.messages ?? {},
    write: (states) => handle.write({ messages: states }),
    afterFailure: (code) => (RETRIED_CODES.includes(code) ? 'retry' : 'settle'),
    now: clock.now,
    sleep,
    random,
    log,
  });

  function messageTo(user: string, id: string, { stored, event }: Proposal): OncePost {
    const direct = async () => (await client.conversations.open({ users: user })).channel?.id ?? '';
    return {
      isThere: async (since) => isInHistory(await direct(), id, since),
      async post() {
        const { text, blocks } = fitView(proposalView(stored, event, translator.about(stored.mapping.app)));
        const metadata = { event_type: APPROVAL_EVENT_TYPE, event_payload: { id } };
        const quiet = { unfurl_links: false, unfurl_media: false };
        await client.chat.postMessage({
          channel: await direct(),
          text,
          blocks: [...blocks],
          metadata,
          ...quiet,
        });
      },
    };
  }

  function send(user: string, proposal: Proposal): Promise<void> {
    const id = `${proposal.event.id} ${user}`;
    return poster.post(id, messageTo(user, id, proposal));
  }

  const notify = (proposal: Proposal): Promise<void> =>
    notifyApprovers({ ...ports, send, log }, proposal).catch((error: unknown) =>
      log.warn({ err: error, mapping: proposal.event.mapping }, 'approvers not notified'),
    );

  async function resume(): Promise<void> {
    if ((await ports.preferences.approvalMessages()).length === 0) return;
    if (!(await ports.store.isMine('approver messages'))) return;
    for await (const stored of ports.store.all()) {
      const event = openProposal(stored, clock.now());
      if (event) await notify({ stored: await resolveCard(ports.store, stored), event });
    }
  }

  dispatcher.onReported((stored, event) => {
    if (event.type === 'unmap.proposed') void notify({ stored, event });
  });
  return {
    start: () =>
      void resume().catch((error: unknown) => log.warn({ err: error }, 'approvals could not be checked')),
    stop: poster.stop,
  };
}
