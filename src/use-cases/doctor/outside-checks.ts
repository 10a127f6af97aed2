import type { DnsProbe } from '../../probe/probe.js';
import { type DoctorResult, note, ok, problem } from './result.js';

/** Outcomes of a server that was not there. */
const AWAY: ReadonlySet<string> = new Set(['timeout', 'unreachable', 'blocked']);
/** Answers about the name and not about the server. */
const NO_SUCH: ReadonlySet<string> = new Set(['nxdomain', 'empty']);
/** Slack refuses what is 5 minutes old, and certificates begin and end by the minute. */
const CLOCK_LIMIT_MS = 30_000;

/** Do the watched resolvers give the right answer? `name` is one that exists and has an IPv4 address. */
export async function diagnoseResolvers(dns: DnsProbe, name: string): Promise<DoctorResult[]> {
  const answers = await dns.resolvers(name, () => ['A']);
  const outcomes = new Set(answers.map(({ a }) => a?.outcome));
  const [only] = outcomes;
  // All of one mind: then it is the name, of which the app's own lines speak.
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

/** Compares our clock with a server's, which `dateOf` asks for: epoch ms, undefined where it can't be had. */
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
