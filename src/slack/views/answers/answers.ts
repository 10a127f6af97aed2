import { displayName, isWildcard } from '../../../core/hostname.js';
import { meantHostname } from '../../../core/hostname-guess.js';
import type { Mapping } from '../../../core/mapping.js';
import { type SettingName, settingDefinitionOf } from '../../../settings/definitions.js';
import type { Mapped } from '../../../use-cases/domains/map.js';
import type { Moved } from '../../../use-cases/domains/move.js';
import type { UserProblem } from '../../../use-cases/errors.js';
import { actions, context, section } from '../../blocks/blocks.js';
import { channelLink, code, link, Mrkdwn, mention } from '../../blocks/mrkdwn.js';
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

/** What is wrong, in words. `corrected`: the command that was probably meant, instead of its hostname alone. */
export function problemText(problem: UserProblem, translator: Translator, corrected?: string): string {
  switch (problem.code) {
    case 'hostname':
      return hostnameProblem(problem, translator, corrected);
    case 'not-mapped': {
      const { hostname, near = '' } = problem;
      const params = { hostname: displayName(hostname), near: code(corrected ?? displayName(near)) };
      return translator.t(near === '' ? 'problem.not-mapped' : 'problem.not-mapped.near', params);
    }
    case 'being-removed':
    case 'nothing-wrong':
      return translator.t(`problem.${problem.code}`, { hostname: displayName(problem.hostname) });
    case 'own-domain':
    case 'on-other-app':
      return translator.t(`problem.${problem.code}`, {
        hostname: displayName(problem.hostname),
        app: problem.app,
      });
    case 'setting':
      return settingProblem(problem.setting, translator);
    case 'set-ready':
      return translator.t(`set-ready.${problem.why}`, {
        hostname: displayName(problem.hostname),
        app: problem.app,
        reason: code(problem.reason),
      });
    case 'not-holdable':
      return translator.t('problem.not-holdable', { hostname: displayName(problem.hostname) });
    case 'site-search':
      return translator.t('problem.site-search', { why: problem.why, typed: code(problem.typed) });
    case 'no-site':
      return translator.t('problem.no-site', { app: problem.app, site: problem.site });
    case 'no-network':
      return translator.t('problem.no-network', { app: problem.app });
    case 'provider-refused':
      return translator.t('problem.provider-refused', { reason: code(problem.reason) });
    case 'batch-too-long':
      return translator.t('problem.batch-too-long', { most: problem.most, lines: problem.lines });
    case 'batch-busy':
      return translator.t('problem.batch-busy', { most: problem.most });
    case 'file':
      return translator.t('problem.file', { why: problem.why });
    case 'unknown-app':
      return translator.t('problem.unknown-app', {
        app: problem.app,
        apps: problem.apps,
      });
    case 'app-needed':
      return translator.t('problem.app-needed', { apps: problem.apps });
    case 'not-allowed':
      return notAllowed(problem, translator);
    case 'not-a-channel':
    case 'not-a-site':
    case 'not-a-person':
      return translator.t(`problem.${problem.code}`, { typed: code(problem.typed) });
    case 'not-a-time':
      return translator.t('problem.not-a-time', { typed: code(problem.typed), most: problem.most });
    case 'not-a-member':
      return translator.t('problem.not-a-member', { person: mention(problem.person) });
    case 'note-too-long':
    case 'too-many-followers':
      return translator.t(`problem.${problem.code}`, { most: problem.most });
    case 'wrong-channel':
    case 'other-channels':
      return translator.t(`problem.${problem.code}`, {
        channels: new Mrkdwn(translator.list(problem.channels.map((id) => channelLink(id).text))),
      });
    case 'too-fast':
      return translator.t('problem.too-fast', { duration: translator.duration(problem.waitMs) });
    case 'not-own-request':
      return translator.t('problem.not-own-request', { person: mention(problem.by) });
    case 'unusable-channel':
      return translator.t('problem.unusable-channel', {
        place: problem.place,
        channel: channelLink(problem.channel),
        bot: translator.botName,
      });
    case 'shared-channel':
      return translator.t('problem.shared-channel', { channel: channelLink(problem.channel) });
    case 'too-busy':
    case 'batch-empty':
    case 'batch-gone':
    case 'line-failed':
    case 'gone':
    case 'direct-message':
    case 'unsure':
    case 'verifying':
    case 'mute-reason':
    case 'own-request':
    case 'not-open':
      return translator.t(`problem.${problem.code}`);
  }
}

/** For text that isn't a hostname, or isn't mapped: the mapped hostname that was probably meant, or else a public one. */
export const meantBy = (problem: UserProblem): string | undefined => {
  if (problem.code === 'not-mapped') return problem.near;
  if (problem.code !== 'hostname') return undefined;
  return problem.near ?? meantHostname(problem.problem.params['input'] ?? '');
};

function hostnameProblem(
  problem: Extract<UserProblem, { code: 'hostname' }>,
  translator: Translator,
  corrected: string | undefined,
): string {
  const { params, code: why } = problem.problem;
  const meant = meantBy(problem);
  const near = code(corrected ?? displayName(meant ?? ''));
  // A word that stands for a mapped hostname needs no lesson about hostnames.
  if (problem.near !== undefined)
    return translator.t('problem.not-mapped.near', { hostname: code(params['input'] ?? ''), near });
  const shown = Object.entries(params).map(([name, value]) => [name, code(value)]);
  const text = translator.t(`hostname.${why}`, Object.fromEntries(shown));
  return meant === undefined ? text : `${text} ${translator.t('problem.meant', { near })}`;
}

/** Names the permission and who has it. */
function notAllowed(
  { permission, ask }: Extract<UserProblem, { code: 'not-allowed' }>,
  translator: Translator,
): string {
  if (permission === 'view') return translator.t('problem.nothing-here');
  const what = new Mrkdwn(translator.t('problem.permission', { permission }));
  if (ask.length === 0) return translator.t('problem.not-allowed.members', { what });
  const who = new Mrkdwn(translator.choice(ask.map((id) => mention(id).text)));
  return translator.t('problem.not-allowed', { what, ask: who });
}

export interface HelpLine {
  readonly usage: string;
  readonly summary: string;
}

export function helpView(lines: readonly HelpLine[], translator: Translator): View {
  const rows = lines.map(
    ({ usage, summary }) => `${code(`${translator.command} ${usage}`).text}  ${summary}`,
  );
  const title = translator.t('help.title');
  return { text: title, blocks: [section([title, ...rows].join('\n')), context(translator.t('help.hint'))] };
}

/** Only numbers are typed, so only they can be wrong. */
function settingProblem(name: SettingName, translator: Translator): string {
  const definition = settingDefinitionOf(name);
  const { min = 0, max = 0 } = definition.kind === 'number' ? definition : {};
  return translator.t('problem.setting', { least: min, most: max });
}
