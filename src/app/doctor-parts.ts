import type { Config } from '../config/config.js';
import { databaseName, probeDatabase } from '../store/postgres/probe-database.js';
import { diagnoseDataDir } from '../use-cases/doctor/machine-checks.js';
import { type DoctorResult, ok, problem } from '../use-cases/doctor/result.js';

/** Checks that the configured store can be written, without opening it. */
export async function diagnoseStore({
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
