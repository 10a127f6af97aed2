import type { ModalView } from '@slack/types';
import { z } from 'zod';
import type { Mapping } from '../../mapping/mapping.js';
import type { MappingRecord } from '../../store/store.js';
import { plain, section } from '../blocks.js';
import { person } from '../mrkdwn.js';
import { displayName } from './display-name.js';
import type { Voice } from './voice.js';

export const UNMAP_DIALOG = 'unmap-confirm';

const opened = z.object({ mapping: z.string(), channel: z.string() });

/** What a dialog's submission is about; undefined for what is none of ours. */
export function parseOpened(privateMetadata: string): z.infer<typeof opened> | undefined {
  try {
    return opened.safeParse(JSON.parse(privateMetadata)).data;
  } catch {
    return undefined;
  }
}

/** Asks for confirmation by the hostname's name; the submission carries the mapping's id and where it was opened. */
export function unmapDialog({ mapping }: MappingRecord, channel: string, voice: Voice): ModalView {
  const hostname = displayName(mapping.hostname);
  if (mapping.approval)
    return noticeDialog(voice.say('unmap.waiting', { hostname, person: person(mapping.approval.by) }), voice);
  const { approvalMs } = voice;
  const needs = approvalMs && voice.say('unmap.needs-approval', { duration: voice.duration(approvalMs) });
  return {
    type: 'modal',
    callback_id: UNMAP_DIALOG,
    private_metadata: JSON.stringify({ mapping: mapping.id, channel }),
    title: plain(voice.sayPlain('unmap.title')),
    submit: plain(voice.sayPlain('unmap.submit')),
    close: plain(voice.sayPlain('unmap.cancel')),
    blocks: [
      section(voice.say('unmap.question', { hostname, app: mapping.app })),
      ...ofRecord(mapping, voice),
      ...(needs ? [section(needs)] : []),
    ],
  };
}

function ofRecord({ app, site }: Mapping, voice: Voice) {
  const { network } = voice.appOf(app) ?? {};
  if (!network) return [];
  return site?.state === 'present' && network.hasRest
    ? [section(voice.say('unmap.record-goes', { site: site.siteId }))]
    : [section(voice.say('unmap.record-stays'))];
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
