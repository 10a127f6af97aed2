import type { ModalView } from '@slack/types';
import type { MappingRecord } from '../../store/store.js';
import { plain, section } from '../blocks.js';
import { displayName } from './display-name.js';
import type { Voice } from './voice.js';

export const UNMAP_DIALOG = 'unmap-confirm';

/** Asks for confirmation by the hostname's name; the submission carries the mapping's id. */
export function unmapDialog({ mapping }: MappingRecord, voice: Voice): ModalView {
  return {
    type: 'modal',
    callback_id: UNMAP_DIALOG,
    private_metadata: mapping.id,
    title: plain(voice.sayPlain('unmap.title')),
    submit: plain(voice.sayPlain('unmap.submit')),
    close: plain(voice.sayPlain('unmap.cancel')),
    blocks: [
      section(voice.say('unmap.question', { hostname: displayName(mapping.hostname), app: mapping.app })),
    ],
  };
}

/** Takes the dialog's place when what was asked for can't be done. */
export function noticeDialog(text: string, voice: Voice): ModalView {
  return {
    type: 'modal',
    title: plain(voice.sayPlain('unmap.title')),
    close: plain(voice.sayPlain('unmap.close')),
    blocks: [section(text)],
  };
}
