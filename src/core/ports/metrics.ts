/** The system that is called. */
export const parties = ['slack', 'hosting', 'wordpress'] as const;
export type Party = (typeof parties)[number];

/** Outcome of a call, in the adapters' shared error codes; any other is `failed`. */
export const outcomes = [
  'ok',
  'refused',
  'unauthorised',
  'rate-limited',
  'timed-out',
  'unreachable',
  'http-status',
  'wrong-shape',
  'failed',
] as const;
export type Outcome = (typeof outcomes)[number];

/** A bounded queue of work with its own slots. */
export interface LaneState {
  /** Such as `hosting`, `wordpress`, `checks`, `delivery`. */
  readonly lane: string;
  readonly inFlight: number;
  readonly queued: number;
  /** How long the oldest due item has been waiting. */
  readonly latenessMs: number;
}

export interface MappingCount {
  readonly stage: string;
  readonly condition: string;
  readonly count: number;
}

/** Values read on each scrape. Each source is connected by its owner; an unconnected one isn't exported. */
export interface MetricSources {
  readonly lanes: () => Promise<readonly LaneState[]>;
  readonly mappings: () => Promise<readonly MappingCount[]>;
  readonly deliveries: () => Promise<{ readonly pending: number; readonly oldestMs: number }>;
  /** Since the start. */
  readonly droppedLogLines: () => number;
  /** The parts of readiness, by name. */
  readonly readiness: () => Promise<Readonly<Record<string, boolean>>>;
}

/**
 * The product's counters. Label values come from short fixed lists, never from hostnames, apps, channels or people.
 * Nothing here throws or waits.
 */
export interface Metrics {
  /** `operation`: the method's name in our code or in Slack's API, never an argument. */
  called(party: Party, operation: string, outcome: Outcome, durationMs: number): void;
  checked(outcome: 'seen' | 'blind' | 'failed', durationMs: number): void;
  /** One finding of a check, by its code. */
  found(code: string): void;
  /** `reason`: an error code of the chat port. */
  deliveryFailed(reason: string): void;
  delivered(): void;
  stored(outcome: 'ok' | 'failed', durationMs: number): void;
  watch(sources: Partial<MetricSources>): void;
}

export const noMetrics: Metrics = {
  called: () => undefined,
  checked: () => undefined,
  found: () => undefined,
  deliveryFailed: () => undefined,
  delivered: () => undefined,
  stored: () => undefined,
  watch: () => undefined,
};
