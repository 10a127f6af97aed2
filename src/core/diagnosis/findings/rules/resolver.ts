import type { ServerAnswer } from '../../../observation/observation.js';
import { areUnheard, isRewriting, isSilent, judgeSeen } from '../../verdict.js';
import type { FindingCode } from '../table.js';
import { type DnsView, listed, lookupReason, type Rule, serversIn } from '../view.js';

/** What public resolvers answer for a published record. */
export const resolverRules = {
  /** All fail on the name, whose record is right, and on the host that it leads to. */
  'target-failing': ({ dns: { resolvers, targetAddresses, missingTargets = [] }, right, target }) => {
    const aliases = right.flatMap(({ a }) => a.records).filter(({ type }) => type === 'CNAME');
    const host = aliases.find(({ value }) => target.cname.includes(value))?.value;
    const isFailing = resolvers.length > 0 && resolvers.every(hasFailed);
    const isUnresolved = targetAddresses.length === 0 && missingTargets.length === 0;
    return host !== undefined && isFailing && isUnresolved ? { params: { name: host } } : undefined;
  },

  'resolver-failing': ({ dns: { resolvers } }) => {
    const failing = resolvers.filter(hasFailed);
    const reason = listed(failing.map(lookupReason));
    return failing.length > 0 ? { params: { servers: serversIn(failing), reason } } : undefined;
  },

  'resolver-filtered': ({ dns: { resolvers } }) => {
    const filtering = resolvers.filter(({ a }) => a.outcome === 'filtered');
    return filtering.length > 0 ? { params: { servers: serversIn(filtering) } } : undefined;
  },

  /** What is not an old cache, and not the zone's answer either. */
  'resolver-rewriting': ({ dns, target, mapping }) => {
    if (mapping.dns.state !== 'published' && mapping.dns.state !== 'propagated') return undefined;
    if (dns.front?.served === 'ours') return undefined;
    const rewriting = dns.resolvers.filter(
      (answer) => judgeSeen(answer, dns, target) === 'wrong' && isRewriting(answer, mapping.dns.disproved),
    );
    if (rewriting.length === 0) return undefined;
    const how = rewriting.every(({ invents }) => invents === true) ? 'invents' : 'differs';
    return { params: { servers: serversIn(rewriting), how } };
  },

  /** Before Ready they hold it up: without them nobody knows whether the record has spread. */
  'resolvers-silent': ({ dns, mapping }) => {
    if (!areUnheard(dns)) return undefined;
    const isWaiting = mapping.dns.state === 'published' && mapping.outcome === undefined;
    return {
      params: { servers: serversIn(dns.resolvers.filter(isSilent)) },
      ...(isWaiting ? { severity: 'problem' as const } : {}),
    };
  },

  /** The predicted moment passed without effect, once: another cache of the same resolver may hold the answer. */
  'resolver-repeating': (view) => oldAnswers(view, (disproofs) => disproofs > 0),

  /**
   * Assume an old cache until its predicted moment passes without effect, or the answer can't be an old one.
   */
  'caches-waiting': (view) => oldAnswers(view, (disproofs) => disproofs === 0),
} as const satisfies Partial<Record<FindingCode, Rule<DnsView>>>;

const hasFailed = ({ a }: ServerAnswer): boolean =>
  ['servfail', 'refused', 'other-rcode'].includes(a.outcome);

/** Resolvers whose answer may come from an old cache, by how often its predicted end passed without effect. */
function oldAnswers(
  { dns, target, mapping }: DnsView,
  isMeant: (disproofs: number) => boolean,
): ReturnType<Rule<DnsView>> {
  // A proxy's addresses are not an old answer.
  if (mapping.dns.state !== 'published' || dns.front?.served === 'ours') return undefined;
  const { disproved = {} } = mapping.dns;
  const old = dns.resolvers.filter(
    (answer) =>
      judgeSeen(answer, dns, target) === 'wrong' &&
      !isRewriting(answer, disproved) &&
      isMeant(disproved[answer.server] ?? 0),
  );
  return old.length > 0 ? { params: { servers: serversIn(old) } } : undefined;
}
