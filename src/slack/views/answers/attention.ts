import { displayName } from '../../../core/hostname.js';
import type { Mapping } from '../../../core/mapping.js';
import type { Noticed } from '../../../use-cases/team/attention.js';
import { actions, button } from '../../blocks/blocks.js';
import { moment } from '../../blocks/mrkdwn.js';
import type { View } from '../../blocks/view.js';
import { type AttentionChoice, choiceValue } from '../attention-choice.js';
import { untilParams } from '../card/condition.js';
import type { Translator } from '../translator.js';
import { sentence } from './answers.js';

/** Ends what somebody has just asked for; its value is a choice. */
export const UNDO_ATTENTION_ACTION = 'undo-attention';

const shownHostname = ({ hostname }: Mapping) => ({ hostname: displayName(hostname) });

export function snoozedView(mapping: Mapping, translator: Translator): View {
  const { id, snooze } = mapping;
  if (!snooze) return sentence(translator.t('team.awake', shownHostname(mapping)));
  const text = translator.t('team.snoozed', { ...shownHostname(mapping), ...untilParams(snooze.until) });
  return withEnd(text, { choice: 'awake', mapping: id, finding: undefined }, translator);
}

export function acknowledgedView({ mapping, finding }: Noticed, translator: Translator): View {
  const findingName = translator.t(`finding-name.${finding}`);
  const text = translator.t('team.acknowledged', { ...shownHostname(mapping), findingName });
  return withEnd(text, { choice: 'unack', mapping: mapping.id, finding }, translator);
}

export const remindedView = (mapping: Mapping, translator: Translator): View =>
  sentence(translator.t('team.unacknowledged', shownHostname(mapping)));

export function mutedView({ mapping, finding }: Noticed, translator: Translator): View {
  const until = mapping.mutes?.find(({ code }) => code === finding)?.until ?? 0;
  const findingName = translator.t(`finding-name.${finding}`);
  const text = translator.t('team.muted', { ...shownHostname(mapping), findingName, until: moment(until) });
  return withEnd(text, { choice: 'unmute', mapping: mapping.id, finding }, translator);
}

export const unmutedView = (mapping: Mapping, translator: Translator): View =>
  sentence(translator.t('team.unmuted', shownHostname(mapping)));

function withEnd(text: string, choice: AttentionChoice, translator: Translator): View {
  const { blocks } = sentence(text);
  const undo = button(UNDO_ATTENTION_ACTION, translator.tPlain('team.undo'), choiceValue(choice));
  return { text, blocks: [...blocks, actions(undo)] };
}
