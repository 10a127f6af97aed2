import type { UseCases } from '../../../use-cases/use-cases.js';
import type { DirectMessage } from '../../outbound/direct-message.js';
import type { Command } from '../command.js';
import type { Responder, ResponderOptions } from '../responder.js';

/** What listeners work with. */
export interface ListenerOptions extends ResponderOptions {
  readonly useCases: UseCases;
  readonly commands: readonly Command[];
  readonly openDirectMessage: (user: string) => Promise<DirectMessage>;
  readonly settled: (mapping: string, timeoutMs: number) => Promise<void>;
  /** True when this delivery was seen before; remembers it. */
  readonly isRepeated: (deliveryId: string | undefined) => boolean;
  /** How long a user has to wait before the next thing, in ms; counts it. */
  readonly rateLimitWaitMs: (user: string) => number;
}

export type ListenerContext = ListenerOptions & { readonly responder: Responder };
