import { describe, expect, it } from 'vitest';
import { templatesForApp } from '../../../src/core/domain-connect/app-templates.js';
import { applicableTemplate } from '../../../src/core/domain-connect/one-click.js';

const ADDRESSES = { ipv4: ['203.0.113.10'], ipv6: [], cname: [] };
const BOTH = { ...ADDRESSES, cname: ['app.host.test'] };
const HOST_ONLY = { ipv4: [], ipv6: [], cname: ['app.host.test'] };
const partOf = (hostname: string, target = BOTH, { hasWww = false, zone = 'example.com' } = {}) =>
  applicableTemplate({ hostname, hasWww, zone, target, serviceId: 'shops' });

describe('the part of a template that makes the changes', () => {
  it.each([
    ['example.com', BOTH, false, { serviceId: 'shops', host: '', groupIds: ['apex'] }],
    ['example.com', BOTH, true, { serviceId: 'shops', host: '', groupIds: ['apex', 'www'] }],
    [
      'shop.example.com',
      BOTH,
      false,
      { serviceId: 'shops-subdomain', host: 'shop', groupIds: ['subdomain'] },
    ],
    ['a.b.example.com', ADDRESSES, true, { serviceId: 'shops', host: 'a.b', groupIds: ['subdomain', 'www'] }],
  ] as const)('of %s', (hostname, target, hasWww, part) => {
    expect(partOf(hostname, target, { hasWww })).toEqual(part);
  });

  it('leaves a www name alone that was not asked for', () => {
    expect(partOf('example.com')?.groupIds).not.toContain('www');
  });

  it.each([
    ['*.example.com', BOTH, 'example.com'],
    ['example.com', HOST_ONLY, 'example.com'],
    ['shop.example.com', BOTH, 'example.org'],
    ['badexample.com', BOTH, 'example.com'],
  ] as const)('is none for %s', (hostname, target, zone) => {
    expect(partOf(hostname, target, { zone })).toBeUndefined();
  });

  it('is always in a template that the app publishes', () => {
    for (const target of [ADDRESSES, BOTH, HOST_ONLY])
      for (const hostname of ['example.com', 'shop.example.com']) {
        const part = partOf(hostname, target, { hasWww: true });
        const templates = templatesForApp({
          providerId: 'agency.test',
          providerName: 'Agency',
          serviceId: 'shops',
          serviceName: 'Shops',
          version: 1,
          target,
        });
        const template = templates.find(({ serviceId }) => serviceId === part?.serviceId);
        const groups = new Set(template?.records.map(({ groupId }) => groupId));
        for (const group of part?.groupIds ?? []) expect(groups).toContain(group);
      }
  });
});
