import { generateKeyPairSync } from 'node:crypto';
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
