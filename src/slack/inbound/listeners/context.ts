import type { ModalView } from '@slack/types';
import type { UseCases } from '../../../use-cases/use-cases.js';
import type { NamesOf } from '../../outbound/names.js';
import type { AnswerPerson, ReplyIn } from '../../outbound/personal/answer-person.js';
import type { DirectMessage } from '../../outbound/personal/direct-message.js';
import type { Homes } from '../../outbound/personal/homes.js';
import type { TranslatorAt } from '../../views/translator.js';
import type { Command } from '../command.js';
import type { ListReader } from '../listed-rows.js';
import type { Responder, ResponderOptions } from '../responder.js';

/** What listeners work with. */
export interface ListenerOptions extends ResponderOptions {
  readonly useCases: UseCases;
  /** Absent where there is one language. */
  readonly translatorAt?: TranslatorAt;
  readonly commands: readonly Command[];
  readonly namesOf: NamesOf;
  /** Answers one person where there is no response URL. */
  readonly answerPerson: AnswerPerson;
  readonly homes: Pick<Homes, 'open'>;
  /** Posts in a channel, or in a thread. */
  readonly reply: ReplyIn;
  /** Changes an open dialog, by our own ID; resolves with whether it was still open. */
  readonly updateDialog: (externalId: string, view: ModalView) => Promise<boolean>;
  /** Changes an open dialog, by Slack's ID. */
  readonly changeDialog: (viewId: string, view: ModalView) => Promise<void>;
  readonly lists: ListReader;
  readonly newId: () => string;
  readonly openDirectMessage: (user: string) => Promise<DirectMessage>;
  readonly settled: (mapping: string, timeoutMs: number) => Promise<void>;
  /** True if this delivery was seen before; records it. */
  readonly isRepeated: (deliveryId: string | undefined) => boolean;
  /** Counts an action of a user and returns how long they must wait before it, in ms. */
  readonly rateLimitWaitMs: (user: string) => number;
}

export type ListenerContext = ListenerOptions & { readonly responder: Responder };
