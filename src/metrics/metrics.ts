/** Whom a call goes to. */
export const parties = ['slack', 'hosting', 'wordpress'] as const;
export type Party = (typeof parties)[number];

/** How a call ended, in the words that the adapters' errors share; any other one is `failed`. */
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

/** A bounded queue of work with slots of its own. */
export interface LaneState {
  /** Such as `hosting`, `wordpress`, `checks`, `delivery`. */
  readonly lane: string;
  readonly inFlight: number;
  readonly queued: number;
  /** How long the oldest piece of due work has been waiting. */
  readonly latenessMs: number;
}

export interface MappingCount {
  readonly stage: string;
  readonly condition: string;
  readonly count: number;
}

/** What is read at each scrape. Every source is wired by whoever owns it; one that is not wired is not shown. */
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
 * What the product counts. Labels come from short fixed lists: no hostname, app, channel or person is ever one. Nothing here
 * throws or waits.
 */
export interface Metrics {
  /** `operation`: the method's name in our code or in Slack's API, never an argument. */
  called(party: Party, operation: string, outcome: Outcome, durationMs: number): void;
  checked(outcome: 'seen' | 'blind' | 'failed', durationMs: number): void;
  /** One finding of a check, by its code. */
  found(code: string): void;
  /** `reason`: a code of the chat port's errors. */
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
