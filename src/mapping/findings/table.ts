/** `problem`: nothing goes on until it is mended; `warning`: it may bite; `note`: good to know. */
export type Severity = 'problem' | 'warning' | 'note';

interface Definition {
  readonly axis: 'dns' | 'ssl';
  readonly severity: Severity;
  /** Findings that are only its consequences: they are not told beside it. */
  readonly explains?: readonly string[];
}

const VALUES = ['a-wrong', 'a-mixed', 'aaaa-left-over', 'cname-wrong', 'address-private', 'record-missing'];
const NO_CERTIFICATE = ['certificate-other-name', 'name-unknown', 'certificate-slow'];
const UNREACHED = [...NO_CERTIFICATE, 'http-differs'];

/** Every finding, the worst first: the order is the rank. */
export const findingTable = {
  'domain-unregistered': { axis: 'dns', severity: 'problem' },
  'domain-on-hold': {
    axis: 'dns',
    severity: 'problem',
    explains: [...VALUES, 'wildcard-shadow', 'server-lame', 'server-failing', 'delegation-mismatch'],
  },
  'delegation-missing': { axis: 'dns', severity: 'problem' },
  'servers-down': { axis: 'dns', severity: 'problem' },
  'dnssec-bogus': { axis: 'dns', severity: 'problem', explains: ['resolver-failing', 'resolvers-silent'] },
  'domain-parked': {
    axis: 'dns',
    severity: 'problem',
    explains: [...VALUES, 'wildcard-shadow', 'cloudflare-proxied'],
  },
  'server-lame': { axis: 'dns', severity: 'problem', explains: ['delegation-mismatch'] },
  'server-failing': { axis: 'dns', severity: 'problem' },
  'cname-loop': { axis: 'dns', severity: 'problem', explains: VALUES },
  'cname-at-apex': {
    axis: 'dns',
    severity: 'problem',
    explains: ['cname-wrong', 'a-wrong', 'aaaa-left-over'],
  },
  'cname-dangling': { axis: 'dns', severity: 'problem', explains: VALUES },
  'record-doubled': { axis: 'dns', severity: 'problem', explains: ['record-missing'] },
  'servers-lagging': { axis: 'dns', severity: 'problem', explains: [...VALUES, 'wildcard-shadow'] },
  'servers-disagree': { axis: 'dns', severity: 'problem', explains: [...VALUES, 'wildcard-shadow'] },
  'wildcard-shadow': {
    axis: 'dns',
    severity: 'problem',
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
    explains: ['a-wrong', 'a-mixed', 'aaaa-left-over'],
  },
  'cname-wrong': {
    axis: 'dns',
    severity: 'problem',
    explains: ['a-wrong', 'a-mixed', 'aaaa-left-over', 'cloudflare-proxied', 'address-private'],
  },
  'address-private': { axis: 'dns', severity: 'problem', explains: ['a-wrong'] },
  'a-wrong': { axis: 'dns', severity: 'problem' },
  'a-mixed': { axis: 'dns', severity: 'problem' },
  'aaaa-left-over': { axis: 'dns', severity: 'problem' },
  'record-missing': { axis: 'dns', severity: 'problem' },
  'server-silent': { axis: 'dns', severity: 'problem' },
  'aaaa-failing': { axis: 'dns', severity: 'warning' },
  'delegation-mismatch': { axis: 'dns', severity: 'warning' },
  'resolver-failing': { axis: 'dns', severity: 'warning' },
  'resolver-filtered': { axis: 'dns', severity: 'warning' },
  'resolvers-silent': { axis: 'dns', severity: 'note' },
  'caches-waiting': { axis: 'dns', severity: 'note' },
  'dns-unchecked': { axis: 'dns', severity: 'note' },

  'wildcard-needs-dns': { axis: 'ssl', severity: 'problem', explains: NO_CERTIFICATE },
  'caa-forbids': { axis: 'ssl', severity: 'problem', explains: NO_CERTIFICATE },
  'caa-critical': { axis: 'ssl', severity: 'problem', explains: NO_CERTIFICATE },
  'caa-failing': { axis: 'ssl', severity: 'problem', explains: NO_CERTIFICATE },
  'caa-restricts': { axis: 'ssl', severity: 'warning' },
  'http-unreachable': { axis: 'ssl', severity: 'problem', explains: UNREACHED },
  'http-challenge-blocked': { axis: 'ssl', severity: 'problem', explains: UNREACHED },
  'http-not-http': { axis: 'ssl', severity: 'problem', explains: UNREACHED },
  'http-redirect-loop': { axis: 'ssl', severity: 'problem', explains: UNREACHED },
  'http-redirect-bad': { axis: 'ssl', severity: 'problem', explains: UNREACHED },
  'http-test-cookie': { axis: 'ssl', severity: 'problem', explains: UNREACHED },
  'http-login': { axis: 'ssl', severity: 'problem', explains: UNREACHED },
  'http-error': { axis: 'ssl', severity: 'problem', explains: UNREACHED },
  'http-unexpected': { axis: 'ssl', severity: 'warning' },
  'http-differs': { axis: 'ssl', severity: 'warning' },
  'tls-refused': { axis: 'ssl', severity: 'problem', explains: ['certificate-slow'] },
  'tls-silent': { axis: 'ssl', severity: 'problem', explains: ['certificate-slow'] },
  'tls-reset': { axis: 'ssl', severity: 'problem', explains: ['certificate-slow'] },
  'tls-absent': { axis: 'ssl', severity: 'problem', explains: ['certificate-slow'] },
  'tls-old': { axis: 'ssl', severity: 'problem', explains: ['certificate-slow'] },
  'tls-failing': { axis: 'ssl', severity: 'problem', explains: ['certificate-slow'] },
  'certificate-expired': { axis: 'ssl', severity: 'problem', explains: ['certificate-slow'] },
  'certificate-early': { axis: 'ssl', severity: 'problem', explains: ['certificate-slow'] },
  'certificate-staging': { axis: 'ssl', severity: 'problem', explains: ['certificate-slow'] },
  'certificate-self-signed': { axis: 'ssl', severity: 'problem', explains: ['certificate-slow'] },
  'chain-incomplete': { axis: 'ssl', severity: 'problem', explains: ['certificate-slow'] },
  'certificate-untrusted': { axis: 'ssl', severity: 'problem', explains: ['certificate-slow'] },
  'certificate-slow': {
    axis: 'ssl',
    severity: 'problem',
    explains: ['certificate-other-name', 'name-unknown'],
  },
  'name-unknown': { axis: 'ssl', severity: 'problem' },
  'certificate-other-name': { axis: 'ssl', severity: 'problem' },
  'certificate-expiring': { axis: 'ssl', severity: 'warning' },
  'site-error': { axis: 'ssl', severity: 'warning' },
  'site-default-page': { axis: 'ssl', severity: 'warning' },
  'site-login': { axis: 'ssl', severity: 'note' },
  'site-other': { axis: 'ssl', severity: 'note' },
  'ssl-unchecked': { axis: 'ssl', severity: 'note' },
} as const satisfies Record<string, Definition>;

export type FindingCode = keyof typeof findingTable;

export const findingCodes = Object.keys(findingTable) as readonly FindingCode[];

export const definitionOf = (code: FindingCode): Definition => findingTable[code];
