import type { KnownBlock } from '@slack/types';
import { isCalm } from '../../../core/condition.js';
import { displayName } from '../../../core/hostname.js';
import { plainSentence } from '../../../core/typed-text.js';
import { type ListedMapping, type Listing, PAGE_SIZE } from '../../../use-cases/reports/list.js';
import type { Overview } from '../../../use-cases/reports/overview.js';
import { mapInTurns } from '../../../util/concurrency/event-loop.js';
import { actions, button, context, section } from '../../blocks/blocks.js';
import { sections } from '../../blocks/limits.js';
import { escapeMrkdwn, link, Mrkdwn } from '../../blocks/mrkdwn.js';
import type { View } from '../../blocks/view.js';
import { findingName, joinedParts, stageText, whoActsText } from '../card/condition.js';
import type { Translator } from '../translator.js';
import { pageButtons, pageValue } from './paging.js';

export const LIST_ACTION = 'list';

/** Filters on buttons; each can be typed, too. */
const QUICK = ['stuck', 'waiting', 'failed', 'mine', 'ready'] as const;

/** A page of domains: first those that somebody has to act on, longest waiting first. Yields to other work. */
export async function listView(listing: Listing, translator: Translator): Promise<View> {
  const { mappings, total, filter, offset, setAside } = listing;
  if (total === 0) return nothingView(filter, setAside, translator);
  const title = translator.t('list.title', { from: offset + 1, to: offset + mappings.length, total });
  const lines = await mapInTurns(mappings, (listed) => listLine(listed, translator));
  return {
    text: title,
    blocks: [
      ...sections(lines),
      context(title),
      ...setAsideNote(setAside, translator),
      ...pageButtons(LIST_ACTION, { filter, offset, size: PAGE_SIZE, total }, translator),
    ],
  };
}

function nothingView(filter: string, setAside: number | undefined, translator: Translator): View {
  if (filter === '') {
    const text = emptyText(setAside, translator);
    return { text, blocks: [section(text)] };
  }
  const text = translator.t('list.nothing', { filter: plainSentence(filter) });
  return {
    text,
    blocks: [section(text), ...setAsideNote(setAside, translator), quickFilters(translator)],
  };
}

/** That no domain is mapped yet, unless some can't be read. */
export const emptyText = (setAside: number | undefined, translator: Translator): string =>
  setAside === undefined ? translator.t('list.empty') : translator.t('list.set-aside', { count: setAside });

export const setAsideNote = (setAside: number | undefined, translator: Translator): KnownBlock[] =>
  setAside === undefined ? [] : [context(translator.t('list.set-aside', { count: setAside }))];

const quickFilters = (translator: Translator): KnownBlock =>
  actions(
    ...QUICK.map((name) =>
      button(`${LIST_ACTION}:${name}`, translator.tPlain(`list.filter.${name}`), pageValue(name, 0)),
    ),
  );

/** The hostname with a link to its card, its stage, what is wrong, for how long, and who has to act. */
export function listLine({ mapping, card }: ListedMapping, reader: Translator): string {
  const translator = reader.about(mapping.app);
  const condition = translator.condition(mapping);
  const name = displayName(mapping.hostname);
  const hostname = card?.ts === undefined ? name : link(translator.permalink(card.channel, card.ts), name);
  return joinedParts(
    translator.t('list.line', { hostname, stage: new Mrkdwn(stageText(mapping, translator)) }),
    mapping.approval
      ? translator.t('list.approval')
      : isCalm(condition)
        ? ''
        : findingName(mapping, condition, translator),
    escapeMrkdwn(translator.duration(Math.max(0, translator.now() - condition.since))),
    whoActsText(condition, translator),
    translator.appName(mapping.app),
  );
}

/** Who needs what: counts by who has to act, and the longest waiting. */
export async function overviewView(overview: Overview, translator: Translator): Promise<View> {
  const { counts, urgent, total, setAside } = overview;
  if (total === 0) return nothingView('', setAside, translator);
  const text = translator.t('overview.title', { total });
  const line = translator.t('overview.counts', { ...counts });
  const lines = await mapInTurns(urgent, (listed) => listLine(listed, translator));
  const most =
    lines.length === 0 ? [translator.t('overview.calm')] : [translator.t('overview.urgent'), ...lines];
  return {
    text,
    blocks: [
      section(`${text}\n${line}`),
      ...sections(most),
      quickFilters(translator),
      context(translator.t('overview.hint')),
      ...setAsideNote(setAside, translator),
    ],
  };
}
