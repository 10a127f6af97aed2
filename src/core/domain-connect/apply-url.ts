import { encodeQuery, type QueryParameters, signQuery } from './sign-query.js';

export interface ApplyRequest {
  /** From the DNS provider's settings. */
  readonly urlSyncUX: string;
  /** The service's id, which is the agency's domain, not the DNS provider's. */
  readonly providerId: string;
  readonly serviceId: string;
  readonly zone: string;
  /** Relative to the zone, such as "shop"; empty for the zone itself. */
  readonly host: string;
  readonly groupIds?: readonly string[];
  readonly variables?: QueryParameters;
  readonly redirectUri?: string;
  readonly state?: string;
  readonly signing?: Signing;
}

export interface Signing {
  readonly privateKeyPem: string;
  /** The name below the template's `syncPubKeyDomain` that holds the public key, such as "_dck1". */
  readonly keyHost: string;
}

/** The protocol's own parameters; a template variable of the same name would change what is applied. */
const RESERVED: ReadonlySet<string> = new Set([
  'domain',
  'host',
  'groupId',
  'redirect_uri',
  'state',
  'providerName',
  'serviceName',
  'sig',
  'key',
]);

/**
 * The link with which a customer lets the DNS provider set the records (Domain Connect, synchronous flow).
 * Throws for a variable named like a protocol parameter, and for a `urlSyncUX` that isn't HTTPS.
 */
export function applyUrl(request: ApplyRequest): string {
  const { providerId, serviceId, signing } = request;
  const path = [
    'v2/domainTemplates/providers',
    encodeURIComponent(providerId),
    'services',
    encodeURIComponent(serviceId),
  ];
  const query = encodeQuery(queryOf(request));
  const signature = signing
    ? `&sig=${encodeURIComponent(signQuery(query, signing.privateKeyPem))}&key=${encodeURIComponent(signing.keyHost)}`
    : '';
  return `${baseOf(request.urlSyncUX)}/${path.join('/')}/apply?${query}${signature}`;
}

function baseOf(urlSyncUX: string): string {
  const url = new URL(urlSyncUX);
  if (url.protocol !== 'https:' || url.username || url.password || url.search || url.hash)
    throw new TypeError(`${urlSyncUX} is no address for Domain Connect's consent page.`);
  return url.href.replace(/\/+$/, '');
}

function queryOf(request: ApplyRequest): QueryParameters {
  const { zone, host, groupIds = [], variables = {}, redirectUri, state } = request;
  const reserved = Object.keys(variables).find((name) => RESERVED.has(name));
  if (reserved) throw new TypeError(`A template's variable can't be named ${reserved}.`);
  return {
    ...variables,
    domain: zone,
    ...(host && { host }),
    ...(groupIds.length > 0 && { groupId: groupIds.join(',') }),
    ...(redirectUri !== undefined && { redirect_uri: redirectUri }),
    ...(state !== undefined && { state }),
  };
}
