import type { Button } from '@slack/types';
import { isWildcard } from '../../../core/hostname.js';
import type { Mapping } from '../../../core/mapping.js';
import { button } from '../../blocks/blocks.js';
import type { Translator } from '../translator.js';

export const CHOOSE_SITE_ACTION = 'choose-site';

/** Whether the bot can create the domain record that the hostname lacks. */
export const canChooseSite = (
  { app, hostname, siteLink, site }: Pick<Mapping, 'app' | 'hostname' | 'siteLink' | 'site'>,
  translator: Translator,
): boolean =>
  translator.appOf(app)?.network?.hasRest === true &&
  !isWildcard(hostname) &&
  siteLink === undefined &&
  site.record === undefined &&
  site.state !== 'routed';

/** `mapping`: its ID. */
export const chooseSiteButton = (mapping: string, translator: Translator): Button =>
  button(CHOOSE_SITE_ACTION, translator.tPlain('site.choose'), mapping);
