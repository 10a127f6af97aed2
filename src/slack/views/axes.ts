import { type DnsEvidence, dnsEvidence, type SslEvidence, sslEvidence } from '../../mapping/evidence.js';
import { NOT_ALLOWED } from '../../mapping/lifecycle-person.js';
import type { DnsAxis, HostAxis, Mapping } from '../../mapping/mapping.js';
import { allSeeAt, pendingResolvers } from '../../mapping/prediction.js';
import type { Target } from '../../mapping/target.js';
import { judgeDns } from '../../mapping/verdict.js';
import { code, Mrkdwn, moment, soon } from '../mrkdwn.js';
import type { Voice } from './voice.js';

const MOST_VALUES = 6;

/** The three axes, a line each: a tick or what is missing, and the evidence. */
export function axisLines(mapping: Mapping, target: Target, voice: Voice): string[] {
  if (mapping.host.error?.code === NOT_ALLOWED) return [voice.say('axis.host.not-asked')];
  return [hostLine(mapping.host, voice), dnsLine(mapping, target, voice), sslLine(mapping, voice)];
}

function hostLine(host: HostAxis, voice: Voice): string {
  const words = host.error?.message ?? '';
  const trouble =
    host.error && host.state !== 'refused'
      ? ` ${voice.say('axis.host.trouble', { words: code(words) })}`
      : '';
  return `${voice.say(`axis.host.${host.state}`, { words: code(words) })}${trouble}`;
}

function dnsLine({ host, dns }: Mapping, target: Target, voice: Voice): string {
  if (host.state !== 'accepted') return voice.say('axis.dns.waiting');
  const blind =
    dns.blindSince === undefined ? '' : ` ${voice.say('axis.blind', { since: moment(dns.blindSince) })}`;
  if (!dns.observation) return `${voice.say('axis.dns.unknown')}${blind}`;
  const { authoritative, resolvers } = judgeDns(dns.observation, target, dns.disproved);
  const line = voice.say(`axis.dns.${dns.state}`, {
    right: authoritative.right,
    of: authoritative.of,
    resolversRight: resolvers.right,
    resolversOf: resolvers.of,
  });
  const more =
    dns.state === 'wrong' ? foundNow(dnsEvidence(dns.observation), voice) : outlook(dns, target, voice);
  return `${line} ${more}${blind}`.trimEnd();
}

/** When each resolver that does not see the record yet will, and all of them. */
function outlook({ state, observation, ...hypothesis }: DnsAxis, target: Target, voice: Voice): string {
  if (state !== 'published' || !observation) return '';
  const known = pendingResolvers(observation, target, hypothesis).flatMap(({ resolver, at }) =>
    at === undefined ? [] : [{ resolver, at }],
  );
  const last = allSeeAt(observation, target, hypothesis);
  if (last === undefined) return '';
  const each = known.map(({ resolver, at }) =>
    voice.say('axis.dns.outlook.one', { resolver: code(resolver), at: soon(at) }),
  );
  return voice.say('axis.dns.outlook', { resolvers: new Mrkdwn(each.join(', ')), at: soon(last) });
}

/** What the customer's DNS answers, in one clause. */
export const foundNow = ({ found, values }: DnsEvidence, voice: Voice): string =>
  voice.say(`dns.found.${found}`, { values: list(values) });

export function list(values: readonly string[]): Mrkdwn {
  const shown = values.slice(0, MOST_VALUES).map((value) => code(value).text);
  return new Mrkdwn(values.length > MOST_VALUES ? `${shown.join(', ')} …` : shown.join(', '));
}

function sslLine({ host, dns, ssl }: Mapping, voice: Voice): string {
  const isWaiting = host.state !== 'accepted' || dns.state === 'wrong' || dns.state === 'unknown';
  if (isWaiting && ssl.state === 'unknown') return voice.say('axis.ssl.waiting');
  const blind =
    ssl.blindSince === undefined ? '' : ` ${voice.say('axis.blind', { since: moment(ssl.blindSince) })}`;
  const served = ssl.observation ? ` ${servedNow(sslEvidence(ssl.observation), voice)}` : '';
  return `${voice.say(`axis.ssl.${ssl.state}`)}${served}${blind}`;
}

/** What is served at the target: the certificate, or what came instead of one. */
export const servedNow = (
  { served, address, issuer, names, validTo, error }: SslEvidence,
  voice: Voice,
): string =>
  voice.say(`ssl.served.${served}`, {
    address: code(address),
    issuer: code(issuer),
    names: list(names),
    validTo: moment(validTo),
    error: code(error),
  });
