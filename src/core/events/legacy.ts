import { isMoment, momentOf } from '../instant.js';

/**
 * Upgrades what older versions wrote to today's terms. Pure; takes parsed JSON, and the caller
 * validates the result. An event's hash covers its original terms, so an upgraded event keeps them in
 * `writtenAs`.
 */

type Json = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const EVENT_TYPES: readonly (readonly [RegExp, string])[] = [
  [/^closte\./, 'alias.'],
  [/^record\./, 'domain_record.'],
  [/^access\.refused$/, 'access.denied'],
];

const DETAIL_NAMES: Readonly<Record<string, string>> = {
  companion: 'www',
  with: 'wwwHostname',
  under: 'primary',
  wish: 'permission',
  record: 'domainRecord',
  records: 'dnsRecords',
  doubled: 'appendedName',
};

/** Why Ultimate Multisite logged an error (`error.logged`). */
const LOG_REASONS: Readonly<Record<string, string>> = { 'closte-answer': 'provider-answer' };

const MAPPING_NAMES: Readonly<Record<string, string>> = {
  host: 'alias',
  site: 'siteLink',
  companion: 'www',
  under: 'primary',
  notes: 'openFindings',
  head: 'lastHash',
};

const AXIS_NAMES: Readonly<Record<string, string>> = {
  oddLooks: 'contradictions',
  partialLooks: 'partialChecks',
  blindSince: 'uncheckedSince',
};

const FINDING_NAMES: Readonly<Record<string, string>> = {
  told: 'reported',
  toldAt: 'reportedAt',
  absentLooks: 'absentChecks',
};

const FINDING_CODES: Readonly<Record<string, string>> = {
  'value-doubled': 'domain-appended-to-value',
  'record-doubled': 'domain-appended-to-name',
};

/** Parameters of a finding's sentence. */
const FINDING_PARAMS: Readonly<Record<string, string>> = { doubled: 'appendedName' };

const SIBLING_NAMES: Readonly<Record<string, string>> = { doubled: 'appended', doubledName: 'appendedName' };

/** Today's code of a finding, which an old button, event or mapping may call otherwise. */
export const presentFindingCode = (code: string): string => FINDING_CODES[code] ?? code;

const isOldFinding = (value: unknown): value is string =>
  typeof value === 'string' && Object.hasOwn(FINDING_CODES, value);

/** Details that name a finding. */
const FINDING_DETAILS = ['finding', 'nowFinding'];

const LINK_NAMES: Readonly<Record<string, string>> = { recordId: 'domainRecordId' };

const renamedKeys = (json: Json, names: Readonly<Record<string, string>>): Json =>
  Object.fromEntries(Object.entries(json).map(([name, value]) => [names[name] ?? name, value]));

const renamedIn = (value: unknown, names: Readonly<Record<string, string>>): unknown =>
  isObject(value) ? renamedKeys(value, names) : value;

/** An event's JSON; returned unchanged if it uses today's terms. */
export function upgradeEvent(json: unknown): unknown {
  if (!isObject(json) || typeof json['type'] !== 'string') return json;
  const { type, details = {}, writtenAs = { type, details } } = json;
  const old = EVENT_TYPES.find(([pattern]) => pattern.test(type));
  const hasOldDetails = isObject(details) && Object.entries(details).some(isOldDetail);
  if (!old && !hasOldDetails) return json;
  return {
    ...json,
    type: old ? type.replace(...old) : type,
    details: isObject(details) ? presentDetails(details) : details,
    writtenAs,
  };
}

const presentDetails = (details: Json): Json =>
  withFindings(withReason(withMoments(renamedKeys(details, DETAIL_NAMES))));

const isOldDetail = ([name, value]: readonly [string, unknown]): boolean =>
  Object.hasOwn(DETAIL_NAMES, name) ||
  (isMoment(name) && typeof value === 'string') ||
  (name === 'reason' && isOldReason(value)) ||
  (FINDING_DETAILS.includes(name) && isOldFinding(value));

const isOldReason = (value: unknown): value is string =>
  typeof value === 'string' && Object.hasOwn(LOG_REASONS, value);

const withReason = (details: Json): Json => {
  const { reason } = details;
  return isOldReason(reason) ? { ...details, reason: LOG_REASONS[reason] } : details;
};

const withFindings = (details: Json): Json =>
  Object.fromEntries(
    Object.entries(details).map(([name, value]) => [
      name,
      FINDING_DETAILS.includes(name) && isOldFinding(value) ? presentFindingCode(value) : value,
    ]),
  );

/** Converts moments to epoch ms; some were texts (`2026-11-20`, ISO 8601). Drops one that can't be read. */
const withMoments = (details: Json): Json =>
  Object.fromEntries(
    Object.entries(details).flatMap(([name, value]) => {
      if (!isMoment(name)) return [[name, value]];
      const at = momentOf(value);
      return at === undefined ? [] : [[name, at]];
    }),
  );

/** A mapping's JSON, from the store or a card. */
export function upgradeMapping(json: unknown): unknown {
  if (!isObject(json)) return json;
  return withSiblingNames(withFindingTerms('host' in json ? withPresentNames(json) : json));
}

function withPresentNames(json: Json): Json {
  const { alias, siteLink, dns, ssl, openFindings, ...rest } = renamedKeys(json, MAPPING_NAMES);
  return {
    ...rest,
    alias,
    dns: renamedIn(dns, AXIS_NAMES),
    ssl: renamedIn(ssl, AXIS_NAMES),
    ...(siteLink === undefined ? {} : { siteLink: renamedIn(siteLink, LINK_NAMES) }),
    ...(Array.isArray(openFindings)
      ? { openFindings: openFindings.map((each) => renamedIn(each, FINDING_NAMES)) }
      : {}),
  };
}

/** The findings that a mapping has open, and those that people muted. */
function withFindingTerms(json: Json): Json {
  const lists = ['openFindings', 'mutes'].flatMap((name) => {
    const list = json[name];
    return Array.isArray(list) ? [[name, list.map(withPresentTerms)]] : [];
  });
  return { ...json, ...Object.fromEntries(lists) };
}

function withPresentTerms(finding: unknown): unknown {
  if (!isObject(finding)) return finding;
  const { code, params } = finding;
  return {
    ...finding,
    ...(isOldFinding(code) ? { code: presentFindingCode(code) } : {}),
    ...(params === undefined ? {} : { params: renamedIn(params, FINDING_PARAMS) }),
  };
}

/** The answers of names around the hostname, in the last observation of DNS. */
function withSiblingNames(json: Json): Json {
  const { dns } = json;
  if (!isObject(dns) || !isObject(dns['observation'])) return json;
  const { observation } = dns;
  if (!isObject(observation) || !isObject(observation['siblings'])) return json;
  const siblings = renamedKeys(observation['siblings'], SIBLING_NAMES);
  return { ...json, dns: { ...dns, observation: { ...observation, siblings } } };
}
