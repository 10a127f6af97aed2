import { withDelivery } from '../delivered.js';
import type { StoredMapping } from '../store.js';
import { withCheck } from '../uneventful.js';
import { checkLogPath, type LoggedChecks, readCheckLog } from './check-log.js';
import { deliveryLogPath, type LoggedDeliveries, readDeliveryLog } from './delivery-log.js';

/** What the logs say on top of the mappings' files. They change different parts of a record. */
export interface Logged {
  readonly checks: LoggedChecks;
  readonly deliveries: LoggedDeliveries;
}

/** Reads both beside a bot at work. */
export async function readLogged(dataDir: string): Promise<Logged> {
  const [checks, deliveries] = await Promise.all([
    readCheckLog(checkLogPath(dataDir)),
    readDeliveryLog(deliveryLogPath(dataDir)),
  ]);
  return { checks, deliveries };
}

/** A record as its file has it, with its last check and what was delivered. */
export function withLogged(stored: StoredMapping, { checks, deliveries }: Logged): StoredMapping {
  const { id } = stored.mapping;
  const checked = checks(id, stored.version);
  const delivered = deliveries(id, stored.version);
  if (!checked && !delivered) return stored;
  const version = Math.max(checked?.version ?? 0, delivered?.version ?? 0);
  const afterCheck = checked ? withCheck(stored, checked.check) : stored;
  return { ...(delivered ? withDelivery(afterCheck, delivered.delivery) : afterCheck), version };
}
