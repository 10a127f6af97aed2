import { allowsSharedChannels, clockUrl, localesOf } from '../../config/config.js';
import type { Readiness } from '../../http/readiness.js';
import { languageName } from '../../locale/catalogue.js';
import type { Dispatcher } from '../../outbox/dispatcher.js';
import { boltLogger } from '../../slack/connection/clients.js';
import { appTokenTest, createSlackDiagnosis } from '../../slack/connection/diagnosis.js';
import { diagnose } from '../../use-cases/doctor/diagnose.js';
import { proxyLines, versionLine } from '../../use-cases/doctor/machine-checks.js';
import { type DoctorResult, note, ok, problem } from '../../use-cases/doctor/result.js';
import type { Ports } from '../../use-cases/ports.js';
import type { AppNotices } from '../../use-cases/worker/app-notices.js';
import { dateOf } from '../../util/http-client.js';
import { version } from '../../util/version.js';
import type { AppRegistry } from '../app-registry.js';
import type { ArrivalNotes } from '../channels/arrivals.js';
import { diagnoseStore } from '../diagnose-store.js';
import type { Runtime } from '../runtime.js';
import type { Probes } from './create-probes.js';
import type { SlackAdapters } from './create-slack.js';

export interface DoctorParts {
  readonly registry: AppRegistry;
  readonly slack: SlackAdapters;
  readonly probes: Probes;
  readonly dispatcher: Pick<Dispatcher, 'resume'>;
  readonly notices: Pick<AppNotices, 'webhookSeenAt'>;
  readonly arrivals: Pick<ArrivalNotes, 'arrivals'>;
}

/** `/domain doctor`: checks the bot and everything it needs. */
export function createDoctor(
  { config, clock, httpDispatcher, readiness, log }: Runtime,
  { registry, slack, probes, dispatcher, notices, arrivals }: DoctorParts,
): Ports['diagnose'] {
  const bySlack = createSlackDiagnosis(
    slack.clients.background,
    appTokenTest({ ...config.slack, dispatcher: httpDispatcher, logger: boltLogger(log) }),
  );
  return () =>
    diagnose({
      apps: registry.apps.values(),
      ...probes,
      webhookSeenAt: notices.webhookSeenAt,
      slack: {
        ...bySlack,
        join: async (channel) => {
          await bySlack.join(channel);
          dispatcher.resume(channel);
        },
      },
      rights: {
        operators: config.operators,
        admins: config.admins,
        needsApproval: config.policy.unmapApprovalMs !== undefined,
      },
      channels: config.slack.channels,
      mayShare: allowsSharedChannels(config),
      arrivals: arrivals.arrivals,
      languages: localesOf(config).map(languageName),
      running: () => runningLines(readiness),
      machine: async () => [
        await diagnoseStore(config),
        ...config.warnings.map((words) => note('doctor.config.ignored', { words })),
        ...proxyLines(config.proxy),
        versionLine(version, process.versions.node),
      ],
      dateOf: () => dateOf(clockUrl(config), httpDispatcher),
      now: clock.now,
    });
}

/** Readiness as doctor results. Slack and the disk have checks of their own. */
async function runningLines(readiness: Readiness): Promise<DoctorResult[]> {
  const { slack: _, store: __, ...parts } = (await readiness.report()).parts;
  const wrong = Object.entries(parts).filter(([, { words }]) => words !== 'ok');
  return [
    ...(parts['scheduler']?.words === 'ok' ? [ok('doctor.scheduler.ticks')] : []),
    ...wrong.map(([part, { words }]) => problem('doctor.running.part', { part, words })),
  ];
}
