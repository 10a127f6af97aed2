export type ProviderErrorCode =
  | 'refused'
  | 'unauthorised'
  | 'unreachable'
  | 'timed-out'
  | 'http-status'
  | 'not-json'
  | 'wrong-shape';

/** A call to Closte that did not succeed. `message` never holds the key; `said` is Closte's own words, unescaped. */
export class ProviderError extends Error {
  override readonly name = 'ClosteError';
  constructor(
    readonly code: ProviderErrorCode,
    message: string,
    readonly facts: {
      /** Trying the same again later can help. */
      readonly retryable: boolean;
      /** A write may have been carried out all the same. */
      readonly outcomeUnknown: boolean;
      readonly said?: string;
      readonly status?: number;
      readonly cause?: unknown;
    },
  ) {
    super(message, { cause: facts.cause });
  }
}

/** The host's client API for one app. Hostnames in A-label form; every method throws `ClosteError`. */
export interface HostingProvider {
  /** `already`: Closte refused the alias but lists it. */
  addAlias(hostname: string): Promise<'added' | 'already'>;
  removeAlias(hostname: string): Promise<'removed' | 'already'>;
  /** `unreadable` when the answer's elements hold no names we can find: unknown, never absent. */
  listAliases(): Promise<readonly string[] | 'unreadable'>;
  /** Resolves when the key is good. */
  testConnection(): Promise<void>;
}
