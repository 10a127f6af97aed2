import { withDelivery } from '../../delivered.js';
import type { StoredMapping } from '../../store.js';
import { withCheck } from '../../uneventful.js';
import { StoreUnreadable } from '../damage.js';
import { CheckLog, checkLogPath, type LoggedChecks, readCheckLog } from './check-log.js';
import { DeliveryLog, deliveryLogPath, type LoggedDeliveries, readDeliveryLog } from './delivery-log.js';
import type { LineLogOptions } from './line-log.js';

/** What the logs add to the mappings' files. They change different parts of a record. */
export interface LoggedChanges {
  readonly checks: LoggedChecks;
  readonly deliveries: LoggedDeliveries;
}

/** Reads both while a bot may be running. */
export async function readLogged(dataDir: string): Promise<LoggedChanges> {
  const [checks, deliveries] = await Promise.all([
    readCheckLog(checkLogPath(dataDir)),
    readDeliveryLog(deliveryLogPath(dataDir)),
  ]);
  return { checks, deliveries };
}

/** Both logs of the running bot. */
export class RecordLogs implements LoggedChanges {
  readonly checks: LoggedChecks;
  readonly deliveries: LoggedDeliveries;

  private constructor(
    readonly checkLog: CheckLog,
    readonly deliveryLog: DeliveryLog,
  ) {
    this.checks = checkLog.of;
    this.deliveries = deliveryLog.of;
  }

  /**
   * Throws `StoreUnreadable` if deliveries can't be read: without them, thousands of messages would have to be searched
   * for.
   */
  static async open(
    dataDir: string,
    options: Pick<LineLogOptions, 'log' | 'assertHeld'>,
  ): Promise<RecordLogs> {
    const checkLog = await CheckLog.open({ ...options, path: checkLogPath(dataDir) });
    const path = deliveryLogPath(dataDir);
    try {
      return new RecordLogs(checkLog, await DeliveryLog.open({ ...options, path }));
    } catch (error) {
      throw StoreUnreadable.file(path, error);
    }
  }

  /** Call when the file has a later version. */
  forget(id: string): void {
    this.checkLog.forget(id);
    this.deliveryLog.forget(id);
  }

  /** From now on, rewriting a log leaves out lines on top of other versions than these; undefined for a file that can't be read. */
  keepOnly(versionOf: (id: string) => number | undefined): void {
    this.checkLog.keepOnly(versionOf);
    this.deliveryLog.keepOnly(versionOf);
  }

  async close(): Promise<void> {
    await this.checkLog.close();
    await this.deliveryLog.close();
  }
}

/** A record as its file has it, with its last check and what was delivered. */
export function withLogged(stored: StoredMapping, { checks, deliveries }: LoggedChanges): StoredMapping {
  const { id } = stored.mapping;
  const checked = checks(id, stored.version);
  const delivered = deliveries(id, stored.version);
  if (!checked && !delivered) return stored;
  const version = Math.max(checked?.version ?? 0, delivered?.version ?? 0);
  const afterCheck = checked ? withCheck(stored, checked.check) : stored;
  return { ...(delivered ? withDelivery(afterCheck, delivered.delivery) : afterCheck), version };
}
