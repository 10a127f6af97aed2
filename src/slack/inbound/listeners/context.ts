import type { UseCases } from '../../../use-cases/use-cases.js';
import type { DirectMessage } from '../../outbound/direct-message.js';
import type { NamesOf } from '../../outbound/names.js';
import type { Command } from '../command.js';
import type { Responder, ResponderOptions } from '../responder.js';

/** What listeners work with. */
export interface ListenerOptions extends ResponderOptions {
  readonly useCases: UseCases;
  readonly commands: readonly Command[];
  readonly namesOf: NamesOf;
  readonly openDirectMessage: (user: string) => Promise<DirectMessage>;
  readonly settled: (mapping: string, timeoutMs: number) => Promise<void>;
  /** True if this delivery was seen before; records it. */
  readonly isRepeated: (deliveryId: string | undefined) => boolean;
  /** Counts an action of a user and returns how long they must wait before it, in ms. */
  readonly rateLimitWaitMs: (user: string) => number;
}

export type ListenerContext = ListenerOptions & { readonly responder: Responder };
