import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { CertificateAuthority } from '../../src/sandbox/edge/certificate-authority.js';
import {
  type CertificateShape,
  certificateOfKind,
  isCertificateKind,
} from '../../src/sandbox/edge/certificates.js';
import type { Serving } from '../../src/sandbox/edge/edge.js';
import type { HttpServing } from '../../src/sandbox/edge/edge-http.js';
import type { NoPage, SecurePage } from '../../src/sandbox/edge/secure-pages.js';
import type { Scene } from '../lab/scenario.js';

/** What a scenario asks of the stand-in and nginx can't do. */
export class NotAtNginx extends Error {}

interface RecordedSite {
  serving: Serving;
  shape: CertificateShape | undefined;
  http: HttpServing;
  secure?: NginxPage;
}

type NginxPage = SecurePage | 'closed' | 'client-certificate';

const PAGE = 'default_type text/html;';
const NOT_FOUND = 'location ^~ /.well-known/acme-challenge/ { return 404; }';
const page = (body: string, status = 200) => `${NOT_FOUND} location / { return ${status} '${body}'; }`;
const wordpressOf = (host: string) =>
  `location / { add_header Link '<https://${host}/wp-json/>; rel="https://api.w.org/"'; return 200 '<title>WordPress</title>'; }`;
const DEFAULT_BODY = '<!doctype html><title>Welcome</title><h1>This server is working</h1>';

/** How port 80 answers, as locations of nginx. */
const LOCATIONS: Partial<Record<HttpServing, string>> = {
  site: `${NOT_FOUND} ${wordpressOf('$host')}`,
  'redirect-loop':
    'location / { return 302 /a; } location = /a { return 302 /b; } location = /b { return 302 /a; }',
  'bad-redirect': 'location / { rewrite ^/\\.well(.*)$ https://$host.well$1 permanent; return 404; }',
  login: 'location / { return 401; }',
  error: 'location / { return 500; }',
  'test-cookie':
    'location / { return 200 \'<script src="/aes.js"></script>This site requires Javascript to work toNumbers("aa")\'; }',
  'challenge-blocked': `location ^~ /.well-known/acme-challenge/ { return 444; } ${wordpressOf('$host')}`,
  reset: 'location / { return 444; }',
  'default-page': page(DEFAULT_BODY),
  'not-wordpress': page('<!doctype html><title>Shop</title>A shop'),
  moved: `location ^~ /.well-known/acme-challenge/ { return 410; } ${wordpressOf('$host')}`,
  signup: `location = /wp-signup.php { return 200 'Sign up'; } ${NOT_FOUND} location / { return 302 http://$host/wp-signup.php?new=shop; }`,
  install: page('<form method="post" action="install.php?step=2">'),
  suspended: page('This site has been archived or suspended.', 410),
  forbidden: page('Forbidden', 403),
  'other-site': `${NOT_FOUND} ${wordpressOf('www.bakery.example')}`,
  'site-loop': `${NOT_FOUND} location / { return 302 /; }`,
  'no-page': `${NOT_FOUND} location / { return 444; }`,
};

function securely(secure: NginxPage | undefined, authority: string): string {
  if (secure === undefined) return wordpressOf('$host');
  if (secure === 'closed') return 'location / { return 444; }';
  if (secure === 'client-certificate')
    return `ssl_verify_client on; ssl_client_certificate ${authority}; ${wordpressOf('$host')}`;
  const { status = 200, headers: { location, ...headers } = {}, body = '' } = secure;
  const lines = Object.entries(headers).map(([name, value]) => `add_header ${name} '${value}' always;`);
  return `location / { ${lines.join(' ')} return ${status} '${location ?? body}'; }`;
}

/** A place where scenarios arrange certificates and sites, and what it comes to in nginx's configuration. */
export function recordedSites() {
  const sites = new Map<string, RecordedSite>();
  const refuse = (): never => {
    throw new NotAtNginx();
  };
  const siteOf = (hostname: string): RecordedSite => {
    const site = sites.get(hostname) ?? { serving: 'waiting', shape: undefined, http: 'site' };
    sites.set(hostname, site);
    return site;
  };
  const place = {
    edge: {
      serve: async (hostname: string, serving: Serving, shape?: CertificateShape) => {
        if (serving !== 'waiting' && serving !== 'unknown-name' && !isCertificateKind(serving)) refuse();
        Object.assign(siteOf(hostname), { serving, shape });
      },
      setPage: (hostname: string, secure: SecurePage | NoPage) => {
        siteOf(hostname).secure = secure === 'silent' || secure === 'http2-only' ? refuse() : secure;
      },
      setAliases: refuse,
    },
    http: {
      serve: (hostname: string, http: HttpServing) => {
        if (LOCATIONS[http] === undefined) refuse();
        siteOf(hostname).http = http;
      },
      respond: refuse,
    },
    second: { edge: { serve: refuse }, http: { serve: refuse, respond: refuse } },
  };
  return { sites, place: place as unknown as Pick<Scene, 'edge' | 'http' | 'second'> };
}

export interface NginxPlace {
  readonly path: string;
  readonly address: string;
  readonly port: number;
  readonly httpPort: number;
  readonly ca: CertificateAuthority;
  /** Whose certificate every other name gets. */
  readonly defaultName: string;
}

/** Writes certificates and configuration; the configuration's path. */
export async function writeNginx(
  place: NginxPlace,
  sites: ReadonlyMap<string, RecordedSite>,
): Promise<string> {
  const { path, address, port, httpPort, ca, defaultName } = place;
  const pairOf = async (file: string, issued: Promise<{ cert: string; key: string }>) => {
    const { cert, key } = await issued;
    await writeFile(join(path, `${file}.crt`), cert);
    await writeFile(join(path, `${file}.key`), key);
    return `ssl_certificate ${path}/${file}.crt; ssl_certificate_key ${path}/${file}.key;`;
  };
  const servers = [
    `server { listen ${address}:${port} ssl default_server; ${await pairOf('default', ca.issue([defaultName]))} ${PAGE} ${wordpressOf('$host')} }`,
    `server { listen ${address}:${httpPort} default_server; ${PAGE} ${LOCATIONS['default-page']} }`,
  ];
  for (const [hostname, { serving, shape, http, secure }] of sites) {
    const name = `server_name ${hostname};`;
    const file = hostname.replace('*', '_');
    servers.push(`server { listen ${address}:${httpPort}; ${name} ${PAGE} ${LOCATIONS[http]} }`);
    if (serving === 'unknown-name')
      servers.push(`server { listen ${address}:${port} ssl; ${name} ssl_reject_handshake on; }`);
    if (isCertificateKind(serving))
      servers.push(
        `server { listen ${address}:${port} ssl; ${name} ${await pairOf(file, certificateOfKind(ca, hostname, serving, shape))} ${PAGE} ${securely(secure, `${path}/default.crt`)} }`,
      );
  }
  const folders = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
    (each) => `${each}_temp_path ${path};`,
  );
  const config = `daemon off; pid ${path}/nginx.pid; error_log ${path}/error.log;
events {}
http {
  access_log off; server_names_hash_bucket_size 512; server_names_hash_max_size 4096;
  ${folders.join(' ')}
${servers.map((server) => `  ${server}`).join('\n')}
}
`;
  await writeFile(join(path, 'nginx.conf'), config);
  return join(path, 'nginx.conf');
}
