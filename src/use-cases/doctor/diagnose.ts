import type { Actor } from '../actor.js';
import { type AuthorizeDeps, authorize } from '../authorize.js';
import type { App, Ports } from '../ports.js';
import { type AppDiagnosis, diagnoseApp } from './app-checks.js';
import { diagnoseClock, diagnoseResolvers } from './outside-checks.js';
import { diagnosePeople, type PeopleDiagnosis, type RightsConfig } from './people-checks.js';
import { type DoctorResult, notChecked, ok } from './result.js';
import { diagnoseSlack, type SlackDiagnosis, type SlackExpectations } from './slack-checks.js';

export interface DiagnoseOptions extends AppDiagnosis, Pick<SlackExpectations, 'mayShare' | 'lastRequests'> {
  readonly apps: Iterable<App>;
  /** Absent before Slack is set up. */
  readonly slack?: (SlackDiagnosis & PeopleDiagnosis) | undefined;
  readonly rights: RightsConfig;
  /** Channels where commands work; the apps' own are checked, too. */
  readonly channels: readonly string[];
  /** The languages of messages, by their own names. */
  readonly languages: readonly string[];
  /** State of the scheduler, outbox and other parts of the running bot, if known. */
  readonly running: () => Promise<readonly DoctorResult[]>;
  /** This machine: folder, ports, proxies, version. */
  readonly machine: () => Promise<readonly DoctorResult[]>;
  readonly dateOf: () => Promise<number | undefined>;
  readonly now: () => number;
}

/** A name that every resolver knows, for when no app has its own host. */
const SOME_NAME = 'example.com';

/** Checks everything that must work, in the order of the troubleshooting docs. */
export async function diagnose(parts: DiagnoseOptions): Promise<readonly DoctorResult[]> {
  const apps = [...parts.apps];
  const channels = new Set([...apps.flatMap(({ channel }) => channel ?? []), ...parts.channels]);
  const name = apps.flatMap(({ target }) => target.cname)[0] ?? SOME_NAME;
  const [ofApps, ofSlack, ofPeople, running, machine, resolvers, clock] = await Promise.all([
    Promise.all(apps.map((app) => diagnoseApp(app, parts))),
    parts.slack
      ? diagnoseSlack(parts.slack, { ...parts, channels: [...channels] })
      : [notChecked('doctor.slack.unchecked')],
    parts.slack ? diagnosePeople(parts.slack, parts.rights) : [],
    parts.running(),
    parts.machine(),
    diagnoseResolvers(parts.dns, name),
    diagnoseClock(parts.dateOf, parts.now),
  ]);
  const languages = parts.languages.map((language) => ok('doctor.language', { language }));
  return [
    ...withoutGuess(ofApps.flat(), resolvers),
    ...ofSlack,
    ...ofPeople,
    ...running,
    ...languages,
    ...machine,
    ...resolvers,
    clock,
  ];
}

/** A target that no resolver could be asked for isn't missing. */
function withoutGuess(ofApps: readonly DoctorResult[], resolvers: readonly DoctorResult[]): DoctorResult[] {
  const isBlind = !resolvers.some(({ state }) => state !== 'problem');
  return ofApps.map((line) =>
    isBlind && line.key === 'doctor.target.unresolved'
      ? notChecked('doctor.target.unchecked', line.params)
      : line,
  );
}

/**
 * Applies one fix that the doctor offered; its result, or undefined if there is nothing left to fix. Checks again first:
 * somebody may have fixed it meanwhile. Throws `UserError`.
 */
export async function applyRepair(
  deps: AuthorizeDeps & Pick<Ports, 'diagnose'>,
  id: string,
  actor: Actor,
): Promise<DoctorResult | undefined> {
  await authorize(deps, actor, 'configure');
  const repair = (await deps.diagnose()).find((result) => result.repair?.id === id)?.repair;
  if (!repair) return undefined;
  const result = await repair.run();
  deps.log.info({ user: actor.user, repair: id, result: result.state }, 'the doctor applied a fix');
  return result;
}

/** Checks that everything the bot needs works; takes seconds. Throws `UserError`. */
export async function doctor(
  deps: AuthorizeDeps & Pick<Ports, 'diagnose'>,
  actor: Actor,
): Promise<readonly DoctorResult[]> {
  await authorize(deps, actor, 'audit');
  return deps.diagnose();
}
