import type { ModalView } from '@slack/types';
import { z } from 'zod';
import { displayName } from '../../../core/hostname.js';
import type { FoundSites } from '../../../use-cases/domains/sites.js';
import { parseJson } from '../../../util/parse-json.js';
import { section } from '../../blocks/blocks.js';
import { dialogField, lookUpSelect, modalOf, staticSelect } from '../../blocks/inputs.js';
import type { Translator } from '../translator.js';
import { parseChosenSite, SITE_FIELD, siteOption } from './map-dialog.js';

export const SITE_DIALOG = 'choose-site';

const openedSiteDialog = z.object({ hostname: z.string(), app: z.string(), channel: z.string() });

/** What the dialog is about, and where it was opened. */
export type SiteQuestion = z.infer<typeof openedSiteDialog>;

/** Asks which site of the app's network a hostname leads to: one of those that were found, or any. */
export function siteDialog(
  question: SiteQuestion,
  found: FoundSites['sites'],
  translator: Translator,
): ModalView {
  const t = translator.tPlain;
  const hostname = displayName(question.hostname);
  const menu =
    found.length === 0
      ? lookUpSelect(t('map.dialog.site.search'))
      : staticSelect(
          found.map((site) => siteOption(question.app, site)),
          undefined,
        );
  return modalOf({
    id: SITE_DIALOG,
    title: t('site.choose'),
    submit: t('team.dialog.submit'),
    close: t('dialog.cancel'),
    data: question,
    blocks: [
      section(translator.t('site.dialog.question', { hostname })),
      dialogField({ id: SITE_FIELD, label: t('map.dialog.site'), hint: t('map.dialog.site.hint') }, menu),
    ],
  });
}

/** What it was opened for; undefined for a foreign dialog. */
export const siteQuestionIn = (privateMetadata: string): SiteQuestion | undefined =>
  parseJson(privateMetadata, openedSiteDialog);

/** What was chosen; undefined for foreign submissions. */
export function parseSiteForm(
  privateMetadata: string,
  state: unknown,
): { readonly question: SiteQuestion; readonly siteId: number } | undefined {
  const question = siteQuestionIn(privateMetadata);
  const site = parseChosenSite(state);
  return question && site && site.app === question.app ? { question, siteId: site.id } : undefined;
}
