import { expect, it } from 'vitest';
import type { ServerAnswer } from '../../../src/core/observation/observation.js';
import { createMappingProbe, type ProbeDeps } from '../../../src/use-cases/shared/probe-mapping.js';
import { newStoredMapping } from '../../store/typical-mapping.js';
import { dnsSeen, HOSTNAME, lookup, right, START, server } from '../../support/observations.js';

const TARGET = {
  ipv4: ['203.0.113.10', '203.0.113.11'],
  ipv6: ['2001:db8::10'],
  cname: ['app-1.closte.com'],
};
const ALL = [...TARGET.ipv4, ...TARGET.ipv6];

/** Where the certificate is checked when the domain's servers answer so. */
async function addressesFor(...authoritative: ServerAnswer[]): Promise<readonly string[]> {
  let asked: readonly string[] = [];
  const probe = createMappingProbe({
    dns: { authoritative: async () => dnsSeen(START, authoritative), resolvers: async () => [] },
    http: {
      probe: async (_: string, addresses: readonly string[]) => {
        asked = addresses;
        return { ssl: { edges: [] }, http: { challenge: [], site: [] } };
      },
      front: async () => undefined,
    },
    now: () => START,
    random: () => 0.5,
  } as unknown as ProbeDeps);
  await probe({ ...newStoredMapping('m1').mapping, hostname: HOSTNAME }, { target: TARGET });
  return asked;
}

const both = server(lookup('answer', ...TARGET.ipv4), lookup('answer', ...TARGET.ipv6));

it.each<[string, ServerAnswer[], readonly string[]]>([
  ['a name with one of two addresses is served at that one', [right()], ['203.0.113.10']],
  ['a name with all of them is served at all', [both], ALL],
  ['what servers differ in counts together', [right('ns1'), { ...both, server: 'ns2' }], ALL],
  [
    'an alias of the host leads to all that the host has',
    [server(lookup('answer', 'app-1.closte.com'))],
    ALL,
  ],
  ['where IPv6 could not be asked for, it may be there', [server(right().a, lookup('servfail'))], ALL],
  [
    'a list that was cut off excludes nothing',
    [server(right().a, { ...lookup('answer', '2001:db8::10'), isCapped: true })],
    ALL,
  ],
])('%s', async (_, answers, expected) => {
  expect([...(await addressesFor(...answers))].sort()).toEqual([...expected].sort());
});
