import { valuesOf } from '../../mapping/evidence.js';
import type { DnsObservation, ServerAnswer } from '../../mapping/observation.js';
import { type Hypothesis, pendingResolvers } from '../../mapping/prediction.js';
import type { Target } from '../../mapping/target.js';
import { judgeSeen, judgeServer, type ServerVerdict } from '../../mapping/verdict.js';
import { code, Mrkdwn, soon } from '../mrkdwn.js';
import { list } from './axes.js';
import type { Voice } from './voice.js';

/** What was seen, with what is known of the resolvers besides. */
type Seen = DnsObservation & Hypothesis;
export type LineOf = (answer: ServerAnswer, dns: Seen, target: Target, voice: Voice) => string;

/** What one of the zone's servers answers, for how long it may be remembered, and whether that is the target. */
export const authoritativeLine: LineOf = (answer, { targetAddresses }, target, voice) =>
  `${answered(answer, judgeServer(answer, target, targetAddresses), voice)}${remembered(answer, voice)}`;

/** What a resolver answers; one that does not see the record yet will at a moment that is known. */
export const resolverLine: LineOf = (answer, dns, target, voice) => {
  const verdict = judgeSeen(answer, dns, target);
  const line = answered(answer, verdict, voice);
  if (verdict === 'right') return `${line}${remembered(answer, voice)}`;
  const at = pendingResolvers(dns, target, dns).find(({ resolver }) => resolver === answer.server)?.at;
  return at === undefined ? line : `${line} ${voice.say('status.sees', { at: soon(at) })}`;
};

function answered(answer: ServerAnswer, verdict: ServerVerdict, voice: Voice): string {
  const hasRecords = answer.a.records.length + answer.aaaa.records.length > 0;
  const seen = hasRecords
    ? list(valuesOf([answer]))
    : new Mrkdwn(voice.say(`dns.outcome.${answer.a.outcome}`));
  return voice.say(`dns.server.${verdict}`, { server: code(answer.server), seen });
}

function remembered({ a, aaaa }: ServerAnswer, voice: Voice): string {
  const records = [...a.records, ...aaaa.records];
  const ttlS = records.length > 0 ? Math.min(...records.map((record) => record.ttlS)) : a.negativeTtlS;
  return ttlS === undefined ? '' : ` ${voice.say('dns.ttl', { duration: voice.duration(ttlS * 1000) })}`;
}
