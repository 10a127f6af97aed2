import { createPublicKey, generateKeyPair } from 'node:crypto';
import { promisify } from 'node:util';
import type { DnsWorld } from '../dns/dns-world.js';
import type { PublishedTemplate } from './template.js';

/** The agency whose bot runs in this world. */
export const AGENCY = { id: 'pixel-agency.net', name: 'Pixel Agency', keyName: '_dck1' } as const;

const SERVICE = 'default';
const TEMPLATE_TTL_S = 3600;
/** A DNS string holds 255 bytes. */
const PART_LENGTH = 200;

let made: Promise<string> | undefined;

/** One key per process, because making it takes a moment. */
const agencyKey = (): Promise<string> => {
  made ??= promisify(generateKeyPair)('rsa', { modulusLength: 2_048 }).then(({ privateKey }) =>
    privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
  );
  return made;
};

/** Gives the agency its domain with the public key in it; resolves with the private key. */
export async function foundAgency(dns: DnsWorld): Promise<string> {
  const privateKey = await agencyKey();
  const data = createPublicKey(privateKey).export({ type: 'spki', format: 'der' }).toString('base64');
  const zone = dns.addZone(AGENCY.id);
  const parts = data.match(new RegExp(`.{1,${PART_LENGTH}}`, 'g')) ?? [];
  for (const [at, part] of parts.entries())
    zone.add(`${AGENCY.keyName}.${AGENCY.id}`, 'TXT', `p=${at + 1},a=RS256,d=${part}`);
  return privateKey;
}

/** What the agency has published for its app. */
export function agencyTemplates(target: {
  readonly address: string;
  readonly host: string;
}): PublishedTemplate[] {
  const common = {
    providerId: AGENCY.id,
    providerName: AGENCY.name,
    serviceName: AGENCY.name,
    version: 1,
    syncPubKeyDomain: AGENCY.id,
    syncRedirectDomain: '127.0.0.1',
  };
  const record = (type: string, host: string, pointsTo: string, groupId: string) => ({
    type,
    host,
    pointsTo,
    ttl: TEMPLATE_TTL_S,
    groupId,
  });
  return [
    {
      ...common,
      serviceId: SERVICE,
      records: [record('A', '@', target.address, 'apex'), record('CNAME', 'www', '@', 'www')],
    },
    {
      ...common,
      serviceId: `${SERVICE}-subdomain`,
      hostRequired: true,
      records: [record('CNAME', '@', target.host, 'subdomain'), record('CNAME', 'www', target.host, 'www')],
    },
  ];
}
