import type { App, MessageShortcut, SlackOptionsMiddlewareArgs, ViewSubmitAction } from '@slack/bolt';
import type { ModalView } from '@slack/types';
import { mentionedHostnames } from '../../../../core/hostname-lists.js';
import type { Actor } from '../../../../use-cases/actor.js';
import type { UserProblem } from '../../../../use-cases/errors.js';
import { withTimeout } from '../../../../util/clock.js';
import { mappedView, movedView, sentence } from '../../../views/answers/answers.js';
import { BATCH_DIALOG, parseBatchDialog } from '../../../views/dialogs/batch-dialog.js';
import {
  MAP_DIALOG,
  MAP_FIELDS,
  type MapOrigin,
  type MapSubmission,
  mapDialog,
  parseMapForm,
  SITE_FIELD,
  siteOption,
} from '../../../views/dialogs/map-dialog.js';
import { parseSiteForm, SITE_DIALOG, siteQuestionIn } from '../../../views/dialogs/site-dialog.js';
import type { Translator } from '../../../views/translator.js';
import { shortcutActor, submissionActor } from '../../actor.js';
import { textsIn } from '../../message-texts.js';
import { planView } from '../batches.js';
import type { ListenerContext } from '../context.js';
import { answerSubmission, type Submission, type SubmissionOutcome } from './submission.js';

export const MAP_SHORTCUT = 'map-domain';
export const MAP_MESSAGE_SHORTCUT = 'map-message';
const CARD_SOON_MS = 10_000;
/** Slack waits 3 s for a menu's options. */
const MENU_WITHIN_MS = 2_000;

/** The dialog to map hostnames: opened by shortcuts, with its menu of sites and its submission. */
export function listenToMapDialogs(app: App, context: ListenerContext): void {
  listenToMapShortcuts(app, context);
  app.options(SITE_FIELD, (menu) => offerSites(context, menu));
  app.view<ViewSubmitAction>(MAP_DIALOG, (submission) => submitMap(context, submission));
  app.view<ViewSubmitAction>(SITE_DIALOG, (submission) => submitSite(context, submission));
  app.view<ViewSubmitAction>(BATCH_DIALOG, (submission) => submitBatch(context, submission));
}

function listenToMapShortcuts(app: App, context: ListenerContext): void {
  const { useCases, translator, isRepeated } = context;

  app.shortcut({ callback_id: MAP_SHORTCUT, type: 'shortcut' }, async ({ ack, body }) => {
    await ack();
    if (isRepeated(body.trigger_id)) return;
    const actor = shortcutActor(body);
    await openMapDialog(context, body.trigger_id, actor, async () => {
      const form = await useCases.mapForm(undefined, actor);
      return mapDialog({ form, origin: { channel: '' }, hasPlace: false }, translator);
    });
  });

  app.shortcut({ callback_id: MAP_MESSAGE_SHORTCUT, type: 'message_action' }, async ({ ack, body }) => {
    await ack();
    if (isRepeated(body.trigger_id)) return;
    const actor = shortcutActor(body);
    await openMapDialog(context, body.trigger_id, actor, async () => {
      const form = await useCases.mapForm(undefined, actor);
      const hostnames = mentionedHostnames(textsIn(body.message).join('\n'), form.internalDomains);
      const options = { form, origin: originOf(body), hasPlace: actor.isDirect !== true, hostnames };
      return mapDialog(options, translator);
    });
  });
}

async function openMapDialog(
  { responder, answerPerson, log }: ListenerContext,
  triggerId: string,
  actor: Actor,
  dialog: () => Promise<ModalView>,
): Promise<void> {
  const answer = await responder.attempt(async () => ({ dialog: await dialog() }));
  const { now } = answer.dialog ? await responder.open(triggerId, answer.dialog) : answer;
  if (!now) return;
  await answerPerson(actor, now).catch((error: unknown) =>
    log.warn({ err: error }, 'an answer could not be sent'),
  );
}

/** The menu of sites, of one app or of all that have a network. */
async function offerSites(
  context: ListenerContext,
  { ack, body, payload }: SlackOptionsMiddlewareArgs<'block_suggestion'>,
): Promise<void> {
  const { useCases, responder } = context;
  const actor = { ...shortcutActor(body), channel: '' };
  const { value: text } = payload;
  const found = await responder.attempt(async () => {
    const { apps } = await useCases.mapForm(undefined, actor);
    const asked = siteQuestionIn(body.view?.private_metadata ?? '');
    const options = await Promise.all(
      apps
        .filter(({ name, hasSites }) => hasSites && (asked?.app ?? name) === name)
        .map(({ name }) => optionsOf(context, { app: name, text }, actor)),
    );
    await ack({ options: options.flat().slice(0, 100) });
    return {};
  });
  if (found.now) await ack({ options: [] });
}

/** Nothing of a network that is down or slow: the others' sites are found, and the field can stay empty. */
async function optionsOf(
  { useCases, log }: ListenerContext,
  search: { readonly app: string; readonly text: string },
  actor: Actor,
) {
  const searching = useCases.searchSites(search, actor);
  const sites = await withTimeout(searching, MENU_WITHIN_MS).catch((error: unknown) => {
    log.warn({ err: error, app: search.app }, 'an app’s sites can’t be searched');
    return undefined;
  });
  return (sites ?? []).map((site) => siteOption(search.app, site));
}

async function submitMap(context: ListenerContext, { ack, body, view }: Submission): Promise<void> {
  const submitted = parseMapForm(view.private_metadata, view.state.values);
  if (!submitted) return ack();
  const actor = submissionActor(body, submitted.channel);
  await answerSubmission(
    context,
    { ack, by: actor },
    () => mapAll(context, submitted, actor),
    fieldOf(view.state.values),
  );
}

async function submitSite(context: ListenerContext, { ack, body, view }: Submission): Promise<void> {
  const { question, siteId } = parseSiteForm(view.private_metadata, view.state.values) ?? {};
  if (!question) return ack();
  const { hostname, app: appName, channel } = question;
  const request = { hostname, app: appName, siteId };
  const actor = submissionActor(body, channel);
  const work = () => mapOne(context, request, actor);
  await answerSubmission(context, { ack, by: actor }, work, () => SITE_FIELD);
}

async function submitBatch(context: ListenerContext, { ack, body, view }: Submission): Promise<void> {
  const { useCases, translator, lists } = context;
  const opened = parseBatchDialog(view.private_metadata);
  const { text = '', file } = parseMapForm(view.private_metadata, view.state.values) ?? {};
  if (!opened) return ack();
  const actor = submissionActor(body, opened.channel);
  const work = async (): Promise<SubmissionOutcome> => {
    const rows = await lists.rows(text, file, actor);
    if (rows.length === 0) return hostnamesNeeded(translator);
    const request = { kind: opened.kind, hostnames: [], rows };
    return { next: planView(await useCases.planBatch(request, actor), translator) };
  };
  await answerSubmission(context, { ack, by: actor }, work, fieldOf(view.state.values));
}

const hostnamesNeeded = ({ tPlain }: Translator): SubmissionOutcome => ({
  errors: { [MAP_FIELDS.hostnames]: tPlain('map.dialog.needed') },
});

async function mapAll(
  context: ListenerContext,
  submitted: MapSubmission,
  actor: Actor,
): Promise<SubmissionOutcome> {
  const { useCases, translator, lists } = context;
  const { text, file, site, note, source } = submitted;
  const app = submitted.app ?? site?.app;
  if (site && app !== site.app)
    return { errors: { [MAP_FIELDS.site]: translator.tPlain('map.dialog.other-site', { app: site.app }) } };
  const rows = await lists.rows(text, file, actor);
  const [first, ...others] = rows;
  if (first === undefined) return hostnamesNeeded(translator);
  const request = { app, siteId: site?.id, note, source };
  const isPlain = first.app === undefined && first.site === undefined && first.note === undefined;
  if (others.length === 0 && isPlain) return mapOne(context, { hostname: first.hostname, ...request }, actor);
  const batch = await useCases.planBatch({ kind: 'map', hostnames: [], rows, ...request }, actor);
  return { next: planView(batch, translator) };
}

async function mapOne(
  { useCases, translator, settled }: ListenerContext,
  request: Parameters<ListenerContext['useCases']['map']>[0],
  actor: Actor,
): Promise<SubmissionOutcome> {
  const mapped = await useCases.map(request, actor);
  const { id, channel } = mapped.stored.mapping;
  const { isNew, isMoved = false } = mapped;
  if (isNew || isMoved) await settled(id, CARD_SOON_MS);
  const stored = isNew || isMoved ? await useCases.get(id, actor) : mapped.stored;
  const view = isMoved
    ? movedView({ stored, isMoved }, translator)
    : mappedView({ ...mapped, stored }, translator);
  const { note, source } = request;
  const isUnused = note !== undefined && !mapped.isNew;
  const said = isUnused ? sentence(`${view.text}\n${translator.t('mapped.note-unused', { note })}`) : view;
  const where = source ? { channel: source.channel, threadTs: source.threadTs ?? source.ts } : { channel };
  return { done: said, whom: { user: actor.user, ...where } };
}

function originOf({ channel, message, message_ts: ts }: MessageShortcut): MapOrigin {
  const { thread_ts: threadTs } = message;
  const isReply = typeof threadTs === 'string' && threadTs !== ts;
  return { channel: channel.id, source: { channel: channel.id, ts, ...(isReply ? { threadTs } : {}) } };
}

const ABOUT_APP: readonly UserProblem['code'][] = ['app-needed', 'unknown-app', 'on-other-app'];
const ABOUT_SITE: readonly UserProblem['code'][] = ['no-site', 'site-closed', 'no-network', 'not-holdable'];
const ABOUT_HOSTNAMES: readonly UserProblem['code'][] = [
  'hostname',
  'own-domain',
  'being-removed',
  'unreadable',
  'not-mapped',
  'batch-empty',
  'batch-too-long',
];

/** The field that a problem is about, if the dialog has it. */
const fieldOf =
  (values: Readonly<Record<string, unknown>>) =>
  ({ code }: UserProblem): string | undefined => {
    if (code === 'file') return MAP_FIELDS.file in values ? MAP_FIELDS.file : MAP_FIELDS.hostnames;
    if (ABOUT_APP.includes(code) && MAP_FIELDS.app in values) return MAP_FIELDS.app;
    if (ABOUT_SITE.includes(code) && MAP_FIELDS.site in values) return MAP_FIELDS.site;
    return ABOUT_HOSTNAMES.includes(code) || ABOUT_APP.includes(code) ? MAP_FIELDS.hostnames : undefined;
  };
