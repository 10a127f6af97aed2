import type { DnsProvider } from './dns-provider.js';
import { CLOUD_PROVIDERS } from './table-cloud.js';
import { GERMAN_PROVIDERS } from './table-germany.js';
import { IBERIAN_AND_BRAZILIAN_PROVIDERS } from './table-iberia-brazil.js';
import { LATIN_EUROPEAN_PROVIDERS } from './table-italy-france-romania.js';
import { REGISTRARS } from './table-registrars.js';
import { BRITISH_AND_NORTHERN_PROVIDERS } from './table-uk-north.js';

/** Facts about DNS providers and registrars. No two claim the same name server. */
export const DNS_PROVIDERS: readonly DnsProvider[] = [
  ...CLOUD_PROVIDERS,
  ...REGISTRARS,
  ...IBERIAN_AND_BRAZILIAN_PROVIDERS,
  ...LATIN_EUROPEAN_PROVIDERS,
  ...GERMAN_PROVIDERS,
  ...BRITISH_AND_NORTHERN_PROVIDERS,
];
