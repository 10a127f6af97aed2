import type { App } from '@slack/bolt';
import type { Actor } from '../../../use-cases/actor.js';
import { type BatchKind, batchKinds } from '../../../use-cases/batch/batch.js';
import { code } from '../../blocks/mrkdwn.js';
import type { View } from '../../blocks/view.js';
import { sentence } from '../../views/answers/answers.js';
import { FILE_ACTION, fileOfferView, parseFileValue } from '../../views/answers/file-offer.js';
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
    const request = { kind, hostnames: [], rows: await lists.shared(id, actor), app: named };
    return { dialog: planView(await useCases.planBatch(request, actor), translator) };
  });
}
