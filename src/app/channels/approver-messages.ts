import type { WebClient } from '@slack/web-api';
import { z } from 'zod';
import type { Dispatcher } from '../../outbox/dispatcher.js';
import { fitView } from '../../slack/blocks/limits.js';
import { isProposal, proposalView } from '../../slack/views/thread/proposal.js';
import type { Translator } from '../../slack/views/translator.js';
import { resolveCard } from '../../store/cards.js';
import { type DocumentKind, openDocument } from '../../store/documents.js';
import type { Ports } from '../../use-cases/ports.js';
import { notifyApprovers, openProposal, type Proposal } from '../../use-cases/worker/notify-approvers.js';
import type { Runtime } from '../runtime.js';
import { createHistorySearch, createOncePoster, postStates, RETRIED_CODES } from './post-once.js';

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

type PosterRuntime = Pick<Runtime, 'clock' | 'sleep' | 'random' | 'log'>;

function createApprovalPoster(
  { clock, sleep, random, log }: PosterRuntime,
  { documents }: Pick<Ports['store'], 'documents'>,
) {
  const handle = openDocument(documents, approverMessagesKind, 'slack');
  return createOncePoster({
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
}

function messageAbout({ stored, event }: Proposal, id: string, translator: Translator) {
  const { text, blocks } = fitView(proposalView(stored, event, translator.about(stored.mapping.app)));
  return {
    text,
    blocks: [...blocks],
    metadata: { event_type: APPROVAL_EVENT_TYPE, event_payload: { id } },
    unfurl_links: false,
    unfurl_media: false,
  };
}

/** Sends direct messages about an unmapping that waits, once its thread mentions those who may approve it. */
export function createApproverMessages(
  runtime: PosterRuntime,
  { client, translator, ports, dispatcher }: ApproverMessagesParts,
): ApproverMessages {
  const { clock, log } = runtime;
  const poster = createApprovalPoster(runtime, ports.store);
  const isInHistory = createHistorySearch(client);

  function send(user: string, proposal: Proposal): Promise<void> {
    const id = `${proposal.event.id} ${user}`;
    const direct = async () => (await client.conversations.open({ users: user })).channel?.id ?? '';
    return poster.post(id, {
      isThere: async (since) => isInHistory(await direct(), id, since),
      post: async () => {
        await client.chat.postMessage({ channel: await direct(), ...messageAbout(proposal, id, translator) });
      },
    });
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

  dispatcher.onReported(isProposal, (stored, event) => void notify({ stored, event }));
  return {
    start: () =>
      void resume().catch((error: unknown) => log.warn({ err: error }, 'approvals could not be checked')),
    stop: poster.stop,
  };
}
