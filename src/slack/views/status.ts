import type { KnownBlock } from '@slack/types';
import type { MessageKey } from '../../locale/catalogue.js';
import type { Mapping } from '../../mapping/mapping.js';
import type { ServerAnswer } from '../../mapping/observation.js';
import type { Overview, Status } from '../../service/status.js';
import { actions, button, context, section } from '../blocks.js';
import { link, Mrkdwn, moment } from '../mrkdwn.js';
import type { View } from '../view.js';
import { axisLines } from './axes.js';
import { displayName } from './display-name.js';
import { findingBlocks } from './findings.js';
import { LIST_ACTION } from './list.js';
import { pageValue } from './paging.js';
import { authoritativeLine, type LineOf, resolverLine } from './server-lines.js';
import { stageText } from './stage-text.js';
import { NO_TARGET, type Voice } from './voice.js';

/** Each axis with its evidence and its age, as seen just now. */
export function statusView({ record, seen }: Status, voice: Voice): View {
  const { mapping, card } = record;
  const target = voice.appOf(mapping.app)?.target ?? NO_TARGET;
  const names = {
    hostname: displayName(mapping.hostname),
    stage: new Mrkdwn(stageText(mapping, voice)),
  };
  const toCard = card.ts ? [link(voice.permalink(card.channel, card.ts), voice.say('status.card')).text] : [];
  return {
    text: voice.say('card.text', names),
    blocks: [
      section(voice.say('card.title', names)),
      section(axisLines(mapping, target, voice).join('\n')),
      ...findingBlocks(mapping, voice),
      ...evidence('status.authoritative', seen?.dns.authoritative ?? [], authoritativeLine),
      ...evidence('status.resolvers', seen?.dns.resolvers ?? [], resolverLine),
      context(ages(mapping, seen?.dns.at, voice), ...toCard),
    ],
  };

  function evidence(title: MessageKey, answers: readonly ServerAnswer[], lineOf: LineOf): KnownBlock[] {
    if (answers.length === 0 || !seen) return [];
    const { disproved, movedUntil } = mapping.dns;
    const lines = answers.map((answer) =>
      lineOf(answer, { ...seen.dns, disproved, movedUntil }, target, voice),
    );
    return [section([voice.say(title), ...lines].join('\n'))];
  }
}

function ages({ stage, dns, ssl, host, nextCheckAt }: Mapping, at: number | undefined, voice: Voice): string {
  const since = Math.max(
    host.since,
    dns.state === 'unknown' ? 0 : dns.since,
    ssl.state === 'unknown' ? 0 : ssl.since,
  );
  const unchanged = voice.say('status.unchanged', { duration: voice.duration(voice.now() - since) });
  const checked = at === undefined ? '' : voice.say('status.checked', { at: moment(at) });
  const next =
    nextCheckAt === undefined
      ? voice.say('status.no-next', { stage })
      : voice.say('status.next', { at: moment(nextCheckAt) });
  return [checked, unchanged, next].filter((part) => part !== '').join(' · ');
}

/** How many mappings are where, each with a button to its list. */
export function overviewView({ counts }: Overview, voice: Voice): View {
  const present = counts.filter(({ count }) => count > 0);
  if (present.length === 0) {
    const text = voice.say('list.empty');
    return { text, blocks: [section(text)] };
  }
  const line = ({ stage, count }: Overview['counts'][number]) =>
    voice.say('overview.line', { stage: new Mrkdwn(voice.say(`stage.${stage}`)), count });
  const text = [voice.say('overview.title'), ...present.map(line)].join('\n');
  const buttons = present.map(({ stage }) =>
    button(
      `${LIST_ACTION}:${stage}`,
      voice.sayPlain('overview.button', { stage: voice.sayPlain(`stage.name.${stage}`) }),
      pageValue(stage, 0),
    ),
  );
  return { text, blocks: [section(text), actions(...buttons)] };
}
