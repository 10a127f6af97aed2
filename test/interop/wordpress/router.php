<?php
/** For PHP's own server: every path is WordPress's. */
require getenv('WP_ROOT') . '/index.php';
