import type { ProviderFacts } from '../../core/provider-facts.js';

export const closteFacts = {
  id: 'closte',
  name: 'Closte',
  internalDomains: ['closte.com'],
  variables: { key: 'CLOSTE_CLIENT_API_KEY', targets: 'CLOSTE_TARGETS', address: 'CLOSTE_API_URL' },
} as const satisfies ProviderFacts;
