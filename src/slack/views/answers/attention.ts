import { displayName } from '../../../core/hostname.js';
import type { Mapping } from '../../../core/mapping.js';
import type { Noticed } from '../../../use-cases/team/attention.js';
import { moment } from '../../blocks/mrkdwn.js';
import type { View } from '../../blocks/view.js';
import { untilParams } from '../card/condition.js';
import type { Translator } from '../translator.js';
import { sentence } from './answers.js';

const shownHostname = ({ hostname }: Mapping) => ({ hostname: displayName(hostname) });

export function snoozedView(mapping: Mapping, translator: Translator): View {
  const { snooze } = mapping;
  if (!snooze) return sentence(translator.t('team.awake', shownHostname(mapping)));
  return sentence(translator.t('team.snoozed', { ...shownHostname(mapping), ...untilParams(snooze.until) }));
}

export function acknowledgedView({ mapping, finding }: Noticed, translator: Translator): View {
  const findingName = translator.t(`finding-name.${finding}`);
  return sentence(translator.t('team.acknowledged', { ...shownHostname(mapping), findingName }));
}

export function mutedView({ mapping, finding }: Noticed, translator: Translator): View {
  const until = mapping.mutes?.find(({ code }) => code === finding)?.until ?? 0;
  const findingName = translator.t(`finding-name.${finding}`);
  return sentence(
    translator.t('team.muted', { ...shownHostname(mapping), findingName, until: moment(until) }),
  );
}

export const unmutedView = (mapping: Mapping, translator: Translator): View =>
  sentence(translator.t('team.unmuted', shownHostname(mapping)));
