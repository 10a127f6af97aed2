import { NOT_ALLOWED } from '../../core/lifecycle/person.js';
import type { Mapping } from '../../core/mapping.js';
import { alarmOf } from '../../core/stage.js';
import type { Translator } from './translator.js';

const ALARMS = { dns: 'stage.drifted', ssl: 'stage.unserved' } as const;

/** The stage in words; what is no longer as it was after Ready is said first. */
export function stageText(mapping: Mapping, translator: Translator): string {
  if (mapping.alias.error?.code === NOT_ALLOWED) return translator.t('stage.refused');
  const alarm = alarmOf(mapping);
  return translator.t(alarm ? ALARMS[alarm] : `stage.${mapping.stage}`);
}
