import type { ServerBehaviour } from '../../src/sandbox/dns/authoritative.js';
import { pageOf } from './pages.js';
import { companyZone, type Scenario, securely, served } from './scenario.js';
import { ADDRESS, HOST } from './stage.js';

/** Found by hand beside real servers after all the others, each with its fix. */
const OLD = '192.0.2.230';

/** Records that rule out a CNAME (RFC 1034 3.6.2, RFC 6672 2.4). */
const besideOthers: Scenario[] = [
  {
    name: 'mail for the name, and no address',
    expected: ['record-missing'],
    verdict: 'todo',
    says: /MX.*rule out a CNAME/,
    arrange: ({ zone, hostname }) => zone.add(hostname, 'MX', `10 mail.${hostname}`),
  },
  {
    name: 'a proof of ownership for the name, and its old address',
    expected: ['a-wrong'],
    verdict: 'todo',
    arrange: ({ zone, hostname }) => {
      zone.add(hostname, 'TXT', 'verification=1');
      zone.add(hostname, 'A', OLD);
    },
  },
  {
    name: 'a wildcard’s mail, which goes when the name has a record of its own',
    expected: ['record-missing'],
    verdict: 'todo',
    says: /^There’s no record for this name\. /,
    arrange: ({ zone, domain }) => zone.add(`*.${domain}`, 'MX', '10 mail.example.net'),
  },
];

const pages: Scenario[] = [
  {
    name: 'a page that shows the old host in a frame',
    expected: ['site-other-host'],
    verdict: 'todo',
    says: /old-host\.example\.net in a frame/,
    arrange: async (scene) => {
      await served(scene);
      const page =
        '<title>Shop</title><frameset rows="100%"><frame src="http://old-host.example.net/"></frameset>';
      scene.http.respond(scene.hostname, pageOf(200, page));
    },
  },
  {
    name: 'the domain is offered for sale',
    expected: ['site-default-page'],
    verdict: 'todo',
    says: /sell the domain.*is for sale/,
    arrange: async (scene) => {
      await served(scene);
      scene.http.respond(scene.hostname, pageOf(200, `<title>${scene.domain} is for sale</title>`));
    },
  },
];

const chains: Scenario[] = [
  {
    name: 'a partner of whose servers one still leads elsewhere',
    expected: ['cname-wrong'],
    verdict: 'todo',
    arrange: ({ dns, zone, domain, hostname }) => {
      const partner = dns.addZone(`half-${domain}`);
      partner.add(`edge.half-${domain}`, 'A', OLD);
      dns.setVersion('ns2.dns-provider.net', partner.name, partner.copy());
      partner.remove(`edge.half-${domain}`);
      partner.add(`edge.half-${domain}`, 'CNAME', HOST);
      zone.add(hostname, 'CNAME', `edge.half-${domain}`);
    },
  },
  {
    name: 'more CNAMEs than resolvers follow',
    expected: ['cname-loop'],
    verdict: 'todo',
    says: /chain is too long/,
    arrange: ({ zone, domain, hostname }) => {
      zone.add(hostname, 'CNAME', `c1.${domain}`);
      for (let count = 1; count < 12; count++)
        zone.add(`c${count}.${domain}`, 'CNAME', `c${count + 1}.${domain}`);
      zone.add(`c12.${domain}`, 'CNAME', HOST);
    },
  },
];

const drops: Scenario[] = [
  {
    name: 'name servers that answer for addresses alone',
    expected: ['caa-failing'],
    arrange: async (scene) => {
      await served(scene, 'waiting');
      scene.dns.setBehaviour(scene.domain, 'only-addresses');
    },
  },
];

const MANY = Array.from({ length: 63 }, (_, index) => `127.0.1.${index + 1}`);

const many: Scenario[] = [
  {
    name: 'sixty-four addresses, of which the last is somebody else’s',
    expected: ['a-mixed'],
    verdict: 'todo',
    says: /192\.0\.2\.230/,
    options: { target: { ipv4: MANY, ipv6: [], cname: [] } },
    arrange: ({ zone, hostname }) => {
      for (const address of [...MANY, OLD]) zone.add(hostname, 'A', address);
    },
  },
];

/** The record is right; the zone of the host that it leads to isn’t. */
const hostFailing = (name: string, behaviour: ServerBehaviour & string): Scenario => {
  const [zone, host] = [`${behaviour}-host.net`, `app-1.${behaviour}-host.net`];
  return {
    name,
    expected: ['target-failing'],
    verdict: 'todo',
    says: /app-1\.\w+-host\.net.*support.*customer’s record is fine/,
    options: { target: { ipv4: [ADDRESS], ipv6: [], cname: [host] } },
    arrange: async (scene) => {
      scene.zone.add(scene.hostname, 'CNAME', host);
      companyZone(scene.dns, zone).add(host, 'A', ADDRESS);
      scene.dns.setBehaviour(zone, behaviour);
      await scene.edge.serve(scene.hostname, 'issued');
    },
  };
};

const hosts: Scenario[] = [
  hostFailing('the host’s own zone fails at its servers', 'servfail'),
  hostFailing('the host’s own servers don’t have its zone', 'refused'),
  hostFailing('nobody hears the host’s own servers', 'silent'),
];

const ofTls: Scenario[] = [
  {
    name: 'HTTP/2 alone over TLS, which browsers speak',
    expected: ['site-other'],
    verdict: 'right',
    says: /can’t read.*wasn’t checked/,
    arrange: (scene) => securely(scene, 'http2-only'),
  },
  {
    name: 'a panel’s own certificate that has expired, and that nobody should renew',
    expected: ['certificate-self-signed'],
    verdict: 'todo',
    arrange: (scene) => served(scene, 'self-signed', { days: [-400, -30] }),
  },
  {
    name: 'a test certificate that has expired',
    expected: ['certificate-staging'],
    verdict: 'todo',
    arrange: (scene) => served(scene, 'staging', { days: [-91, -1] }),
  },
  {
    name: 'a certificate asked of every visitor',
    expected: ['site-silent'],
    verdict: 'todo',
    says: /asks for a client certificate/,
    arrange: (scene) => securely(scene, 'client-certificate'),
  },
  {
    name: 'a certificate asked of every visitor, as nginx does',
    expected: ['site-silent'],
    verdict: 'todo',
    says: /asks for a client certificate/,
    arrange: (scene) =>
      securely(scene, {
        status: 400,
        body: '<html><head><title>400 No required SSL certificate was sent</title></head><center>nginx</center></html>',
      }),
  },
];

export const afterwards: readonly Scenario[] = [
  ...besideOthers,
  ...pages,
  ...chains,
  ...drops,
  ...many,
  ...hosts,
  ...ofTls,
];
