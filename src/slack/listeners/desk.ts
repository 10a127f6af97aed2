import type { DomainService } from '../../service/domain-service.js';
import type { Answering, AnsweringOptions } from '../answering.js';
import type { Command } from '../command.js';
import type { Mail } from '../mail.js';

/** What listeners work with. */
export interface ListenerOptions extends AnsweringOptions {
  readonly service: DomainService;
  readonly commands: readonly Command[];
  readonly openMail: (user: string) => Promise<Mail>;
  readonly settled: (mapping: string, timeoutMs: number) => Promise<void>;
  /** True when this delivery was seen before; remembers it. */
  readonly isRepeated: (deliveryId: string | undefined) => boolean;
  /** How long a user has to wait before the next thing, in ms; counts it. */
  readonly floodWaitMs: (user: string) => number;
}

export type Desk = ListenerOptions & { readonly answering: Answering };
