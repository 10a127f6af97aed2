import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { DnsRecordFix } from '../../../../src/core/diagnosis/findings/finding.js';
import { findingsOf } from '../../../../src/core/diagnosis/findings/findings.js';
import { judgeDns } from '../../../../src/core/diagnosis/verdict.js';
import { judgeSsl } from '../../../../src/core/diagnosis/verdict-ssl.js';
import type { Mapping } from '../../../../src/core/mapping.js';
import {
  type DnsObservation,
  edgeOutcomes,
  type Lookup,
  lookupOutcomes,
  type ServerAnswer,
} from '../../../../src/core/observation/observation.js';
import { plainly, whatIs, whatToDo } from '../../../../src/slack/views/findings.js';
import {
  certificate,
  dnsSeen,
  edge,
  HOSTNAME,
  POLICY,
  START,
  sslSeen,
  TARGET,
} from '../../../support/observations.js';
import { Story } from '../../../support/story.js';
import { translatorFor } from '../../../support/translator.js';

const [HOST = ''] = TARGET.cname;
const added = new Story().added().mapping;
const translator = translatorFor();

const dnsRecordsOf = (type: 'A' | 'AAAA'): fc.Arbitrary<Lookup['records']> => {
  const values =
    type === 'A'
      ? ['203.0.113.10', '192.0.2.1', '104.16.1.1', '10.0.0.1']
      : ['2001:db8::10', '2001:db8::bad'];
  const addresses = fc
    .uniqueArray(fc.constantFrom(...values), { maxLength: 2 })
    .map((some) => some.map((value) => ({ name: HOSTNAME, type, value, ttlS: 300 })));
  const cname = fc
    .constantFrom(HOST, 'www.example.org', `${HOST}.example.com`, '192.0.2.1')
    .map((value) => [{ name: HOSTNAME, type: 'CNAME' as const, value, ttlS: 300 }]);
  return fc.oneof({ weight: 3, arbitrary: addresses }, cname);
};
const lookupOf = (type: 'A' | 'AAAA'): fc.Arbitrary<Lookup> =>
  fc
    .record({
      outcome: fc.constantFrom(...lookupOutcomes),
      records: dnsRecordsOf(type),
      rttMs: fc.constant(1),
    })
    .map((each) => (each.records.length > 0 ? { ...each, outcome: 'answer' } : each));
/** One CNAME, or addresses: a server that answers both ways at once has no zone. */
const answer = (server: string): fc.Arbitrary<ServerAnswer> =>
  fc.record({ a: lookupOf('A'), aaaa: lookupOf('AAAA') }).map(({ a, aaaa }) => {
    const alias = a.records.find(({ type }) => type === 'CNAME');
    const six = alias ? [alias] : aaaa.records.filter(({ type }) => type !== 'CNAME');
    return { server, address: '198.51.100.1', a, aaaa: { ...aaaa, records: six } };
  });
const dns: fc.Arbitrary<DnsObservation> = fc
  .record({
    first: answer('ns1.example.net'),
    second: fc.option(answer('ns2.example.net')),
    delegation: fc.constantFrom(...(['found', 'found', 'found', 'none', 'nxdomain'] as const)),
    zone: fc.constantFrom('example.com', HOSTNAME),
    health: fc.constantFrom(...(['fine', 'bogus', 'dead', 'unknown'] as const)),
    below: fc.constantFrom<string[]>([], ['A 192.0.2.1'], ['AAAA 2001:db8::bad']),
  })
  .map(({ first, second, delegation, zone, health, below }) => ({
    ...dnsSeen(START, delegation === 'found' ? [first, ...(second ? [second] : [])] : []),
    delegation,
    zone,
    health,
    nameServers: { parent: ['ns1.example.net'], child: ['ns1.example.net', 'ns2.example.net'] },
    siblings: { sibling: [], appended: [], below },
  }));

const CHAIN_ERRORS = [
  undefined,
  'CERT_HAS_EXPIRED',
  'UNSPECIFIED',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'ANYTHING_ELSE',
];
const ssl = fc
  .array(
    fc.record({
      outcome: fc.constantFrom(...edgeOutcomes),
      nameMatches: fc.boolean(),
      names: fc.constantFrom<string[]>([], [HOSTNAME], ['host.example']),
      chainError: fc.constantFrom(...CHAIN_ERRORS),
      startsIn: fc.integer({ min: -100, max: 100 }),
    }),
    { maxLength: 3 },
  )
  .map((edges) =>
    sslSeen(
      START,
      ...edges.map(({ outcome, nameMatches, names, chainError, startsIn }) =>
        outcome === 'certificate'
          ? edge(
              outcome,
              certificate({
                nameMatches,
                names,
                validFrom: START + startsIn,
                validTo: START + startsIn + 90,
                ...(chainError === undefined ? {} : { chainError }),
              }),
            )
          : edge(outcome),
      ),
    ),
  );

const mappingOf = (change: Partial<Pick<Mapping, 'dns' | 'ssl'>>): Mapping => ({ ...added, ...change });
const find = (mapping: Mapping) => findingsOf(mapping, TARGET, { now: START, policy: POLICY });

it('has a problem to tell for every DNS that is wrong', () => {
  fc.assert(
    fc.property(dns, (observation) => {
      fc.pre(judgeDns(observation, TARGET).verdict === 'wrong');
      const found = find(mappingOf({ dns: { ...added.dns, state: 'wrong', observation } }));
      expect(found.filter(({ severity }) => severity === 'problem')).not.toEqual([]);
    }),
  );
});

it('has a problem to tell for every certificate that is not right', () => {
  fc.assert(
    fc.property(ssl, (observation) => {
      const state = judgeSsl(observation, START);
      fc.pre(state === 'invalid' || state === 'absent');
      const published = { ...added.dns, state: 'published' as const };
      const found = find(mappingOf({ dns: published, ssl: { ...added.ssl, state, observation } }));
      expect(found.filter(({ severity }) => severity === 'problem')).not.toEqual([]);
    }),
  );
});

it('says nothing with a hole in it', () => {
  const HOLES = /\(status \)|for \.|UNSPECIFIED|\(\)|: \.|\s{2,}|undefined|NaN|\{|\}/;
  fc.assert(
    fc.property(dns, ssl, fc.constantFrom('wrong', 'published'), (seen, certificates, state) => {
      const mapping = mappingOf({
        dns: { ...added.dns, state: state === 'wrong' ? 'wrong' : 'published', observation: seen },
        ssl: { ...added.ssl, state: 'invalid', observation: certificates },
      });
      for (const finding of find(mapping)) {
        const { code, params } = finding;
        expect(`${whatIs(code, params, translator)} ${whatToDo(code, params, translator)}`).not.toMatch(
          HOLES,
        );
        expect(
          `${plainly('finding', finding, translator)} ${plainly('fix', finding, translator)}`,
        ).not.toMatch(HOLES);
      }
    }),
  );
});

/** What a DNS panel, or `named-checkzone`, makes of the lines one after another. */
function applied(zone: readonly string[], fixes: readonly DnsRecordFix[]): string[] {
  let lines = [...zone];
  for (const { action, name, type, value } of fixes) {
    const line = `${name} ${type} ${value}`;
    if (action === 'delete') {
      if (!lines.includes(line)) throw new Error(`there is no ${line} to delete`);
      lines = lines.filter((each) => each !== line);
      continue;
    }
    if (action === 'change') {
      const at = lines.findIndex((each) => each.startsWith(`${name} ${type} `));
      if (at < 0) throw new Error(`there is no ${name} ${type} to change`);
      lines.splice(at, 1);
    }
    if (lines.includes(line)) throw new Error(`${line} is there already`);
    lines.push(line);
    const types = lines.filter((each) => each.startsWith(`${name} `)).map((each) => each.split(' ')[1]);
    if (types.includes('CNAME') && types.length > 1) throw new Error(`${line} beside ${types.join(', ')}`);
  }
  return lines;
}

it('gives lines that a zone takes one after another, beside what stays', () => {
  fc.assert(
    fc.property(dns, (observation) => {
      const [only] = observation.authoritative;
      fc.pre(only !== undefined && observation.authoritative.length === 1);
      fc.pre(judgeDns(observation, TARGET).verdict === 'wrong');
      const found = find(mappingOf({ dns: { ...added.dns, state: 'wrong', observation } }));
      const fixes = found.find((each) => each.fixes.length > 0);
      if (!only || !fixes || fixes.code === 'wildcard-shadow') return;
      const records = [...only.a.records, ...only.aaaa.records];
      const zone = [...new Set(records.map(({ name, type, value }) => `${name} ${type} ${value}`))];
      const after = applied(zone, fixes.fixes);
      const isApex = observation.zone === HOSTNAME;
      expect(after.some((line) => isApex && line.includes(' CNAME '))).toBe(false);
      expect(after.length).toBeGreaterThan(0);
    }),
    { numRuns: 500 },
  );
});
