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

describe('settings that are made to be slow or loud', () => {
  const good = {
    providerId: 'x',
    providerName: 'Provider',
    urlAPI: 'https://connect.provider.example',
  };
  it.each<[string, string]>([
    ['arrays in arrays', '['.repeat(60_000)],
    ['closed arrays in arrays', `${'['.repeat(30_000)}${']'.repeat(30_000)}`],
    ['objects in objects', `${'{"a":'.repeat(10_000)}1${'}'.repeat(10_000)}`],
    [
      'good ones around them',
      JSON.stringify(good).replace(/}$/, `,"deep":${'['.repeat(25_000)}${']'.repeat(25_000)}}`),
    ],
    ['a prototype', '{"__proto__":{"providerId":"x","providerName":"P","urlAPI":"https://a.example"}}'],
    ['a number without an end', `{"providerId":${'9'.repeat(60_000)}}`],
    [
      '50,000 name servers',
      JSON.stringify({ ...good, nameServers: Array.from({ length: 10_000 }, () => 'ns') }),
    ],
  ])('%s are read in no time, and taken for what they are', (_, body) => {
    const before = process.cpuUsage();
    const settings = parseSettings(body, 'example.com');
    expect(process.cpuUsage(before).user / 1_000).toBeLessThan(500);
    expect(JSON.stringify(settings ?? {}).length).toBeLessThan(1_000);
    expect(({} as Record<string, unknown>)['providerId']).toBeUndefined();
  });

  it('have a name without marks that turn it around, and of a few words', () => {
    const loud = { ...good, providerDisplayName: `\u202e<!channel>\u0000\n\u2028${'x'.repeat(10_000)}` };
    const { name = '' } = parseSettings(JSON.stringify(loud), 'example.com') ?? {};
    expect(name.length).toBeLessThanOrEqual(60);
    expect(name).not.toMatch(/[\p{Cc}\p{Cf}\u2028]/u);
  });
});
