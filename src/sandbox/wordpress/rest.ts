import {
  isDomain,
  now,
  type SandboxNetwork,
  type WordPressRecord,
  type WordPressWebhook,
} from './network.js';

/** What a request to `/wp-json/wu/v2` gets: status, body, and headers besides the content type. */
export type RestReply = readonly [status: number, body: unknown, headers?: Readonly<Record<string, string>>];

/** `old`: 2.4.3 and its like. They page by `number` and `offset`, and know no `ssl-failed`. */
export type PluginVersion = 'new' | 'old';

export interface RestRequest {
  readonly method: string;
  /** Below `/wp-json/wu/v2`. */
  readonly path: string;
  readonly query: URLSearchParams;
  readonly body: Readonly<Record<string, unknown>>;
}

const STAGES = ['checking-dns', 'checking-ssl-cert', 'done-without-ssl', 'done', 'failed', 'ssl-failed'];
const FIELDS = new Set(['domain', 'blog_id', 'stage', 'active', 'primary_domain', 'secure']);
const MAX_PER_PAGE = 100;
const DOING_IT_WRONG =
  'wp_send_json (since 5.5.0; Return a WP_REST_Response or WP_Error object from your callback when using the REST API.)';

/** Answers like Ultimate Multisite 2.9.2, as recorded in test/fixtures/captures. */
export async function answerRest(
  network: SandboxNetwork,
  version: PluginVersion,
  { method, path, query, body }: RestRequest,
): Promise<RestReply> {
  if (path === '/auth') {
    const said = { success: true, label: 'Network', message: 'Welcome to our API' };
    return [200, said, { 'X-WP-DoingItWrong': DOING_IT_WRONG }];
  }
  const [, kind = '', id = ''] = /^\/(domain|site|settings|webhook)(?:\/([\w-]+))?$/.exec(path) ?? [];
  if (kind === 'settings') return settingReply(network, id);
  if (kind === 'site' && id === '')
    return pageReply([...network.sites.keys()], version, query, siteShown(network));
  if (kind === 'site') return siteReply(network, Number(id));
  if (kind === 'webhook')
    return webhookReply(network, version, { method, path, query, body }, id === '' ? Number.NaN : Number(id));
  if (kind !== 'domain') return noRoute();
  if (id === '' && method === 'GET') return listReply(network, version, query);
  if (id === '' && method === 'POST') return createReply(network, body);
  const record = network.records.get(Number(id));
  if (!record) return missing('domain');
  if (method === 'DELETE') {
    await network.remove(record.id);
    return [200, 1];
  }
  return method === 'GET' ? [200, shown(record)] : updateReply(network, version, record, body);
}

export const noRoute = (): RestReply =>
  failed(404, 'rest_no_route', 'No route was found matching the URL and request method.');

export const forbidden = (): RestReply =>
  failed(401, 'rest_forbidden', 'Sorry, you are not allowed to do that.');

const failed = (status: number, code: string, message: string): RestReply => [
  status,
  { code, message, data: { status } },
];

const missing = (kind: string): RestReply => failed(404, `wu_rest_${kind}_invalid_id`, 'Item not found.');

/** The plugin's own refusals: HTTP 500 without data. */
const refusedRecord = (message: string): RestReply => [500, { code: 'domain', message, data: null }];

const invalid = (param: string, code: string, message: string): RestReply => [
  400,
  {
    code: 'rest_invalid_param',
    message: `Invalid parameter(s): ${param}`,
    data: {
      status: 400,
      params: { [param]: message },
      details: { [param]: { code, message, data: null } },
    },
  },
];

function listReply({ records }: SandboxNetwork, version: PluginVersion, query: URLSearchParams): RestReply {
  const [domain, blogId] = [query.get('domain'), query.get('blog_id')];
  const all = [...records.values()].filter(
    (record) =>
      (domain === null || record.domain === domain) && (blogId === null || record.blogId === Number(blogId)),
  );
  const isPrimaryFirst = query.get('orderby') === 'primary_domain' && query.get('order') === 'DESC';
  const sorted = isPrimaryFirst
    ? all.toSorted((one, other) => Number(other.primary) - Number(one.primary))
    : all;
  return pageReply(sorted, version, query, shown);
}

/** One page of a list, in either way of paging. */
function pageReply<Entry>(
  all: readonly Entry[],
  version: PluginVersion,
  query: URLSearchParams,
  show: (entry: Entry) => object,
): RestReply {
  const isOld = version === 'old';
  const wanted = Number(query.get(isOld ? 'number' : 'per_page') ?? 10);
  if (!isOld && (wanted < 1 || wanted > MAX_PER_PAGE))
    return invalid(
      'per_page',
      'rest_out_of_bounds',
      'per_page must be between 1 (inclusive) and 100 (inclusive)',
    );
  const offset = isOld ? Number(query.get('offset') ?? 0) : (Number(query.get('page') ?? 1) - 1) * wanted;
  const page = all.slice(offset, offset + wanted).map(show);
  if (isOld) return [200, page];
  const headers = {
    'X-WP-Total': String(all.length),
    'X-WP-TotalPages': String(Math.ceil(all.length / wanted)),
  };
  return [200, page, headers];
}

async function createReply(network: SandboxNetwork, body: RestRequest['body']): Promise<RestReply> {
  const domain = String(body['domain'] ?? '').toLowerCase();
  if (!isDomain(domain)) return refusedRecord(`Domain ${domain} is not valid`);
  if ([...network.records.values()].some((record) => record.domain === domain))
    return refusedRecord(`Domain ${domain} has been used`);
  const record = await network.create(domain, Number(body['blog_id']), String(body['stage']));
  return [200, { ...shown(record), ...withTypes(record) }];
}

function updateReply(
  network: SandboxNetwork,
  version: PluginVersion,
  record: WordPressRecord,
  body: RestRequest['body'],
): RestReply {
  const unknown = Object.keys(body).find((name) => !FIELDS.has(name));
  if (unknown !== undefined)
    return failed(
      400,
      'wu_rest_domain_invalid_set_method',
      `The WP_Ultimo\\Models\\Domain object does not have a set_${unknown} method`,
    );
  const known = version === 'old' ? STAGES.filter((stage) => stage !== 'ssl-failed') : STAGES;
  if ('stage' in body && !known.includes(String(body['stage'])))
    return invalid('stage', 'rest_not_in_enum', `stage is not one of ${listedRecords(known)}.`);
  const before = shown(record);
  network.update(record.id, body);
  // Changed fields come back as sent, the others as stored.
  return [200, { ...before, ...body }];
}

const listedRecords = (names: readonly string[]): string =>
  `${names.slice(0, -1).join(', ')}, and ${names.at(-1) ?? ''}`;

function settingReply({ settings }: SandboxNetwork, key: string): RestReply {
  if (/secret|api_key/.test(key))
    return failed(403, 'setting_protected', 'This setting is protected and cannot be retrieved via the API.');
  if (!settings.has(key)) return failed(404, 'setting_not_found', `Setting "${key}" not found.`);
  return [200, { success: true, setting_key: key, value: settings.get(key) }];
}

function siteReply(network: SandboxNetwork, id: number): RestReply {
  return network.sites.has(id) ? [200, siteShown(network)(id)] : missing('site');
}

/** As WordPress stores titles. */
const escapedTitle = (title: string): string =>
  title.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll("'", '&#039;');

const siteShown =
  ({ sites }: SandboxNetwork) =>
  (id: number): object => {
    const { title, domain, registered } = sites.get(id) ?? { title: '', domain: '', registered: '' };
    return {
      ...{ id, model: 'site', slug: '', date_created: '', date_modified: '', migrated_from_id: null },
      ...{
        title: escapedTitle(title),
        description: '',
        blog_id: String(id),
        site_id: '1',
        domain,
        path: '/',
        site_path: null,
      },
      ...{
        registered,
        last_updated: registered,
        is_publishing: null,
        publishing_started_at: 0,
        active: true,
      },
      ...{ public: '1', archived: '0', mature: '0', spam: '0', deleted: '0', lang_id: '0', customer_id: '1' },
      ...{ membership_id: '1', template_id: false, type: 'customer_owned', featured_image_id: null },
      ...{ categories: [], transient: null, signup_options: null, signup_meta: null },
      ...{ limitations: [], notes: [] },
    };
  };

function webhookReply(
  { webhooks, newWebhookId }: SandboxNetwork,
  version: PluginVersion,
  { method, query, body }: RestRequest,
  id: number,
): RestReply {
  const known = webhooks.get(id);
  if (method === 'DELETE') return webhooks.delete(id) ? [200, 1] : missing('webhook');
  if (method === 'GET' && Number.isNaN(id))
    return pageReply([...webhooks.values()], version, query, listedWebhook);
  if (method === 'GET') return known ? [200, listedWebhook(known)] : missing('webhook');
  const webhook: WordPressWebhook = {
    ...{ id: newWebhookId(), name: String(body['name']), url: String(body['webhook_url']) },
    ...{ event: String(body['event']), created: now(), sent: 0 },
  };
  webhooks.set(webhook.id, webhook);
  return [200, shownWebhook(webhook)];
}

const shownWebhook = ({ id, name, url, event, created, sent }: WordPressWebhook) => ({
  ...{ id, model: 'webhook', slug: '', date_created: created, date_modified: created, migrated_from_id: 0 },
  ...{ name, webhook_url: url, event, event_count: sent, active: true, hidden: false },
  ...{ integration: 'manual', date_last_failed: '0000-00-00 00:00:00' },
});

/** Read from the database, as a domain record is: numbers and flags are texts. */
const listedWebhook = (webhook: WordPressWebhook): object => ({
  ...shownWebhook(webhook),
  ...{ id: String(webhook.id), event_count: String(webhook.sent), active: '1', hidden: '0' },
});

const flagOf = (value: boolean): string => (value ? '1' : '0');

/** As it is read: numbers and flags are texts. */
const shown = (record: WordPressRecord): Record<string, unknown> => ({
  id: String(record.id),
  model: 'domain',
  slug: '',
  date_created: record.created,
  date_modified: record.modified,
  migrated_from_id: null,
  blog_id: String(record.blogId),
  domain: record.domain,
  active: flagOf(record.active),
  primary_domain: flagOf(record.primary),
  secure: flagOf(record.secure),
  stage: record.stage,
});

/** A record that was just created still has its types. */
const withTypes = ({ id, blogId, active, primary, secure }: WordPressRecord) => ({
  id,
  blog_id: blogId,
  active,
  primary_domain: primary,
  secure,
});
