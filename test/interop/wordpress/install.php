<?php
/** Installs WordPress without a browser, with the pretty permalinks that `/wp-json/` needs. */
define('WP_INSTALLING', true);
$_SERVER['HTTP_HOST'] = getenv('WP_HOST');
require getenv('WP_ROOT') . '/wp-load.php';
require ABSPATH . 'wp-admin/includes/upgrade.php';
wp_install('Test', 'admin', 'admin@example.com', false, '', 'a-password-for-a-test');
update_option('permalink_structure', '/%postname%/');
wu_install();
