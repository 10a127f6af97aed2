import {
  type DnsEvidence,
  dnsEvidence,
  type SslEvidence,
  sslEvidence,
} from '../../../core/diagnosis/evidence.js';
import { allSeeAt, pendingResolvers } from '../../../core/diagnosis/prediction.js';
import { judgeDns } from '../../../core/diagnosis/verdict.js';
import { NOT_ALLOWED } from '../../../core/lifecycle/inputs/person.js';
import type { AliasAxis, DnsAxis, Mapping, SiteAxis } from '../../../core/mapping.js';
import type { DnsObservation } from '../../../core/observation/observation.js';
import { isOwn } from '../../../core/own-names.js';
import type { Target } from '../../../core/ports/provider-facts.js';
import { isPublished, isServed } from '../../../core/stage.js';
import { code, day, Mrkdwn, moment, soon } from '../../blocks/mrkdwn.js';
import { certificateError } from '../findings.js';
import type { Translator } from '../translator.js';
import { saysFinding } from './next-step.js';

const MAX_SHOWN_VALUES = 6;
const LEAVING: readonly AliasAxis['state'][] = ['removing', 'removed'];

/** The axes, one line each: a tick or what is missing, and the evidence. */
export function axisLines(mapping: Mapping, target: Target, translator: Translator): string[] {
  if (mapping.alias.error?.code === NOT_ALLOWED) return [translator.t('axis.alias.not-asked')];
  // The other axes are no longer checked.
  if (LEAVING.includes(mapping.alias.state)) return [aliasLine(mapping.alias, translator)];
  return [
    isServedAnyway(mapping, translator)
      ? translator.t('axis.alias.own')
      : aliasLine(mapping.alias, translator),
    dnsLine(mapping, target, translator),
    sslLine(mapping, translator),
    ...siteLines(mapping, translator),
  ];
}

/** Only if it adds to the lines above: what keeps visitors from the site. */
function siteLines({ site, dns, ssl }: Mapping, translator: Translator): string[] {
  const isNext = isPublished(dns) && isServed(ssl);
  if (site.state === 'unknown' && isNext) return [translator.t('axis.site.unknown')];
  if (site.state !== 'unrouted' || !isNext) return [];
  return [translator.t('axis.site.unrouted', { why: new Mrkdwn(whyUnrouted(site, translator)) })];
}

export function whyUnrouted(
  { reason = 'no-record', location, record }: SiteAxis,
  translator: Translator,
): string {
  return translator.t(`site.why.${reason}`, {
    location: code(location ?? '?'),
    hasTime: record?.modifiedAt !== undefined,
    gaveUpAt: moment(record?.modifiedAt ?? 0),
  });
}

/** The network's own subdomain: the hosting provider has no alias for it. */
const isServedAnyway = ({ app, alias, hostname }: Mapping, translator: Translator): boolean =>
  alias.state === 'accepted' && isOwn(hostname, translator.appOf(app)?.network?.host);

function aliasLine(alias: AliasAxis, translator: Translator): string {
  const reason = alias.error?.message ?? '';
  const problem =
    alias.error && alias.state !== 'refused'
      ? ` ${translator.t('axis.alias.last-error', { reason: code(reason) })}`
      : '';
  return `${translator.t(`axis.alias.${alias.state}`, { reason: code(reason) })}${problem}`;
}

function dnsLine(mapping: Mapping, target: Target, translator: Translator): string {
  const { alias, dns } = mapping;
  if (alias.state !== 'accepted') return translator.t('axis.dns.waiting');
  const blind =
    dns.uncheckedSince === undefined
      ? ''
      : ` ${translator.t('axis.blind', { since: moment(dns.uncheckedSince) })}`;
  if (!dns.observation) return `${translator.t('axis.dns.unknown')}${blind}`;
  const { authoritative, resolvers } = judgeDns(dns.observation, target, dns.disproved);
  const line = translator.t(`axis.dns.${dns.state}`, {
    servers: authoritative.of,
    isSplit: authoritative.right > 0 && authoritative.right < authoritative.of,
    right: authoritative.right,
    isSeenByAll: resolvers.of > 0 && resolvers.right === resolvers.of,
    resolversRight: resolvers.right,
    resolversOf: resolvers.of,
    wasReady: wasReady(mapping),
  });
  const more =
    dns.state === 'wrong'
      ? foundUnsaid(mapping, dns.observation, translator)
      : outlook(dns, target, translator);
  return `${line} ${more}${blind}`.trimEnd();
}

/** What is missing now was there before: it isn't “not yet”. */
const wasReady = ({ outcome }: Mapping): boolean => outcome?.stage === 'done';

/** What DNS has, unless the next step says it. */
function foundUnsaid(mapping: Mapping, observation: DnsObservation, translator: Translator): string {
  const isSaid = saysFinding(mapping, translator) && translator.condition(mapping).finding?.axis === 'dns';
  return isSaid ? '' : foundNow(dnsEvidence(observation), translator);
}

/** When each resolver without the record will see it, and when all will. */
function outlook(
  { state, observation, ...hypothesis }: DnsAxis,
  target: Target,
  translator: Translator,
): string {
  if (state !== 'published' || !observation) return '';
  const known = pendingResolvers(observation, target, hypothesis).flatMap(({ resolver, at }) =>
    at === undefined ? [] : [{ resolver, at }],
  );
  const last = allSeeAt(observation, target, hypothesis);
  if (last === undefined) return '';
  const each = known.map(({ resolver, at }) =>
    translator.t('axis.dns.outlook.one', { resolver: code(resolver), at: soon(at) }),
  );
  return translator.t('axis.dns.outlook', { resolvers: new Mrkdwn(translator.list(each)), at: soon(last) });
}

/** What the customer's DNS answers, in one clause. */
export const foundNow = ({ found, values }: DnsEvidence, translator: Translator): string =>
  translator.t(`dns.found.${found}`, { values: valueList(values, translator) });

export function valueList(values: readonly string[], { list }: Pick<Translator, 'list'>): Mrkdwn {
  const shown = list(values.slice(0, MAX_SHOWN_VALUES).map((value) => code(value).text));
  return new Mrkdwn(values.length > MAX_SHOWN_VALUES ? `${shown} …` : shown);
}

function sslLine(mapping: Mapping, translator: Translator): string {
  const { alias, dns, ssl } = mapping;
  const isWaiting = alias.state !== 'accepted' || dns.state === 'wrong' || dns.state === 'unknown';
  if (isWaiting && ssl.state === 'unknown') return translator.t('axis.ssl.waiting');
  const blind =
    ssl.uncheckedSince === undefined
      ? ''
      : ` ${translator.t('axis.blind', { since: moment(ssl.uncheckedSince) })}`;
  const served = ssl.observation ? ` ${servedNow(sslEvidence(ssl.observation), translator)}` : '';
  return `${translator.t(`axis.ssl.${ssl.state}`, { wasReady: wasReady(mapping) })}${served}${blind}`;
}

/** What the target serves: the certificate, or what came instead. */
export const servedNow = (
  { served, address, issuer, names, validTo, error }: SslEvidence,
  translator: Translator,
): string =>
  translator.t(`ssl.served.${served}`, {
    address: code(address),
    issuer: code(issuer),
    names: valueList(names, translator),
    validTo: day(validTo),
    error: certificateError(error, translator.t) ?? code(error),
  });
