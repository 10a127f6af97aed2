import type { App, BlockAction, ButtonAction } from '@slack/bolt';
import type { Asker } from '../../service/asker.js';
import type { AuditFilter } from '../../service/audit.js';
import { actionAsker } from '../asker.js';
import { parseAuditWords } from '../audit-words.js';
import type { View } from '../view.js';
import { sentence } from '../views/answers.js';
import { AUDIT_ACTION, AUDIT_FILES_ACTION, auditFiles, auditView } from '../views/audit.js';
import { HISTORY_ACTION, historyView } from '../views/history.js';
import { LIST_ACTION, listView } from '../views/list.js';
import { type PageRequest, parsePage } from '../views/paging.js';
import { onButton } from './buttons.js';
import type { Desk } from './desk.js';

/** Lists, histories and audits, a page at a time. */
export function listenToPages(app: App, desk: Desk): void {
  const { service, voice, answering } = desk;

  turnPages(LIST_ACTION, async ({ filter, offset }, asker) =>
    listView(await service.list(filter, offset, asker), voice),
  );
  turnPages(HISTORY_ACTION, async ({ filter, offset }, asker) =>
    historyView(await service.history(filter, offset, asker), voice),
  );
  turnPages(AUDIT_ACTION, async ({ filter, offset }, asker) =>
    auditView(await service.audit(filterOf(filter, asker), offset, asker), voice),
  );

  onButton(app, desk, AUDIT_FILES_ACTION, async (value, asker) => {
    const entries = await service.auditAll(filterOf(parsePage(value)?.filter ?? '', asker), asker);
    const mail = await desk.openMail(asker.user);
    await mail.attach(voice.say('audit.attached', { count: entries.length }), auditFiles(entries, voice));
    return { now: sentence(voice.say('audit.sent')) };
  });

  /** Buttons that put another page in the place of the one they stand on. */
  function turnPages(prefix: string, load: (page: PageRequest, asker: Asker) => Promise<View>): void {
    app.action<BlockAction<ButtonAction>>(new RegExp(`^${prefix}:`), async ({ ack, body, action }) => {
      await ack();
      const page = parsePage(action.value ?? '');
      if (!page || !body.response_url) return;
      const asker = actionAsker(body);
      const answer = await answering.attempt(async () => ({ now: await load(page, asker) }));
      if (answer.now) await answering.replace(body.response_url, answer.now, asker);
    });
  }

  /** A button carries the words that were typed. */
  const filterOf = (words: string, { user }: Asker): AuditFilter =>
    parseAuditWords(words.split(' ').filter(Boolean), { now: voice.now(), user }) ?? {};
}
