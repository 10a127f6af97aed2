import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseSettings } from '../../../src/probe/domain-connect/settings.js';
import { SETTINGS } from './stand-in.js';

const parse = (changes: object, zone = 'example.com') =>
  parseSettings(JSON.stringify({ ...SETTINGS, ...changes }), zone);

describe('parseSettings', () => {
  it.each(['', 'null', '[]', '{"providerId":', '<html></html>', '42'])('takes %j for no settings', (body) => {
    expect(parseSettings(body, 'example.com')).toBeUndefined();
  });

  it.each([
    { providerId: undefined },
    { providerName: '' },
    { providerName: '\u202e\u0007' },
    { urlAPI: undefined },
    { urlAPI: 'http://provider.test' },
    { urlAPI: 'not a url' },
    { urlAPI: 'https://provider.test/?path=' },
  ])('takes %j for no settings', (changes) => {
    expect(parse(changes)).toBeUndefined();
  });

  it('has the name that customers know, else the provider’s own', () => {
    expect(parse({})?.name).toBe('Provider Domains');
    expect(parse({ providerDisplayName: undefined })?.name).toBe('Provider');
    expect(parse({ providerDisplayName: '\u200b' })?.name).toBe('Provider');
  });

  it('strips what deceives the eye from names and bounds them', () => {
    expect(parse({ providerDisplayName: 'Go\u202eDaddy\u2066\u0000\n  Inc' })?.name).toBe('GoDaddy Inc');
    expect(parse({ providerDisplayName: '😀'.repeat(500) })?.name).toBe('😀'.repeat(60));
  });

  it.each([
    'javascript:alert(1)//%domain%',
    'data:text/html,%domain%',
    'http://panel.provider.test/%domain%',
    'https://user:password@panel.provider.test/',
    'panel.provider.test',
    `https://panel.provider.test/${'a'.repeat(2_000)}`,
    42,
    null,
  ])('has no panel for %j, and the rest all the same', (urlControlPanel) => {
    const settings = parse({ urlControlPanel });
    expect(settings?.panelUrl).toBeUndefined();
    expect(settings?.name).toBe('Provider Domains');
  });

  it('puts the zone into the panel’s address, encoded, wherever it is asked for', () => {
    const urlControlPanel = 'https://panel.provider.test/%domain%?d=%domain%';
    expect(parse({ urlControlPanel })?.panelUrl).toBe(
      'https://panel.provider.test/example.com?d=example.com',
    );
    expect(parse({ urlControlPanel }, 'a/b?c&d')?.panelUrl).toBe(
      'https://panel.provider.test/a%2Fb%3Fc%26d?d=a%2Fb%3Fc%26d',
    );
  });

  it('has no panel address that could break out of a link', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 50 }), (path) => {
        const { panelUrl = '' } = parse({ urlControlPanel: `https://panel.provider.test/${path}` }) ?? {};
        expect(panelUrl).not.toMatch(/[<>|"\s]/);
      }),
    );
  });

  it('drops a consent page or name servers that are not as they should be', () => {
    expect(parse({ urlSyncUX: 'http://sync.provider.test' })?.urlSyncUX).toBeUndefined();
    expect(parse({ urlSyncUX: 'https://sync.provider.test/#a' })?.urlSyncUX).toBeUndefined();
    expect(parse({ nameServers: [1] })?.nameServers).toBeUndefined();
    expect(parse({ nameServers: [] })?.nameServers).toBeUndefined();
    expect(parse({ nameServers: Array.from({ length: 33 }, () => 'ns.test') })?.nameServers).toBeUndefined();
  });

  it('never throws', () => {
    fc.assert(
      fc.property(fc.json(), (body) => {
        expect(() => parseSettings(body, 'example.com')).not.toThrow();
      }),
    );
  });
});
