import type { Answerer, Asked, WireAnswer } from './wire.js';

export interface IterationOptions {
  /** The servers that a search starts at. */
  readonly registry: Answerer;
  /** Who answers at an address; undefined where nobody does. */
  readonly serverAt: (address: string) => Answerer | undefined;
  /** Which of a zone's servers is asked first: every resolver prefers those that answer fastest. */
  readonly preferred: number;
}

const MAX_REFERRALS = 8;
/** Servers' names whose servers' names have to be looked up, and so on. */
const MAX_NESTED_NAMES = 4;

/**
 * Asks from the registry down, as resolvers do: each zone's servers one after another, until one has data on the name.
 * Undefined if none of them has.
 */
export function iterating({ registry, serverAt, preferred }: IterationOptions) {
  return (asked: Asked) => resolve(asked, 0);

  async function resolve(asked: Asked, nested: number): Promise<WireAnswer | undefined> {
    let answer = await registry(asked);
    for (let hop = 0; hop < MAX_REFERRALS && answer?.referral; hop++)
      answer = await fromServers(asked, answer, nested);
    return answer?.referral ? undefined : answer;
  }

  async function fromServers(
    asked: Asked,
    from: WireAnswer,
    nested: number,
  ): Promise<WireAnswer | undefined> {
    const [zone = '', names] = [from.referral?.[0]?.name, nameServersIn(from)];
    const start = names.length === 0 ? 0 : preferred % names.length;
    for (const name of [...names.slice(start), ...names.slice(0, start)])
      for (const address of await addressesOf(name, from, nested)) {
        const answer = await serverAt(address)?.(asked);
        if (answer && isUseful(answer, zone)) return answer;
      }
    return undefined;
  }

  async function addressesOf(name: string, { glue = [] }: WireAnswer, nested: number): Promise<string[]> {
    const given = glue.flatMap((record) =>
      record.name === name && record.type === 'A' ? [record.value] : [],
    );
    if (given.length > 0 || nested === MAX_NESTED_NAMES) return given;
    const found = await resolve({ name, type: 'A' }, nested + 1);
    return (found?.answers ?? []).flatMap(({ type, value }) => (type === 'A' ? [value] : []));
  }
}

const nameServersIn = ({ referral = [] }: WireAnswer): string[] =>
  referral.flatMap(({ type, value }) => (type === 'NS' ? [value.toLowerCase()] : []));

/** Data on the name, with or without AA, or a step further down; a server without the zone refers upwards. */
function isUseful(
  { rcode, referral, isAuthoritative, answers = [], soa }: WireAnswer,
  zone: string,
): boolean {
  if (rcode !== 'NOERROR' && rcode !== 'NXDOMAIN') return false;
  if (referral) return referral[0]?.name.endsWith(`.${zone}`) ?? false;
  return isAuthoritative === true || answers.length > 0 || soa !== undefined;
}
