import { createPrivateKey, createPublicKey, type KeyObject, sign, verify } from 'node:crypto';

/** The only algorithm every Domain Connect provider must accept (its draft, "Signing"). */
const ALGORITHM = 'RSA-SHA256';
const ALGORITHM_NAME = 'RS256';
/** A DNS string holds 255 bytes; "p=12,a=RS256,d=" goes before the data. */
const MAX_PART_DATA = 230;

export type QueryParameters = Readonly<Record<string, string>>;

/**
 * The query string, signed and sent unchanged: percent-encoded by RFC 3986 and sorted by name, which
 * providers of older and newer drafts accept.
 */
export function encodeQuery(parameters: QueryParameters): string {
  return Object.entries(parameters)
    .map(([name, value]) => [encodeStrictly(name), encodeStrictly(value)] as const)
    .sort(([left], [right]) => (left < right ? -1 : 1))
    .map(([name, value]) => `${name}=${value}`)
    .join('&');
}

/** The signature of an encoded query without `sig` and `key`, in base64. Throws for a key that isn't an RSA key in PEM form. */
export function signQuery(query: string, privateKeyPem: string): string {
  const key = createPrivateKey(privateKeyPem);
  assertRsa(key);
  return sign(ALGORITHM, Buffer.from(query), key).toString('base64');
}

/** Verifies {@link signQuery}'s result with the published public key, as a provider does. */
export function verifyQuery(query: string, signature: string, publicKeyTxt: readonly string[]): boolean {
  const key = publicKeyFromTxt(publicKeyTxt);
  return key !== undefined && verify(ALGORITHM, Buffer.from(query), key, Buffer.from(signature, 'base64'));
}

/** The TXT records at `<key>.<syncPubKeyDomain>` that publish a key pair's public half. Takes the public or the private key. */
export function publicKeyTxtParts(keyPem: string): string[] {
  const key = createPublicKey(keyPem);
  assertRsa(key);
  const data = key.export({ type: 'spki', format: 'der' }).toString('base64');
  return (data.match(new RegExp(`.{1,${MAX_PART_DATA}}`, 'g')) ?? []).map(
    (part, index) => `p=${index + 1},a=${ALGORITHM_NAME},d=${part}`,
  );
}

/** The published public key; undefined if parts are missing, duplicated or not of an RSA key. */
export function publicKeyFromTxt(texts: readonly string[]): KeyObject | undefined {
  const parts = texts
    .flatMap((text) => {
      const match = /^p=(\d{1,2}),a=RS256,d=([A-Za-z0-9+/=]+)$/.exec(text);
      return match ? [{ number: Number(match[1]), data: match[2] ?? '' }] : [];
    })
    .sort((left, right) => left.number - right.number);
  if (parts.length === 0 || parts.some(({ number }, index) => number !== index + 1)) return undefined;
  try {
    const key = createPublicKey({
      key: Buffer.from(parts.map(({ data }) => data).join(''), 'base64'),
      format: 'der',
      type: 'spki',
    });
    return key.asymmetricKeyType === 'rsa' ? key : undefined;
  } catch {
    return undefined;
  }
}

/** Do these TXT records publish the key pair's public half, however it is split? */
export const publishesKey = (keyPem: string, texts: readonly string[]): boolean =>
  publicKeyFromTxt(texts)?.equals(createPublicKey(keyPem)) === true;

function assertRsa(key: KeyObject): void {
  if (key.asymmetricKeyType !== 'rsa') throw new TypeError('Domain Connect signs with an RSA key.');
}

/** `encodeURIComponent` doesn't encode five characters that RFC 3986 reserves. */
const encodeStrictly = (text: string): string =>
  encodeURIComponent(text).replace(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
