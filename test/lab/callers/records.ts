import type { Improvised } from '../../../src/sandbox/dns/authoritative.js';
import type { WireAnswer } from '../../../src/sandbox/dns/wire.js';
import { companyZone, type Scenario, type Scene, served } from '../scenario.js';
import { ADDRESS, HOST, SECOND_ADDRESS, TARGET } from '../stage.js';

const [PRIMARY, SECONDARY] = ['ns1.dns-provider.net', 'ns2.dns-provider.net'] as const;
const FORMER = '198.51.100.23';
const RIGHT = { verdict: 'right' } as const;
const TODO = { verdict: 'todo' } as const;

/** DNS and certificate are right, but the servers have their own manner. */
const mannered = (improvised: (scene: Scene) => Improvised, server?: string) => async (scene: Scene) => {
  await served(scene);
  scene.dns.setBehaviour(scene.domain, improvised(scene), server);
};

const failingOn =
  (types: readonly string[], answer: WireAnswer | undefined): (() => Improvised) =>
  () =>
  (asked, usual) =>
    types.includes(asked.type) ? answer : usual;

const healthy: Scenario[] = [
  {
    name: 'servers that refuse questions for HTTPS records',
    expected: [],
    ...RIGHT,
    arrange: mannered(failingOn(['HTTPS'], { rcode: 'REFUSED' })),
  },
  {
    name: 'servers that never answer questions for HTTPS records',
    expected: [],
    ...RIGHT,
    arrange: mannered(failingOn(['HTTPS'], undefined)),
  },
  {
    name: 'servers that refuse to list themselves',
    expected: [],
    ...RIGHT,
    arrange: mannered(failingOn(['NS'], { rcode: 'REFUSED' })),
  },
  {
    name: 'servers that send another name’s address along',
    expected: [],
    ...RIGHT,
    label: '',
    arrange: mannered(
      ({ domain }) =>
        (asked, usual) =>
          asked.type === 'A' && usual.answers?.length
            ? {
                ...usual,
                answers: [...usual.answers, { name: `mail.${domain}`, type: 'A', value: FORMER, ttlS: 60 }],
              }
            : usual,
    ),
  },
  {
    name: 'servers that write every name in capitals',
    expected: [],
    ...RIGHT,
    arrange: mannered(() => (_, usual) => ({
      ...usual,
      ...(usual.answers
        ? { answers: usual.answers.map((record) => ({ ...record, name: record.name.toUpperCase() })) }
        : {}),
    })),
  },
  {
    name: 'one of two servers is silent on CAA alone',
    expected: [],
    ...RIGHT,
    arrange: mannered(failingOn(['CAA'], undefined), PRIMARY),
  },
  {
    name: 'CAA of the wildcard beside the hostname, which has records of its own',
    expected: [],
    ...RIGHT,
    arrange: async ({ zone, domain, hostname, edge }) => {
      zone.add(hostname, 'A', ADDRESS);
      zone.add(`*.${domain}`, 'CAA', '0 issue "digicert.com"');
      await edge.serve(hostname, 'issued');
    },
  },
  {
    name: 'CAA bound to an account in one record, and open in the next',
    expected: [],
    ...RIGHT,
    arrange: async (scene) => {
      await served(scene);
      scene.zone.add(
        scene.domain,
        'CAA',
        '0 issue "letsencrypt.org; accounturi=https://acme.example/acct/1"',
      );
      scene.zone.add(scene.domain, 'CAA', '0 issue "letsencrypt.org"');
    },
  },
  {
    name: 'a signed zone that says of missing names that they exist without data',
    expected: [],
    ...RIGHT,
    arrange: async (scene) => {
      await served(scene);
      const { dns, zone, domain } = scene;
      dns.setSigned(domain, 'signed');
      dns.setBehaviour(domain, (_, usual) => ({
        ...usual,
        rcode: usual.rcode === 'NXDOMAIN' ? 'NOERROR' : usual.rcode,
        signed: { zone: zone.name, endsInS: 864_000, hasDenial: true },
      }));
    },
  },
  {
    name: 'servers that fail on every name but the ones they have',
    expected: [],
    ...RIGHT,
    arrange: mannered(() => (_, usual) => (usual.rcode === 'NXDOMAIN' ? { rcode: 'SERVFAIL' } : usual)),
  },
  {
    name: 'a CNAME and its address in one answer, the address first',
    expected: [],
    ...RIGHT,
    arrange: async (scene) => {
      const { zone, hostname, domain, edge, dns } = scene;
      zone.add(hostname, 'CNAME', `www.${domain}`);
      zone.add(`www.${domain}`, 'A', ADDRESS);
      await edge.serve(hostname, 'issued');
      dns.setBehaviour(domain, (_, usual) => ({
        ...usual,
        ...(usual.answers ? { answers: [...usual.answers].reverse() } : {}),
      }));
    },
  },
  {
    name: 'a subdomain of a subdomain delegated back to the same servers',
    expected: [],
    ...RIGHT,
    label: 'a.b.',
    arrange: async ({ dns, zone, domain, hostname, edge }) => {
      for (const server of [PRIMARY, SECONDARY]) zone.add(`b.${domain}`, 'NS', server);
      dns.addZone(`b.${domain}`).add(hostname, 'CNAME', HOST);
      await edge.serve(hostname, 'issued');
    },
  },
];

const broken: Scenario[] = [
  {
    name: 'servers that refuse questions for IPv6 addresses',
    expected: ['aaaa-failing'],
    label: '',
    says: /IPv6/,
    arrange: mannered(failingOn(['AAAA'], { rcode: 'REFUSED' })),
  },
  {
    name: 'servers that have not implemented IPv6 addresses',
    expected: ['aaaa-failing'],
    label: '',
    arrange: mannered(failingOn(['AAAA'], { rcode: 'NOTIMP' })),
  },
  {
    name: 'servers that say for IPv6 that there is no such name',
    expected: ['aaaa-failing'],
    label: '',
    arrange: mannered(failingOn(['AAAA'], { rcode: 'NXDOMAIN', isAuthoritative: true })),
  },
  {
    name: 'servers that refuse questions for IPv4 addresses alone',
    expected: ['server-lame'],
    ...TODO,
    label: '',
    arrange: mannered(failingOn(['A'], { rcode: 'REFUSED' })),
  },
  {
    name: 'servers that fail on IPv4 addresses alone',
    expected: ['server-failing'],
    ...TODO,
    label: '',
    arrange: mannered(failingOn(['A'], { rcode: 'SERVFAIL' })),
  },
  {
    name: 'servers that drop questions with EDNS',
    expected: ['dns-unchecked'],
    verdict: 'unchecked',
    arrange: mannered(() => (asked, usual) => (asked.hasEdns ? undefined : usual)),
  },
  {
    name: 'servers that refuse CAA, and no certificate yet',
    expected: ['caa-failing'],
    ...TODO,
    arrange: async (scene) => {
      scene.point();
      await scene.edge.serve(scene.hostname, 'waiting');
      scene.dns.setBehaviour(scene.domain, (asked, usual) =>
        asked.type === 'CAA' ? { rcode: 'REFUSED' } : usual,
      );
    },
  },
  {
    name: 'CAA fails for the domain alone, not for the hostname',
    expected: ['caa-failing'],
    ...TODO,
    arrange: async (scene) => {
      scene.zone.add(scene.hostname, 'A', ADDRESS);
      await scene.edge.serve(scene.hostname, 'waiting');
      scene.dns.setBehaviour(scene.domain, (asked, usual) =>
        asked.type === 'CAA' && asked.name === scene.domain ? { rcode: 'SERVFAIL' } : usual,
      );
    },
  },
  {
    name: 'CAA that allows nobody, with a parameter',
    expected: ['caa-forbids'],
    ...TODO,
    arrange: async (scene) => {
      scene.point();
      await scene.edge.serve(scene.hostname, 'waiting');
      scene.zone.add(scene.domain, 'CAA', '0 issue "; policy=ev"');
    },
  },
  {
    name: 'a signed zone whose missing names exist without data, and no record yet',
    expected: ['record-missing'],
    ...TODO,
    says: /no record for this name/,
    arrange: ({ dns, domain, zone }) => {
      dns.setSigned(domain, 'signed');
      dns.setBehaviour(domain, (_, usual) => ({
        ...usual,
        rcode: usual.rcode === 'NXDOMAIN' ? 'NOERROR' : usual.rcode,
        signed: { zone: zone.name, endsInS: 864_000, hasDenial: true },
      }));
    },
  },
  {
    name: 'the second server has the right address and an old one',
    expected: ['servers-disagree'],
    ...TODO,
    label: '',
    says: /ns2/,
    arrange: async (scene) => {
      await served(scene);
      const other = scene.zone.copy();
      other.add(scene.domain, 'A', FORMER);
      other.serial = scene.zone.serial;
      scene.dns.setVersion(SECONDARY, scene.domain, other);
    },
  },
  {
    name: 'an alias of a partner whose servers fail',
    expected: ['partner-silent'],
    ...TODO,
    says: /failing-partner/,
    arrange: ({ dns, zone, hostname }) => {
      companyZone(dns, 'failing-partner.org').add('x.failing-partner.org', 'CNAME', HOST);
      dns.setBehaviour('failing-partner.org', 'servfail');
      zone.add(hostname, 'CNAME', 'x.failing-partner.org');
    },
  },
  {
    name: 'the right alias, while the servers of the host’s own zone fail',
    expected: ['target-failing', 'certificate-other-name'],
    arrange: ({ dns, point }) => {
      point();
      dns.setBehaviour('closte.com', 'servfail');
      for (const { resolver } of dns.resolvers) resolver.flush();
    },
    tidy: ({ dns }) => {
      dns.setBehaviour('closte.com', 'normal');
      for (const { resolver } of dns.resolvers) resolver.flush();
    },
  },
  {
    name: 'an alias of the domain, which has mail alone',
    expected: ['cname-dangling'],
    ...TODO,
    arrange: ({ zone, domain, hostname }) => {
      zone.add(domain, 'MX', `10 mail.${domain}`);
      zone.add(hostname, 'CNAME', domain);
    },
  },
  {
    name: 'an alias of the www, which nobody made',
    expected: ['cname-dangling'],
    ...TODO,
    says: /www\./,
    arrange: ({ zone, domain, hostname }) => zone.add(hostname, 'CNAME', `www.${domain}`),
  },
  {
    name: 'a Cyrillic letter in the target',
    expected: ['cname-dangling'],
    ...TODO,
    arrange: ({ zone, hostname }) => zone.add(hostname, 'CNAME', 'app-1.xn--loste-0ve.com'),
  },
  {
    name: 'the target entered as a mail server',
    expected: ['record-missing'],
    ...TODO,
    arrange: ({ zone, hostname }) => zone.add(hostname, 'MX', `10 ${HOST}`),
  },
  {
    name: 'an old IPv6 address that hides the wildcard to the target',
    expected: ['aaaa-left-over'],
    ...TODO,
    arrange: ({ zone, domain, hostname }) => {
      zone.add(`*.${domain}`, 'CNAME', HOST);
      zone.add(hostname, 'AAAA', '2a01:4f8::17');
    },
  },
  {
    name: 'both addresses of the target, and the old one',
    expected: ['a-mixed'],
    ...TODO,
    label: '',
    says: /198\.51\.100\.23/,
    options: { target: { ...TARGET, ipv4: [ADDRESS, SECOND_ADDRESS] } },
    arrange: ({ zone, domain }) => {
      for (const address of [ADDRESS, SECOND_ADDRESS, FORMER]) zone.add(domain, 'A', address);
    },
  },
  {
    name: 'the right IPv6 address beside an old one',
    expected: ['aaaa-left-over'],
    ...TODO,
    label: '',
    says: /2a01:4f8::17/,
    options: { target: { ...TARGET, ipv6: ['2a01:4f8::1'] } },
    arrange: ({ zone, domain }) => {
      zone.add(domain, 'A', ADDRESS);
      zone.add(domain, 'AAAA', '2a01:4f8::1');
      zone.add(domain, 'AAAA', '2a01:4f8::17');
    },
  },
  {
    name: 'sixty-four addresses, the right one among them',
    expected: ['a-mixed'],
    ...TODO,
    label: '',
    arrange: ({ zone, domain, point }) => {
      point();
      for (let host = 1; host < 64; host++) zone.add(domain, 'A', `198.51.100.${host}`);
    },
  },
  {
    name: 'sixty-four addresses, all of them old',
    expected: ['a-wrong'],
    ...TODO,
    label: '',
    arrange: ({ zone, domain }) => {
      for (let host = 1; host <= 64; host++) zone.add(domain, 'A', `198.51.100.${host}`);
    },
  },
  {
    name: 'two levels of aliases in the zone, the last one to the old host',
    expected: ['cname-wrong'],
    ...TODO,
    says: /www\./,
    arrange: ({ zone, dns, domain, hostname }) => {
      companyZone(dns, 'former-host.org').add('customer.former-host.org', 'A', FORMER);
      zone.add(hostname, 'CNAME', `www.${domain}`);
      zone.add(`www.${domain}`, 'CNAME', `pages.${domain}`);
      zone.add(`pages.${domain}`, 'CNAME', 'customer.former-host.org');
    },
  },
  {
    name: 'servers named after the registrar’s page for overdue renewals',
    expected: ['domain-on-hold'],
    ...TODO,
    servers: ['ns1.renewyourname.net', 'ns2.renewyourname.net'],
    arrange: () => undefined,
  },
  {
    name: 'the wildcard of the domain itself made with the target’s name, the domain mapped',
    expected: ['record-missing'],
    ...TODO,
    label: '',
    arrange: ({ zone, domain }) => zone.add(`*.${domain}`, 'CNAME', HOST),
  },
];

/** Of records, as those report who call support. */
export const callersRecords: readonly Scenario[] = [...healthy, ...broken];
