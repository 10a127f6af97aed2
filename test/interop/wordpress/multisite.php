<?php
/**
 * The REST shapes and webhooks of Ultimate Multisite in a real WordPress: its table, its routes, its errors, its paging,
 * numbers as MariaDB gives them. Follows test/fixtures/captures (2.9.2), not the plugin's code.
 */
global $wpdb;
define('TABLE', $wpdb->base_prefix . 'wu_domain_mappings');
define('IS_NEW', getenv('WU_PAGING') !== 'old');
define('STAGES', ['checking-dns', 'checking-ssl-cert', 'done-without-ssl', 'done', 'failed', 'ssl-failed']);
/** Every site up to this one is there. */
define('LAST_SITE', 98);
/** Settings that were saved; the others are not found. */
define('SETTINGS', ['dns_check_interval' => 10, 'enable_domain_mapping' => true]);

function wu_install(): void {
  global $wpdb;
  $wpdb->query('CREATE TABLE ' . TABLE . ' (id BIGINT AUTO_INCREMENT PRIMARY KEY, blog_id BIGINT, domain VARCHAR(191) UNIQUE,
    active TINYINT, primary_domain TINYINT, secure TINYINT, stage VARCHAR(64), date_created DATETIME, date_modified DATETIME)');
}

function wu_may(WP_REST_Request $request): bool {
  return ($_SERVER['PHP_AUTH_USER'] ?? '') === getenv('WU_KEY') && ($_SERVER['PHP_AUTH_PW'] ?? '') === getenv('WU_SECRET');
}

/** A column of MariaDB takes no boolean. */
function wu_columns(array $row): array {
  return array_map(fn ($value) => is_bool($value) ? (int) $value : $value, $row);
}

/** What every model begins with. */
function wu_model(string $model, $id, array $row): array {
  return ['id' => $id, 'model' => $model, 'slug' => '', 'date_created' => '', 'date_modified' => '', 'migrated_from_id' => null, ...$row];
}

function wu_find(int $id): ?array {
  global $wpdb;
  $row = $wpdb->get_row($wpdb->prepare('SELECT * FROM ' . TABLE . ' WHERE id = %d', $id), ARRAY_A);
  return $row ? wu_model('domain', $row['id'], $row) : null;
}

function wu_missing(string $model = 'domain'): WP_Error {
  return new WP_Error("wu_rest_{$model}_invalid_id", 'Item not found.', ['status' => 404]);
}

/** A model's own refusal has no status: WordPress makes it HTTP 500 with `"data":null`. */
function wu_refused(string $message): WP_Error {
  return new WP_Error('domain', $message);
}

function wu_offset(WP_REST_Request $request, int $size): int {
  return IS_NEW ? ((int) ($request['page'] ?? 1) - 1) * $size : (int) ($request['offset'] ?? 0);
}

function wu_totals(array $rows, int $total, int $size): WP_REST_Response {
  $response = new WP_REST_Response($rows);
  if (!IS_NEW) return $response;
  $response->header('X-WP-Total', $total);
  $response->header('X-WP-TotalPages', (int) ceil($total / $size));
  return $response;
}

function wu_size(WP_REST_Request $request): int {
  return min((int) ($request[IS_NEW ? 'per_page' : 'number'] ?? 20), 100);
}

function wu_list(WP_REST_Request $request): WP_REST_Response {
  global $wpdb;
  $where = 'WHERE 1 = 1';
  if ($request['domain']) $where .= $wpdb->prepare(' AND domain = %s', $request['domain']);
  if ($request['blog_id']) $where .= $wpdb->prepare(' AND blog_id = %d', $request['blog_id']);
  $size = wu_size($request);
  $offset = wu_offset($request, $size);
  $rows = $wpdb->get_results('SELECT * FROM ' . TABLE . " $where ORDER BY id LIMIT $size OFFSET $offset", ARRAY_A);
  $total = (int) $wpdb->get_var('SELECT COUNT(*) FROM ' . TABLE . " $where");
  return wu_totals(array_map(fn ($row) => wu_model('domain', $row['id'], $row), $rows), $total, $size);
}

/** Answers with what it was given, in those types; a site that is not there is no obstacle. */
function wu_create(WP_REST_Request $request) {
  global $wpdb;
  $domain = strtolower($request['domain']);
  if (!preg_match('/^(?!\-)(?:(?:[a-zA-Z\d][a-zA-Z\d\-]{0,61})?[a-zA-Z\d]\.){1,126}(?!\d+)[a-zA-Z\d]{1,63}$/', $domain))
    return wu_refused("Domain $domain is not valid");
  $wpdb->hide_errors();
  $now = current_time('mysql', true);
  $row = ['date_created' => $now, 'date_modified' => $now, 'blog_id' => (int) $request['blog_id'], 'domain' => $domain,
    'active' => (bool) ($request['active'] ?? true), 'primary_domain' => (bool) $request['primary_domain'],
    'secure' => (bool) $request['secure'], 'stage' => $request['stage'] ?? 'checking-dns'];
  if (!$wpdb->insert(TABLE, wu_columns($row))) return wu_refused("Domain $domain has been used");
  return wu_model('domain', $wpdb->insert_id, $row);
}

/** Answers with the row as it was read, and over it what was set: with the old `date_modified`. */
function wu_update(WP_REST_Request $request) {
  global $wpdb;
  $record = wu_find($request['id']);
  if (!$record) return wu_missing();
  $changes = $request->get_json_params();
  foreach (array_keys($changes) as $field)
    if (!array_key_exists($field, $record))
      return new WP_Error('wu_rest_domain_invalid_set_method',
        "The WP_Ultimo\\Models\\Domain object does not have a set_$field method", ['status' => 400]);
  $wpdb->update(TABLE, wu_columns([...$changes, 'date_modified' => current_time('mysql', true)]), ['id' => $request['id']]);
  return [...$record, ...$changes];
}

function wu_delete(WP_REST_Request $request) {
  global $wpdb;
  return wu_find($request['id']) ? $wpdb->delete(TABLE, ['id' => $request['id']]) : wu_missing();
}

function wu_site(int $id): array {
  $then = '2026-11-25 13:27:17';
  return wu_model('site', $id, ['title' => "Shop $id", 'description' => '', 'blog_id' => (string) $id, 'site_id' => '1',
    'domain' => "shop$id.network.example.com", 'path' => '/', 'site_path' => null, 'registered' => $then,
    'last_updated' => $then, 'is_publishing' => null, 'publishing_started_at' => 0, 'active' => true, 'public' => '1',
    'archived' => '0', 'mature' => '0', 'spam' => '0', 'deleted' => '0', 'lang_id' => '0', 'customer_id' => '1',
    'membership_id' => '1', 'template_id' => false, 'type' => 'customer_owned', 'featured_image_id' => null,
    'categories' => [], 'transient' => null, 'signup_options' => null, 'signup_meta' => null, 'limitations' => [],
    'notes' => []]);
}

function wu_get_site(WP_REST_Request $request) {
  $id = (int) $request['id'];
  return $id >= 1 && $id <= LAST_SITE ? wu_site($id) : wu_missing('site');
}

function wu_list_sites(WP_REST_Request $request): WP_REST_Response {
  $size = wu_size($request);
  $ids = array_slice(range(1, LAST_SITE), wu_offset($request, $size), $size);
  return wu_totals(array_map('wu_site', $ids), LAST_SITE, $size);
}

function wu_get_setting(WP_REST_Request $request) {
  $key = $request['key'];
  if (preg_match('/secret|api_key/', $key))
    return new WP_Error('setting_protected', 'This setting is protected and cannot be retrieved via the API.', ['status' => 403]);
  if (!array_key_exists($key, SETTINGS))
    return new WP_Error('setting_not_found', "Setting \"$key\" not found.", ['status' => 404]);
  return ['success' => true, 'setting_key' => $key, 'value' => SETTINGS[$key]];
}

/** Created with types, read as texts. */
function wu_webhook(array $row, bool $isRead): array {
  $flags = $isRead ? ['active' => '1', 'hidden' => '0'] : ['active' => true, 'hidden' => false];
  return ['id' => $isRead ? (string) $row['id'] : $row['id'], 'model' => 'webhook', 'slug' => '', 'date_created' => $row['at'],
    'date_modified' => $row['at'], 'migrated_from_id' => 0, 'name' => $row['name'], 'webhook_url' => $row['url'],
    'event' => $row['event'], 'event_count' => $isRead ? '0' : 0, ...$flags, 'integration' => 'manual',
    'date_last_failed' => '0000-00-00 00:00:00'];
}

/** The first is number 4, as in the capture. */
function wu_create_webhook(WP_REST_Request $request): array {
  $all = get_option('wu_webhooks', []);
  $row = ['id' => (int) get_option('wu_webhook_id', 3) + 1, 'name' => $request['name'], 'event' => $request['event'],
    'url' => $request['webhook_url'], 'at' => current_time('mysql', true)];
  update_option('wu_webhook_id', $row['id']);
  update_option('wu_webhooks', [...$all, $row]);
  return wu_webhook($row, false);
}

function wu_list_webhooks(WP_REST_Request $request): WP_REST_Response {
  $all = get_option('wu_webhooks', []);
  $size = wu_size($request);
  $page = array_slice($all, wu_offset($request, $size), $size);
  return wu_totals(array_map(fn ($row) => wu_webhook($row, true), $page), count($all), $size);
}

function wu_delete_webhook(WP_REST_Request $request) {
  $all = get_option('wu_webhooks', []);
  $left = array_values(array_filter($all, fn ($row) => $row['id'] !== (int) $request['id']));
  if (count($left) === count($all)) return wu_missing('webhook');
  update_option('wu_webhooks', $left);
  return 1;
}

/** The customer's form: a record, and a webhook that nobody waits for. */
function wu_form(WP_REST_Request $request) {
  $record = wu_create($request);
  if (is_wp_error($record)) return $record;
  wp_remote_post($request['webhook'], [
    'blocking' => false,
    'timeout' => 45,
    'headers' => ['Content-Type' => 'application/json'],
    'body' => wp_json_encode([
      'domain_id' => $record['id'], 'domain_domain' => $record['domain'], 'domain_site_id' => $record['blog_id'],
      'domain_stage' => $record['stage'], 'domain_active' => 'true', 'domain_primary' => 'false', 'domain_secure' => 'false',
      'customer_name' => 'Erika Mustermann', 'customer_user_email' => 'erika.mustermann@example.com', 'wu_version' => '2.9.2',
    ]),
  ]);
  return $record;
}

add_action('rest_api_init', function (): void {
  $route = fn (string $path, string $method, callable $callback, array $args = []) => register_rest_route('wu/v2', $path,
    ['methods' => $method, 'callback' => $callback, 'permission_callback' => 'wu_may', 'args' => $args]);
  $paging = IS_NEW ? ['per_page' => ['type' => 'integer', 'minimum' => 1, 'maximum' => 100]] : [];
  $stage = ['stage' => ['type' => 'string', 'enum' => STAGES]];
  $route('/auth', 'GET', fn () => ['success' => true, 'label' => 'Network', 'message' => 'Welcome to our API']);
  $route('/domain', 'GET', 'wu_list', $paging);
  $route('/domain', 'POST', 'wu_create', $stage);
  $route('/domain/(?P<id>\d+)', 'GET', fn ($request) => wu_find($request['id']) ?? wu_missing());
  $route('/domain/(?P<id>\d+)', 'PUT, PATCH', 'wu_update', $stage);
  $route('/domain/(?P<id>\d+)', 'DELETE', 'wu_delete');
  $route('/site', 'GET', 'wu_list_sites', $paging);
  $route('/site/(?P<id>\d+)', 'GET', 'wu_get_site');
  $route('/settings/(?P<key>[\w-]+)', 'GET', 'wu_get_setting');
  $route('/webhook', 'GET', 'wu_list_webhooks', $paging);
  $route('/webhook', 'POST', 'wu_create_webhook');
  $route('/webhook/(?P<id>\d+)', 'DELETE', 'wu_delete_webhook');
  $route('/form', 'POST', 'wu_form');
});
