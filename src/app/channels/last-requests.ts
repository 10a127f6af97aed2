import { z } from 'zod';
import { DAY_MS, instant } from '../../core/instant.js';
import { type DocumentKind, type Documents, openDocument } from '../../store/documents.js';
import type { LastRequests } from '../../use-cases/doctor/slack-checks.js';
import { limit } from '../../util/concurrency/queue.js';
import type { Log } from '../../util/log.js';

/** `command`: by its name, since another one proves nothing about this one. */
const storedRequests = z.object({
  command: z.object({ name: z.string(), at: instant }).optional(),
  messageAt: instant.optional(),
});
type StoredRequests = z.output<typeof storedRequests>;

const lastRequestsKind: DocumentKind<StoredRequests> = {
  name: 'slack-arrivals',
  form: { schema: 1, migrations: new Map() },
  content: storedRequests,
};

export interface RequestsOf {
  /** Requests to another installation or mode prove nothing about this one. */
  readonly botUserId: string;
  readonly mode: 'socket' | 'http';
  /** The slash command's name, such as `/domain`. */
  readonly command: string;
}

const lastRequestsKey = ({ botUserId, mode }: RequestsOf): string => `${botUserId}-${mode}`;

const lastRequestsIn = (stored: StoredRequests | undefined, name: string): LastRequests => ({
  commandAt: stored?.command?.name === name ? stored.command.at : undefined,
  messageAt: stored?.messageAt,
});

/** What a bot has recorded, for a program beside it. Throws what the documents throw. */
export const readLastRequests = async (documents: Documents, of: RequestsOf): Promise<LastRequests> =>
  lastRequestsIn(await openDocument(documents, lastRequestsKind, lastRequestsKey(of)).read(), of.command);

export interface RequestTimes {
  /** Call for each request, with its body. */
  record(body: unknown): void;
  lastRequests(): Promise<LastRequests>;
}

/** Records, at most once a day each, that commands and direct messages reach the bot: nothing else can show it. */
export function recordRequests(
  documents: Documents,
  of: RequestsOf,
  { now, log }: { readonly now: () => number; readonly log: Log },
): RequestTimes {
  const handle = openDocument(documents, lastRequestsKind, lastRequestsKey(of));
  const inTurn = limit(1);
  const noted = new Map<keyof StoredRequests, number>();

  function record(body: unknown): void {
    const what = requestIn(body, of.command);
    if (!what) return;
    const at = now();
    if (at - (noted.get(what) ?? Number.NEGATIVE_INFINITY) < DAY_MS) return;
    noted.set(what, at);
    inTurn(async () => {
      const before = await handle.read();
      await handle.write({
        ...before,
        ...(what === 'command' ? { command: { name: of.command, at } } : { messageAt: at }),
      });
    }).catch((error: unknown) => log.warn({ err: error }, 'time of a Slack request not stored'));
  }

  return {
    record,
    lastRequests: () => inTurn(async () => lastRequestsIn(await handle.read(), of.command)),
  };
}

const typedCommand = z.object({ command: z.string() });
const directMessage = z.object({
  event: z.object({
    type: z.literal('message'),
    channel_type: z.literal('im'),
    bot_id: z.undefined().optional(),
    subtype: z.undefined().optional(),
  }),
});

function requestIn(body: unknown, name: string): keyof StoredRequests | undefined {
  if (typedCommand.safeParse(body).data?.command === name) return 'command';
  return directMessage.safeParse(body).success ? 'messageAt' : undefined;
}
