import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readWebhook } from '../../src/multisite/webhook.js';
import {
  domainCreatedPayload,
  mockEvent,
  sitePublishedPayload,
} from '../../src/sandbox/wordpress/payloads.js';

const domainRecord = {
  id: 101,
  domain: 'Shop.Example.com',
  blogId: 12,
  stage: 'checking-dns',
  active: true,
  primary: false,
  secure: false,
  created: '2026-11-25 10:00:00',
  modified: '2026-11-25 10:00:00',
};

it('keeps of domain_created the domain, its record and its site, and nothing about people', () => {
  expect(readWebhook(domainCreatedPayload(domainRecord, 'A shop', 'network.example.com'))).toEqual({
    domain: 'shop.example.com',
    domainRecordId: 101,
    siteId: 12,
  });
});

it('finds the host of site_published in its URL', () => {
  const published = sitePublishedPayload(12, 'https://shop.example.com/welcome/?x=1', 'network.example.com');
  expect(readWebhook(published)).toEqual({ domain: 'shop.example.com', siteId: 12 });
});

it('knows a test event', () => {
  expect(readWebhook(mockEvent('network.example.com'))).toBe('test');
});

it.each([
  [undefined],
  [null],
  ['text'],
  [[]],
  [{}],
  [{ payment_id: '3', payment_status: 'completed' }],
  [{ domain_id: '-1', domain_domain: 'a.com', domain_site_id: '1' }],
  [{ domain_id: '1e3', domain_domain: 'a.com', domain_site_id: '1' }],
  [{ domain_id: '1', domain_domain: '', domain_site_id: '1' }],
  [{ domain_id: '1', domain_domain: 'a'.repeat(300), domain_site_id: '1' }],
  [{ site_id: '1', site_url: 'ftp://example.com' }],
  [{ site_id: '1', site_url: 'shop' }],
  [{ site_id: '99999999999999999999', site_url: 'https://shop.example.com' }],
])('%j says nothing of a domain', (body) => {
  expect(readWebhook(body)).toBeUndefined();
});

it('reads any JSON without fail', () => {
  const key = fc.constantFrom('domain_id', 'domain_domain', 'domain_site_id', 'site_id', 'site_url', 'x');
  fc.assert(fc.property(fc.dictionary(key, fc.jsonValue()), (body) => void readWebhook(body)));
});
