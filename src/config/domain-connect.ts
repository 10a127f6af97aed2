import { createPrivateKey } from 'node:crypto';
import { domainToASCII } from 'node:url';
import { z } from 'zod';
import type { Signing } from '../core/domain-connect/apply-url.js';
import { UNREADABLE_FILE } from './problems.js';
import type { Source } from './source.js';
import type { ReadFile } from './wp-config.js';

/** The agency at Domain Connect: one click for customers. */
export interface DomainConnectConfig {
  /** The agency's own domain, its id in the protocol. */
  readonly providerId: string;
  readonly providerName: string;
  /** Undefined without a key: links aren't signed. */
  readonly signing?: Signing | undefined;
}

/** The host below the agency's domain that holds the public key. */
export const DEFAULT_KEY_NAME = '_dck1';
const MIN_KEY_BITS = 2_048;

const ownDomain = z
  .string()
  .transform((text) => domainToASCII(text.toLowerCase().replace(/\.$/, '')))
  .refine((name) => z.hostname().safeParse(name).success && name.includes('.'), 'isn’t a domain');
const keyName = z.string().regex(/^[a-z\d_]([a-z\d_-]{0,61}[a-z\d])?$/, 'isn’t a DNS label in lower case');
export const serviceId = z
  .string()
  .regex(/^[a-z\d][a-z\d.-]{0,62}$/, 'is not 1 to 63 lower-case letters, digits, dots and hyphens');
const providerName = z.string().max(100, 'is longer than 100 characters');

const rsaKey = z.string().superRefine((text, context) => {
  const problem = keyProblem(text);
  if (problem !== undefined) context.addIssue({ code: 'custom', message: problem });
});

/** Undefined without the agency's id, which everything else needs. */
export function readDomainConnect(source: Source, readFile: ReadFile): DomainConnectConfig | undefined {
  const providerId = source.read('DOMAIN_CONNECT_ID', ownDomain, undefined);
  const signing = readSigning(source, readFile);
  const name = source.read('DOMAIN_CONNECT_NAME', providerName, undefined);
  if (providerId !== undefined) return { providerId, providerName: name ?? providerId, signing };
  if (source.given('DOMAIN_CONNECT_KEY_FILE') !== undefined && !source.given('DOMAIN_CONNECT_ID'))
    source.problems.add('DOMAIN_CONNECT_ID', 'is missing beside the key');
  return undefined;
}

/** Lines of the private key, for the log to redact. */
export const domainConnectSecrets = (config: DomainConnectConfig | undefined): string[] =>
  (config?.signing?.privateKeyPem ?? '').split('\n').filter((line) => /^[A-Za-z\d+/=]{40,}$/.test(line));

function readSigning(source: Source, readFile: ReadFile): Signing | undefined {
  const path = source.given('DOMAIN_CONNECT_KEY_FILE');
  const keyHost = source.read('DOMAIN_CONNECT_KEY_NAME', keyName, DEFAULT_KEY_NAME);
  if (path === undefined) return undefined;
  const text = readFile(path);
  if (typeof text !== 'string') return source.problems.add('DOMAIN_CONNECT_KEY_FILE', UNREADABLE_FILE);
  const privateKeyPem = source.read('DOMAIN_CONNECT_KEY_FILE', rsaKey, undefined, text);
  return privateKeyPem === undefined ? undefined : { privateKeyPem, keyHost };
}

function keyProblem(pem: string): string | undefined {
  try {
    const { asymmetricKeyType, asymmetricKeyDetails } = createPrivateKey(pem);
    if (asymmetricKeyType !== 'rsa') return 'contains a key that isn’t RSA';
    const bits = asymmetricKeyDetails?.modulusLength ?? 0;
    return bits < MIN_KEY_BITS ? `contains a key of ${bits} bits` : undefined;
  } catch {
    return 'contains no private key in PEM form';
  }
}
