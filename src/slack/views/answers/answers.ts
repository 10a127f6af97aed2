import { displayName, isWildcard } from '../../../core/hostname.js';
import type { Mapping } from '../../../core/mapping.js';
import type { MessageKey } from '../../../locale/catalogue.js';
import type { Mapped } from '../../../use-cases/domains/map.js';
import type { Moved } from '../../../use-cases/domains/move.js';
import { actions, context, section } from '../../blocks/blocks.js';
import { sections } from '../../blocks/limits.js';
import { channelLink, code, link, Mrkdwn } from '../../blocks/mrkdwn.js';
import type { View } from '../../blocks/view.js';
import { stageText } from '../card/condition.js';
import { canChooseSite, chooseSiteButton } from '../card/site-choice.js';
import type { Translator } from '../translator.js';

export const sentence = (text: string): View => ({ text, blocks: [section(text)] });

/** Tells the actor where the card is, or will be: a channel takes a message a second, and others may come first. */
export function mappedView({ stored, isNew, newSite }: Mapped, translator: Translator): View {
  const { mapping, card } = stored;
  const hostname = displayName(mapping.hostname);
  if (card.ts === undefined)
    return sentence(translator.t('mapped.without-card', { hostname, channel: channelLink(card.channel) }));
  const card_ = link(translator.permalink(card.channel, card.ts), translator.t('mapped.card'));
  const stage = new Mrkdwn(stageText(mapping, translator));
  if (isNew && mapping.alias.state === 'refused')
    return sentence(translator.about(mapping.app).t('mapped.refused', { hostname, card: card_ }));
  if (newSite !== undefined)
    return sentence(translator.t('mapped.site', { hostname, site: String(newSite), card: card_ }));
  const said = translator.t(isNew ? 'mapped.new' : 'mapped.before', {
    hostname,
    card: card_,
    stage,
    app: mapping.app,
  });
  const left = leftByHand(mapping, translator);
  if (left === undefined) return sentence(said);
  const view = sentence(`${said}\n${left}`);
  if (!canChooseSite(mapping, translator)) return view;
  return { ...view, blocks: [...view.blocks, actions(chooseSiteButton(mapping.id, translator))] };
}

/** Tells the actor where the card is now. */
export function movedView({ stored, isMoved }: Moved, translator: Translator): View {
  const { mapping, card } = stored;
  const { channel, ts } = card;
  const params = { hostname: displayName(mapping.hostname), channel: channelLink(channel) };
  if (ts === undefined) return sentence(translator.t('moved.pending', params));
  const card_ = link(translator.permalink(channel, ts), translator.t('mapped.card'));
  return sentence(translator.t(isMoved ? 'moved.new' : 'moved.before', { ...params, card: card_ }));
}

/** Without a domain record in Ultimate Multisite nothing routes the hostname to a site, whatever DNS and SSL say. */
function leftByHand({ app, hostname, siteLink, site }: Mapping, translator: Translator): string | undefined {
  const { network } = translator.appOf(app) ?? {};
  if (!network || siteLink || site.state === 'routed') return undefined;
  if (isWildcard(hostname)) return translator.t('mapped.record-impossible');
  const where = network.url === undefined ? new Mrkdwn('') : link(adminOf(network.url), 'wp-admin');
  return network.hasRest
    ? translator.t('mapped.record-possible')
    : translator.t('mapped.record-by-hand', { where });
}

/** Ultimate Multisite's pages are for network admins. */
export const adminOf = (networkUrl: string): string => `${networkUrl}/wp-admin/network/`;

/** A command's usage, and what it does. */
interface CommandHelp {
  readonly usage: string;
  readonly summary: MessageKey;
}

export function helpView(commands: readonly CommandHelp[], translator: Translator): View {
  const title = translator.t('help.title');
  const rows = commands.map((each) => helpLine(each, translator));
  return { text: title, blocks: [...sections([title, ...rows]), context(translator.t('help.hint'))] };
}

export const commandHelpView = (command: CommandHelp, translator: Translator): View =>
  sentence(helpLine(command, translator));

const helpLine = ({ usage, summary }: CommandHelp, { command, t }: Translator): string =>
  `${code(`${command} ${usage}`).text}  ${t(summary)}`;
