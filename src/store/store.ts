import type { DomainEvent } from '../core/event.js';
import type { Mapping, Stage } from '../core/mapping.js';
import type { Documents, Journals } from './documents.js';

/** An event's way into Slack: pending until Slack has taken it. */
export interface OutboxEntry {
  readonly event: string;
  readonly attempts: number;
  /** Not before this moment, epoch ms. */
  readonly notBefore: number;
  /** How often Slack said no to it for good, of the attempts. */
  readonly refusals?: number | undefined;
}

/** An event that could not be told in the channel, and why: the store has it, and the queue went on. */
export interface Undeliverable {
  readonly event: string;
  /** Slack's name of the error, or our code for it: few different ones. */
  readonly reason: string;
  /** Epoch ms. */
  readonly at: number;
}

/** The mapping's root message. `ts` is absent until Slack has taken it. */
export interface Card {
  readonly channel: string;
  readonly ts?: string | undefined;
  /** The card before this one, whose thread may still be there. */
  readonly replaces?: string | undefined;
  /** Why there is a second card: absent when somebody deleted the first. */
  readonly replacedBecause?: 'locked' | undefined;
  /** The mapping's revision that the card shows; -1 before it is posted. */
  readonly shownRevision: number;
  /** No update before this moment, epoch ms. */
  readonly notBefore: number;
  /** Failed updates in a row. */
  readonly attempts?: number | undefined;
  /** Slack lets nobody edit the card any more: the stage that was told under it last. */
  readonly fixed?: { readonly stage: string } | undefined;
}

/** Everything kept of one mapping, written as one. */
export interface StoredMapping {
  /** Raised by the store at each save. */
  readonly version: number;
  readonly mapping: Mapping;
  /** Oldest first. */
  readonly events: readonly DomainEvent[];
  /** Pending only, oldest first. */
  readonly outbox: readonly OutboxEntry[];
  readonly card: Card;
  /** Event id to the `ts` of the message that told it. */
  readonly messages: Readonly<Record<string, string>>;
  /** The newest requests that changed the mapping, by Slack's ids of their deliveries, so that none counts twice. */
  readonly requests: readonly string[];
  /** How many events between the first and the rest were let go. */
  readonly compacted: number;
  /** The hash of the newest event that was let go: the oldest that was kept behind it points to it. */
  readonly anchor?: string | undefined;
  /** The newest events that could not be told. */
  readonly undeliverable?: readonly Undeliverable[] | undefined;
}

/** How far the channels are behind the store. */
export interface DeliverySummary {
  /** Events that wait to be told. */
  readonly pending: number;
  /** The mapping that has waited longest outside of the paused channels, and the time of its oldest event (epoch ms). */
  readonly oldest?: { readonly mapping: string; readonly at: number } | undefined;
  /** How many events could not be told, by reason. */
  readonly undeliverable: Readonly<Record<string, number>>;
}

export interface MappingQuery {
  readonly app?: string;
  /** Where the card is. */
  readonly channel?: string;
  readonly stage?: Stage;
  /** The whole hostname, in A-label form. */
  readonly hostname?: string;
  /** Part of the hostname, in A-label form. */
  readonly text?: string;
  /** Removed mappings are left out unless asked for by `stage`. */
  readonly offset: number;
  readonly limit: number;
}

export interface MappingPage {
  readonly mappings: readonly Mapping[];
  readonly total: number;
}

/** A mapping handed to one worker until `until` (epoch ms) or `release`. */
export interface Claim {
  readonly mapping: string;
  /** Tells this lease from a later one of the same mapping. */
  readonly token: string;
  readonly until: number;
  /** False for the first claim of its work in this process; true when an earlier try may have got somewhere. */
  readonly repeated: boolean;
}

/** Which work a claim is about; without one, all of it, longest overdue first. */
export interface ClaimFrom {
  readonly lane: string;
  /** No more of one app are held at any time. */
  readonly perApp: number;
  /** Ids that somebody waits for: they come first, due or not. */
  readonly first: readonly string[];
}

/** Overdue work of a lane that nobody holds. */
export interface Overdue {
  readonly lane: string;
  readonly queued: number;
  /** By how much the oldest is late. */
  readonly lateMs: number;
}

export interface SetAside {
  readonly file: string;
  readonly reason: string;
}

/**
 * Where mappings live. Fits files in one process as well as a database shared by replicas:
 * saves are conditional on the version, due work is claimed under a lease.
 */
export interface Store {
  load(id: string): Promise<StoredMapping | undefined>;
  /** The mapping of a hostname that is not removed; there is at most one. */
  findLive(hostname: string): Promise<StoredMapping | undefined>;
  /** Writes a first version. Throws `HostnameTaken` when it is live and another live mapping of the hostname exists. */
  create(stored: Omit<StoredMapping, 'version'>): Promise<StoredMapping>;
  /** Resolves when the disk has it. Throws `StaleVersion` when the record was saved by another since. */
  save(stored: StoredMapping): Promise<StoredMapping>;
  /** By hostname. */
  list(query: MappingQuery): Promise<MappingPage>;
  /** Every record that can be read, once, the removed ones too; those that come while it runs may be left out. */
  all(): AsyncIterable<StoredMapping>;
  /** How many live mappings wait for a check at some time. */
  watched(): Promise<number>;
  /**
   * Mappings whose `nextCheckAt` has come: longest overdue first, or with `from` those of one lane, each app in its turn.
   */
  claimChecks(now: number, limit: number, leaseMs: number, from?: ClaimFrom): Promise<Claim[]>;
  /** What is overdue and held by nobody, by lane. */
  overdueChecks(now: number): Promise<readonly Overdue[]>;
  /** One mapping for a check out of turn; undefined while another worker has it. */
  claimCheck(id: string, now: number, leaseMs: number): Promise<Claim | undefined>;
  /**
   * Mappings with a pending delivery or a stale card whose `notBefore` has come, oldest first. No more than
   * `perChannel` of a channel are claimed at any time, so that one with a long queue holds up no other; none of a
   * channel that `isPaused`.
   */
  claimOutbox(
    now: number,
    perChannel: number,
    leaseMs: number,
    isPaused?: (channel: string) => boolean,
  ): Promise<Claim[]>;
  /** `notBefore` (epoch ms): a pause before the same work is handed out again. */
  release(claim: Claim, notBefore?: number): Promise<void>;
  /** Releases a claimed delivery that is not to be claimed again before `notBefore` (epoch ms) unless the mapping is saved. */
  postponeDelivery(claim: Claim, notBefore: number): Promise<void>;
  deliverySummary(isPaused?: (channel: string) => boolean): Promise<DeliverySummary>;
  /** Settings and what else is kept besides mappings. */
  readonly documents: Documents;
  readonly journals: Journals;
  /** Files that can't be used: damaged ones were renamed out of the way, those of a newer version left as they are. */
  setAside(): readonly SetAside[];
  /** Throws when nothing can be written. */
  assertWritable(): Promise<void>;
  close(): Promise<void>;
}

export class StaleVersion extends Error {
  override readonly name = 'StaleVersion';
}

export class HostnameTaken extends Error {
  override readonly name = 'HostnameTaken';
  constructor(readonly existing: StoredMapping) {
    super(`${existing.mapping.hostname} is mapped already`);
  }
}
