import type { Dispatcher } from 'undici';
import { allowsSharedChannels, type Config, clockUrl, localesOf } from '../config/config.js';
import { languageName } from '../locale/catalogue.js';
import { databaseName, probeDatabase } from '../store/postgres/connection/probe-database.js';
import type { DiagnoseOptions } from '../use-cases/doctor/diagnose.js';
import { diagnoseDataDir, proxyLines, versionLine } from '../use-cases/doctor/machine-checks.js';
import { type DoctorResult, note, ok, problem } from '../use-cases/doctor/result.js';
import { dateOf } from '../util/http-client.js';
import { version } from '../util/version.js';

/** What the doctor knows from the configuration alone, in Slack and in the shell. `dispatcher`: for calls outside. */
export const doctorPartsOf = (config: Config, dispatcher: Dispatcher | undefined) =>
  ({
    rights: {
      operators: config.operators,
      admins: config.admins,
      needsApproval: config.policy.unmapApprovalMs !== undefined,
    },
    channels: config.slack.channels,
    mayShare: allowsSharedChannels(config),
    languages: localesOf(config).map(languageName),
    machine: async () => [
      await diagnoseStore(config),
      ...config.warnings.map((reason) => note('doctor.config.ignored', { reason })),
      ...proxyLines(config.proxy),
      versionLine(version, process.versions.node),
    ],
    dateOf: () => dateOf(clockUrl(config), dispatcher),
  }) satisfies Partial<DiagnoseOptions>;

/** Checks that the configured store can be written, without opening it. */
async function diagnoseStore({
  databaseUrl,
  dataDir,
}: Pick<Config, 'databaseUrl' | 'dataDir'>): Promise<DoctorResult> {
  if (databaseUrl === undefined) return diagnoseDataDir(dataDir);
  const database = databaseName(databaseUrl);
  const reason = await probeDatabase(databaseUrl);
  return reason === undefined
    ? ok('doctor.database.writable', { database })
    : problem('doctor.database.refused', { database, reason });
}
