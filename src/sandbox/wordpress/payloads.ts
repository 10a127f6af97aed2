import type { WordPressRecord } from './network.js';

/** The bodies of Ultimate Multisite's webhooks: flat, flags as texts, full of personal data. */
export const domainCreatedPayload = (record: WordPressRecord, title: string, host: string): object => ({
  domain_id: record.id,
  domain_domain: record.domain,
  domain_site_id: record.blogId,
  domain_stage: record.stage,
  domain_active: String(record.active),
  domain_primary: String(record.primary),
  domain_secure: String(record.secure),
  domain_date_created: record.created,
  domain_manage_url: adminPage(host, 'domain', record.id),
  ...sitePayload(String(record.blogId), title, host),
  ...membership(host),
  ...customer(host),
  wu_version: '2.9.2',
});

export const sitePublishedPayload = (blogId: number, siteUrl: string, host: string): object => ({
  ...sitePayload(blogId, 'A shop', host),
  site_url: siteUrl,
  ...membership(host),
  ...customer(host),
  wu_version: '2.9.2',
});

/** What “Send Test Event” posts: every field there, none of it real, and ids that no record has. */
export const mockEvent = (host: string): object => ({
  domain_id: 0,
  domain_domain: 'example.com',
  domain_site_id: 1,
  domain_stage: 'checking-dns',
  domain_active: 'true',
  domain_primary: 'true',
  domain_secure: 'true',
  domain_date_created: null,
  domain_manage_url: adminPage(host, 'domain', 0),
  ...{
    site_id: null,
    site_title: 'Example Site',
    site_description: 'This is an example of a site description.',
  },
  ...{ site_url: 'http://examplesite.dev/', site_admin_url: `http://${host}/wp-admin/` },
  site_manage_url: adminPage(host, 'site', 0),
  ...membership(host),
  ...{ membership_id: 0, membership_status: null, membership_currency: null, membership_gateway: null },
  ...{ membership_date_expiration: null, membership_initial_amount: '$ 0.00', membership_amount: '$ 0.00' },
  membership_manage_url: adminPage(host, 'membership', 0),
  ...customer(host),
  ...{ customer_id: 0, customer_name: 'A Person', customer_user_id: null, customer_email_verification: null },
  ...{
    customer_user_email: 'person@example.com',
    customer_billing_address: 'Company Co.\ncompany@example.com',
  },
  customer_manage_url: adminPage(host, 'customer', 0),
  wu_version: '2.9.2',
});

const adminPage = (host: string, kind: string, id: number): string =>
  `http://${host}/wp-admin/network/admin.php?page=wp-ultimo-edit-${kind}&id=${id}`;

const sitePayload = (id: number | string, title: string, host: string): object => ({
  site_id: id,
  site_title: title,
  site_description: '',
  site_url: `http://shop-${id}.${host}`,
  site_admin_url: `http://shop-${id}.${host}/wp-admin/`,
  site_manage_url: adminPage(host, 'site', Number(id)),
});

const membership = (host: string): object => ({
  membership_id: '7',
  membership_status: 'active',
  membership_reference_code: 'HHHHKND2WG',
  membership_initial_amount: '&euro; 0.00',
  membership_initial_amount_raw: 0,
  membership_amount: '&euro; 0.00',
  membership_amount_raw: 0,
  membership_currency: 'EUR',
  membership_description: 'Free!',
  membership_gateway: 'free',
  membership_date_expiration: '2026-11-25 13:27:16',
  membership_manage_url: adminPage(host, 'membership', 7),
});

const customer = (host: string): object => ({
  customer_id: '9',
  customer_name: 'Erika Mustermann',
  customer_user_id: '2',
  customer_user_email: 'erika.mustermann@example.com',
  customer_email_verification: 'verified',
  customer_avatar: "<img alt='' src='https://secure.gravatar.com/avatar/0?s=40' height='40' width='40'/>",
  customer_billing_address: 'Heidestraße 17, 51147 Köln',
  customer_manage_url: adminPage(host, 'customer', 9),
});
