/** What was measured on this machine. */
export interface Measured {
  /** CPU of one process for a check without news: probes, and the store's share. */
  readonly checkCpuMs: number;
  /** Without stand-ins only the store's share was measured, and the probes' is the figure of docs/speed.md. */
  readonly isProbeAssumed: boolean;
  /** Changes with an event that the store took in a second, several at once. */
  readonly changesPerS: number;
  /** Of a small appended block, in ms. */
  readonly flushMs: { readonly median: number; readonly p99: number };
  readonly bytesPerMapping: number;
  /** Resident, before any mapping. */
  readonly baseBytes: number;
  /** What one process may use: of the machine, the container and Node's heap the least. */
  readonly memoryBytes: number;
  readonly cores: number;
  /** Some seconds at the asked rate; undefined where that is more than one process does. */
  readonly atRate: AtRate | undefined;
}

export interface AtRate {
  readonly seconds: number;
  readonly checksPerS: number;
  /** Of one core. */
  readonly cpuShare: number;
  /** How late the event loop was, in ms. */
  readonly loopP99Ms: number;
  /** How late the latest check was done, in ms. */
  readonly lateMs: number;
}

export interface AskedCapacity {
  readonly mappings: number;
  readonly intervalS: number;
}

export type CapacityLimit = 'cpu' | 'disk' | 'memory';

export interface Verdict {
  readonly isCarried: boolean;
  /** Domains at the asked interval that each part alone carries, extrapolated from what was measured. */
  readonly carries: Readonly<Record<CapacityLimit, number>>;
  /** The least of them. */
  readonly mappings: number;
  readonly limit: CapacityLimit;
  readonly store: 'files' | 'postgres';
  /** Processes on machines like this one. */
  readonly replicas: number;
  /** The shortest interval at which one process carries as many mappings; undefined if its memory can't hold them. */
  readonly carriedIntervalS: number | undefined;
}

/** A core's share for steady checks; the rest is for Slack, decisions, garbage collection, and a bad hour. */
export const CORE_SHARE = 0.6;
/** One check of so many brings news. */
export const CHECKS_PER_CHANGE = 100;
/** Of the asked rate, as checks don't end with the last second. */
const KEEPS_UP = 0.9;
const DISK_SHARE = 0.5;
const MEMORY_SHARE = 0.7;

/** What the machine carries, from what was measured. Assumes that every domain is checked at the asked interval. */
export function capacityVerdict(measured: Measured, { mappings, intervalS }: AskedCapacity): Verdict {
  const { checkCpuMs, changesPerS, memoryBytes, baseBytes, bytesPerMapping, atRate } = measured;
  const cpuMs = Math.max(checkCpuMs, atRate ? (atRate.cpuShare * 1_000) / atRate.checksPerS : 0);
  // A machine that already falls behind, if only because of other work, carries no more than it did.
  const isBehind = atRate !== undefined && atRate.checksPerS < (KEEPS_UP * mappings) / intervalS;
  const cpuRate = Math.min((CORE_SHARE * 1_000) / cpuMs, isBehind ? atRate.checksPerS : Infinity);
  const diskRate = changesPerS * DISK_SHARE * CHECKS_PER_CHANGE;
  const carries = {
    cpu: rounded(cpuRate * intervalS),
    disk: rounded(diskRate * intervalS),
    memory: rounded(Math.max(0, memoryBytes * MEMORY_SHARE - baseBytes) / bytesPerMapping),
  };
  const limit = (['cpu', 'disk', 'memory'] as const).reduce((least, each) =>
    carries[each] < carries[least] ? each : least,
  );
  const isCarried = mappings <= carries[limit];
  const fits = mappings <= carries.memory;
  return {
    isCarried,
    carries,
    mappings: carries[limit],
    limit,
    store: isCarried ? 'files' : 'postgres',
    // Replicas share the checks; what each reads is no longer in its memory.
    replicas: isCarried ? 1 : Math.max(1, Math.ceil(mappings / carries.cpu)),
    carriedIntervalS: fits ? Math.ceil(mappings / Math.min(cpuRate, diskRate)) : undefined,
  };
}

/** Rounds down to two digits: more would look like a promise. */
function rounded(count: number): number {
  if (count < 1) return 0;
  const unit = 10 ** Math.max(0, Math.floor(Math.log10(count)) - 1);
  return Math.floor(count / unit) * unit;
}
