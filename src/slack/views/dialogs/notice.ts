import type { ModalView } from '@slack/types';
import { section } from '../../blocks/blocks.js';
import { modalOf } from '../../blocks/inputs.js';
import type { Translator } from '../translator.js';

const NOTICE_DIALOG = 'notice';

/** Sentences over the dialog that they are about; closing it leads back there. */
export const sentencesDialog = (sentences: readonly string[], translator: Translator): ModalView =>
  modalOf({
    id: NOTICE_DIALOG,
    title: translator.tPlain('dialog.notice'),
    close: translator.tPlain('dialog.back'),
    blocks: sentences.filter((text) => text !== '').map(section),
  });

/** Shown while work takes longer than Slack waits. `externalId` finds it again. */
export const workingDialog = (externalId: string, translator: Translator): ModalView =>
  modalOf({
    id: NOTICE_DIALOG,
    title: translator.tPlain('dialog.notice'),
    close: translator.tPlain('dialog.back'),
    externalId,
    blocks: [section(translator.t('dialog.working'))],
  });

/** One sentence in place of a dialog whose request failed. */
export const noticeDialog = (
  text: string,
  translator: Translator,
  title = translator.tPlain('dialog.notice'),
): ModalView =>
  modalOf({ id: NOTICE_DIALOG, title, close: translator.tPlain('dialog.close'), blocks: [section(text)] });
