import type { KnownBlock } from '@slack/types';
import type { Mapping } from '../../core/mapping.js';
import type { ServerAnswer } from '../../core/observation/observation.js';
import type { MessageKey } from '../../locale/catalogue.js';
import type { Overview, Status } from '../../use-cases/status.js';
import { actions, button, context, section } from '../blocks/blocks.js';
import { link, Mrkdwn, moment } from '../blocks/mrkdwn.js';
import type { View } from '../blocks/view.js';
import { axisLines } from './axes.js';
import { displayName } from './display-name.js';
import { findingBlocks } from './findings.js';
import { LIST_ACTION } from './list.js';
import { pageValue } from './paging.js';
import { authoritativeLine, type LineOf, resolverLine } from './server-lines.js';
import { stageText } from './stage-text.js';
import { NO_TARGET, type Translator } from './translator.js';

/** Each axis with its evidence and its age, as seen just now. */
export function statusView({ stored, seen }: Status, reader: Translator): View {
  const { mapping, card } = stored;
  const translator = reader.about(mapping.app);
  const target = translator.appOf(mapping.app)?.target ?? NO_TARGET;
  const names = {
    hostname: displayName(mapping.hostname),
    stage: new Mrkdwn(stageText(mapping, translator)),
  };
  const toCard = card.ts
    ? [link(translator.permalink(card.channel, card.ts), translator.t('status.card')).text]
    : [];
  return {
    text: translator.t('card.text', names),
    blocks: [
      section(translator.t('card.title', names)),
      section(axisLines(mapping, target, translator).join('\n')),
      ...findingBlocks(mapping, translator),
      ...evidence('status.authoritative', seen?.dns.authoritative ?? [], authoritativeLine),
      ...evidence('status.resolvers', seen?.dns.resolvers ?? [], resolverLine),
      context(ages(mapping, seen?.dns.at, translator), ...toCard),
    ],
  };

  function evidence(title: MessageKey, answers: readonly ServerAnswer[], lineOf: LineOf): KnownBlock[] {
    if (answers.length === 0 || !seen) return [];
    const { disproved, movedUntil } = mapping.dns;
    const lines = answers.map((answer) =>
      lineOf(answer, { ...seen.dns, disproved, movedUntil }, target, translator),
    );
    return [section([translator.t(title), ...lines].join('\n'))];
  }
}

function ages(
  { stage, dns, ssl, alias, nextCheckAt }: Mapping,
  at: number | undefined,
  translator: Translator,
): string {
  const since = Math.max(
    alias.since,
    dns.state === 'unknown' ? 0 : dns.since,
    ssl.state === 'unknown' ? 0 : ssl.since,
  );
  const unchanged = translator.t('status.unchanged', {
    duration: translator.duration(translator.now() - since),
  });
  const checked = at === undefined ? '' : translator.t('status.checked', { at: moment(at) });
  const next =
    nextCheckAt === undefined
      ? translator.t('status.no-next', { stage })
      : translator.t('status.next', { at: moment(nextCheckAt) });
  return [checked, unchanged, next].filter((part) => part !== '').join(' · ');
}

/** How many mappings are where, each with a button to its list. */
export function overviewView({ counts }: Overview, translator: Translator): View {
  const present = counts.filter(({ count }) => count > 0);
  if (present.length === 0) {
    const text = translator.t('list.empty');
    return { text, blocks: [section(text)] };
  }
  const line = ({ stage, count }: Overview['counts'][number]) =>
    translator.t('overview.line', { stage: new Mrkdwn(translator.t(`stage.${stage}`)), count });
  const text = [translator.t('overview.title'), ...present.map(line)].join('\n');
  const buttons = present.map(({ stage }) =>
    button(
      `${LIST_ACTION}:${stage}`,
      translator.tPlain('overview.button', { stage: translator.tPlain(`stage.name.${stage}`) }),
      pageValue(stage, 0),
    ),
  );
  return { text, blocks: [section(text), actions(...buttons)] };
}
