import type { App, BlockAction, ButtonAction } from '@slack/bolt';
import type { Actor } from '../../../use-cases/actor.js';
import type { AuditFilter } from '../../../use-cases/reports/audit.js';
import { visitInTurns } from '../../../util/concurrency/event-loop.js';
import type { View } from '../../blocks/view.js';
import { sentence } from '../../views/answers/answers.js';
import { AUDIT_ACTION, AUDIT_FILES_ACTION, auditFiles, auditView } from '../../views/answers/audit.js';
import { REPAIR_ACTION, repairedView } from '../../views/answers/doctor.js';
import { HISTORY_ACTION, historyView } from '../../views/answers/history.js';
import { LIST_ACTION, listView } from '../../views/answers/list.js';
import { type PageRequest, parsePage } from '../../views/answers/paging.js';
import { actionActor } from '../actor.js';
import { parseAuditFilter } from '../arguments/audit-filter.js';
import { parseListFilter } from '../arguments/list-filter.js';
import { onButton } from './buttons.js';
import type { ListenerContext } from './context.js';

/** The buttons under answers: pages, an audit's files, the doctor's repairs. */
export function listenToAnswers(app: App, context: ListenerContext): void {
  const { useCases, translator, responder } = context;

  turnPages(LIST_ACTION, async ({ filter, offset }, actor) =>
    listView(
      await useCases.list(parseListFilter(filter, { translator, user: actor.user }), filter, offset, actor),
      translator,
    ),
  );
  turnPages(HISTORY_ACTION, async ({ filter, offset }, actor) =>
    historyView(await useCases.history(filter, offset, actor), translator),
  );
  turnPages(AUDIT_ACTION, async ({ filter, offset }, actor) =>
    auditView(await useCases.audit(filterOf(filter, actor), offset, actor), translator),
  );

  onButton(app, context, AUDIT_FILES_ACTION, async (value, actor) => {
    const entries = await useCases.auditAll(filterOf(parsePage(value)?.filter ?? '', actor), actor);
    const directMessage = await context.openDirectMessage(actor.user);
    const ids = new Set<string>();
    await visitInTurns(entries, ({ event, channel }) => ids.add(event.by).add(channel));
    const names = await context.namesOf([...ids]);
    await directMessage.attach(
      translator.t('audit.attached', { count: entries.length }),
      await auditFiles(entries, names, translator),
    );
    return { now: sentence(translator.t('audit.sent')) };
  });

  // Slack asks for confirmation before it sends the press.
  onButton(app, context, REPAIR_ACTION, async (id, actor) => ({
    later: async () => repairedView(await useCases.applyRepair(id, actor), translator),
  }));

  /** Paging buttons: each replaces the page it is on. */
  function turnPages(prefix: string, load: (page: PageRequest, actor: Actor) => Promise<View>): void {
    app.action<BlockAction<ButtonAction>>(new RegExp(`^${prefix}:`), async ({ ack, body, action }) => {
      await ack();
      const page = parsePage(action.value ?? '');
      if (!page || !body.response_url) return;
      const actor = actionActor(body);
      const answer = await responder.attempt(async () => ({ now: await load(page, actor) }));
      if (answer.now) await responder.replace(body.response_url, answer.now, actor);
    });
  }

  /** The button's value holds the typed arguments. */
  const filterOf = (words: string, { user }: Actor): AuditFilter =>
    parseAuditFilter(words.split(' ').filter(Boolean), { now: translator.now(), user }) ?? {};
}
