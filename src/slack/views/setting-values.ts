import { anyDetails, type DomainEvent } from '../../core/events/event.js';
import { daysFromSunday, type Weekday } from '../../core/reporting/quiet-hours.js';
import { isMessageKey } from '../../locale/catalogue.js';
import {
  daysIn,
  isAllowedValue,
  isSettingName,
  type SettingName,
  type SettingValue,
  settingDefinitionOf,
} from '../../settings/definitions.js';
import { code, Mrkdwn } from '../blocks/mrkdwn.js';
import type { Params, Translator } from './translator.js';

/** A setting's value in words: a duration, "off", or the name of a choice. Plain text. */
export function settingValue(name: SettingName, value: SettingValue, translator: Translator): string {
  const definition = settingDefinitionOf(name);
  if (definition.kind === 'number')
    return Number(value) === 0
      ? translator.tPlain('settings.off')
      : translator.duration(Number(value) * definition.unitMs);
  if (definition.kind === 'days') return daysText(daysIn(value), translator);
  const option = String(value);
  switch (name) {
    case 'www':
    case 'digest':
    case 'thread':
    case 'quiet':
    case 'quiet-urgent':
      return translator.tPlain(`settings.${name}`, { value: option.replaceAll('-', '_') });
    case 'language':
      return nameOfLanguage(option, translator.language);
    default:
      return option;
  }
}

const daysText = (days: readonly Weekday[], translator: Translator): string =>
  days.length === 0
    ? translator.tPlain('settings.no-days')
    : translator.list(days.map((day) => nameOfDay(day, translator.language)));

/** 2026-11-01 is a Sunday. */
export const nameOfDay = (day: Weekday, language: string): string =>
  new Intl.DateTimeFormat(language, { weekday: 'long', timeZone: 'UTC' }).format(
    Date.UTC(2026, 10, 1 + daysFromSunday.indexOf(day)),
  );

/** A language's name in another language. */
export const nameOfLanguage = (tag: string, inLanguage: string): string =>
  new Intl.DisplayNames(inLanguage, { type: 'language' }).of(tag) ?? tag;

/** The parameters of the sentence about a change; one of a newer version's settings shows what is stored. */
export function settingParams(event: DomainEvent, translator: Translator): Params {
  const { setting: name, from, to, forChannel } = anyDetails(event);
  if (typeof name !== 'string' || name === '') return { scope: 'app', isSame: false };
  const shown = (value: unknown) => {
    if (typeof value !== 'number' && typeof value !== 'string') return translator.t('unknown.value');
    return isSettingName(name) && canBeNamed(name, value)
      ? settingValue(name, value, translator)
      : code(String(value));
  };
  return {
    scope: forChannel === undefined ? 'app' : 'channel',
    setting: isSettingName(name) ? new Mrkdwn(translator.t(`settings.name.${name}`)) : code(name),
    from: shown(from),
    to: shown(to),
    isSame: from === to,
  };
}

/** The parameters of the sentence about texts for customers: the language, and the names of what was changed. */
export function textsParams(event: DomainEvent, translator: Translator): Params {
  const { language, parts } = anyDetails(event);
  const named = String(parts ?? '').split(', ');
  const names = named.map((part) => {
    const key = `texts.label.${part}`;
    return isMessageKey(key) ? translator.t(key) : part;
  });
  return {
    languageName:
      typeof language === 'string'
        ? nameOfLanguage(language, translator.language)
        : translator.t('unknown.value'),
    parts: translator.list(names),
  };
}

/** A default from the environment may lie outside what admins may set. */
const canBeNamed = (name: SettingName, value: SettingValue): boolean =>
  settingDefinitionOf(name).kind === 'number'
    ? typeof value === 'number' && Number.isFinite(value) && value >= 0
    : isAllowedValue(name, value);
