import { execFile, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { cp, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { temporaryFolder } from '../store/temporary.js';
import { freePort } from '../support/ports.js';
import { has, serve, until } from './peer.js';

const run = promisify(execFile);
const SOURCE = '/usr/share/wordpress';
const OURS = new URL('./wordpress/', import.meta.url);

export const KEYS = { apiKey: 'wu-api-key-1234567890abcd', apiSecret: 'wu-api-secret-1234567890' } as const;

/** Debian's packages mariadb-server, wordpress, php-cli and php-mysql. */
export const hasWordPress = (): boolean =>
  existsSync(`${SOURCE}/wp-load.php`) && ['mariadbd', 'mariadb-install-db', 'php'].every(has);

export interface RealWordPress {
  readonly url: string;
  stop(): Promise<void>;
}

/** A WordPress with MariaDB and a must-use plugin that speaks Ultimate Multisite's REST shapes, on loopback. */
export async function startRealWordPress(paging: 'new' | 'old' = 'new'): Promise<RealWordPress> {
  const { path, remove } = await temporaryFolder();
  const [data, root, socket] = [join(path, 'data'), join(path, 'www'), join(path, 'db.sock')];
  const asRoot = process.getuid?.() === 0 ? ['--user=root'] : [];
  await run('mariadb-install-db', [
    `--datadir=${data}`,
    '--auth-root-authentication-method=normal',
    ...asRoot,
  ]);
  const database = serve('mariadbd', [
    '--no-defaults',
    `--datadir=${data}`,
    `--socket=${socket}`,
    '--skip-networking',
    ...asRoot,
  ]);
  const sql = (statement: string) =>
    run('mariadb', ['--no-defaults', '-u', 'root', `--socket=${socket}`, '-e', statement]);
  await until(
    () =>
      sql('SELECT 1').then(
        () => true,
        () => false,
      ),
    30_000,
  );
  await sql('CREATE DATABASE wordpress');
  await cp(SOURCE, root, {
    recursive: true,
    dereference: true,
    filter: (file) => !file.endsWith('.htaccess'),
  });
  const plugins = join(root, 'wp-content', 'mu-plugins');
  await mkdir(plugins, { recursive: true });
  await cp(new URL('multisite.php', OURS), join(plugins, 'multisite.php'));
  const port = await freePort();
  const host = `127.0.0.1:${port}`;
  await writeFile(join(root, 'wp-config.php'), configOf(socket, host));
  const env = {
    ...process.env,
    WP_ROOT: root,
    WP_HOST: host,
    WU_KEY: KEYS.apiKey,
    WU_SECRET: KEYS.apiSecret,
    WU_PAGING: paging,
    PHP_CLI_SERVER_WORKERS: '4',
  };
  const script = (name: string) => new URL(name, OURS).pathname;
  await run('php', [script('install.php')], { env });
  const server = spawn('php', ['-S', host, script('router.php')], { env, stdio: 'ignore', detached: true });
  await until(
    () =>
      fetch(`http://${host}/wp-json/`).then(
        ({ ok }) => ok,
        () => false,
      ),
    30_000,
  );
  return {
    url: `http://${host}`,
    stop: async () => {
      const ended = new Promise((resolve) => server.once('exit', resolve));
      // The workers, too.
      if (server.pid !== undefined) process.kill(-server.pid, 'SIGTERM');
      await ended;
      await database.stop();
      await remove();
    },
  };
}

const configOf = (socket: string, host: string): string => `<?php
define('DB_NAME', 'wordpress');
define('DB_USER', 'root');
define('DB_PASSWORD', '');
define('DB_HOST', 'localhost:${socket}');
define('DB_CHARSET', 'utf8mb4');
define('DB_COLLATE', '');
define('WP_SITEURL', 'http://${host}');
define('WP_HOME', 'http://${host}');
define('WP_HTTP_BLOCK_EXTERNAL', true);
define('WP_ACCESSIBLE_HOSTS', '127.0.0.1');
define('DISABLE_WP_CRON', true);
define('AUTOMATIC_UPDATER_DISABLED', true);
$table_prefix = 'wp_';
if (!defined('ABSPATH')) define('ABSPATH', __DIR__ . '/');
require ABSPATH . 'wp-settings.php';
`;
