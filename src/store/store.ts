import type { DomainEvent } from '../core/events/event.js';
import type { Judgement } from '../core/judgement.js';
import type { Mapping, MappingLinks, Stage } from '../core/mapping.js';
import type { Setback } from '../core/stage.js';
import type { Documents, Journals } from './documents.js';

/** An event to post to Slack; pending until Slack accepts it. */
export interface OutboxEntry {
  readonly event: string;
  readonly attempts: number;
  /** No attempt before this moment, epoch ms. */
  readonly notBefore: number;
  /** How many of the attempts Slack refused permanently. */
  readonly refusals?: number | undefined;
  /** Whether the card holds it, by the channel's setting when it happened; absent: as usual. */
  readonly isQuiet?: boolean | undefined;
  /** The end of the channel's quiet hours, epoch ms: no reply reports it before, unless somebody asks for something. */
  readonly heldUntil?: number | undefined;
}

/** An event that could not be posted, and why. The store keeps it, and the queue continues. */
export interface Undeliverable {
  readonly event: string;
  /** Slack's error name or our own code, to keep the set small. */
  readonly reason: string;
  /** Epoch ms. */
  readonly at: number;
}

/** A card that a later one replaced; its thread may still exist. */
export interface EarlierCard {
  readonly channel: string;
  readonly ts: string;
  readonly because: 'deleted' | 'locked' | 'moved' | 'joined';
  /** A moved or joined card has to point to the present one: failed attempts, and no attempt before this moment (epoch ms). */
  readonly pointer?: { readonly attempts: number; readonly notBefore: number } | undefined;
}

/** The mapping's root message. `ts` is absent until Slack has accepted it. */
export interface Card {
  readonly channel: string;
  readonly ts?: string | undefined;
  /** Oldest first. */
  readonly earlier?: readonly EarlierCard[] | undefined;
  /** The mapping's revision that the card shows; -1 before it is posted. */
  readonly shownRevision: number;
  /** No update before this moment, epoch ms. */
  readonly notBefore: number;
  /** Failed updates in a row. */
  readonly attempts?: number | undefined;
  /** Set when the card can't be edited any more: the stage last posted in its thread. */
  readonly fixed?: { readonly stage: string } | undefined;
}

/** Everything stored about one mapping, written as a unit. */
export interface StoredMapping {
  /** Raised by the store at each save. */
  readonly version: number;
  readonly mapping: Mapping;
  /** Oldest first. */
  readonly events: readonly DomainEvent[];
  /** Pending only, oldest first. */
  readonly outbox: readonly OutboxEntry[];
  readonly card: Card;
  /** Event id to the `ts` of its message. */
  readonly messages: Readonly<Record<string, string>>;
  /** Slack's ids of the latest requests that changed the mapping, to ignore repeated deliveries. */
  readonly requests: readonly string[];
  /** How many events after the first were dropped. */
  readonly compacted: number;
  /** The hash of the last dropped event, which the oldest event kept after it links to. */
  readonly anchor?: string | undefined;
  /** The latest events that could not be posted. */
  readonly undeliverable?: readonly Undeliverable[] | undefined;
}

/**
 * What replies take of a record: its mapping without observations, its latest message, and of its events those that are
 * pending or that a reply refers to (`replyPartOf`). A whole record is one, too.
 */
export type ReplyPart = Pick<
  StoredMapping,
  'version' | 'mapping' | 'events' | 'outbox' | 'card' | 'messages'
>;

/** How far the channels lag behind the store. */
export interface DeliverySummary {
  /** Pending events. */
  readonly pending: number;
  /**
   * The mapping that has waited longest outside the paused channels, and the time of its oldest event (epoch
   * ms).
   */
  readonly oldest?: { readonly mapping: string; readonly at: number } | undefined;
  /** Undeliverable events, by reason. */
  readonly undeliverable: Readonly<Record<string, number>>;
}

export interface MappingQuery {
  readonly app?: string;
  /** The card's channel. */
  readonly channel?: string;
  readonly stage?: Stage;
  /** The full hostname, in A-label form. */
  readonly hostname?: string;
  /** Part of the hostname, in A-label form. */
  readonly text?: string;
  /** Removed mappings are left out unless `stage` asks for them. */
  readonly offset: number;
  readonly limit: number;
}

export interface MappingPage {
  readonly mappings: readonly Mapping[];
  readonly total: number;
}

/** What lists, counts and the Home tab need to know of every mapping. Moments are epoch ms. */
export interface MappingSummary {
  readonly id: string;
  readonly hostname: string;
  readonly app: string;
  /** The mapping's channel. */
  readonly channel: string;
  readonly stage: Stage;
  /** What the states say is wrong; undefined also where an older version wrote it. */
  readonly setback: Setback | undefined;
  readonly requestedAt: number;
  /** The Slack user id of whoever takes care of it. */
  readonly responsible: string;
  readonly readyAt: number | undefined;
  /** When the certificate that is watched ends. */
  readonly certificateEnd: number | undefined;
  /** The names of the zone's DNS providers, in lower case. */
  readonly dnsProvider: string | undefined;
  /** As judged when it was written or read last; absent from a store that judges nothing. */
  readonly judgement: Judgement | undefined;
}

/** A mapping as far as a store knows it without its record. */
export type IndexedMapping = MappingSummary & MappingLinks;

/** Judges a mapping when it is written or read, for its summary; `before` counts on if only time can have ended it. */
export type Judge = (mapping: Mapping, before?: Judgement) => Judgement;

/** A mapping handed to one worker until `until` (epoch ms) or `release`. */
export interface Claim {
  readonly mapping: string;
  /** Distinguishes this lease from a later one of the same mapping. */
  readonly token: string;
  readonly until: number;
  /**
   * False for the first claim of this work in this process; true when an earlier attempt may have had an
   * effect.
   */
  readonly repeated: boolean;
  /** Of a delivery: its place, if the store knows it without reading the record. */
  readonly place?: DeliveryPlace | undefined;
}

/** The channel of a card, and the mapping whose card it is. */
export interface DeliveryPlace {
  readonly channel: string;
  readonly thread: string;
}

/** The lane to claim from; without one, all work, longest overdue first. */
export interface ClaimFrom {
  readonly lane: string;
  /** At most this many claims per app at any time. */
  readonly perApp: number;
  /** Ids that a person waits for: claimed first, due or not. */
  readonly first: readonly string[];
}

/** Overdue, unclaimed work of a lane. */
export interface Overdue {
  readonly lane: string;
  readonly queued: number;
  /** How late the oldest is, in ms. */
  readonly lateMs: number;
}

export interface SetAside {
  readonly file: string;
  readonly reason: string;
}

/**
 * Storage for mappings. Fits files in one process as well as a database shared by replicas: saves are
 * conditional on the version, and due work is claimed with a lease.
 */
export interface Store {
  load(id: string): Promise<StoredMapping | undefined>;
  /**
   * The live (not removed) mapping of a hostname; there is at most one. Throws `RecordUnreadable` where a record that can't
   * be read may be it; so do `findIndexed` and `create`.
   */
  findLive(hostname: string): Promise<StoredMapping | undefined>;
  /** What the store has indexed of the live mapping of a hostname: its record needn't be read. Read its fields at once. */
  findIndexed(hostname: string): Promise<IndexedMapping | undefined>;
  /** What `create` would throw about the record with this ID, if it is there but can't be read. */
  unreadable(id: string): Promise<RecordUnreadable | undefined>;
  /** Writes the first version. Throws `HostnameTaken` when another live mapping has the hostname. */
  create(stored: Omit<StoredMapping, 'version'>): Promise<StoredMapping>;
  /**
   * Resolves when the disk has it; a check without news (`uneventfulChange`) may follow within a second, since losing it
   * costs that check only. Throws `StaleVersion` when another writer saved the record in between.
   */
  save(stored: StoredMapping): Promise<StoredMapping>;
  /** The part of the record that replies take, or all of it: whichever costs less. */
  loadReplyPart(id: string): Promise<ReplyPart | undefined>;
  /**
   * Records the message with these events, whatever others saved in between. Resolves when the disk has it. Throws when
   * there is no such mapping.
   */
  markPosted(id: string, events: readonly string[], ts: string): Promise<ReplyPart>;
  /** Ordered by hostname. */
  list(query: MappingQuery): Promise<MappingPage>;
  /**
   * Live mappings, or those of a `stage`, in batches and no order, without reading records; mappings created
   * meanwhile may be left out. Each may stay current: read its fields rather than copy it.
   */
  summaries(query: Pick<MappingQuery, 'app' | 'stage'>): AsyncIterable<readonly MappingSummary[]>;
  /**
   * The app's live mappings, as a network or a list of aliases is compared with them. Each may stay current: read its fields
   * rather than copy it.
   */
  links(app: string): AsyncIterable<readonly MappingLinks[]>;
  /**
   * Calls with every mapping at once, and again whenever its summary changes; undefined: it is gone. A summary stays
   * current: read its fields rather than copy it. Absent from a store that other processes write, too.
   */
  readonly onSummary?: (listener: (id: string, summary: MappingSummary | undefined) => void) => void;
  /** Every readable record once, removed ones included; records created meanwhile may be left out. */
  all(): AsyncIterable<StoredMapping>;
  /** How many live mappings have a next check. */
  watched(): Promise<number>;
  /**
   * Mappings whose `nextCheckAt` has passed: longest overdue first, or with `from` those of one lane, the
   * apps in turn.
   */
  claimChecks(now: number, limit: number, leaseMs: number, from?: ClaimFrom): Promise<Claim[]>;
  /** Overdue, unclaimed checks, by lane. */
  overdueChecks(now: number): Promise<readonly Overdue[]>;
  /** Claims one mapping for a check out of turn; undefined while another worker holds it. */
  claimCheck(id: string, now: number, leaseMs: number): Promise<Claim | undefined>;
  /**
   * Mappings with a pending event or an outdated card whose `notBefore` has passed: replies before updates of cards,
   * each oldest first. Claims at most `perChannel` per channel, so that a long queue doesn't delay other channels, and
   * none of a channel that `isPaused`.
   */
  claimOutbox(
    now: number,
    perChannel: number,
    leaseMs: number,
    isPaused?: (channel: string) => boolean,
  ): Promise<Claim[]>;
  /** `notBefore` (epoch ms): no earlier claim of the same work. */
  release(claim: Claim, notBefore?: number): Promise<void>;
  /**
   * Releases a claimed delivery and blocks another claim before `notBefore` (epoch ms), unless the mapping is
   * saved.
   */
  postponeDelivery(claim: Claim, notBefore: number): Promise<void>;
  /** Whether a claimed delivery is still this process's: others take over what a stopped process had claimed. */
  isHeld(claim: Claim): Promise<boolean>;
  deliverySummary(isPaused?: (channel: string) => boolean): Promise<DeliverySummary>;
  /** The IDs of all mappings with a pending event, in no order. */
  pendingMappings(): Promise<readonly string[]>;
  /** Settings and other data besides mappings. */
  readonly documents: Documents;
  readonly journals: Journals;
  /**
   * Whether a duty that only one replica may have is this one's; it takes a duty that nobody has, and keeps it until it
   * closes or dies.
   */
  isMine(duty: string): Promise<boolean>;
  /** Unusable files: damaged ones were renamed, those of a newer version left unchanged. */
  setAside(): readonly SetAside[];
  /** Throws when writing fails. */
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

/** There is a record, perhaps a live one, that this version can’t read: its hostname is neither mapped nor free. */
export class RecordUnreadable extends Error {
  override readonly name = 'RecordUnreadable';
  /** `channel`: the mapping’s; empty if that can’t be read either. */
  constructor(
    readonly hostname: string,
    readonly channel: string,
  ) {
    super(`the record of ${hostname} can’t be read`);
  }
}
