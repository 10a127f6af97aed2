import { type LostPart, lostPartName } from '../store/documents.js';
import { isAllowedValue, isSettingName } from './definitions.js';
import type { StoredSettings } from './stored-settings.js';

/** More are only counted: the doctor shows 300 characters. The log has more. */
const MAX_NAMED_SETTINGS = 4;

/** What can't be used, until it is set again; undefined without any. */
export function unusableIn(data: StoredSettings, lost: readonly LostPart[]): string | undefined {
  const parts = [...lost.filter((part) => !isSetAgain(data, part)), ...refusedIn(data)].map(lostPartName);
  if (parts.length === 0) return undefined;
  const more = parts.length > MAX_NAMED_SETTINGS ? `; +${parts.length - MAX_NAMED_SETTINGS}` : '';
  return `These stored settings can’t be used and count as not set: ${parts.slice(0, MAX_NAMED_SETTINGS).join('; ')}${more}. The others still apply. Choose them again in Slack; a copy of what can’t be read is kept.`;
}

const isSetAgain = ({ apps, channels }: StoredSettings, [place, key, setting]: LostPart): boolean => {
  const set = { apps, channels }[String(place)]?.[String(key)];
  return setting === undefined ? set !== undefined : set?.[String(setting)] !== undefined;
};

/** Values that a setting of this version can't have. */
const refusedIn = ({ apps, channels }: StoredSettings): LostPart[] =>
  Object.entries({ apps, channels }).flatMap(([place, all]) =>
    Object.entries(all).flatMap(([key, set]) =>
      Object.entries(set).flatMap(([name, value]) =>
        isSettingName(name) && !isAllowedValue(name, value) ? [[place, key, name]] : [],
      ),
    ),
  );
