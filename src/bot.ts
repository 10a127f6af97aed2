import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { commands } from '../commands/index.js';
import { createCloste } from './closte/client.js';
import type { Config } from './config.js';
import { createDelivery } from './delivery/delivery.js';
import { healthRoutes } from './health.js';
import { newIncident } from './incident.js';
import { createCatalogue } from './locale/catalogue.js';
import type { Log } from './log.js';
import { addressPolicy } from './probe/address.js';
import { createDnsProbe } from './probe/dns-probe.js';
import { createTlsProbe } from './probe/tls-probe.js';
import type { App } from './service/deps.js';
import { createDomainService } from './service/domain-service.js';
import { createClients } from './slack/clients.js';
import { connectSlack } from './slack/connection.js';
import { createDuplicates } from './slack/duplicates.js';
import { registerListeners } from './slack/listeners.js';
import { createSlackMessenger } from './slack/messenger.js';
import { createResponder } from './slack/response-url.js';
import { createRoles } from './slack/roles.js';
import { cardView } from './slack/views/card.js';
import { replyView } from './slack/views/reply.js';
import { createVoice } from './slack/views/voice.js';
import { openLowdbStore } from './store/lowdb-store.js';
import { createWatch } from './watch/watch.js';

const CLOSTE_CONNECT_MS = 5_000;
/** Closte's writes may take up to 45 s. */
const CLOSTE_TOTAL_MS = 45_000;
/** A scheduler that ticks every second and has not for so long is stuck. */
const TICK_LIMIT_MS = 30_000;

export interface Bot {
  /** Starts nothing new, ends what is in flight, frees the store. */
  stop(): Promise<void>;
}

/** The composition root: configuration to adapters to services to a running bot. Throws when it can't start. */
export async function startBot(config: Config, log: Log): Promise<Bot> {
  const now = Date.now;
  const store = await openLowdbStore({ dataDir: config.dataDir, now, newToken: randomUUID, log });
  const apps = new Map(
    config.apps.map(({ name, target, appId, apiKey }): [string, App] => {
      const closte = createCloste({
        baseUrl: config.closteApiUrl,
        apiKey,
        connectTimeoutMs: CLOSTE_CONNECT_MS,
        totalTimeoutMs: CLOSTE_TOTAL_MS,
      });
      return [name, { name, target, appId, closte }];
    }),
  );
}
