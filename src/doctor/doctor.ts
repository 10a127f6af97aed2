import type { DnsProbe, TlsProbe } from '../probe/probe.js';
import type { App } from '../service/deps.js';
import { examineApp } from './app-checks.js';
import type { DoctorLine } from './line.js';
import { examineClock, examineResolvers } from './outside-checks.js';
import { examinePeople, type PeopleExam, type RightsConfig } from './people-checks.js';
import { examineSlack, type SlackExam } from './slack-checks.js';

export interface DoctorParts {
  readonly apps: Iterable<App>;
  readonly dns: DnsProbe;
  readonly tls: TlsProbe;
  /** Absent before Slack is set up. */
  readonly slack?: (SlackExam & PeopleExam) | undefined;
  readonly rights: RightsConfig;
  /** Where commands work; the apps' own are looked at, too. */
  readonly channels: readonly string[];
  /** How the scheduler, deliveries and the rest of a running bot are, for whoever can tell. */
  readonly running: () => Promise<readonly DoctorLine[]>;
  /** This machine: folder, ports, proxies, version. */
  readonly machine: () => Promise<readonly DoctorLine[]>;
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
  const [ofApps, ofSlack, ofPeople, running, machine, resolvers, clock] = await Promise.all([
    Promise.all(apps.map((app) => examineApp(app, parts))),
    parts.slack ? examineSlack(parts.slack, [...channels]) : [],
    parts.slack ? examinePeople(parts.slack, parts.rights) : [],
    parts.running(),
    parts.machine(),
    examineResolvers(parts.dns, name),
    examineClock(parts.dateOf, parts.now),
  ]);
  return [...ofApps.flat(), ...ofSlack, ...ofPeople, ...running, ...machine, ...resolvers, clock];
}
