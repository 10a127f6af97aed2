import type { Policy } from '../../core/lifecycle/policy.js';
import type { Readiness } from '../../http/readiness.js';
import type { Dispatcher } from '../../outbox/dispatcher.js';
import { boltLogger } from '../../slack/connection/clients.js';
import { appTokenTest, createSlackDiagnosis } from '../../slack/connection/diagnosis.js';
import { diagnose } from '../../use-cases/doctor/diagnose.js';
import { type DoctorResult, ok, problem } from '../../use-cases/doctor/result.js';
import { type Ports, policyOf } from '../../use-cases/ports.js';
import type { AppNotices } from '../../use-cases/worker/app-notices.js';
import type { AppRegistry } from '../app-registry.js';
import type { RequestTimes } from '../channels/last-requests.js';
import { doctorPartsOf } from '../doctor-parts.js';
import type { Runtime } from '../runtime.js';
import type { Probes } from './create-probes.js';
import type { SlackAdapters } from './create-slack.js';

export interface DoctorParts {
  readonly registry: AppRegistry;
  readonly slack: SlackAdapters;
  readonly probes: Probes;
  readonly dispatcher: Pick<Dispatcher, 'resume'>;
  readonly notices: Pick<AppNotices, 'webhookSeenAt'>;
  readonly lastRequests: Pick<RequestTimes, 'lastRequests'>;
}

/** `/domain doctor`: checks the bot and everything it needs. */
export function createDoctor(
  { config, clock, httpDispatcher, readiness, log }: Runtime,
  { registry, slack, probes, dispatcher, notices, lastRequests }: DoctorParts,
): Ports['diagnose'] {
  const bySlack = createSlackDiagnosis(
    slack.clients.background,
    appTokenTest({ ...config.slack, dispatcher: httpDispatcher, logger: boltLogger(log) }),
  );
  const parts = doctorPartsOf(config, httpDispatcher);
  return () =>
    diagnose({
      ...parts,
      rights: { ...parts.rights, needsApproval: needsApproval(registry, config.policy) },
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
      lastRequests: lastRequests.lastRequests,
      running: () => runningLines(readiness),
      now: clock.now,
    });
}

/** Whether unmapping waits for a second person anywhere, by what admins set. */
const needsApproval = ({ apps }: Pick<AppRegistry, 'apps'>, policy: Policy): boolean =>
  [...apps.values()]
    .flatMap((app) => [app, ...(app.inChannels?.values() ?? [])])
    .some((app) => policyOf(policy, app).unmapApprovalMs !== undefined);

/** Readiness as doctor results. Slack and the disk have checks of their own. */
async function runningLines(readiness: Readiness): Promise<DoctorResult[]> {
  const { slack: _, store: __, ...parts } = (await readiness.report()).parts;
  const wrong = Object.entries(parts).filter(([, { message }]) => message !== 'ok');
  return [
    ...(parts['scheduler']?.message === 'ok' ? [ok('doctor.scheduler.ticks')] : []),
    ...wrong.map(([part, { message }]) => problem('doctor.running.part', { part, reason: message })),
  ];
}
