import { generateKeyPairSync } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ApplyRequest, applyUrl } from '../../../src/core/domain-connect/apply-url.js';
import { publicKeyTxtParts, verifyQuery } from '../../../src/core/domain-connect/sign-query.js';

const request: ApplyRequest = {
  urlSyncUX: 'https://connect.provider.test/sync/',
  providerId: 'agency.test',
  serviceId: 'shops',
  zone: 'example.com',
  host: 'shop',
};

describe('applyUrl', () => {
  it('leads to the consent page of the DNS provider', () => {
    expect(applyUrl(request)).toBe(
      'https://connect.provider.test/sync/v2/domainTemplates/providers/agency.test/services/shops/apply?domain=example.com&host=shop',
    );
  });

  it('has no host for the zone itself', () => {
    expect(new URL(applyUrl({ ...request, host: '' })).searchParams.has('host')).toBe(false);
  });

  it('carries groups, variables, the way back and the state', () => {
    const url = new URL(
      applyUrl({
        ...request,
        groupIds: ['apex', 'subdomain'],
        variables: { ip: '192.0.2.1' },
        redirectUri: 'https://agency.test/back?a=b',
        state: 'x/y+z=',
      }),
    );
    expect(Object.fromEntries(url.searchParams)).toEqual({
      domain: 'example.com',
      host: 'shop',
      groupId: 'apex,subdomain',
      ip: '192.0.2.1',
      redirect_uri: 'https://agency.test/back?a=b',
      state: 'x/y+z=',
    });
  });

  it('is signed over all that precedes the signature', () => {
    const { privateKey, publicKey } = generateKeyPairSync('rsa', {
      modulusLength: 2048,
      privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
      publicKeyEncoding: { type: 'spki', format: 'pem' },
    });
    const url = applyUrl({
      ...request,
      state: 'a b',
      signing: { privateKeyPem: privateKey, keyHost: '_dck1' },
    });
    const [signed = '', signature] = (url.split('?')[1] ?? '').split('&sig=');
    const { searchParams } = new URL(url);
    expect(searchParams.get('key')).toBe('_dck1');
    expect(signature).toMatch(/^[A-Za-z0-9%]+&key=_dck1$/);
    expect(verifyQuery(signed, searchParams.get('sig') ?? '', publicKeyTxtParts(publicKey))).toBe(true);
  });

  it.each(['domain', 'host', 'groupId', 'redirect_uri', 'state', 'sig', 'key'])(
    'refuses a variable named %s',
    (name) => {
      expect(() => applyUrl({ ...request, variables: { [name]: 'evil.test' } })).toThrow(name);
    },
  );

  it.each([
    'http://provider.test',
    'javascript:alert(1)',
    'https://user@provider.test',
    'https://provider.test/?a=b',
  ])('refuses %s as the consent page', (urlSyncUX) => {
    expect(() => applyUrl({ ...request, urlSyncUX })).toThrow('consent page');
  });

  it('encodes ids that would change the path', () => {
    const { pathname } = new URL(applyUrl({ ...request, serviceId: '../../evil' }));
    expect(pathname).toBe('/sync/v2/domainTemplates/providers/agency.test/services/..%2F..%2Fevil/apply');
  });
});

describe('a signed link', () => {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2_048 });
  const privateKeyPem = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
  const published = publicKeyTxtParts(privateKeyPem);
  const text = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 });
  const signedLinks = fc
    .record({
      zone: fc.domain(),
      host: fc.constantFrom('', 'shop', 'a.b'),
      state: text,
      redirectUri: fc.webUrl({ withQueryParameters: true }),
      groupIds: fc.subarray(['apex', 'subdomain', 'www']),
    })
    .map((parts) => applyUrl({ ...request, ...parts, signing: { privateKeyPem, keyHost: '_dck1' } }));
  const partsOf = (link: string) => {
    const [query = '', rest = ''] = (link.split('?')[1] ?? '').split('&sig=');
    return { query, signature: decodeURIComponent(rest.split('&key=')[0] ?? '') };
  };

  it('is verified as it is sent, whatever is in it', () => {
    fc.assert(
      fc.property(signedLinks, (link) => {
        const { query, signature } = partsOf(link);
        expect(verifyQuery(query, signature, published)).toBe(true);
        expect(new URL(link).href).toBe(link);
      }),
      { numRuns: 50 },
    );
  });

  it('is refused once anything in it was changed', () => {
    fc.assert(
      fc.property(signedLinks, fc.nat(), (link, at) => {
        const { query, signature } = partsOf(link);
        const place = at % query.length;
        const other = query[place] === 'x' ? 'y' : 'x';
        const changed = `${query.slice(0, place)}${other}${query.slice(place + 1)}`;
        expect(verifyQuery(changed, signature, published)).toBe(false);
      }),
      { numRuns: 50 },
    );
  });
});
