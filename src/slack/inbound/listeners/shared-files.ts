import type { App } from '@slack/bolt';
import type { ListedRow } from '../../../core/hostname-lists.js';
import type { Actor } from '../../../use-cases/actor.js';
import { type BatchKind, batchKinds } from '../../../use-cases/batch/batch.js';
import { UserError } from '../../../use-cases/errors.js';
import { DIALOG_LIMITS } from '../../blocks/inputs.js';
import { code } from '../../blocks/mrkdwn.js';
import type { View } from '../../blocks/view.js';
import { sentence } from '../../views/answers/answers.js';
import { FILE_ACTION, fileOfferView, parseFileValue } from '../../views/answers/file-offer.js';
import { mapDialog } from '../../views/dialogs/map-dialog.js';
import type { Answer } from '../command.js';
import { planView } from './batches.js';
import { onButton } from './buttons.js';
import type { ListenerContext } from './context.js';

/** A file that a message brings. */
export interface BroughtFile {
  readonly id: string;
  readonly name: string;
}

/** Whether a file may hold a list of domains. */
export const isList = ({ name }: BroughtFile): boolean => /\.(csv|tsv|txt|text)$/i.test(name);

/** What a file that was dropped without words is answered with: what can be done with the list in it. */
export async function offerFor(
  files: readonly BroughtFile[],
  { useCases, translator }: ListenerContext,
  actor: Actor,
): Promise<View> {
  const file = files.find(isList);
  if (!file) return sentence(translator.t('message.file.unread', { file: code(files[0]?.name ?? '') }));
  const { apps, chosen } = await useCases.mapForm(undefined, actor);
  const names = chosen === undefined ? apps.map(({ name }) => name) : [];
  return fileOfferView(file, names, translator);
}

/** The buttons of that answer: each opens the dry run. */
export function listenToFiles(app: App, context: ListenerContext): void {
  const { useCases, translator, lists } = context;
  const isKind = (kind: string): kind is BatchKind => batchKinds.some((each) => each === kind);

  onButton(app, context, new RegExp(`^${FILE_ACTION}:`), async (value, actor): Promise<Answer> => {
    const { kind, id, app: named } = parseFileValue(value);
    if (!isKind(kind)) return {};
    const rows = await lists.shared(id, actor);
    try {
      const request = { kind, hostnames: [], rows, app: named };
      return { dialog: planView(await useCases.planBatch(request, actor), translator) };
    } catch (error) {
      if (!isWithoutPlace(error) || !fitsDialog(rows)) throw error;
      return { dialog: await askForPlace(rows, named, actor) };
    }
  });

  /** Cards can't be in a direct message: where they go is asked for, with the list filled in. */
  async function askForPlace(rows: readonly ListedRow[], app: string | undefined, actor: Actor) {
    const form = await useCases.mapForm(app, actor);
    const hostnames = rows.map(({ hostname }) => hostname);
    return mapDialog({ form, origin: { channel: '' }, hasPlace: false, hostnames }, translator);
  }
}

const isWithoutPlace = (error: unknown): boolean =>
  error instanceof UserError && error.problem.code === 'direct-message';

/** Nothing of it would be lost: the dialog's field has hostnames alone, and not too many. */
const fitsDialog = (rows: readonly ListedRow[]): boolean =>
  rows.every(({ app, site, note }) => (app ?? site ?? note) === undefined) &&
  rows.map(({ hostname }) => hostname).join('\n').length <= DIALOG_LIMITS.typedText;
