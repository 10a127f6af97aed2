import type { Dispatcher } from 'undici';
import type { ProviderFacts } from '../core/provider-facts.js';

export type ProviderErrorCode =
  | 'refused'
  | 'unauthorised'
  | 'unreachable'
  | 'timed-out'
  | 'http-status'
  | 'not-json'
  | 'wrong-shape';

/** A call to the hosting provider that did not succeed. `message` never holds the key; `said` is its own words, unescaped. */
export class ProviderError extends Error {
  override readonly name = 'ProviderError';
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

/** The host's client API for one app. Hostnames in A-label form; every method throws `ProviderError`. */
export interface HostingProvider {
  /** `already`: the provider refused the alias but lists it. */
  addAlias(hostname: string): Promise<'added' | 'already'>;
  removeAlias(hostname: string): Promise<'removed' | 'already'>;
  /** `unreadable` when the answer's elements hold no names we can find: unknown, never absent. */
  listAliases(): Promise<readonly string[] | 'unreadable'>;
  /** Resolves when the key is good. */
  testConnection(): Promise<void>;
}

/** How to reach the client API for one app. */
export interface ConnectOptions {
  /** Without its final slash. */
  readonly baseUrl: string;
  readonly apiKey: string;
  /** For a proxy; the provider brings an agent of its own unless given. */
  readonly dispatcher?: Dispatcher | undefined;
}

/** One hosting provider: all that the rest of the bot knows of it. See docs/recipes.md. */
export interface ProviderDefinition<Variable extends string = string> extends ProviderFacts<Variable> {
  /** What to do about each of its variables when it is wrong. */
  readonly fixes: Readonly<Record<Variable, string>>;
  /** Where its API is unless configured, without a final slash. */
  readonly apiUrl: string;
  /** What an app's id looks like; `problem` completes “VARIABLE …”. */
  readonly appId: { readonly form: RegExp; readonly problem: string };
  /** Changes that are sent in a minute at most, unless configured. */
  readonly changesPerMinute: number;
  /** What a server of its own says of itself in wp-config.php: the constant with its address, and the host of an app. */
  readonly wpConfig: { readonly address: string; readonly hostOf: (appId: string) => string };
  /** The page of an app's domains, for people. */
  dashboardUrl(appId: string): string;
  connect(options: ConnectOptions): HostingProvider;
}
