import { isWildcard } from '../../mapping/hostname.js';
import type { Mapping } from '../../mapping/mapping.js';
import type { Mapped } from '../../service/map.js';
import type { UserProblem } from '../../service/user-error.js';
import { context, section } from '../blocks.js';
import { channelLink, code, link, Mrkdwn, mention } from '../mrkdwn.js';
import type { View } from '../view.js';
import { displayName } from './display-name.js';
import type { Voice } from './voice.js';

export const sentence = (text: string): View => ({ text, blocks: [section(text)] });

/** Tells the typist where the card is, or why it isn't there yet. */
export function mappedView({ record, isNew }: Mapped, voice: Voice): View {
  const { mapping, card } = record;
  const hostname = displayName(mapping.hostname);
  if (card.ts === undefined) return sentence(voice.say('mapped.without-card', { hostname }));
  const card_ = link(voice.permalink(card.channel, card.ts), voice.say('mapped.card'));
  const stage = new Mrkdwn(voice.say(`stage.${mapping.stage}`));
  const said = voice.say(isNew ? 'mapped.new' : 'mapped.before', {
    hostname,
    card: card_,
    stage,
    app: mapping.app,
  });
  const left = leftByHand(mapping, voice);
  return sentence(
    left === undefined
      ? said
      : `${said}
${left}`,
  );
}

/** Without a record in Ultimate Multisite nothing routes the hostname to a site, however good DNS and SSL are. */
function leftByHand({ app, hostname, site }: Mapping, voice: Voice): string | undefined {
  const { network } = voice.appOf(app) ?? {};
  if (!network || site) return undefined;
  if (isWildcard(hostname)) return voice.say('mapped.record-impossible');
  const where = network.url === undefined ? new Mrkdwn('') : link(adminOf(network.url), 'wp-admin');
  return network.hasRest
    ? voice.say('mapped.record-possible', { hostname: displayName(hostname) })
    : voice.say('mapped.record-by-hand', { where });
}

/** Ultimate Multisite's pages are the network admin's. */
export const adminOf = (networkUrl: string): string => `${networkUrl}/wp-admin/network/`;

export function problemText(problem: UserProblem, voice: Voice): string {
  switch (problem.code) {
    case 'hostname': {
      const params = Object.entries(problem.problem.params).map(([name, value]) => [
        name,
        code(String(value)),
      ]);
      return voice.say(`hostname.${problem.problem.code}`, Object.fromEntries(params));
    }
    case 'not-mapped':
    case 'being-removed':
      return voice.say(`problem.${problem.code}`, { hostname: displayName(problem.hostname) });
    case 'own-domain':
    case 'on-other-app':
      return voice.say(`problem.${problem.code}`, {
        hostname: displayName(problem.hostname),
        app: problem.app,
      });
    case 'interval':
      return voice.say('problem.interval', { least: problem.least, most: problem.most });
    case 'no-network':
      return voice.say('problem.no-network', { app: problem.app });
    case 'unknown-app':
      return voice.say('problem.unknown-app', { app: problem.app, apps: problem.apps });
    case 'app-needed':
      return voice.say('problem.app-needed', { apps: problem.apps });
    case 'not-allowed': {
      const ask = problem.ask.map((id) => mention(id).text);
      return ask.length === 0
        ? voice.say('problem.not-allowed.members')
        : voice.say('problem.not-allowed', { ask: new Mrkdwn(ask.join(', ')) });
    }
    case 'wrong-channel':
      return voice.say('problem.wrong-channel', {
        channels: new Mrkdwn(problem.channels.map((id) => channelLink(id).text).join(', ')),
      });
    case 'gone':
    case 'unsure':
    case 'verifying':
    case 'own-wish':
    case 'not-open':
      return voice.say(`problem.${problem.code}`);
  }
}

export interface HelpLine {
  readonly usage: string;
  readonly summary: string;
}

export function helpView(lines: readonly HelpLine[], voice: Voice): View {
  const rows = lines.map(({ usage, summary }) => `${code(`${voice.command} ${usage}`).text}  ${summary}`);
  const title = voice.say('help.title');
  return { text: title, blocks: [section([title, ...rows].join('\n')), context(voice.say('help.hint'))] };
}
