import { describe, expect, it } from 'vitest';
import { type TemplateApp, templatesForApp } from '../../../src/core/domain-connect/app-templates.js';
import { templateFileName, templateSchema } from '../../../src/core/domain-connect/template.js';

const app: TemplateApp = {
  providerId: 'agency.test',
  providerName: 'Agency',
  serviceId: 'shops',
  serviceName: 'Agency Shops',
  version: 1,
  target: { ipv4: ['192.0.2.1'], ipv6: [], cname: [] },
  syncPubKeyDomain: 'agency.test',
};

describe('templatesForApp', () => {
  it('has one template with both groups for a target of addresses', () => {
    const [template, ...others] = templatesForApp({
      ...app,
      target: { ...app.target, ipv6: ['2001:db8::1'] },
      ttlSeconds: 600,
    });
    expect(others).toEqual([]);
    expect(template).toEqual({
      providerId: 'agency.test',
      providerName: 'Agency',
      serviceId: 'shops',
      serviceName: 'Agency Shops',
      version: 1,
      description: 'Points a domain at Agency Shops',
      multiInstance: true,
      syncPubKeyDomain: 'agency.test',
      records: [
        { type: 'A', host: '@', pointsTo: '192.0.2.1', ttl: 600, groupId: 'apex' },
        { type: 'AAAA', host: '@', pointsTo: '2001:db8::1', ttl: 600, groupId: 'apex' },
        { type: 'A', host: '@', pointsTo: '192.0.2.1', ttl: 600, groupId: 'subdomain' },
        { type: 'AAAA', host: '@', pointsTo: '2001:db8::1', ttl: 600, groupId: 'subdomain' },
        { type: 'CNAME', host: 'www', pointsTo: '@', ttl: 600, groupId: 'www' },
      ],
    });
  });

  it('has a template of its own for subdomains with a CNAME', () => {
    const [apex, subdomain] = templatesForApp({
      ...app,
      target: { ...app.target, cname: ['shops.host.test'] },
    });
    expect(apex?.hostRequired).toBeUndefined();
    expect(apex?.records.map(({ groupId }) => groupId)).toEqual(['apex', 'www']);
    expect(subdomain).toMatchObject({ serviceId: 'shops-subdomain', hostRequired: true });
    expect(subdomain?.records).toEqual([
      { type: 'CNAME', host: '@', pointsTo: 'shops.host.test', ttl: 3600, groupId: 'subdomain' },
      { type: 'CNAME', host: 'www', pointsTo: 'shops.host.test', ttl: 3600, groupId: 'www' },
    ]);
  });

  it('has no apex where the target is a hostname alone', () => {
    const templates = templatesForApp({ ...app, target: { ipv4: [], ipv6: [], cname: ['shops.host.test'] } });
    expect(templates.map(({ serviceId }) => serviceId)).toEqual(['shops-subdomain']);
  });

  it('refuses an app without any target', () => {
    expect(() => templatesForApp({ ...app, target: { ipv4: [], ipv6: [], cname: [] } })).toThrow();
  });
});

describe('the template schema', () => {
  const [valid] = templatesForApp(app);

  it.each([
    ['an unknown field', { colour: 'red' }],
    ['no records', { records: [] }],
    ['a version that is no whole number', { version: 1.5 }],
    ['a service id with capitals', { serviceId: 'Shops' }],
    ['a provider id that isn’t a domain', { providerId: 'Agency Ltd' }],
    ['a logo without HTTPS', { logoUrl: 'http://agency.test/logo.png' }],
    [
      'a CNAME for the name itself without hostRequired',
      { records: [{ type: 'CNAME', host: '@', pointsTo: 'a.test', ttl: 60 }] },
    ],
    ['a record without ttl', { records: [{ type: 'A', host: '@', pointsTo: '192.0.2.1' }] }],
    [
      'variables, neither signed nor with a warning',
      { syncPubKeyDomain: undefined, records: [{ type: 'A', host: '@', pointsTo: '%ip%', ttl: 60 }] },
    ],
  ])('refuses %s', (_, change) => {
    expect(templateSchema.safeParse(valid).success).toBe(true);
    expect(templateSchema.safeParse({ ...valid, ...change }).success).toBe(false);
  });

  it('accepts variables with a warning, and names that providers fill in', () => {
    const record = { type: 'A', host: '@', pointsTo: '%ip%', ttl: '%ttl%' };
    expect(
      templateSchema.safeParse({
        ...valid,
        syncPubKeyDomain: undefined,
        warnPhishing: true,
        records: [record],
      }).success,
    ).toBe(true);
    expect(
      templateSchema.safeParse({
        ...valid,
        syncPubKeyDomain: undefined,
        records: [{ type: 'CNAME', host: 'www', pointsTo: '%fqdn%', ttl: 60 }],
      }).success,
    ).toBe(true);
  });

  it('names the file as the public repository does', () => {
    expect(valid && templateFileName(valid)).toBe('agency.test.shops.json');
  });
});
