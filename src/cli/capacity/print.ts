import type { Translate } from '../../locale/catalogue.js';
import { version } from '../../util/version.js';
import { type AskedCapacity, CHECKS_PER_CHANGE, CORE_SHARE, type Measured, type Verdict } from './verdict.js';

/** Version of the JSON form; raised when a field is removed or changes meaning, not when one is added. */
const CAPACITY_SCHEMA = 1;
const MIB = 2 ** 20;

export interface CapacityReport {
  readonly asked: AskedCapacity;
  readonly measured: Measured;
  readonly verdict: Verdict;
}

/** One line. `measured` was measured here, `extrapolated` follows from it and from `assumed`. */
export function capacityJson({ asked, measured, verdict }: CapacityReport): string {
  const { isProbeAssumed, atRate, ...figures } = measured;
  const { carries, limit, mappings, isCarried, store, replicas, carriedIntervalS } = verdict;
  return `${JSON.stringify({
    schema: CAPACITY_SCHEMA,
    version,
    asked,
    measured: { ...figures, atRate: atRate ?? null },
    assumed: { coreShare: CORE_SHARE, checksPerChange: CHECKS_PER_CHANGE, probeCpu: isProbeAssumed },
    extrapolated: { carries, limit, mappings, carriedIntervalS: carriedIntervalS ?? null },
    isCarried,
    store,
    replicas,
  })}\n`;
}

/** The verdict first, then what it stands on. */
export function capacityText({ asked, measured, verdict }: CapacityReport, t: Translate): string {
  const { mappings, intervalS: interval } = asked;
  const { carries, limit, replicas, carriedIntervalS } = verdict;
  const { checkCpuMs, isProbeAssumed, flushMs, changesPerS, bytesPerMapping, atRate } = measured;
  const one = (figure: number) => Math.round(figure * 10) / 10;
  const lines = [
    verdict.isCarried
      ? t('shell.capacity.carried', { mappings, interval })
      : t('shell.capacity.not-carried', { mappings, interval, replicas }),
    t('shell.capacity.limit', { most: verdict.mappings, interval, limit }),
    ...(verdict.isCarried || carriedIntervalS === undefined
      ? []
      : [t('shell.capacity.interval', { mappings, interval: carriedIntervalS })]),
    '',
    t('shell.capacity.measured'),
    isProbeAssumed
      ? t('shell.capacity.cpu-assumed', { ms: one(checkCpuMs) })
      : t('shell.capacity.cpu', { ms: one(checkCpuMs) }),
    t('shell.capacity.disk', {
      median: one(flushMs.median),
      p99: one(flushMs.p99),
      changes: Math.round(changesPerS),
    }),
    t('shell.capacity.memory', { bytes: bytesPerMapping, mib: Math.round(measured.memoryBytes / MIB) }),
    atRate
      ? t('shell.capacity.at-rate', {
          rate: one(atRate.checksPerS),
          seconds: Math.round(atRate.seconds),
          share: Math.round(atRate.cpuShare * 100),
          loop: one(atRate.loopP99Ms),
          late: Math.round(atRate.lateMs),
        })
      : t('shell.capacity.no-rate'),
    '',
    t('shell.capacity.extrapolated', { share: CORE_SHARE * 100, checks: CHECKS_PER_CHANGE }),
    t('shell.capacity.parts', { cpu: carries.cpu, disk: carries.disk, memory: carries.memory }),
    t('shell.capacity.not-measured'),
  ];
  return `${lines.join('\n')}\n`;
}
