import { z } from 'zod';

const atProvider = { dnsProvider: z.string() };

/** Events about the message for the customer, and what the customer did with its link. */
export const customerEvents = {
  /**
   * `topic`: what it says. `language`: a BCP 47 tag. `asked`: a hash of what it asks for. `remindMs`: when to remind the sender if nothing
   * changes; absent if it asks for nothing.
   */
  'customer_message.sent': z.object({
    topic: z.string(),
    language: z.string().optional(),
    asked: z.string().optional(),
    remindMs: z.number().optional(),
  }),
  /** The reminder. `sentBy`: a Slack user id. */
  'customer_message.unanswered': z.object({ afterMs: z.number(), sentBy: z.string() }),
  /** As the DNS provider reported it; the next check shows the result. */
  'domain_connect.approved': z.object(atProvider),
  'domain_connect.cancelled': z.object(atProvider),
  /** `code`: the protocol's error, such as `server_error`. */
  'domain_connect.failed': z.object({ ...atProvider, code: z.string() }),
};
