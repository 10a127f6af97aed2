import type { DnsProbe } from '../../probe/probe.js';
import { type DoctorResult, note, ok, problem } from './result.js';

/** Outcomes of an unreachable server. */
const AWAY: ReadonlySet<string> = new Set(['timeout', 'unreachable', 'blocked']);
/** Outcomes that concern the name, not the server. */
const NO_SUCH: ReadonlySet<string> = new Set(['nxdomain', 'empty']);
/** Slack refuses requests older than 5 minutes; certificates begin and end by the minute. */
const CLOCK_LIMIT_MS = 30_000;

/** Checks that the watched resolvers answer correctly. `name` exists and has an IPv4 address. */
export async function diagnoseResolvers(dns: DnsProbe, name: string): Promise<DoctorResult[]> {
  const answers = await dns.resolvers(name, () => ['A']);
  const outcomes = new Set(answers.map(({ a }) => a?.outcome));
  const [only] = outcomes;
  // All agree, so the name is at fault; the app's own results report that.
  if (answers.length > 1 && outcomes.size === 1 && only !== undefined && NO_SUCH.has(only))
    return [note('doctor.resolver.no-name', { name })];
  return answers.map(({ server, a }) => {
    const outcome = a?.outcome ?? 'timeout';
    if (AWAY.has(outcome)) return problem('doctor.resolver.silent', { resolver: server });
    return a?.records.some(({ type }) => type === 'A')
      ? ok('doctor.resolver.answers', { resolver: server })
      : problem('doctor.resolver.wrong', { resolver: server, outcome, name });
  });
}

/** Compares our clock with a server's, read by `dateOf`: epoch ms, undefined if unavailable. */
export async function diagnoseClock(
  dateOf: () => Promise<number | undefined>,
  now: () => number,
): Promise<DoctorResult> {
  const theirs = await dateOf();
  if (theirs === undefined) return note('doctor.clock.unknown');
  const seconds = Math.round(Math.abs(now() - theirs) / 1000);
  return seconds * 1000 <= CLOCK_LIMIT_MS
    ? ok('doctor.clock.right')
    : problem('doctor.clock.wrong', { seconds });
}
