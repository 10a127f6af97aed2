import { NOT_ALLOWED } from '../../core/lifecycle/person.js';
import type { Mapping } from '../../core/mapping.js';
import { alarmOf, isOnlyUnrouted } from '../../core/stage.js';
import type { Translator } from './translator.js';

const ALARMS = { dns: 'stage.drifted', ssl: 'stage.unserved', site: 'stage.unrouted' } as const;

/** The stage in words; what is no longer as it was after Ready is said first. */
export function stageText(mapping: Mapping, translator: Translator): string {
  if (mapping.alias.error?.code === NOT_ALLOWED) return translator.t('stage.refused');
  const alarm = alarmOf(mapping) ?? (isOnWay(mapping) && isOnlyUnrouted(mapping) ? 'site' : undefined);
  return translator.t(alarm ? ALARMS[alarm] : `stage.${mapping.stage}`);
}

/** Added at the host, and neither ready nor given up. */
const isOnWay = ({ alias, outcome }: Mapping): boolean =>
  alias.intent === 'add' && alias.state === 'accepted' && outcome === undefined;
