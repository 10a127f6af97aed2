import type { App, BlockAction, ButtonAction, ViewSubmitAction } from '@slack/bolt';
import type { ModalView } from '@slack/types';
import type { Log } from '../log.js';
import type { Asker } from '../service/asker.js';
import type { AuditFilter } from '../service/audit.js';
import type { DomainService } from '../service/domain-service.js';
import { UserError } from '../service/user-error.js';
import type { Afterwards } from './afterwards.js';
import { actionAsker, commandAsker, submissionAsker } from './asker.js';
import { parseAuditWords } from './audit-words.js';
import type { Answer, Command } from './command.js';
import type { Mail } from './mail.js';
import { route } from './router.js';
import type { View } from './view.js';
import { problemText, sentence } from './views/answers.js';
import { AUDIT_ACTION, AUDIT_FILES_ACTION, auditFiles, auditView } from './views/audit.js';
import { CHECK_ACTION, DASHBOARD_ACTION, UNMAP_ACTION } from './views/card.js';
import { CUSTOMER_ACTION, customerView } from './views/customer.js';
import { noticeDialog, parseOpened, UNMAP_DIALOG, unmapDialog } from './views/dialog.js';
import { HISTORY_ACTION, historyView } from './views/history.js';
import { LIST_ACTION, listView } from './views/list.js';
import { type PageRequest, parsePage } from './views/paging.js';
import { APPROVE_ACTION, DECLINE_ACTION } from './views/reply.js';
import { statusView } from './views/status.js';
import type { Voice } from './views/voice.js';

export const COMMAND = '/domain';
/** Slack waits 3 s for the acknowledgement: what is not ready by then is sent after it. */
const ACK_WITHIN_MS = 2_000;
const CARD_WITHIN_MS = 10_000;

export interface ListenerOptions {
  readonly service: DomainService;
  readonly commands: readonly Command[];
  readonly voice: Voice;
  /** Sends a view to a response URL; in place of the message that held the button when `replace` is set. */
  readonly respond: (responseUrl: string, view: View, how: 'anew' | 'replace') => Promise<void>;
  readonly openDialog: (triggerId: string, view: ModalView) => Promise<void>;
  readonly openMail: (user: string) => Promise<Mail>;
  readonly settled: (mapping: string, timeoutMs: number) => Promise<void>;
  /** True when this delivery was seen before; remembers it. */
  readonly isRepeated: (deliveryId: string) => boolean;
  /** How long a user has to wait before the next thing, in ms; counts it. */
  readonly floodWaitMs: (user: string) => number;
  readonly newIncident: () => string;
  readonly afterwards: Afterwards;
  readonly log: Log;
}

/** Connects what people type and press with the service. Every failure reaches the person who met it. */
export function registerListeners(app: App, options: ListenerOptions): void {
  const { service, voice, respond, isRepeated, floodWaitMs, afterwards } = options;

  app.command(COMMAND, async ({ ack, body }) => {
    afterwards.requested();
    if (isRepeated(body.trigger_id)) return ack();
    const waitMs = floodWaitMs(body.user_id);
    if (waitMs > 0) return ack({ ...payload(tooFast(waitMs)), response_type: 'ephemeral' });
    const working = attempt(() =>
      route(body.text ?? '', {
        asker: commandAsker(body),
        service,
        voice,
        commands: options.commands,
        settled: (mapping) => options.settled(mapping, CARD_WITHIN_MS),
        mail: (work) => mailTo(body.user_id, work),
      }),
    );
    const inTime = await within(working, ACK_WITHIN_MS);
    await (inTime?.now ? ack({ ...payload(inTime.now), response_type: 'ephemeral' }) : ack());
    const { now, dialog, later } = inTime ?? (await working);
    const left: Answer = { ...(inTime ? {} : { now }), later };
    if (dialog) await follow(await opened(body.trigger_id, dialog), body.response_url);
    if (left.now || left.later) await afterwards.run(() => follow(left, body.response_url));
  });

  app.action<BlockAction<ButtonAction>>(CHECK_ACTION, async ({ ack, body, action }) => {
    if (isIgnored(body)) return ack();
    const answer = await attempt(async () => {
      const record = await service.check(action.value ?? '', actionAsker(body));
      return { later: async () => statusView(await service.look(record), voice) };
    });
    await ack();
    await follow(answer, body.response_url);
  });

  app.action<BlockAction<ButtonAction>>(CUSTOMER_ACTION, async ({ ack, body, action }) => {
    await ack();
    if (isIgnored(body)) return;
    const answer = await attempt(async () => ({
      now: customerView(await service.get(action.value ?? '', actionAsker(body)), voice),
    }));
    await follow(answer, body.response_url);
  });

  app.action<BlockAction<ButtonAction>>(UNMAP_ACTION, async ({ ack, body, action }) => {
    await ack();
    if (isIgnored(body)) return;
    const asker = actionAsker(body);
    const answer = await attempt(async () => ({
      dialog: unmapDialog(await service.beforeUnmap(action.value ?? '', asker), asker.channel, voice),
    }));
    const shown = answer.dialog ? await opened(body.trigger_id, answer.dialog) : answer;
    await follow(shown, body.response_url);
  });

  for (const [actionId, isApproved] of [
    [APPROVE_ACTION, true],
    [DECLINE_ACTION, false],
  ] as const)
    app.action<BlockAction<ButtonAction>>(actionId, async ({ ack, body, action }) => {
      await ack();
      if (isIgnored(body)) return;
      const answer = await attempt(async () => {
        await service.answerUnmap(action.value ?? '', isApproved, actionAsker(body));
        return {};
      });
      await follow(answer, body.response_url);
    });

  turnPages(LIST_ACTION, async ({ filter, offset }, asker) =>
    listView(await service.list(filter, offset, asker), voice),
  );
  turnPages(HISTORY_ACTION, async ({ filter, offset }, asker) =>
    historyView(await service.history(filter, offset, asker), voice),
  );

  turnPages(AUDIT_ACTION, async ({ filter, offset }, asker) =>
    auditView(await service.audit(filterOf(filter, asker), offset, asker), voice),
  );

  app.action<BlockAction<ButtonAction>>(AUDIT_FILES_ACTION, async ({ ack, body, action }) => {
    await ack();
    if (isIgnored(body)) return;
    const asker = actionAsker(body);
    const answer = await attempt(async () => {
      const entries = await service.auditAll(
        filterOf(parsePage(action.value ?? '')?.filter ?? '', asker),
        asker,
      );
      const mail = await options.openMail(asker.user);
      await mail.attach(voice.say('audit.attached', { count: entries.length }), auditFiles(entries, voice));
      return { now: sentence(voice.say('audit.sent')) };
    });
    await follow(answer, body.response_url);
  });

  app.action(DASHBOARD_ACTION, async ({ ack }) => ack());

  app.view<ViewSubmitAction>(UNMAP_DIALOG, async ({ ack, body, view }) => {
    const answer = await attempt(async () => {
      const { mapping = '', channel = '' } = parseOpened(view.private_metadata) ?? {};
      await service.unmap(mapping, submissionAsker(body, channel));
      return {};
    });
    if (!answer.now) return ack();
    await ack({ response_action: 'update', view: noticeDialog(answer.now.text, voice) });
  });

  /** Buttons that put another page in the place of the one they stand on. */
  function turnPages(prefix: string, load: (page: PageRequest, asker: Asker) => Promise<View>): void {
    app.action<BlockAction<ButtonAction>>(new RegExp(`^${prefix}:`), async ({ ack, body, action }) => {
      await ack();
      const page = parsePage(action.value ?? '');
      if (!page || !body.response_url) return;
      const answer = await attempt(async () => ({ now: await load(page, actionAsker(body)) }));
      if (answer.now) await send(body.response_url, answer.now, 'replace');
    });
  }

  /** A button carries the words that were typed. */
  const filterOf = (words: string, { user }: Asker): AuditFilter =>
    parseAuditWords(words.split(' ').filter(Boolean), { now: voice.now(), user }) ?? {};

  /** What goes wrong is told in the direct message, too. */
  async function mailTo(user: string, work: (mail: Mail) => Promise<void>): Promise<void> {
    const mail = await options.openMail(user);
    const working = attempt(async () => {
      await work(mail);
      return {};
    });
    working
      .then(({ now }) => now && mail.show(now))
      .catch((error: unknown) => options.log.warn({ err: error }, 'a direct message could not be sent'));
  }

  /** What came before, or comes too fast to be meant. */
  const isIgnored = ({ trigger_id, user }: BlockAction): boolean =>
    isRepeated(trigger_id) || floodWaitMs(user.id) > 0;

  const tooFast = (waitMs: number): View =>
    sentence(voice.say('problem.too-fast', { duration: voice.duration(waitMs) }));

  /** Runs a piece of work; what goes wrong becomes the answer. */
  async function attempt(work: () => Promise<Answer>): Promise<Answer> {
    try {
      return await work();
    } catch (error) {
      return { now: sentence(failureText(error)) };
    }
  }

  const opened = (triggerId: string, dialog: ModalView): Promise<Answer> =>
    attempt(async () => {
      await options.openDialog(triggerId, dialog);
      return {};
    });

  /** Sends what did not go out with the acknowledgement. */
  async function follow({ now, later }: Answer, responseUrl: string | undefined): Promise<void> {
    if (!responseUrl) return;
    if (now) await send(responseUrl, now, 'anew');
    if (!later) return;
    const outcome = await attempt(async () => {
      const view = await later();
      return view ? { now: view } : {};
    });
    if (outcome.now) await send(responseUrl, outcome.now, 'anew');
  }

  async function send(responseUrl: string, view: View, how: 'anew' | 'replace'): Promise<void> {
    try {
      await respond(responseUrl, view, how);
    } catch (error) {
      options.log.warn({ err: error }, 'an answer could not be sent to the person who asked');
    }
  }

  function failureText(error: unknown): string {
    if (error instanceof UserError) return problemText(error.problem, voice);
    const incident = options.newIncident();
    options.log.error({ err: error, incident }, 'a request failed');
    return voice.say('problem.incident', { incident });
  }
}

const payload = ({ text, blocks }: View) => ({ text, blocks: [...blocks] });

/** Undefined when the work takes longer. */
async function within<Result>(work: Promise<Result>, ms: number): Promise<Result | undefined> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), ms);
  });
  const result = await Promise.race([work, late]);
  clearTimeout(timer);
  return result;
}
