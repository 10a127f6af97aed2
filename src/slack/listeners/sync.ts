import type { App, ViewSubmitAction } from '@slack/bolt';
import { submissionAsker } from '../asker.js';
import {
  parseSyncWish,
  SYNC_ACTION,
  SYNC_DIALOG,
  syncDialog,
  syncProgress,
  syncResult,
} from '../views/sync.js';
import { onButton } from './buttons.js';
import type { Desk } from './desk.js';

/** The buttons under a comparison: each asks once more, then works with a progress bar in a direct message. */
export function listenToSync(app: App, desk: Desk): void {
  const { service, voice, answering } = desk;

  onButton(app, desk, new RegExp(`^${SYNC_ACTION}:`), async (value, asker) => {
    const wish = parseSyncWish(value);
    if (!wish) return {};
    return { dialog: syncDialog(wish, await service.affected(wish.app, wish.action, asker), voice) };
  });

  app.view<ViewSubmitAction>(SYNC_DIALOG, async ({ ack, body, view }) => {
    await ack();
    const wish = parseSyncWish(view.private_metadata);
    if (!wish) return;
    const asker = submissionAsker(body, wish.channel);
    const mail = await desk.openMail(asker.user);
    const { now } = await answering.attempt(async () => {
      const work = await service.bulk(wish.app, wish.action, asker);
      const result = await work((done, of) => mail.progress(syncProgress(done, of, voice)));
      return { now: syncResult(result, voice) };
    });
    if (now) await mail.show(now);
  });
}
