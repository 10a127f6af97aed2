import { type Condition, shownStage } from '../../../core/condition.js';
import { NOT_ALLOWED } from '../../../core/lifecycle/inputs/person.js';
import type { Mapping } from '../../../core/mapping.js';
import { type AlarmAxis, type ShownStage, setbackOf } from '../../../core/stage.js';
import type { MessageKey } from '../../../locale/catalogue.js';
import { moment } from '../../blocks/mrkdwn.js';
import type { Translator } from '../translator.js';

const CONDITION_SIGNS: Readonly<Record<Condition['health'], string>> = {
  good: ':white_check_mark:',
  waiting: ':hourglass_flowing_sand:',
  blocked: ':warning:',
  alarm: ':rotating_light:',
  failed: ':x:',
  removed: ':wastebasket:',
};
/** What a stage that isn’t one is about. */
const SETBACK_AXES: Readonly<Partial<Record<ShownStage, AlarmAxis>>> = {
  drifted: 'dns',
  unserved: 'ssl',
  unrouted: 'site',
};

/** A mapping's condition in words; a regression after Ready comes first. */
export const stageKey = (mapping: Mapping, condition: Pick<Condition, 'health'>): MessageKey =>
  mapping.alias.error?.code === NOT_ALLOWED
    ? 'stage.name.denied'
    : `stage.name.${shownOf(mapping, condition)}`;

const shownOf = (mapping: Mapping, { health }: Pick<Condition, 'health'>): ShownStage =>
  shownStage(mapping.stage, setbackOf(mapping), health);

/** The same with its symbol, as on the card and in lists. */
export function stageText(mapping: Mapping, translator: Translator): string {
  const condition = translator.condition(mapping);
  const key = stageKey(mapping, condition);
  const isRefusal = key === 'stage.name.denied' || key === 'stage.name.refused';
  return `${isRefusal ? ':no_entry:' : CONDITION_SIGNS[condition.health]} ${translator.t(key)}`;
}

/** The worst finding's short name, unless it is a warning about something else than what is wrong. */
export function findingName(mapping: Mapping, condition: Condition, translator: Translator): string {
  const { finding } = condition;
  const axis = SETBACK_AXES[shownOf(mapping, condition)];
  const explains = axis === undefined || finding?.axis === axis || finding?.severity === 'problem';
  return finding !== undefined && explains ? translator.t(`finding-name.${finding.code}`) : '';
}

/** Who has to act; empty if nobody has to. */
export const whoActsText = ({ whoActs }: Pick<Condition, 'whoActs'>, translator: Translator): string =>
  whoActs === 'nobody' ? '' : translator.t(`who.${whoActs}`);

/** The card's line about checks when they aren't the usual ones. */
export function watchText({ health, nextCheck }: Condition, translator: Translator): string {
  if (health === 'removed') return '';
  if (nextCheck.at === null) return translator.t('watch.ended');
  if (nextCheck.until === undefined) return '';
  return translator.t('watch.slow', { until: moment(nextCheck.until) });
}

/** The parameters of a moment that may be unknown. */
export const untilParams = (until: number | undefined) => ({
  hasUntil: until !== undefined,
  until: moment(until ?? 0),
});

/** Joins the non-empty parts of a line. */
export const joinedParts = (...parts: readonly string[]): string =>
  parts.filter((part) => part !== '').join(' · ');
