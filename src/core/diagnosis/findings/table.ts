/** `problem`: must be fixed to continue; `warning`: may cause problems; `note`: for information. */
export type Severity = 'problem' | 'warning' | 'note';

/**
 * Who can fix it: the customer in their DNS or at their registrar, the agency in the bot, the app or
 * WordPress, the hosting provider's support, or nobody, because it passes by itself.
 */
export type WhoActs = 'customer' | 'agency' | 'host' | 'nobody';

interface Definition {
  readonly axis: 'dns' | 'ssl';
  readonly severity: Severity;
  readonly whoActs: WhoActs;
  /** Findings that are only its consequences, and are not shown beside it. */
  readonly explains?: readonly string[];
}

const VALUES = ['a-wrong', 'a-mixed', 'aaaa-left-over', 'cname-wrong', 'address-private', 'record-missing'];
const CNAME_FAULTS = [
  'cname-loop',
  'cname-dangling',
  'domain-appended-to-value',
  'value-garbled',
  'cname-to-address',
];
const PROXIED = [...VALUES, 'cloudflare-proxied', 'wildcard-shadow', 'domain-appended-to-name'];
const NO_CERTIFICATE = ['certificate-other-name', 'name-unknown', 'certificate-slow'];
const UNREACHED = [...NO_CERTIFICATE, 'http-differs', 'ssl-odd'];

/** Every finding, ordered by rank, the worst first. */
export const findingTable = {
  'domain-unregistered': { axis: 'dns', severity: 'problem', whoActs: 'customer' },
  'target-missing': {
    axis: 'dns',
    severity: 'problem',
    whoActs: 'agency',
    explains: [...VALUES, 'cname-loop'],
  },
  'domain-on-hold': {
    axis: 'dns',
    severity: 'problem',
    whoActs: 'customer',
    explains: [
      ...VALUES,
      'wildcard-shadow',
      'server-lame',
      'server-failing',
      'delegation-mismatch',
      'ns-missing',
    ],
  },
  'target-as-server': {
    axis: 'dns',
    severity: 'problem',
    whoActs: 'customer',
    explains: [
      'delegation-missing',
      'servers-down',
      'server-lame',
      'server-failing',
      'server-silent',
      'delegation-mismatch',
      'ns-missing',
      'ns-alias',
      'record-missing',
    ],
  },
  'delegation-missing': {
    axis: 'dns',
    severity: 'problem',
    whoActs: 'customer',
    explains: ['ns-missing', 'ns-alias'],
  },
  'servers-down': { axis: 'dns', severity: 'problem', whoActs: 'customer' },
  'dnssec-bogus': {
    axis: 'dns',
    severity: 'problem',
    whoActs: 'customer',
    explains: ['resolver-failing', 'resolvers-silent'],
  },
  'domain-parked': {
    axis: 'dns',
    severity: 'problem',
    whoActs: 'customer',
    explains: [...VALUES, 'wildcard-shadow', 'cloudflare-proxied'],
  },
  'server-lame': { axis: 'dns', severity: 'problem', whoActs: 'customer', explains: ['delegation-mismatch'] },
  'server-failing': { axis: 'dns', severity: 'problem', whoActs: 'customer' },
  'tcp-blocked': { axis: 'dns', severity: 'problem', whoActs: 'customer' },
  'dname-between': {
    axis: 'dns',
    severity: 'problem',
    whoActs: 'customer',
    explains: [...VALUES, ...CNAME_FAULTS, 'domain-appended-to-name', 'wildcard-shadow'],
  },
  'cname-mixed': {
    axis: 'dns',
    severity: 'problem',
    whoActs: 'customer',
    explains: [...VALUES, ...CNAME_FAULTS, 'server-failing'],
  },
  // Some servers fail on a loop instead of showing it.
  'cname-loop': {
    axis: 'dns',
    severity: 'problem',
    whoActs: 'customer',
    explains: [...VALUES, 'server-failing'],
  },
  'partner-silent': { axis: 'dns', severity: 'problem', whoActs: 'customer' },
  'cname-at-apex': {
    axis: 'dns',
    severity: 'problem',
    whoActs: 'customer',
    explains: ['cname-wrong', 'a-wrong', 'aaaa-left-over'],
  },
  'domain-appended-to-value': {
    axis: 'dns',
    severity: 'problem',
    whoActs: 'customer',
    explains: [...VALUES, 'cname-dangling'],
  },
  'value-garbled': {
    axis: 'dns',
    severity: 'problem',
    whoActs: 'customer',
    explains: [...VALUES, 'cname-dangling'],
  },
  'cname-to-address': {
    axis: 'dns',
    severity: 'problem',
    whoActs: 'customer',
    explains: [...VALUES, 'cname-dangling'],
  },
  'cname-dangling': { axis: 'dns', severity: 'problem', whoActs: 'customer', explains: VALUES },
  'domain-appended-to-name': {
    axis: 'dns',
    severity: 'problem',
    whoActs: 'customer',
    explains: ['record-missing'],
  },
  'servers-lagging': {
    axis: 'dns',
    severity: 'problem',
    whoActs: 'nobody',
    explains: [...VALUES, 'wildcard-shadow'],
  },
  'servers-disagree': {
    axis: 'dns',
    severity: 'problem',
    whoActs: 'customer',
    explains: [...VALUES, 'wildcard-shadow'],
  },
  'wildcard-shadow': {
    axis: 'dns',
    severity: 'problem',
    whoActs: 'customer',
    explains: [
      'a-wrong',
      'a-mixed',
      'aaaa-left-over',
      'cname-wrong',
      'address-private',
      'cloudflare-proxied',
    ],
  },
  'cloudflare-proxied': {
    axis: 'dns',
    severity: 'problem',
    whoActs: 'customer',
    explains: ['a-wrong', 'a-mixed', 'aaaa-left-over'],
  },
  'cname-wrong': {
    axis: 'dns',
    severity: 'problem',
    whoActs: 'customer',
    explains: ['a-wrong', 'a-mixed', 'aaaa-left-over', 'cloudflare-proxied', 'address-private'],
  },
  'address-private': { axis: 'dns', severity: 'problem', whoActs: 'customer', explains: ['a-wrong'] },
  'a-wrong': { axis: 'dns', severity: 'problem', whoActs: 'customer' },
  'a-mixed': { axis: 'dns', severity: 'problem', whoActs: 'customer' },
  'aaaa-left-over': { axis: 'dns', severity: 'problem', whoActs: 'customer' },
  'record-as-text': { axis: 'dns', severity: 'problem', whoActs: 'customer', explains: ['record-missing'] },
  'record-missing': { axis: 'dns', severity: 'problem', whoActs: 'customer' },
  'server-silent': { axis: 'dns', severity: 'problem', whoActs: 'customer' },
  'dns-odd': { axis: 'dns', severity: 'problem', whoActs: 'agency' },
  'server-unsigned': { axis: 'dns', severity: 'warning', whoActs: 'customer' },
  'denial-unproven': { axis: 'dns', severity: 'warning', whoActs: 'customer' },
  'https-elsewhere': { axis: 'dns', severity: 'warning', whoActs: 'customer' },
  'ns-missing': { axis: 'dns', severity: 'warning', whoActs: 'customer' },
  'ns-alias': { axis: 'dns', severity: 'warning', whoActs: 'customer' },
  'glue-differs': { axis: 'dns', severity: 'warning', whoActs: 'customer' },
  'aaaa-failing': { axis: 'dns', severity: 'warning', whoActs: 'customer' },
  'delegation-mismatch': { axis: 'dns', severity: 'warning', whoActs: 'customer' },
  'target-failing': {
    axis: 'dns',
    severity: 'warning',
    whoActs: 'host',
    explains: ['resolver-failing', 'ssl-unchecked'],
  },
  'partner-bogus': { axis: 'dns', severity: 'warning', whoActs: 'agency', explains: ['resolver-failing'] },
  'resolver-failing': { axis: 'dns', severity: 'warning', whoActs: 'nobody' },
  'resolver-filtered': { axis: 'dns', severity: 'warning', whoActs: 'agency' },
  'resolver-rewriting': { axis: 'dns', severity: 'warning', whoActs: 'agency' },
  'resolvers-silent': { axis: 'dns', severity: 'note', whoActs: 'agency' },
  'proxy-serves': { axis: 'dns', severity: 'note', whoActs: 'nobody', explains: PROXIED },
  'resolver-repeating': { axis: 'dns', severity: 'note', whoActs: 'nobody' },
  'caches-waiting': { axis: 'dns', severity: 'note', whoActs: 'nobody' },
  'dns-unchecked': { axis: 'dns', severity: 'note', whoActs: 'nobody' },

  'wildcard-needs-dns': { axis: 'ssl', severity: 'problem', whoActs: 'host', explains: NO_CERTIFICATE },
  'caa-forbids': { axis: 'ssl', severity: 'problem', whoActs: 'customer', explains: NO_CERTIFICATE },
  'caa-critical': { axis: 'ssl', severity: 'problem', whoActs: 'customer', explains: NO_CERTIFICATE },
  'caa-failing': { axis: 'ssl', severity: 'problem', whoActs: 'customer', explains: NO_CERTIFICATE },
  'caa-restricts': { axis: 'ssl', severity: 'warning', whoActs: 'customer', explains: ['certificate-slow'] },
  'http-unreachable': { axis: 'ssl', severity: 'problem', whoActs: 'host', explains: UNREACHED },
  'http-challenge-blocked': { axis: 'ssl', severity: 'problem', whoActs: 'agency', explains: UNREACHED },
  'http-not-http': { axis: 'ssl', severity: 'problem', whoActs: 'host', explains: UNREACHED },
  'http-redirect-loop': { axis: 'ssl', severity: 'problem', whoActs: 'agency', explains: UNREACHED },
  'http-redirect-bad': { axis: 'ssl', severity: 'problem', whoActs: 'agency', explains: UNREACHED },
  'http-test-cookie': { axis: 'ssl', severity: 'problem', whoActs: 'agency', explains: UNREACHED },
  'http-login': { axis: 'ssl', severity: 'problem', whoActs: 'agency', explains: UNREACHED },
  'http-error': { axis: 'ssl', severity: 'problem', whoActs: 'agency', explains: UNREACHED },
  'http-unexpected': { axis: 'ssl', severity: 'warning', whoActs: 'agency', explains: ['certificate-slow'] },
  'http-differs': { axis: 'ssl', severity: 'warning', whoActs: 'host' },
  'tls-refused': { axis: 'ssl', severity: 'problem', whoActs: 'host', explains: ['certificate-slow'] },
  'tls-silent': { axis: 'ssl', severity: 'problem', whoActs: 'host', explains: ['certificate-slow'] },
  'tls-reset': { axis: 'ssl', severity: 'problem', whoActs: 'host', explains: ['certificate-slow'] },
  'tls-absent': { axis: 'ssl', severity: 'problem', whoActs: 'host', explains: ['certificate-slow'] },
  'tls-old': { axis: 'ssl', severity: 'problem', whoActs: 'host', explains: ['certificate-slow'] },
  'tls-failing': { axis: 'ssl', severity: 'problem', whoActs: 'host', explains: ['certificate-slow'] },
  'certificate-expired': {
    axis: 'ssl',
    severity: 'problem',
    whoActs: 'host',
    explains: ['certificate-slow'],
  },
  'certificate-early': {
    axis: 'ssl',
    severity: 'problem',
    whoActs: 'nobody',
    explains: ['certificate-slow'],
  },
  'chain-expired': { axis: 'ssl', severity: 'problem', whoActs: 'host', explains: ['certificate-slow'] },
  'certificate-staging': {
    axis: 'ssl',
    severity: 'problem',
    whoActs: 'host',
    explains: ['certificate-slow'],
  },
  'certificate-self-signed': {
    axis: 'ssl',
    severity: 'problem',
    whoActs: 'host',
    explains: ['certificate-slow'],
  },
  'chain-incomplete': { axis: 'ssl', severity: 'problem', whoActs: 'host', explains: ['certificate-slow'] },
  'certificate-untrusted': {
    axis: 'ssl',
    severity: 'problem',
    whoActs: 'host',
    explains: ['certificate-slow'],
  },
  'certificate-slow': {
    axis: 'ssl',
    severity: 'problem',
    whoActs: 'host',
    explains: ['certificate-other-name', 'name-unknown'],
  },
  'name-unknown': { axis: 'ssl', severity: 'problem', whoActs: 'agency' },
  'certificate-other-name': { axis: 'ssl', severity: 'problem', whoActs: 'nobody' },
  'certificate-nameless': {
    axis: 'ssl',
    severity: 'problem',
    whoActs: 'host',
    explains: ['certificate-slow'],
  },
  'ssl-odd': { axis: 'ssl', severity: 'problem', whoActs: 'host' },
  'certificate-expiring': { axis: 'ssl', severity: 'warning', whoActs: 'host' },
  'site-error': { axis: 'ssl', severity: 'warning', whoActs: 'agency' },
  'site-default-page': { axis: 'ssl', severity: 'warning', whoActs: 'agency' },
  'site-signup': { axis: 'ssl', severity: 'warning', whoActs: 'agency' },
  'site-install': { axis: 'ssl', severity: 'warning', whoActs: 'agency' },
  'site-suspended': { axis: 'ssl', severity: 'warning', whoActs: 'agency' },
  'site-network-main': { axis: 'ssl', severity: 'warning', whoActs: 'agency' },
  'site-other-host': { axis: 'ssl', severity: 'warning', whoActs: 'agency' },
  'site-redirects': { axis: 'ssl', severity: 'warning', whoActs: 'agency' },
  'site-silent': { axis: 'ssl', severity: 'warning', whoActs: 'host' },
  'site-forbidden': { axis: 'ssl', severity: 'warning', whoActs: 'host' },
  'site-login': { axis: 'ssl', severity: 'note', whoActs: 'agency' },
  'site-other': { axis: 'ssl', severity: 'note', whoActs: 'agency' },
  'ssl-unchecked': { axis: 'ssl', severity: 'note', whoActs: 'nobody' },
} as const satisfies Record<string, Definition>;

export type FindingCode = keyof typeof findingTable;

export const findingCodes = Object.keys(findingTable) as readonly FindingCode[];

export const definitionOf = (code: FindingCode): Definition => findingTable[code];
