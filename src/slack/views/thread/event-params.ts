import { anyDetails, type DetailsOf, type DomainEvent, type EventType } from '../../../core/events/event.js';
import { momentOf } from '../../../core/instant.js';
import { channelLink, code, type Mrkdwn, moment, person } from '../../blocks/mrkdwn.js';
import { certificateError } from '../findings.js';
import type { Params, Translator } from '../translator.js';

type Param = string | number | boolean | Mrkdwn;
type ParamForm = (value: unknown, translator: Translator) => Param;

/** The parameters that an event's details declare, without a finding's own. */
type Declared<Details> = keyof { [Name in keyof Details as string extends Name ? never : Name]: unknown };
type DetailName = { [Type in EventType]: Declared<DetailsOf<Type>> }[EventType];

const flagParam: ParamForm = (value) => value === true || value === 'true';
const channelParam: ParamForm = (value, translator) =>
  typeof value === 'string' && value !== '' ? channelLink(value) : translator.t('unknown.value');
const personParam: ParamForm = (value, translator) =>
  typeof value === 'string' && value !== '' ? person(value) : translator.t('unknown.value');
const nameParam: ParamForm = (value, translator) =>
  typeof value === 'string' && value !== '' ? value : translator.t('unknown.value');
/** A selector can't hold a hyphen. */
const choice: ParamForm = (value) => String(value ?? 'other').replaceAll('-', '_');

/** How a sentence shows each event detail. A missing entry is a compile error. */
const FORMS: Readonly<Record<DetailName, ParamForm>> = {
  address: textParam,
  afterMs: duration,
  again: count,
  assignee: personParam,
  already: flagParam,
  asked: textParam,
  app: textParam,
  code: textParam,
  dnsRecords: textParam,
  dnsProvider: nameParam,
  domainRecord: textParam,
  error: errorParam,
  expired: flagParam,
  finding: textParam,
  found: textParam,
  forChannel: channelParam,
  fromChannel: channelParam,
  from: textParam,
  gaveUpAt: time,
  issuer: textParam,
  language: textParam,
  late: flagParam,
  leftMs: duration,
  location: textParam,
  loggedAt: time,
  message: textParam,
  muteReason: textParam,
  names: textParam,
  note: textParam,
  nowFinding: textParam,
  nowSeen: choice,
  nowState: choice,
  parts: textParam,
  period: textParam,
  permission: choice,
  primary: textParam,
  primaryHostname: textParam,
  promoted: flagParam,
  reason: textParam,
  remindMs: duration,
  isReset: flagParam,
  remove: flagParam,
  requester: personParam,
  resolvers: count,
  retried: flagParam,
  secure: flagParam,
  sentBy: personParam,
  served: textParam,
  servers: count,
  setting: textParam,
  site: textParam,
  snoozedBy: personParam,
  source: textParam,
  sourceChannel: channelParam,
  sourceThreadTs: textParam,
  sourceTs: textParam,
  stage: textParam,
  to: textParam,
  toChannel: channelParam,
  topic: choice,
  until: time,
  validTo: time,
  values: textParam,
  warned: flagParam,
  why: choice,
  wasAssignee: personParam,
  www: textParam,
  wwwHostname: textParam,
};
/** Finding parameters that aren't plain text. */
const FINDING_FORMS: Readonly<Record<string, ParamForm>> = { validFrom: time };
const forms: ReadonlyMap<string, ParamForm> = new Map(Object.entries({ ...FORMS, ...FINDING_FORMS }));

/**
 * Prepares everything that a sentence about an event may name. Older or rebuilt events may lack details or have them in
 * another form: missing ones read as unknown, and nothing throws.
 */
export function paramsOf(event: DomainEvent, translator: Translator): Params {
  const details = new Map(Object.entries(anyDetails(event)));
  const names = new Set([...forms.keys(), ...details.keys()]);
  const params = [...names].map(
    (name) => [name, (forms.get(name) ?? textParam)(details.get(name), translator)] as const,
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

function errorParam(value: unknown, translator: Translator): Param {
  return certificateError(String(value), translator.t) ?? textParam(value, translator);
}

function count(value: unknown): Param {
  return Math.max(0, Math.trunc(numberOf(value) ?? 0));
}

function textParam(value: unknown, translator: Translator): Param {
  if (value === undefined || value === null || value === '') return translator.t('unknown.value');
  if (typeof value === 'number' || typeof value === 'boolean') return value;
  return code(typeof value === 'string' ? value : JSON.stringify(value));
}

/** Of a number, or of text that is one. */
function numberOf(value: unknown): number | undefined {
  if ((typeof value !== 'string' && typeof value !== 'number') || value === '') return undefined;
  const number = Number(value);
  return Number.isFinite(number) ? number : undefined;
}
