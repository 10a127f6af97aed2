import { elapsedMs } from '../../instant.js';
import type { Mapping } from '../../mapping.js';
import { type Context, type Step, unchanged } from '../step.js';

/** What happens between the agent and the customer. */
export type CustomerInput =
  /** An agent sent the message. See the event of the same name. */
  | {
      readonly type: 'customer_message.sent';
      readonly by: string;
      readonly topic: string;
      readonly language?: string | undefined;
      readonly asked: string;
      readonly remindMs: number | undefined;
    }
  /** What the message would ask for now; undefined if nothing. */
  | { readonly type: 'customer_message.compared'; readonly asked: string | undefined }
  /** The customer comes back from their DNS provider. */
  | {
      readonly type: 'domain_connect.returned';
      readonly outcome: 'approved' | 'cancelled' | 'failed';
      readonly dnsProvider: string;
      readonly code: string;
    };

export function decideCustomer(mapping: Mapping, input: CustomerInput, context: Context): Step {
  if (mapping.alias.intent === 'remove') return unchanged(mapping);
  switch (input.type) {
    case 'customer_message.sent':
      return sent(mapping, input, context);
    case 'customer_message.compared':
      return compared(mapping, input.asked, context);
    case 'domain_connect.returned':
      return returned(mapping, input, context);
  }
}

function sent(
  mapping: Mapping,
  { by, topic, language, asked, remindMs }: Extract<CustomerInput, { type: 'customer_message.sent' }>,
  { now }: Context,
): Step {
  const kept = {
    ...(language === undefined ? {} : { language }),
    ...(remindMs === undefined ? {} : { remindMs }),
  };
  const remindAt = remindMs === undefined ? undefined : now + remindMs;
  return {
    mapping: {
      ...mapping,
      customerMessage: { by, at: now, asked, ...kept, ...(remindAt === undefined ? {} : { remindAt }) },
      // A failed mapping that is no longer checked is checked once more.
      nextCheckAt: mapping.nextCheckAt ?? remindAt,
    },
    report: [['customer_message.sent', { topic, asked, ...kept }]],
  };
}

/** Reminds once if nothing has changed. A change starts the time again. */
function compared(mapping: Mapping, asked: string | undefined, { now }: Context): Step {
  const { customerMessage: message } = mapping;
  if (message?.remindAt === undefined || now < message.remindAt) return unchanged(mapping);
  const done = { ...message, remindAt: undefined };
  if (asked === undefined) return { mapping: { ...mapping, customerMessage: done }, report: [] };
  if (asked !== message.asked) {
    const remindAt = message.remindMs === undefined ? undefined : now + message.remindMs;
    return { mapping: { ...mapping, customerMessage: { ...message, asked, remindAt } }, report: [] };
  }
  const afterMs = elapsedMs(message.at, now);
  return {
    mapping: { ...mapping, customerMessage: done },
    report: [['customer_message.unanswered', { afterMs, sentBy: message.by }]],
  };
}

/** An approval is checked at once. */
function returned(
  mapping: Mapping,
  { outcome, dnsProvider, code }: Extract<CustomerInput, { type: 'domain_connect.returned' }>,
  { now }: Context,
): Step {
  switch (outcome) {
    case 'approved':
      return {
        mapping: { ...mapping, nextCheckAt: now },
        report: [['domain_connect.approved', { dnsProvider }]],
      };
    case 'cancelled':
      return { mapping, report: [['domain_connect.cancelled', { dnsProvider }]] };
    case 'failed':
      return { mapping, report: [['domain_connect.failed', { dnsProvider, code }]] };
  }
}
