import type { Dispatcher } from 'undici';
import type { ProviderFacts } from '../core/ports/provider-facts.js';
import type { LongList } from '../util/parted-list.js';

export type ProviderErrorCode =
  | 'refused'
  | 'unauthorised'
  | 'unreachable'
  | 'timed-out'
  | 'http-status'
  | 'not-json'
  | 'wrong-shape';

/**
 * A failed call to the hosting provider. `message` never holds the key; `said` is the provider's own message,
 * unescaped.
 */
export class ProviderError extends Error {
  override readonly name = 'ProviderError';
  constructor(
    readonly code: ProviderErrorCode,
    message: string,
    readonly facts: {
      /** Retrying can help. */
      readonly retryable: boolean;
      /** A write may have succeeded despite the error. */
      readonly outcomeUnknown: boolean;
      readonly said?: string;
      readonly status?: number;
      readonly cause?: unknown;
    },
  ) {
    super(message, { cause: facts.cause });
  }
}

/** The hosting provider's client API for one app. Hostnames in A-label form; every method throws `ProviderError`. */
export interface HostingProvider {
  /** `already`: the provider refused the alias but lists it. */
  addAlias(hostname: string): Promise<'added' | 'already'>;
  removeAlias(hostname: string): Promise<'removed' | 'already'>;
  /** `unreadable` if the response's elements hold no recognisable names: unknown, never absent. */
  listAliases(): Promise<LongList<string> | 'unreadable'>;
  /** Resolves if the key is valid. */
  testConnection(): Promise<void>;
}

/** Of a provider's connections, with a proxy or without. The largest answer is a list of 100,000 aliases. */
export const providerLimits = { maxResponseSize: 16 * 2 ** 20, connections: 4 } as const;

/** Connection of the client API for one app. */
export interface ConnectOptions {
  /** Without its trailing slash. */
  readonly baseUrl: string;
  readonly apiKey: string;
  /** For a proxy; default: the provider's own agent. */
  readonly dispatcher?: Dispatcher | undefined;
}

/** One hosting provider: everything the rest of the bot knows about it. See docs/recipes.md. */
export interface ProviderDefinition<Variable extends string = string> extends ProviderFacts<Variable> {
  /** What to do about each of its variables when it is wrong. */
  readonly fixes: Readonly<Record<Variable, string>>;
  /** Default URL of its API, without a trailing slash. */
  readonly apiUrl: string;
  /** The format of an app's ID; `problem` completes "VARIABLE …". */
  readonly appId: { readonly form: RegExp; readonly problem: string };
  /** Default limit on changes a minute. */
  readonly changesPerMinute: number;
  /** What one of its servers reveals in wp-config.php: the constant with its address, and an app's host. */
  readonly wpConfig: { readonly address: string; readonly hostOf: (appId: string) => string };
  /** Dashboard page of an app's domains, for people. */
  dashboardUrl(appId: string): string;
  connect(options: ConnectOptions): HostingProvider;
}

/**
 * The same provider for an app with hostnames of its own, such as the subdomains of its network: it serves those without
 * an alias and refuses one. They count as added already, and removed already; nothing is sent.
 */
export function withOwnNames(
  provider: HostingProvider,
  isOwnName: (hostname: string) => boolean,
): HostingProvider {
  return {
    ...provider,
    addAlias: async (hostname) => (isOwnName(hostname) ? 'already' : provider.addAlias(hostname)),
    removeAlias: async (hostname) => (isOwnName(hostname) ? 'already' : provider.removeAlias(hostname)),
  };
}
