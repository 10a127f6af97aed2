import type { ProviderDefinition } from '../provider.js';
import { createClosteProvider } from './client.js';

/** What to do about each of Closte's variables when it is wrong. */
const fixes = {
  CLOSTE_CLIENT_API_KEY:
    'Set it, or run the bot where a wp-config.php defines it, or name that file in WP_CONFIG_FILE. Where no wp-config.php has it, Ultimate Multisite 2.5 and later may hold it in its database, which the bot doesn’t read.',
  CLOSTE_TARGETS: 'Give what customers’ DNS must point to: IP addresses and hosts, separated by commas.',
  CLOSTE_APP_ID: 'Give the 24 hexadecimal digits of the app’s ID.',
  CLOSTE_API_URL: 'Leave it out, or give a base such as https://app.closte.com/api/client.',
  CLOSTE_RATE: 'Use 20 to 6000 changes per minute.',
} as const;

/** Writes may take up to 45 s. */
const CLOSTE_LIMITS = { connectTimeoutMs: 5_000, totalTimeoutMs: 45_000 } as const;

export const closte: ProviderDefinition<keyof typeof fixes> = {
  id: 'closte',
  name: 'Closte',
  internalDomains: ['closte.com'],
  variables: {
    key: 'CLOSTE_CLIENT_API_KEY',
    targets: 'CLOSTE_TARGETS',
    apiUrl: 'CLOSTE_API_URL',
    appId: 'CLOSTE_APP_ID',
    rate: 'CLOSTE_RATE',
  },
  fixes,
  apiUrl: 'https://app.closte.com/api/client',
  appId: { form: /^[\da-f]{24}$/i, problem: 'is not 24 hexadecimal digits' },
  changesPerMinute: 60,
  wpConfig: { address: 'CLOSTE_PUBLIC_IP_ADDRESS', hostOf: (appId) => `app-${appId}.closte.com` },
  dashboardUrl: (appId) => `https://app.closte.com/sites/domains/${appId}`,
  connect: (options) => createClosteProvider({ ...options, ...CLOSTE_LIMITS }),
};
