import type { DnsProbe, TlsProbe } from '../probe/probe.js';
import type { App } from '../service/deps.js';
import { examineApp } from './app-checks.js';
import type { DoctorLine } from './line.js';
import { examineClock, examineResolvers } from './outside-checks.js';
import { examineSlack, type SlackExam } from './slack-checks.js';

export interface DoctorParts {
  readonly apps: Iterable<App>;
  readonly dns: DnsProbe;
  readonly tls: TlsProbe;
  /** Absent before Slack is set up. */
  readonly slack?: SlackExam | undefined;
  /** Where commands work; the apps' own are looked at, too. */
  readonly channels: readonly string[];
  /** How the scheduler is, for whoever can tell. */
  readonly scheduler: () => Promise<DoctorLine>;
  readonly dateOf: () => Promise<number | undefined>;
  readonly now: () => number;
}

/** A name that every resolver knows when no app has a host of its own. */
const SOME_NAME = 'closte.com';

/** Walks through all that must work, in the order in which the documents look for trouble. */
export async function examine(parts: DoctorParts): Promise<readonly DoctorLine[]> {
  const apps = [...parts.apps];
  const channels = new Set([...apps.flatMap(({ channel }) => channel ?? []), ...parts.channels]);
  const name = apps.flatMap(({ target }) => target.cname)[0] ?? SOME_NAME;
  const [ofApps, ofSlack, scheduler, resolvers, clock] = await Promise.all([
    Promise.all(apps.map((app) => examineApp(app, parts))),
    parts.slack ? examineSlack(parts.slack, [...channels]) : [],
    parts.scheduler(),
    examineResolvers(parts.dns, name),
    examineClock(parts.dateOf, parts.now),
  ]);
  return [...ofApps.flat(), ...ofSlack, scheduler, ...resolvers, clock];
}
