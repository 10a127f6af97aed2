import type { FindingCode } from '../../../src/core/diagnosis/findings/table.js';
import type { CertificateShape } from '../../../src/sandbox/edge/certificates.js';
import type { Serving } from '../../../src/sandbox/edge/edge.js';
import { isDotPath, pageOf, respond, restLink, wordPress } from '../pages.js';
import { companyZone, type Scenario, type Scene, served } from '../scenario.js';
import { ADDRESS, HOST, SECOND_ADDRESS, TARGET } from '../stage.js';
import { scenarioHead, servedAndShown } from './shown.js';

/** CAA, certificates, what an authority meets on port 80, and proxies. */
const TODO = { verdict: 'todo' } as const;
const WAITING = { verdict: 'waiting' } as const;
const FINE = { verdict: 'right' } as const;

/** CAA records at the domain; `how`: what is served meanwhile. */
const caa = (
  name: string,
  expected: readonly FindingCode[],
  verdict: Scenario['verdict'],
  records: readonly string[],
  how: Serving = 'waiting',
  says?: RegExp,
): Scenario => ({
  ...scenarioHead(name, expected, verdict, says),
  arrange: async (scene) => {
    await served(scene, how);
    for (const record of records) scene.zone.add(scene.domain, 'CAA', record);
  },
});

const authorities: Scenario[] = [
  caa(
    'CAA for Google’s authority alone',
    ['caa-forbids'],
    'todo',
    ['0 issue "pki.goog"'],
    'waiting',
    /pki\.goog/,
  ),
  caa(
    'CAA with the tag misspelt',
    ['caa-critical'],
    'todo',
    ['128 isue "letsencrypt.org"'],
    'waiting',
    /isue/,
  ),
  caa('CAA with the tag misspelt, not critical', [], 'right', ['0 isue "letsencrypt.org"'], 'issued'),
  caa('CAA with the authority’s name on a line of its own, with a final dot', ['caa-forbids'], 'todo', [
    '0 issue "letsencrypt.org."',
  ]),
  caa(
    'CAA with www before the authority',
    ['caa-forbids'],
    'todo',
    ['0 issue "www.letsencrypt.org"'],
    'waiting',
    /www\.letsencrypt\.org/,
  ),
  caa(
    'CAA with the authority’s display name',
    ['caa-forbids'],
    'todo',
    ['0 issue "Let\'s Encrypt"'],
    'waiting',
    /Let's Encrypt/,
  ),
  caa('CAA in capitals', [], 'right', ['0 ISSUE "LetsEncrypt.ORG"'], 'issued'),
  caa(
    'CAA that forbids all and allows ours',
    [],
    'right',
    ['0 issue ";"', '0 issue "letsencrypt.org"'],
    'issued',
  ),
  caa('CAA bound to validation over TLS alone', ['caa-restricts', 'certificate-other-name'], 'todo', [
    '0 issue "letsencrypt.org; validationmethods=tls-alpn-01"',
  ]),
  caa(
    'CAA bound to validation over HTTP',
    [],
    'right',
    ['0 issue "letsencrypt.org; validationmethods=http-01"'],
    'issued',
  ),
  caa(
    'CAA bound to two methods, ours among them',
    [],
    'right',
    ['0 issue "letsencrypt.org;validationmethods=dns-01,http-01"'],
    'issued',
  ),
  caa(
    'CAA with a parameter that nobody knows',
    [],
    'right',
    ['0 issue "letsencrypt.org; note=hello"'],
    'issued',
  ),
  caa(
    'CAA bound to another host’s account, and once more without it',
    [],
    'right',
    [
      '0 issue "letsencrypt.org; accounturi=https://acme-v02.api.letsencrypt.org/acme/acct/1"',
      '0 issue "letsencrypt.org"',
    ],
    'issued',
  ),
  caa(
    'CAA that forbids, while a certificate is there',
    ['caa-forbids'],
    'right',
    ['0 issue "digicert.com"'],
    'issued',
  ),
  caa('CAA with an empty value', ['caa-forbids'], 'todo', ['0 issue ""']),
  caa('CAA for the report address alone', [], 'right', ['0 iodef "mailto:security@example.org"'], 'issued'),
  {
    name: 'CAA at the hostname that forbids, the domain allows',
    expected: ['caa-forbids'],
    ...TODO,
    says: /shop\.scene-\d+\.com/,
    arrange: async ({ zone, domain, hostname, edge }) => {
      zone.add(hostname, 'A', ADDRESS);
      zone.add(hostname, 'CAA', '0 issue "sectigo.com"');
      zone.add(domain, 'CAA', '0 issue "letsencrypt.org"');
      await edge.serve(hostname, 'waiting');
    },
  },
  {
    name: 'CAA at the registry’s suffix is none of the domain’s',
    expected: [],
    ...FINE,
    arrange: async (scene) => {
      await served(scene);
      scene.zone.add(`other.${scene.domain}`, 'CAA', '0 issue ";"');
    },
  },
  {
    name: 'CAA for a wildcard: issue allows, issuewild forbids',
    expected: ['wildcard-needs-dns', 'caa-forbids'],
    ...TODO,
    label: '*.',
    arrange: async (scene) => {
      await served(scene, 'waiting');
      scene.zone.add(scene.domain, 'CAA', '0 issue "letsencrypt.org"');
      scene.zone.add(scene.domain, 'CAA', '0 issuewild ";"');
    },
  },
];

const cert = (
  name: string,
  expected: readonly FindingCode[],
  verdict: Scenario['verdict'],
  serving: Serving,
  shape?: (scene: Scene) => CertificateShape,
  label?: string,
): Scenario => ({
  ...scenarioHead(name, expected, verdict),
  ...(label === undefined ? {} : { label }),
  arrange: async (scene) => served(scene, serving, shape?.(scene)),
});

/** Two addresses, of which the second serves so. */
const secondServes = (serving: Serving) => ({
  says: /127\.0\.0\.11/,
  options: { target: { ...TARGET, ipv4: [ADDRESS, SECOND_ADDRESS] } },
  arrange: async (scene: Scene) => {
    await served(scene);
    await scene.second.edge.serve(scene.hostname, serving);
  },
});

const certificates: Scenario[] = [
  cert('a certificate with the name in capitals', [], 'right', 'issued', ({ hostname }) => ({
    names: [hostname.toUpperCase()],
  })),
  cert(
    'a certificate for the domain and its www',
    [],
    'right',
    'issued',
    ({ domain }) => ({ names: [domain, `www.${domain}`] }),
    'www.',
  ),
  cert(
    'a wildcard of the domain, and the domain itself',
    ['certificate-other-name'],
    'waiting',
    'issued',
    ({ domain }) => ({ names: [`*.${domain}`] }),
    '',
  ),
  cert('a wildcard of the domain, for a name in it', [], 'right', 'issued', ({ domain }) => ({
    names: [`*.${domain}`],
  })),
  cert('a star in the middle of a label', ['certificate-other-name'], 'waiting', 'issued', ({ domain }) => ({
    names: [`sh*p.${domain}`],
  })),
  cert(
    'a certificate of another customer with a similar name',
    ['certificate-other-name'],
    'waiting',
    'issued',
    ({ domain }) => ({ names: [`shop.my-${domain}`] }),
  ),
  cert('a certificate of six days with four left', [], 'right', 'issued', () => ({ days: [-2.6, 4] })),
  cert('a certificate of 47 days with ten left', ['certificate-expiring'], undefined, 'issued', () => ({
    days: [-37, 10],
  })),
  cert('a certificate of 90 days with twenty-five left', [], 'right', 'issued', () => ({ days: [-65, 25] })),
  cert('a certificate of 90 days with five left', ['certificate-expiring'], undefined, 'issued', () => ({
    days: [-85, 5],
  })),
  cert('a bought certificate of a year with sixty days left', [], 'right', 'issued', () => ({
    days: [-305, 60],
  })),
  cert('a certificate that ended an hour ago', ['certificate-expired'], 'todo', 'issued', () => ({
    days: [-90, -0.05],
  })),
  cert('a certificate that begins in an hour', ['certificate-early'], 'waiting', 'issued', () => ({
    days: [0.05, 90],
  })),
  cert('an expired certificate for another name', ['certificate-other-name'], 'waiting', 'issued', () => ({
    names: ['old.example.org'],
    days: [-100, -10],
  })),
  cert('a self-signed one of the panel', ['certificate-self-signed'], 'todo', 'self-signed'),
  cert(
    'the handshake ends with an alert before there is a certificate',
    ['name-unknown'],
    undefined,
    'handshake-failure',
  ),
  {
    name: 'the second address still shows the old host’s certificate',
    expected: ['certificate-other-name'],
    ...WAITING,
    ...secondServes('wrong-name'),
  },
  {
    name: 'one of two addresses refuses TLS for the name',
    expected: ['tls-reset'],
    ...TODO,
    ...secondServes('reset'),
  },
];

/** No certificate yet, and port 80 answers so. */
const challenged = (
  name: string,
  expected: readonly FindingCode[],
  verdict: Scenario['verdict'],
  says: RegExp | undefined,
  answer: (scene: Scene) => Parameters<Scene['http']['respond']>[1],
): Scenario => servedAndShown(name, expected, verdict, says, 'waiting', answer);

const port80: Scenario[] = [
  challenged(
    'everything sent to the customer’s old domain, no certificate yet',
    ['http-redirect-bad'],
    'todo',
    /old-80\.org/,
    (scene) => {
      companyZone(scene.dns, 'old-80.org').add('www.old-80.org', 'A', SECOND_ADDRESS);
      scene.second.http.respond('www.old-80.org', respond(404, '<title>Old</title>'));
      return respond(301, '', { location: 'https://www.old-80.org/' });
    },
  ),
  challenged(
    'everything sent to TLS, where the default certificate is',
    ['certificate-other-name'],
    'waiting',
    undefined,
    ({ hostname }) =>
      (request, response) =>
        response.writeHead(301, { location: `https://${hostname}${request.url}` }).end(),
  ),
  challenged(
    'everything sent to the www, which leads to the target as well',
    ['certificate-other-name'],
    'waiting',
    undefined,
    (scene) => {
      scene.zone.add(`www.${scene.hostname}`, 'CNAME', HOST);
      return (request, response) =>
        response.writeHead(301, { location: `http://www.${scene.hostname}${request.url}` }).end();
    },
  ),
  challenged(
    'the challenge gets the site’s page with a status of 200',
    ['certificate-other-name'],
    'waiting',
    undefined,
    ({ hostname }) => respond(200, '<title>Shop</title>', restLink(hostname)),
  ),
  challenged('a plugin that turns unknown browsers away', ['http-login'], 'todo', /403/, () =>
    respond(403, 'Forbidden'),
  ),
  challenged('a firewall that wants cookies', ['http-test-cookie'], 'todo', undefined, () =>
    respond(503, '<title>Just a moment...</title>', { 'cf-mitigated': 'challenge' }),
  ),
  challenged('maintenance, no certificate yet', ['http-error'], 'todo', /503/, () =>
    respond(503, 'Maintenance'),
  ),
  challenged(
    'the challenge answered with 405',
    ['http-unexpected', 'certificate-other-name'],
    undefined,
    undefined,
    () => (request, response) =>
      isDotPath(request.url)
        ? respond(405, '')(request, response)
        : respond(200, '<title>Shop</title>')(request, response),
  ),
  challenged(
    'too many requests, no certificate yet',
    ['http-unexpected', 'certificate-other-name'],
    undefined,
    /429/,
    () => respond(429, 'Too many'),
  ),
  challenged(
    'the challenge redirected to port 8443',
    ['http-redirect-bad'],
    'todo',
    /8443/,
    ({ hostname }) =>
      (request, response) =>
        response.writeHead(301, { location: `https://${hostname}:8443${request.url}` }).end(),
  ),
  challenged(
    'the challenge redirected with 303',
    ['http-redirect-bad'],
    'todo',
    undefined,
    ({ hostname }) =>
      (request, response) =>
        response.writeHead(303, { location: `http://${hostname}/?${request.url}` }).end(),
  ),
];

const PROXY = { via: '1.1 varnish', 'x-fastly-request-id': 'abc', 'x-served-by': 'cache-lis1' };

const proxied = (name: string, headers: Record<string, string>, hostCertificate: Serving): Scenario => ({
  name,
  expected: ['proxy-serves'],
  ...FINE,
  arrange: async (scene) => {
    const { zone, hostname, edge, second } = scene;
    zone.add(hostname, 'A', SECOND_ADDRESS);
    await edge.serve(hostname, hostCertificate);
    await second.edge.serve(hostname, 'issued');
    second.edge.setHeaders(hostname, headers);
  },
});

const proxies: Scenario[] = [
  proxied('Fastly before the site', PROXY, 'issued'),
  proxied('Fastly before the site, whose host has no certificate for it', PROXY, 'waiting'),
  proxied(
    'Cloudflare before the site, whose host has a self-signed certificate for it',
    { server: 'cloudflare', 'cf-ray': '8abc-LIS' },
    'self-signed',
  ),
  proxied(
    'KeyCDN before the site, whose host’s certificate has expired',
    { server: 'keycdn', 'x-edge-location': 'ptli' },
    'expired',
  ),
  proxied(
    'Akamai before the site, whose host knows no such name',
    { server: 'AkamaiGHost', 'x-akamai-transformed': '9' },
    'unknown-name',
  ),
  {
    name: 'a proxy that shows its own error for the site',
    expected: ['address-private'],
    ...TODO,
    arrange: async ({ zone, hostname, edge, second }) => {
      zone.add(hostname, 'A', SECOND_ADDRESS);
      await edge.serve(hostname, 'issued');
      await second.edge.serve(hostname, 'issued');
      second.edge.setPage(hostname, {
        status: 522,
        headers: { server: 'cloudflare', 'cf-ray': '8abc-LIS' },
        body: '<title>522: Connection timed out</title>',
      });
    },
  },
  {
    name: 'a site that hangs over TLS alone',
    expected: ['site-silent'],
    ...TODO,
    says: /443/,
    arrange: async (scene) => {
      await served(scene);
      scene.edge.setPage(scene.hostname, 'silent');
    },
  },
  {
    name: 'the WordPress on port 80 sends its visitors to TLS, where the page is',
    expected: [],
    ...FINE,
    arrange: async (scene) => {
      await served(scene);
      const { hostname, http, edge } = scene;
      http.respond(hostname, (request, response) =>
        (isDotPath(request.url) ? respond(404, '') : respond(301, '', { location: `https://${hostname}/` }))(
          request,
          response,
        ),
      );
      edge.setPage(hostname, { headers: restLink(hostname), body: '<title>Shop</title>' });
    },
  },
  {
    name: 'TLS shows the network’s main site, port 80 the customer’s',
    expected: ['site-other-host'],
    ...TODO,
    arrange: async (scene) => {
      await served(scene);
      scene.http.respond(scene.hostname, wordPress(scene.hostname));
      scene.edge.setPage(scene.hostname, {
        headers: restLink('network-main.example'),
        body: '<title>Network</title>',
      });
    },
  },
  {
    name: 'port 80 shows an old default page, TLS the site',
    expected: ['site-default-page'],
    ...TODO,
    arrange: async (scene) => {
      await served(scene);
      scene.http.respond(scene.hostname, pageOf(200, '<title>Welcome to nginx!</title>'));
    },
  },
];

export const supportCertificates: readonly Scenario[] = [
  ...authorities,
  ...certificates,
  ...port80,
  ...proxies,
];
