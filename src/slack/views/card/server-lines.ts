import { valuesOf } from '../../../core/diagnosis/evidence.js';
import { type Hypothesis, pendingResolvers } from '../../../core/diagnosis/prediction.js';
import { judgeSeen, judgeServer, type ServerVerdict } from '../../../core/diagnosis/verdict.js';
import type { DnsObservation, ServerAnswer } from '../../../core/observation/observation.js';
import type { Target } from '../../../core/ports/provider-facts.js';
import { code, Mrkdwn, soon } from '../../blocks/mrkdwn.js';
import type { Translator } from '../translator.js';
import { valueList } from './axes.js';

/** What was seen, and what is known of the resolvers. */
type SeenLookup = DnsObservation & Hypothesis;
export type LineOf = (
  answer: ServerAnswer,
  dns: SeenLookup,
  target: Target,
  translator: Translator,
) => string;

/** What one of the zone's name servers answers, how long it may be cached, and whether it is the target. */
export const authoritativeLine: LineOf = (answer, { targetAddresses }, target, translator) =>
  `${answered(answer, judgeServer(answer, target, targetAddresses), translator)}${cachedUntil(answer, translator)}`;

/** A resolver's answer; if it lacks the record, the time when it will have it. */
export const resolverLine: LineOf = (answer, dns, target, translator) => {
  const verdict = judgeSeen(answer, dns, target);
  const line = answered(answer, verdict, translator);
  if (verdict === 'right') return `${line}${cachedUntil(answer, translator)}`;
  const at = pendingResolvers(dns, target, dns).find(({ resolver }) => resolver === answer.server)?.at;
  return at === undefined ? line : `${line} ${translator.t('status.sees', { at: soon(at) })}`;
};

function answered(answer: ServerAnswer, verdict: ServerVerdict, translator: Translator): string {
  const hasRecords = answer.a.records.length + answer.aaaa.records.length > 0;
  const seen = hasRecords
    ? valueList(valuesOf([answer]), translator)
    : new Mrkdwn(translator.t(`dns.outcome.${answer.a.outcome}`));
  return translator.t(`dns.server.${verdict}`, { server: code(answer.server), seen });
}

function cachedUntil({ a, aaaa }: ServerAnswer, translator: Translator): string {
  const records = [...a.records, ...aaaa.records];
  const ttlS = records.length > 0 ? Math.min(...records.map((record) => record.ttlS)) : a.negativeTtlS;
  return ttlS === undefined
    ? ''
    : ` ${translator.t('dns.ttl', { duration: translator.duration(ttlS * 1000) })}`;
}
