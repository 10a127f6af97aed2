import type { App } from '@slack/bolt';
import { z } from 'zod';
import { displayName } from '../../../core/hostname.js';
import { mentionedHostnames } from '../../../core/hostname-lists.js';
import { typedWords } from '../../../core/typed-text.js';
import type { Actor } from '../../../use-cases/actor.js';
import { UserError } from '../../../use-cases/errors.js';
import { PAGE_SIZE } from '../../../use-cases/reports/list.js';
import type { View } from '../../blocks/view.js';
import { sentence } from '../../views/answers/answers.js';
import { listLine } from '../../views/answers/list.js';
import { statusView } from '../../views/answers/status.js';
import { linesView } from '../../views/home.js';
import type { Answer } from '../command.js';
import { isCommandWord, viewsOf } from '../command.js';
import { commandRunner } from './commands.js';
import type { ListenerContext } from './context.js';
import { type BroughtFile, isList, offerFor } from './shared-files.js';

/** One message that people wrote to the bot. */
interface Written {
  readonly user: string;
  readonly team: string;
  readonly channel: string;
  readonly ts: string;
  readonly threadTs: string | undefined;
  readonly text: string;
  readonly files: readonly BroughtFile[];
}

const messageEvent = z.object({
  user: z.string(),
  channel: z.string(),
  ts: z.string(),
  thread_ts: z.string().optional(),
  text: z.string().catch(''),
  /** Of a deleted or hidden one Slack names little. */
  files: z.array(z.object({ id: z.string(), name: z.string().catch('') })).catch([]),
  /** Edits, deletions and Slack's own messages have others. */
  subtype: z.enum(['file_share', 'thread_broadcast']).optional(),
  /** Set when an app wrote it, ours included. */
  bot_id: z.undefined().optional(),
});

/** What a person wrote; undefined for all other events. */
function readMessage(event: unknown): Omit<Written, 'team'> | undefined {
  const { success, data } = messageEvent.safeParse(event);
  if (!success) return undefined;
  const { user, channel, ts, thread_ts: threadTs, text, files } = data;
  return { user, channel, ts, threadTs, text, files };
}

const MENTIONS = /<@[UW][A-Z0-9]+(?:\|[^>]*)?>/g;

/** Answers mentions in their thread, and direct messages, where commands work without their slash, too. */
export function listenToMessages(app: App, context: ListenerContext): void {
  const { isRepeated } = context;
  const run = commandRunner(context);

  app.event('app_mention', async ({ event, body }) => {
    const written = readMessage(event);
    if (!written || isRepeated(body.event_id)) return;
    const statuses: MessageWork = (text, actor) => statusAnswer(context, text, actor);
    const threadTs = written.threadTs ?? written.ts;
    await answerMessage(context, { ...written, threadTs, team: body.team_id }, statuses);
  });

  app.event('message', async ({ event, body }) => {
    const written = event.channel_type === 'im' ? readMessage(event) : undefined;
    if (!written || isRepeated(body.event_id)) return;
    await answerMessage(context, { ...written, team: body.team_id }, talk);
  });

  /** A command, or a question about domains. */
  async function talk(text: string, actor: Actor): Promise<Answer> {
    const [first = ''] = typedWords(text);
    if (isCommandWord(first.replace(/^\//, ''), context.commands))
      return run(text.trim().replace(/^\//, ''), actor);
    return statusAnswer(context, text, actor);
  }
}

type MessageWork = (text: string, actor: Actor) => Promise<Answer>;

/** Each view is a message of its own, in the thread if the message was in one. */
async function answerMessage(context: ListenerContext, written: Written, work: MessageWork): Promise<void> {
  const { translator, responder, reply, answerPerson, rateLimitWaitMs, log } = context;
  const { user, team, channel, ts, threadTs } = written;
  if (rateLimitWaitMs(user) > 0) return;
  const actor = { user, team, channel, isDirect: channel.startsWith('D'), requestId: `${channel}.${ts}` };
  const text = written.text.replaceAll(MENTIONS, ' ');
  const first = await responder.attempt(() =>
    fileOrWords(context, { text, files: written.files }, actor, work),
  );
  const { dialog, later } = first;
  await answerWith(first);
  if (dialog) await answer(sentence(translator.t('message.no-dialog')));
  if (!later) return;
  const failed = await responder.attempt(async () => {
    for (const view of viewsOf(await later())) await answer(view);
    return {};
  });
  await answerWith(failed);

  async function answerWith({ now, isDenied }: Answer): Promise<void> {
    if (now) await (isDenied ? posted(answerPerson({ user, channel, threadTs }, now)) : answer(now));
  }

  function answer(view: View): Promise<void> {
    return posted(reply({ channel, threadTs }, view));
  }

  async function posted(posting: Promise<void>): Promise<void> {
    await posting.catch((error: unknown) =>
      log.warn({ err: error, channel }, 'an answer could not be posted'),
    );
  }
}

/** A list is what the message is about, unless its words name domains; so is any file without words. */
async function fileOrWords(
  context: ListenerContext,
  { text, files }: Pick<Written, 'text' | 'files'>,
  actor: Actor,
  work: MessageWork,
): Promise<Answer> {
  const isAboutFile = files.some(isList) || (files.length > 0 && text.trim() === '');
  if (!isAboutFile || mentionedHostnames(text).length > 0) return work(text, actor);
  return { now: await offerFor(files, context, actor) };
}

async function statusAnswer(context: ListenerContext, text: string, actor: Actor): Promise<Answer> {
  const { useCases, translator } = context;
  const hostnames = mentionedHostnames(text);
  if (hostnames.length === 0) return { now: sentence(translator.t('message.help')) };
  const [first = '', ...others] = hostnames;
  if (others.length > 0) return statusLines(context, hostnames, actor);
  return { later: async () => statusView(await useCases.status(first, actor), translator) };
}

/** One line for each of several, in one message; the rest is left to the search. */
async function statusLines(
  context: ListenerContext,
  hostnames: readonly string[],
  actor: Actor,
): Promise<Answer> {
  const [first = '', ...others] = hostnames.slice(0, PAGE_SIZE);
  const lineFor = (hostname: string): Promise<Answer> =>
    context.responder.attempt(async () => ({ now: sentence(await statusLine(context, hostname, actor)) }));
  const answer = await lineFor(first);
  if (answer.isDenied) return answer;
  const answers = [answer, ...(await Promise.all(others.map(lineFor)))];
  // What isn't about one hostname is said once.
  const lines = [...new Set(answers.flatMap(({ now }) => (now ? [now.text] : [])))];
  return { now: linesView(lines, hostnames.length - answers.length, context.translator) };
}

async function statusLine(
  { useCases, translator }: ListenerContext,
  hostname: string,
  actor: Actor,
): Promise<string> {
  try {
    const { stored } = await useCases.status(hostname, actor);
    return listLine(stored, translator);
  } catch (error) {
    const isMissing = error instanceof UserError && error.problem.code === 'not-mapped';
    if (!isMissing) throw error;
    return translator.t('batch.line.not-mapped', { hostname: displayName(hostname) });
  }
}
