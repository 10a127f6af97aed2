import type { ProviderDefinition } from '../provider.js';
import { createClosteProvider } from './client.js';
import { type ClosteVariable, closteFacts, closteFixes } from './facts.js';

/** Writes may take up to 45 s. */
const CLOSTE_LIMITS = { connectTimeoutMs: 5_000, totalTimeoutMs: 45_000 } as const;

export const closte: ProviderDefinition<ClosteVariable> = {
  ...closteFacts,
  fixes: closteFixes,
  apiUrl: 'https://app.closte.com/api/client',
  appId: { form: /^[\da-f]{24}$/i, problem: 'is not 24 hexadecimal digits' },
  changesPerMinute: 60,
  wpConfig: { address: 'CLOSTE_PUBLIC_IP_ADDRESS', hostOf: (appId) => `app-${appId}.closte.com` },
  dashboardUrl: (appId) => `https://app.closte.com/sites/domains/${appId}`,
  connect: (options) => createClosteProvider({ ...options, ...CLOSTE_LIMITS }),
};
