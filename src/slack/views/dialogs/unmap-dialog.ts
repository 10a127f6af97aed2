import type { ModalView } from '@slack/types';
import { z } from 'zod';
import { displayName } from '../../../core/hostname.js';
import type { Mapping } from '../../../core/mapping.js';
import type { StoredMapping } from '../../../store/store.js';
import type { Actor } from '../../../use-cases/actor.js';
import { parseJson } from '../../../util/parse-json.js';
import { section } from '../../blocks/blocks.js';
import { modalOf } from '../../blocks/inputs.js';
import { moment, person } from '../../blocks/mrkdwn.js';
import type { Translator } from '../translator.js';
import { noticeDialog } from './notice.js';

export const UNMAP_DIALOG = 'unmap-confirm';
export const WITHDRAW_DIALOG = 'unmap-withdraw';

const openedDialog = z.object({ mapping: z.string(), channel: z.string() });

/** What a submitted dialog is about; undefined for foreign ones. */
export const parseOpened = (privateMetadata: string): z.infer<typeof openedDialog> | undefined =>
  parseJson(privateMetadata, openedDialog);

/**
 * Asks for confirmation by name; the submission carries the mapping's ID and the channel it was opened in. While
 * approval is pending, the requester can withdraw the request.
 */
export function unmapDialog(
  { mapping }: StoredMapping,
  { user, channel }: Pick<Actor, 'user' | 'channel'>,
  translator: Translator,
): ModalView {
  const hostname = displayName(mapping.hostname);
  const title = translator.tPlain('unmap.title');
  const data = { mapping: mapping.id, channel };
  const { approval } = mapping;
  if (approval?.by === user)
    return modalOf({
      id: WITHDRAW_DIALOG,
      title,
      submit: translator.tPlain('unmap.withdraw'),
      close: translator.tPlain('dialog.close'),
      data,
      blocks: [section(translator.t('unmap.waiting-own', { hostname, until: moment(approval.until) }))],
    });
  if (approval)
    return noticeDialog(
      translator.t('unmap.waiting', { hostname, person: person(approval.by) }),
      translator,
      title,
    );
  const approvalMs = translator.approvalMs(mapping.app, mapping.channel);
  const needs =
    approvalMs && translator.t('unmap.needs-approval', { duration: translator.duration(approvalMs) });
  return modalOf({
    id: UNMAP_DIALOG,
    title,
    submit: translator.tPlain('unmap.submit'),
    close: translator.tPlain('unmap.cancel'),
    data,
    blocks: [
      section(translator.t('unmap.question', { hostname, app: mapping.app })),
      ...ofStored(mapping, translator),
      ...(needs ? [section(needs)] : []),
    ],
  });
}

function ofStored({ app, siteLink }: Mapping, translator: Translator) {
  const { network } = translator.appOf(app) ?? {};
  if (!network) return [];
  return siteLink?.state === 'present' && network.hasRest
    ? [section(translator.t('unmap.record-goes', { site: siteLink.siteId }))]
    : [section(translator.t('unmap.record-stays'))];
}
