import { anyDetails, type DetailsOf, type DomainEvent, type EventType } from '../../core/event.js';
import { momentOf } from '../../core/instant.js';
import { channelLink, code, type Mrkdwn, moment } from '../blocks/mrkdwn.js';
import type { Params, Translator } from './translator.js';

type Param = string | number | boolean | Mrkdwn;
type Form = (value: unknown, translator: Translator) => Param;

/** The names that a type of details declares, without a finding's own parameters. */
type Declared<Details> = keyof { [Name in keyof Details as string extends Name ? never : Name]: unknown };
type DetailName = { [Type in EventType]: Declared<DetailsOf<Type>> }[EventType];

const flag: Form = (value) => value === true || value === 'true';
const channel: Form = (value, translator) =>
  typeof value === 'string' && value !== '' ? channelLink(value) : translator.t('unknown.value');
const choice: Form = (value) => String(value ?? 'other');

/** How a sentence shows each detail that an event may have: one that is not here does not compile. */
const FORMS: Readonly<Record<DetailName, Form>> = {
  address: text,
  afterMs: duration,
  again: count,
  already: flag,
  app: text,
  code: text,
  dnsRecords: text,
  domainRecord: text,
  error: text,
  expired: flag,
  finding: text,
  found: text,
  fromChannel: channel,
  fromMs: duration,
  gaveUpAt: time,
  issuer: text,
  late: flag,
  leftMs: duration,
  location: text,
  loggedAt: time,
  message: text,
  names: text,
  nowFinding: text,
  nowSeen: choice,
  nowState: choice,
  permission: choice,
  primary: text,
  promoted: flag,
  reason: text,
  remove: flag,
  resolvers: count,
  retried: flag,
  secure: flag,
  served: text,
  servers: count,
  site: text,
  source: text,
  stage: text,
  to: text,
  toChannel: channel,
  toMs: duration,
  until: time,
  validTo: time,
  values: text,
  www: text,
  wwwHostname: text,
};
/** Parameters of findings that are not just text. */
const FINDING_FORMS: Readonly<Record<string, Form>> = { validFrom: time };
const forms: ReadonlyMap<string, Form> = new Map(Object.entries({ ...FORMS, ...FINDING_FORMS }));

/**
 * Everything that a sentence about an event may name, made ready for it. Events of older versions, and rebuilt ones, may
 * lack details or have them in another form: what is missing reads as unknown, and nothing throws.
 */
export function paramsOf(event: DomainEvent, translator: Translator): Params {
  const details = new Map(Object.entries(anyDetails(event)));
  const names = new Set([...forms.keys(), ...details.keys()]);
  const params = [...names].map(
    (name) => [name, (forms.get(name) ?? text)(details.get(name), translator)] as const,
  );
  return { ...Object.fromEntries(params), hasTime: details.get('gaveUpAt') !== undefined };
}

function duration(value: unknown, translator: Translator): Param {
  const ms = numberOf(value);
  return ms === undefined || ms < 0 ? translator.t('unknown.time') : translator.duration(ms);
}

function time(value: unknown, translator: Translator): Param {
  const ms = momentOf(value);
  if (ms !== undefined) return moment(ms);
  return value === undefined || value === '' ? translator.t('unknown.time') : code(String(value));
}

function count(value: unknown): Param {
  return Math.max(0, Math.trunc(numberOf(value) ?? 0));
}

function text(value: unknown, translator: Translator): Param {
  if (value === undefined || value === null || value === '') return translator.t('unknown.value');
  if (typeof value === 'number' || typeof value === 'boolean') return value;
  return code(typeof value === 'string' ? value : JSON.stringify(value));
}

/** Of a number, or of a text that is one. */
function numberOf(value: unknown): number | undefined {
  if ((typeof value !== 'string' && typeof value !== 'number') || value === '') return undefined;
  const number = Number(value);
  return Number.isFinite(number) ? number : undefined;
}
