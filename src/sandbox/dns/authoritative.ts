import type { Answerer, WireAnswer } from './wire.js';
import type { Zone } from './zone.js';

/** `lame`: answers as a server that does not have the zone and refers upwards. */
export type ServerMood = 'normal' | 'silent' | 'servfail' | 'refused' | 'lame';

/** Answers for zones as their authoritative server does. `moodOf` may spoil it for a zone. */
export function authoritative(zones: () => readonly Zone[], moodOf: (zone: string) => ServerMood): Answerer {
  return async ({ name, type }) => {
    const zone = closest(zones(), name);
    if (!zone) return { rcode: 'REFUSED' };
    const mood = moodOf(zone.name);
    if (mood === 'silent') return undefined;
    if (mood === 'servfail') return { rcode: 'SERVFAIL' };
    if (mood === 'refused') return { rcode: 'REFUSED' };
    if (mood === 'lame')
      return {
        rcode: 'NOERROR',
        referral: [{ name: 'com', type: 'NS', value: 'a.gtld-servers.net', ttlS: 60 }],
      };
    return answerFrom(zone, name, type);
  };
}

/** The zone with the longest name that holds `name`. */
export function closest(zones: readonly Zone[], name: string): Zone | undefined {
  return [...zones]
    .filter((zone) => zone.holds(name))
    .sort((one, other) => other.name.length - one.name.length)[0];
}

function answerFrom(zone: Zone, name: string, type: string): WireAnswer {
  const isAuthoritative = true;
  const soa = { zone, ttlS: zone.negativeTtlS };
  if (name === zone.name && type === 'NS') {
    const answers = zone.nameServers.map((value) => ({ name, type: 'NS' as const, value, ttlS: zone.ttlS }));
    return { rcode: 'NOERROR', isAuthoritative, answers };
  }
  const found = zone.answer(name, type);
  switch (found.kind) {
    case 'records':
      return { rcode: 'NOERROR', isAuthoritative, answers: found.records };
    case 'referral':
      return {
        rcode: 'NOERROR',
        referral: found.records,
        glue: glueFor(
          zone,
          found.records.map(({ value }) => value),
        ),
      };
    case 'empty':
      return { rcode: 'NOERROR', isAuthoritative, answers: found.chain, soa };
    case 'nxdomain':
      return { rcode: 'NXDOMAIN', isAuthoritative, answers: found.chain, soa };
  }
}

const glueFor = (zone: Zone, servers: readonly string[]) =>
  zone.records().filter(({ name, type }) => servers.includes(name) && (type === 'A' || type === 'AAAA'));
