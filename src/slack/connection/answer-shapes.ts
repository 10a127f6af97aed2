import { z } from 'zod';
import { ChatError } from '../../core/ports/chat-error.js';

const text = z.string().optional();
const flag = z.boolean().optional();
const posted = z.looseObject({ ts: text, thread_ts: text });
const paged = { response_metadata: z.looseObject({ next_cursor: text }).optional() };
const messageList = z.looseObject({ ...paged, messages: z.array(posted) });
const conversation = z.looseObject({ id: text, name: text, is_member: flag, is_archived: flag });
const account = z.looseObject({
  id: text,
  team_id: text,
  locale: text,
  deleted: flag,
  is_bot: flag,
  is_restricted: flag,
  is_ultra_restricted: flag,
  enterprise_user: z.looseObject({ enterprise_id: text, teams: z.array(z.string()).optional() }).optional(),
});

/** What is read of Slack's answers, by method. The SDK's types promise more than anybody checks. */
const SHAPES: Readonly<Record<string, z.ZodType>> = {
  'auth.test': z.looseObject({
    user_id: text,
    user: text,
    bot_id: text,
    team: text,
    team_id: text,
    url: text,
  }),
  'chat.postMessage': z.looseObject({ ts: text, message: posted.optional() }),
  'users.info': z.looseObject({ user: account }),
  'users.conversations': z.looseObject({ ...paged, channels: z.array(conversation) }),
  'usergroups.users.list': z.looseObject({ users: z.array(z.string()) }),
  'usergroups.list': z.looseObject({ usergroups: z.array(z.looseObject({ id: z.string(), handle: text })) }),
  'conversations.info': z.looseObject({ channel: conversation }),
  'conversations.open': z.looseObject({ channel: z.looseObject({ id: z.string() }) }),
  'conversations.history': messageList,
  'conversations.replies': messageList,
};

/**
 * Throws `uncertain` for an answer with `ok: true` that isn't Slack's: a field of another type would be stored or shown,
 * and a missing list would count as an empty one.
 */
export function assertShape(method: string, answer: unknown): void {
  const shape = SHAPES[method];
  if (!shape || shape.safeParse(answer).success) return;
  throw new ChatError('uncertain', `Slack answered ${method} in an unknown format`);
}
