import type { EventOf } from '../../core/events/event.js';
import type { StoredMapping } from '../../store/store.js';
import { mayApprove } from '../authorize.js';
import type { Ports } from '../ports.js';

export type NotifyApproversDeps = Pick<Ports, 'preferences' | 'roles' | 'log'> & {
  /** Sends a person a link to the proposal, with its mapping. Throws when it can't be sent. */
  readonly send: (user: string, proposal: Proposal) => Promise<void>;
};

/** An unmapping that waits for a second person, once its thread says so. */
export interface Proposal {
  readonly stored: StoredMapping;
  readonly event: EventOf<'unmap.proposed'>;
}

/** The proposal that still waits for a second person and is in its thread. */
export function openProposal(
  { mapping, events, outbox }: StoredMapping,
  now: number,
): Proposal['event'] | undefined {
  if (!mapping.approval || mapping.approval.until <= now) return undefined;
  const event = events.findLast(({ type }) => type === 'unmap.proposed');
  const isPending = outbox.some((entry) => entry.event === event?.id);
  return event?.type === 'unmap.proposed' && !isPending ? event : undefined;
}

/** Tells those who want it and may approve it by direct message. A person who can't be reached delays nobody else. */
export async function notifyApprovers(deps: NotifyApproversDeps, proposal: Proposal): Promise<void> {
  const { preferences, roles, send, log } = deps;
  for (const user of await preferences.approvalMessages()) {
    if (user === proposal.event.by || !(await mayApprove(roles, user))) continue;
    await send(user, proposal).catch((error: unknown) =>
      log.warn({ err: error, user, mapping: proposal.event.mapping }, 'approver not notified'),
    );
  }
}
