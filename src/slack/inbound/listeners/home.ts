import { AsyncResource } from 'node:async_hooks';
import type { App, BlockAction, ButtonAction, ViewSubmitAction } from '@slack/bolt';
import type { ModalView } from '@slack/types';
import { z } from 'zod';
import type { Actor } from '../../../use-cases/actor.js';
import type { HomeShown } from '../../outbound/personal/homes.js';
import { mapDialog } from '../../views/dialogs/map-dialog.js';
import { sentencesDialog } from '../../views/dialogs/notice.js';
import { settingsDialog } from '../../views/dialogs/settings-dialog.js';
import {
  foundDialog,
  HOME_MAP_ACTION,
  HOME_SEARCH_ACTION,
  HOME_SETTINGS_ACTION,
  homeFingerprint,
  homeNotice,
  homeView,
  SEARCH_DIALOG,
  SEARCH_FIELD,
  searchDialog,
} from '../../views/home.js';
import { actionActor, submissionActor } from '../actor.js';
import { parseListFilter } from '../arguments/list-filter.js';
import type { ListenerContext } from './context.js';
import { answerSubmission } from './dialogs/submission.js';

const searched = z.object({
  [SEARCH_FIELD]: z.object({ [SEARCH_FIELD]: z.object({ value: z.string().max(200).nullish() }) }),
});

/** The Home tab: published when somebody opens it, and its buttons, which all open a dialog. */
export function listenToHome(app: App, context: ListenerContext): void {
  const { useCases, translator, homes, isRepeated, log } = context;

  app.event('app_home_opened', async ({ event, body }) => {
    if (event.tab !== 'home' || isRepeated(body.event_id)) return;
    const actor = { user: event.user, team: body.team_id, channel: '', requestId: body.event_id };
    // Later updates speak the reader's language, too.
    await homes
      .open(event.user, AsyncResource.bind(homeLoader(context, actor)))
      .catch((error: unknown) => log.warn({ err: error }, 'the Home tab could not be published'));
  });

  onHomeButton(app, context, HOME_MAP_ACTION, async (actor) => {
    const form = await useCases.mapForm(undefined, actor);
    return mapDialog({ form, origin: { channel: '' }, hasPlace: false }, translator);
  });
  onHomeButton(app, context, HOME_SEARCH_ACTION, async () => searchDialog(translator));
  onHomeButton(app, context, HOME_SETTINGS_ACTION, async (actor) =>
    settingsDialog(await useCases.settingsOf({}, actor), '', translator),
  );

  app.view<ViewSubmitAction>(SEARCH_DIALOG, async ({ ack, body, view }) => {
    const typed = searched.safeParse(view.state.values).data?.[SEARCH_FIELD][SEARCH_FIELD].value ?? '';
    const actor = submissionActor(body, '');
    await answerSubmission(context, { ack, by: actor }, async () => {
      const filter = parseListFilter(typed, { translator, user: actor.user });
      return { next: await foundDialog(await useCases.list(filter, typed, 0, actor), translator) };
    });
  });
}

/** Loads what a reader's Home shows, now and at later updates. */
function homeLoader(
  { useCases, translator, responder }: ListenerContext,
  actor: Actor,
): () => Promise<HomeShown> {
  let refused: string | undefined;
  const noticed = (text: string): HomeShown => ({ fingerprint: text, view: async () => homeNotice(text) });
  return async () => {
    // After a refusal, the reader's rights aren't checked again until they come back.
    if (refused !== undefined) return noticed(refused);
    let shown = noticed('');
    const { now } = await responder.attempt(async () => {
      const home = await useCases.home(actor);
      const fingerprint = homeFingerprint(home, translator);
      shown = { fingerprint, view: AsyncResource.bind(() => homeView(home, translator)) };
      return {};
    });
    refused = now?.text;
    return refused === undefined ? shown : noticed(refused);
  };
}

/** There is no response URL, so errors are shown in a dialog, too. */
function onHomeButton(
  app: App,
  { responder, translator, answerPerson, isRepeated, log }: ListenerContext,
  actionId: string,
  dialogFor: (actor: Actor) => Promise<ModalView>,
): void {
  app.action<BlockAction<ButtonAction>>(actionId, async ({ ack, body }) => {
    await ack();
    if (isRepeated(body.trigger_id)) return;
    const actor = actionActor(body);
    const answer = await responder.attempt(async () => ({ dialog: await dialogFor(actor) }));
    const dialog = answer.dialog ?? sentencesDialog([answer.now?.text ?? ''], translator);
    const { now } = await responder.open(body.trigger_id, dialog);
    if (!now) return;
    await answerPerson(actor, now).catch((error: unknown) =>
      log.warn({ err: error }, 'an answer could not be sent'),
    );
  });
}
