import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type SandboxCloste, startCloste } from './closte.js';
import { type DnsWorld, startDnsWorld } from './dns/dns-world.js';
import { AGENCY, agencyTemplates, foundAgency } from './domain-connect/agency.js';
import { type SandboxDomainConnect, startDomainConnect } from './domain-connect/server.js';
import { type CertificateAuthority, createCertificateAuthority } from './edge/certificate-authority.js';
import { type Edge, startEdge } from './edge/edge.js';
import { type EdgeHttp, startEdgeHttp } from './edge/edge-http.js';
import { panelRoutes, watchPanel } from './panel.js';
import { type SandboxSlack, type SlackOptions, startSlack } from './slack/server.js';
import { type SandboxWordPress, startWordPress } from './wordpress/wordpress.js';

export interface WorldOptions {
  /** The page's port; a free one unless given. */
  readonly port?: number;
  /** The bot's /slack/events, for requests over HTTP; Socket Mode without it. */
  readonly requestUrl?: string;
  /** The app-level token; ours unless given. One of another app opens sockets to which nothing comes. */
  readonly appToken?: string;
  /** Factor by which rate limits exceed Slack's. */
  readonly rateScale?: number;
  /** How long Slack waits for an acknowledgement, and by which clock trigger ids expire. */
  readonly slackDeadlines?: Pick<SlackOptions, 'ackTimeoutMs' | 'triggerNow'>;
  readonly issuanceDelayMs?: number;
  /** What visitors of a hostname see that has no domain record; the site unless given, for a bot without a network. */
  readonly unknownHosts?: 'site' | 'sign-up';
  readonly ttlS?: number;
  readonly negativeTtlS?: number;
}

export interface World {
  readonly slack: SandboxSlack;
  readonly closte: SandboxCloste;
  readonly dns: DnsWorld;
  readonly edge: Edge;
  readonly http: EdgeHttp;
  readonly target: { readonly address: string; readonly host: string };
  readonly wordpress: SandboxWordPress;
  readonly domainConnect: SandboxDomainConnect;
  /** The variables that point a bot at this world. */
  readonly environment: Readonly<Record<string, string>>;
  /** The variables that also point it at this world's network. */
  readonly multisiteEnvironment: Readonly<Record<string, string>>;
  stop(): Promise<void>;
}

const APP_ID = '0123456789abcdef01234567';
/** Of the network's own sites. */
const NETWORK_HOST = 'network.example.com';
const TARGET_HOST = `app-${APP_ID}.closte.com`;
/** An address of its own if the system has all of 127.0.0.0/8 (macOS has only 127.0.0.1). */
const EDGE_ADDRESSES = ['127.0.0.10', '127.0.0.1'];
const SANDBOX_SECRETS = {
  botToken: 'xoxb-sandbox-bot-token',
  appToken: 'xapp-1-A0SANDBOX-1700000000000-app-token',
  signingSecret: 'sandbox-signing-secret',
  apiKey: 'sandbox-closte-client-api-key',
  multisiteKey: 'sandbox-multisite-api-key',
  multisiteSecret: 'sandbox-multisite-api-secret',
  webhookToken: 'sandbox-webhook-token-nobody-guesses',
} as const;

/** Everything outside the bot, each over its real protocol on loopback. */
export async function startWorld(options: WorldOptions = {}): Promise<World> {
  const target = { address: await firstUsable(EDGE_ADDRESSES), host: TARGET_HOST };
  const ca = await createCertificateAuthority();
  const parts = await startParts(options, target, ca);
  const slack = await startSlack({
    ...SANDBOX_SECRETS,
    ...options.slackDeadlines,
    appToken: options.appToken ?? SANDBOX_SECRETS.appToken,
    ...(options.port === undefined ? {} : { port: options.port }),
    ...(options.requestUrl === undefined ? {} : { requestUrl: options.requestUrl }),
    shouldEscape: true,
    rateScale: options.rateScale ?? 1,
    pageDir: new URL('./page/', import.meta.url),
    routes: panelRoutes(parts),
  });
  const unwatchPanel = watchPanel(parts, (read) => slack.report('panel', read));
  const folder = await mkdtemp(join(tmpdir(), 'closte-sandbox-'));
  const { closte, dns, edge, http, wordpress, domainConnect, agencyKey } = parts;
  const caFile = join(folder, 'ca.pem');
  await writeFile(caFile, ca.rootPem);
  const keyFile = join(folder, 'domain-connect.pem');
  await writeFile(keyFile, agencyKey, { mode: 0o600 });
  return {
    ...parts,
    slack,
    environment: {
      ...environmentOf(parts, slack, options),
      CA_FILE: caFile,
      DOMAIN_CONNECT_KEY_FILE: keyFile,
    },
    multisiteEnvironment: multisiteEnvironmentOf(wordpress),
    stop: async () => {
      unwatchPanel();
      const all = [slack, closte, dns, edge, domainConnect, http, wordpress];
      await Promise.all(all.map((each) => each.stop()));
      await rm(folder, { recursive: true, force: true });
    },
  };
}

type Parts = Awaited<ReturnType<typeof startParts>>;

/** The world without Slack. */
async function startParts(options: WorldOptions, target: World['target'], ca: CertificateAuthority) {
  const { ttlS = 8, negativeTtlS = 5, issuanceDelayMs = 4_000, unknownHosts = 'site' } = options;
  const { address: targetAddress } = target;
  const dns = await startDnsWorld({ targetHost: TARGET_HOST, targetAddress, ttlS, negativeTtlS });
  // Set once there is a network; until then every name is routed.
  let routes: SandboxWordPress['routes'] = () => undefined;
  const edge = await startEdge({
    ca,
    address: target.address,
    defaultNames: [TARGET_HOST],
    mayIssue: (hostname) => pointsAtTarget(dns, hostname, target),
    issuanceDelayMs,
    redirect: (hostname) =>
      (routes(hostname) ?? unknownHosts === 'site') === false
        ? `http://${NETWORK_HOST}/wp-signup.php?new=${hostname}`
        : undefined,
  });
  const http = await startEdgeHttp({ address: target.address, isAlias: (name) => edge.hasAlias(name) });
  const domainConnect = await startDomainConnect({ ca, dns, port: edge.port });
  for (const template of agencyTemplates(target)) domainConnect.publish(template);
  const agencyKey = await foundAgency(dns);
  const closte = await startCloste({
    apiKey: SANDBOX_SECRETS.apiKey,
    onChange: (aliases) => edge.setAliases(aliases),
  });
  const wordpress = await startWordPress({
    apiKey: SANDBOX_SECRETS.multisiteKey,
    apiSecret: SANDBOX_SECRETS.multisiteSecret,
    host: NETWORK_HOST,
    closte: { url: closte.url, apiKey: SANDBOX_SECRETS.apiKey },
    see: (domain) => ({
      dns: pointsAtTarget(dns, domain, target),
      ssl: edge.servingOf(domain) === 'issued',
    }),
  });
  routes = (hostname) => wordpress.routes(hostname);
  return { dns, edge, http, closte, target, wordpress, domainConnect, agencyKey };
}

const environmentOf = (
  { dns, edge, http, closte, target }: Parts,
  slack: SandboxSlack,
  { requestUrl, appToken = SANDBOX_SECRETS.appToken }: WorldOptions,
) => ({
  SLACK_BOT_TOKEN: SANDBOX_SECRETS.botToken,
  ...(requestUrl === undefined
    ? { SLACK_APP_TOKEN: appToken }
    : { SLACK_SIGNING_SECRET: SANDBOX_SECRETS.signingSecret }),
  SLACK_API_URL: slack.apiUrl,
  CLOSTE_CLIENT_API_KEY: SANDBOX_SECRETS.apiKey,
  CLOSTE_API_URL: closte.url,
  CLOSTE_APP_ID: APP_ID,
  CLOSTE_TARGETS: `${target.address},${target.host}`,
  DNS_RESOLVERS: dns.resolvers.map(({ name, address, port }) => `${name}=${address}:${port}`).join(','),
  DNS_AUTHORITATIVE_PORT: String(dns.authoritativePort),
  TLS_PORT: String(edge.port),
  HTTP_PORT: String(http.port),
  DOMAIN_CONNECT_ID: AGENCY.id,
  DOMAIN_CONNECT_NAME: AGENCY.name,
  ALLOW_PRIVATE_ADDRESSES: 'true',
  DNS_CHECK_INTERVAL: '10',
  HOST: '127.0.0.1',
});

const multisiteEnvironmentOf = (wordpress: SandboxWordPress) => ({
  SLACK_CHANNEL: 'C01DOMAINS',
  MULTISITE_URL: wordpress.url,
  MULTISITE_API_KEY: SANDBOX_SECRETS.multisiteKey,
  MULTISITE_API_SECRET: SANDBOX_SECRETS.multisiteSecret,
  MULTISITE_WEBHOOK_TOKEN: SANDBOX_SECRETS.webhookToken,
  MULTISITE_SYNC_INTERVAL: '10',
});

const MAX_ALIAS_HOPS = 8;

/** What a certificate authority would see: it asks the authoritative servers, and for a wildcard any name below. */
function pointsAtTarget(
  dns: DnsWorld,
  hostname: string,
  target: World['target'],
  left = MAX_ALIAS_HOPS,
): boolean {
  const name = hostname.replace('*', 'acme-check');
  const zone = dns.zoneOf(name);
  if (!zone || dns.behaviourOf(zone.name) !== 'normal') return false;
  const [a, aaaa] = [zone.answer(name, 'A'), zone.answer(name, 'AAAA')];
  const records = [a, aaaa].flatMap((answer) => (answer.kind === 'records' ? answer.records : []));
  const isRight = ({ type, value }: (typeof records)[number]): boolean =>
    value === target.address ||
    value === target.host ||
    (type === 'CNAME' && left > 0 && pointsAtTarget(dns, value, target, left - 1));
  return records.length > 0 && records.every(isRight);
}

async function firstUsable(addresses: readonly string[]): Promise<string> {
  for (const address of addresses) {
    const probe = createServer();
    const isUsable = await new Promise<boolean>((resolve) => {
      probe.once('error', () => resolve(false));
      probe.listen(0, address, () => resolve(true));
    });
    await new Promise((resolve) => probe.close(resolve));
    if (isUsable) return address;
  }
  throw new Error(`none of ${addresses.join(', ')} can be listened on`);
}
