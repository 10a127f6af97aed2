<?php
/**
 * The REST shapes and webhooks of Ultimate Multisite's domain records in a real WordPress: its table, its routes, its
 * errors, its paging, numbers as MariaDB gives them. Written from what is known of the plugin, not from its code.
 */
global $wpdb;
define('TABLE', $wpdb->base_prefix . 'wu_domain_mappings');

function wu_install(): void {
  global $wpdb;
  $wpdb->query('CREATE TABLE ' . TABLE . ' (id BIGINT AUTO_INCREMENT PRIMARY KEY, blog_id BIGINT, domain VARCHAR(191) UNIQUE,
    active TINYINT, primary_domain TINYINT, secure TINYINT, stage VARCHAR(64), date_created DATETIME, date_modified DATETIME)');
}

function wu_may(WP_REST_Request $request): bool {
  return ($_SERVER['PHP_AUTH_USER'] ?? '') === getenv('WU_KEY') && ($_SERVER['PHP_AUTH_PW'] ?? '') === getenv('WU_SECRET');
}

function wu_find(int $id): ?array {
  global $wpdb;
  return $wpdb->get_row($wpdb->prepare('SELECT * FROM ' . TABLE . ' WHERE id = %d', $id), ARRAY_A);
}

function wu_missing(): WP_Error {
  return new WP_Error('wu_rest_domain_invalid_id', 'Item not found.', ['status' => 404]);
}

function wu_list(WP_REST_Request $request): WP_REST_Response {
  global $wpdb;
  $where = $request['domain'] ? $wpdb->prepare('WHERE domain = %s', $request['domain']) : '';
  $is_new = getenv('WU_PAGING') !== 'old';
  $size = min((int) ($request[$is_new ? 'per_page' : 'number'] ?? 10), 100);
  $offset = $is_new ? ((int) ($request['page'] ?? 1) - 1) * $size : (int) ($request['offset'] ?? 0);
  $response = new WP_REST_Response($wpdb->get_results('SELECT * FROM ' . TABLE . " $where ORDER BY id LIMIT $size OFFSET $offset", ARRAY_A));
  if ($is_new) {
    $total = (int) $wpdb->get_var('SELECT COUNT(*) FROM ' . TABLE . " $where");
    $response->header('X-WP-Total', $total);
    $response->header('X-WP-TotalPages', (int) ceil($total / $size));
  }
  return $response;
}

function wu_create(WP_REST_Request $request) {
  global $wpdb;
  $domain = strtolower($request['domain']);
  if (!preg_match('/^(?!\-)(?:(?:[a-zA-Z\d][a-zA-Z\d\-]{0,61})?[a-zA-Z\d]\.){1,126}(?!\d+)[a-zA-Z\d]{1,63}$/', $domain))
    return new WP_Error('invalid', "Domain $domain is not valid", ['status' => 400]);
  $wpdb->hide_errors();
  $row = ['blog_id' => $request['blog_id'], 'domain' => $domain, 'stage' => $request['stage'] ?? 'checking-dns', 'active' => 1,
    'primary_domain' => 0, 'secure' => 0, 'date_created' => current_time('mysql', true)];
  return $wpdb->insert(TABLE, $row) ? wu_find($wpdb->insert_id) : new WP_Error('invalid', 'The Domain field must be unique.', ['status' => 400]);
}

function wu_update(WP_REST_Request $request) {
  global $wpdb;
  if (!wu_find($request['id'])) return wu_missing();
  $wpdb->update(TABLE, array_intersect_key($request->get_json_params(), ['stage' => 1, 'domain' => 1]), ['id' => $request['id']]);
  return wu_find($request['id']);
}

function wu_delete(WP_REST_Request $request) {
  global $wpdb;
  return wu_find($request['id']) ? (bool) $wpdb->delete(TABLE, ['id' => $request['id']]) : wu_missing();
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
      'customer_name' => 'Erika Mustermann', 'customer_user_email' => 'erika.mustermann@example.com', 'wu_version' => '2.16.0',
    ]),
  ]);
  return $record;
}

add_action('rest_api_init', function (): void {
  $route = fn (string $path, string $method, callable $callback) => register_rest_route('wu/v2', $path,
    ['methods' => $method, 'callback' => $callback, 'permission_callback' => 'wu_may']);
  $route('/auth', 'GET', fn () => ['success' => true, 'label' => 'Test', 'message' => 'Welcome to our API']);
  $route('/domain', 'GET', 'wu_list');
  $route('/domain', 'POST', 'wu_create');
  $route('/domain/(?P<id>\d+)', 'GET', fn ($request) => wu_find($request['id']) ?? wu_missing());
  $route('/domain/(?P<id>\d+)', 'PUT, PATCH', 'wu_update');
  $route('/domain/(?P<id>\d+)', 'DELETE', 'wu_delete');
  $route('/form', 'POST', 'wu_form');
});
