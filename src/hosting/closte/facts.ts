import type { ProviderFacts } from '../../core/ports/provider-facts.js';

/** What to do about each of Closte's variables when it is wrong. */
export const closteFixes = {
  CLOSTE_CLIENT_API_KEY:
    'Set it, or run the bot where a wp-config.php defines it, or name that file in WP_CONFIG_FILE. Where no wp-config.php has it, Ultimate Multisite 2.5 and later may hold it in its database, which the bot doesn’t read.',
  CLOSTE_TARGETS: 'Give what customers’ DNS must point to: IP addresses and hosts, separated by commas.',
  CLOSTE_APP_ID: 'Give the 24 hexadecimal digits of the app’s ID.',
  CLOSTE_API_URL: 'Leave it out, or give a base such as https://app.closte.com/api/client.',
  CLOSTE_RATE: 'Use 20 to 6000 changes per minute.',
} as const;
export type ClosteVariable = keyof typeof closteFixes;

export const closteFacts: ProviderFacts<ClosteVariable> = {
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
};
