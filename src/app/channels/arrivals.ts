import { z } from 'zod';
import { DAY_MS, instant } from '../../core/instant.js';
import { type DocumentKind, type Documents, openDocument } from '../../store/documents.js';
import type { Arrivals } from '../../use-cases/doctor/slack-checks.js';
import { limit } from '../../util/concurrency/queue.js';
import type { Log } from '../../util/log.js';

/** `command`: by its name, since another one proves nothing about this one. */
const arrived = z.object({
  command: z.object({ name: z.string(), at: instant }).optional(),
  messageAt: instant.optional(),
});
type Arrived = z.output<typeof arrived>;

const arrivalsKind: DocumentKind<Arrived> = {
  name: 'slack-arrivals',
  form: { schema: 1, migrations: new Map() },
  content: arrived,
};

export interface ArrivalsOf {
  /** Another installation or mode begins again. */
  readonly botUserId: string;
  readonly mode: 'socket' | 'http';
  /** The slash command's name, such as `/domain`. */
  readonly command: string;
}

const arrivalsKey = ({ botUserId, mode }: ArrivalsOf): string => `${botUserId}-${mode}`;

const arrivalsIn = (stored: Arrived | undefined, name: string): Arrivals => ({
  commandAt: stored?.command?.name === name ? stored.command.at : undefined,
  messageAt: stored?.messageAt,
});

/** What a bot has noted, for a program beside it. Throws what the documents throw. */
export const readArrivals = async (documents: Documents, of: ArrivalsOf): Promise<Arrivals> =>
  arrivalsIn(await openDocument(documents, arrivalsKind, arrivalsKey(of)).read(), of.command);

export interface ArrivalNotes {
  /** Call for each request, with its body. */
  note(body: unknown): void;
  arrivals(): Promise<Arrivals>;
}

/** Notes, at most once a day each, that commands and direct messages reach the bot: nothing else can show it. */
export function noteArrivals(
  documents: Documents,
  of: ArrivalsOf,
  { now, log }: { readonly now: () => number; readonly log: Log },
): ArrivalNotes {
  const handle = openDocument(documents, arrivalsKind, arrivalsKey(of));
  const inTurn = limit(1);
  const noted = new Map<keyof Arrived, number>();

  function note(body: unknown): void {
    const what = arrivalIn(body, of.command);
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
    }).catch((error: unknown) => log.warn({ err: error }, 'what arrived from Slack could not be noted'));
  }

  return {
    note,
    arrivals: () => inTurn(async () => arrivalsIn(await handle.read(), of.command)),
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

function arrivalIn(body: unknown, name: string): keyof Arrived | undefined {
  if (typedCommand.safeParse(body).data?.command === name) return 'command';
  return directMessage.safeParse(body).success ? 'messageAt' : undefined;
}
