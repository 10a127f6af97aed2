import type { Scenario } from './scenario.js';
import { HOST } from './stage.js';

/** Of each kind that `arrivals.ts` and trials by hand showed first, others: written after the fixes. */
const OLD = '192.0.2.190';

const pasted: Scenario[] = [
  {
    name: 'a space that nobody sees pasted behind the target',
    expected: ['value-garbled'],
    verdict: 'todo',
    says: /\\226\\128\\139.*spaces/s,
    arrange: ({ zone, hostname }) => zone.add(hostname, 'CNAME', `${HOST}\u200b`),
  },
  {
    name: 'the whole line of the instructions pasted as the value, and the zone appended',
    expected: ['value-garbled'],
    verdict: 'todo',
    says: /app-1\.closte\.com alone/,
    arrange: ({ zone, domain, hostname }) => {
      zone.add(`*.${domain}`, 'A', OLD);
      zone.add(hostname, 'CNAME', `cname ${HOST}.${domain}`);
    },
  },
  {
    name: 'the target with a port',
    expected: ['value-garbled'],
    verdict: 'todo',
    says: /:443/,
    arrange: ({ zone, hostname }) => zone.add(hostname, 'CNAME', `${HOST}:443`),
  },
  {
    name: 'another site’s web address pasted as the value',
    // Not the target: nothing else is known of it.
    expected: ['cname-dangling'],
    verdict: 'todo',
    arrange: ({ zone, hostname }) => zone.add(hostname, 'CNAME', 'https://www.example.org/'),
  },
];

const hidden: Scenario[] = [
  {
    name: 'a wildcard to the target, and a text at the hostname itself',
    expected: ['record-missing'],
    verdict: 'todo',
    says: /wildcard/,
    arrange: ({ zone, domain, hostname }) => {
      zone.add(`*.${domain}`, 'CNAME', HOST);
      zone.add(hostname, 'TXT', 'google-site-verification=abc');
    },
  },
  {
    name: 'a wildcard for mail alone beside a name with nothing',
    // It has no address that could be hidden.
    expected: ['record-missing'],
    verdict: 'todo',
    says: /^There’s no record for this name yet\. Add/,
    arrange: ({ zone, domain, hostname }) => {
      zone.add(`*.${domain}`, 'TXT', 'v=spf1 -all');
      zone.add(`_dmarc.${hostname}`, 'TXT', 'v=DMARC1; p=none');
    },
  },
  {
    name: 'a wildcard that answers although a name below its answer exists elsewhere',
    expected: [],
    arrange: async ({ zone, domain, hostname, edge }) => {
      zone.add(`*.${domain}`, 'CNAME', HOST);
      zone.add(`_dmarc.other.${domain}`, 'TXT', 'v=DMARC1; p=none');
      await edge.serve(hostname, 'issued');
    },
  },
];

export const further: readonly Scenario[] = [...pasted, ...hidden];
