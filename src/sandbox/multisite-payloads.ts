/** The bodies of Ultimate Multisite's webhooks: flat, flags as texts, full of personal data. */

interface Created {
  readonly id: number;
  readonly domain: string;
  readonly blogId: number;
  readonly stage: string;
}

export const domainCreated = ({ id, domain, blogId, stage }: Created, host: string): object => ({
  domain_id: String(id),
  domain_domain: domain,
  domain_site_id: String(blogId),
  domain_stage: stage,
  domain_active: 'true',
  domain_primary: 'false',
  domain_secure: 'false',
  domain_date_created: '2026-11-20 10:00:00',
  domain_manage_url: `https://${host}/wp-admin/network/admin.php?page=wp-ultimo-edit-domain&id=${id}`,
  site_id: String(blogId),
  site_title: 'A shop',
  site_url: `https://shop-${blogId}.${host}/`,
  ...customer(host),
});

export const sitePublished = (blogId: number, siteUrl: string, host: string): object => ({
  site_id: String(blogId),
  site_title: 'A shop',
  site_url: siteUrl,
  ...customer(host),
});

/** What “Send Test Event” posts: every field there, none of it real. */
export const mockEvent = (host: string): object => ({
  domain_id: 1,
  domain_domain: 'test.com',
  domain_site_id: 1,
  domain_stage: 'checking-dns',
  domain_active: 'true',
  site_id: 1,
  site_title: 'Test Site',
  site_url: 'https://test.com',
  ...customer(host),
});

const customer = (host: string): object => ({
  membership_id: '7',
  membership_status: 'active',
  customer_id: '9',
  customer_name: 'Erika Mustermann',
  customer_user_email: 'erika.mustermann@example.com',
  customer_billing_address: 'Heidestraße 17, 51147 Köln',
  customer_manage_url: `https://${host}/wp-admin/network/admin.php?page=wp-ultimo-edit-customer&id=9`,
  wu_version: '2.16.0',
});
