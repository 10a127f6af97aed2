import type { DomainEvent } from '../../core/event.js';
import { channelLink, code, type Mrkdwn, moment } from '../blocks/mrkdwn.js';
import type { Params, Translator } from './translator.js';

type Value = DomainEvent['details'][string] | undefined;
type Param = string | number | boolean | Mrkdwn;

/** The furthest that a date can be (ECMA-262, 21.4.1.1). */
const LAST_MOMENT_MS = 8.64e15;

const DURATIONS = ['afterMs', 'leftMs', 'fromMs', 'toMs'] as const;
const MOMENTS = ['validTo', 'validFrom', 'until', 'loggedAt'] as const;
const COUNTS = ['servers', 'resolvers', 'again'] as const;
const FLAGS = ['already', 'remove', 'expired', 'retried', 'late'] as const;
const CHANNELS = ['fromChannel', 'toChannel'] as const;
const CHOICES = ['permission', 'nowState', 'nowSeen'] as const;
/** Everything else that a sentence about an event may name. */
const TEXTS = [
  'site',
  'message',
  'to',
  'source',
  'issuer',
  'finding',
  'values',
  'error',
  'names',
  'address',
  'found',
  'served',
  'app',
] as const;

const KINDS: ReadonlyMap<string, (value: Value, translator: Translator) => Param> = new Map([
  ...DURATIONS.map((name) => [name, duration] as const),
  ...MOMENTS.map((name) => [name, time] as const),
  ...COUNTS.map((name) => [name, count] as const),
  ...FLAGS.map((name) => [name, (value: Value) => value === true || value === 'true'] as const),
  ...CHANNELS.map((name) => [name, channel] as const),
  ...CHOICES.map((name) => [name, (value: Value) => String(value ?? 'other')] as const),
  ...TEXTS.map((name) => [name, text] as const),
]);

/**
 * Everything that a sentence about an event may name, made ready for it. Events of older versions, and rebuilt ones, may
 * lack details or have them in another form: what is missing reads as unknown, and nothing throws.
 */
export function paramsOf({ details }: DomainEvent, translator: Translator): Params {
  const names = new Set([...KINDS.keys(), ...Object.keys(details)]);
  return Object.fromEntries(
    [...names].map((name) => {
      const value = Object.hasOwn(details, name) ? details[name] : undefined;
      return [name, (KINDS.get(name) ?? text)(value, translator)];
    }),
  );
}

function duration(value: Value, translator: Translator): Param {
  const ms = numberOf(value);
  return ms === undefined || ms < 0 ? translator.t('unknown.time') : translator.duration(ms);
}

function time(value: Value, translator: Translator): Param {
  const ms = numberOf(value) ?? (typeof value === 'string' ? Date.parse(value) : Number.NaN);
  if (Math.abs(ms) <= LAST_MOMENT_MS) return moment(ms);
  return value === undefined || value === '' ? translator.t('unknown.time') : code(String(value));
}

function channel(value: Value, translator: Translator): Param {
  return typeof value === 'string' && value !== '' ? channelLink(value) : translator.t('unknown.value');
}

function count(value: Value): Param {
  return Math.max(0, Math.trunc(numberOf(value) ?? 0));
}

function text(value: Value, translator: Translator): Param {
  if (value === undefined || value === '') return translator.t('unknown.value');
  return typeof value === 'string' ? code(value) : value;
}

/** Of a number, or of a text that is one. */
function numberOf(value: Value): number | undefined {
  if (typeof value === 'boolean' || value === undefined || value === '') return undefined;
  const number = Number(value);
  return Number.isFinite(number) ? number : undefined;
}
