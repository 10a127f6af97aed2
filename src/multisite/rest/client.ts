import type { Multisite } from '../multisite.js';
import { type MultisiteOptions, RestConnection } from './connection.js';
import { domainRecordCalls } from './domain-record-calls.js';
import { networkCalls } from './network-calls.js';

/** The REST API of one network. Never retries. */
export function createMultisite(options: MultisiteOptions): Multisite {
  const connection = new RestConnection(options);
  return { ...domainRecordCalls(connection), ...networkCalls(connection) };
}
