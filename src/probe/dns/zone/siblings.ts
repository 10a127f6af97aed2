import { isConclusive } from '../../../core/diagnosis/verdict.js';
import type { Siblings } from '../../../core/observation/observation.js';
import type { Target } from '../../../core/ports/provider-facts.js';
import type { Ask } from '../client/client.js';
import type { Found, NameServer } from '../delegation.js';
import { lookupOf, recordHost, txtRecordsIn } from '../lookup.js';

/**
 * Queries names around the hostname. A random label below it has a wildcard's records if the hostname has
 * none (RFC 4592 2.2.1); one beside it reveals a wildcard; the hostname with the zone appended twice is a
 * common panel mistake.
 */
export async function probeSiblings(
  ask: Ask,
  { zone, servers }: Found,
  name: string,
  label: string,
  target: Target,
): Promise<Siblings> {
  const appendedName = `${name}.${zone}`;
  const beside = name === zone ? `${label}.${zone}` : `${label}.${name.slice(name.indexOf('.') + 1)}`;
  const [sibling, appended, below, above, texts, elsewhere, otherTypes] = await Promise.all([
    siblingValues(ask, servers, beside),
    siblingValues(ask, servers, appendedName),
    siblingValues(ask, servers, `${label}.${name}`),
    sharedAbove(ask, servers, name, zone, label),
    textsWithTarget(ask, servers, name, target),
    namesBeside(ask, servers, { name, zone, label }, target),
    name === zone ? [] : otherTypesOf(ask, servers, { name, label }, target),
  ]);
  const bare = (records: readonly string[]) => records.map((record) => record.split(' ')[1] ?? '');
  return {
    sibling: bare(sibling),
    appended: bare(appended),
    appendedName,
    below,
    ...(above.length > 0 ? { above } : {}),
    ...(texts.length > 0 ? { texts } : {}),
    ...(elsewhere.length > 0 ? { elsewhere } : {}),
    ...(otherTypes.length > 0 ? { otherTypes } : {}),
  };
}

/**
 * The values that the parent name and a random label beside it share: a wildcard two levels up. A wildcard at
 * the parent's level would make the parent exist, so the higher one would not answer for it (RFC 4592 2.2.2).
 */
async function sharedAbove(
  ask: Ask,
  servers: readonly NameServer[],
  name: string,
  zone: string,
  label: string,
): Promise<string[]> {
  const above = name.slice(name.indexOf('.') + 1);
  if (name === zone || !above.endsWith(`.${zone}`)) return [];
  const beside = `${label}.${above.slice(above.indexOf('.') + 1)}`;
  const [own, others] = await Promise.all([
    siblingValues(ask, servers, above),
    siblingValues(ask, servers, beside),
  ]);
  return own.length === others.length ? own.filter((value) => others.includes(value)) : [];
}

interface Surrounded {
  readonly name: string;
  readonly zone: string;
  readonly label: string;
}

/** `www.www` where the panel adds what was typed as well, and an `@` that it took literally. A wildcard below would answer for both. */
async function namesBeside(
  ask: Ask,
  servers: readonly NameServer[],
  { name, zone, label }: Surrounded,
  { ipv4, ipv6, cname }: Target,
): Promise<string[]> {
  const places = [...(name === zone ? [] : [`${name.split('.')[0]}.${name}`]), `@.${name}`];
  const wanted = new Set([...ipv4, ...ipv6, ...cname]);
  const leads = async (place: string) =>
    (await siblingValues(ask, servers, place)).some((value) => wanted.has(value.split(' ')[1] ?? ''));
  const [isWild, ...found] = await Promise.all([`${label}.${name}`, ...places].map(leads));
  return isWild ? [] : places.filter((_, at) => found[at]);
}

/**
 * A random label below the name has them, too, if they are a wildcard's (RFC 4592 2.2.1). The target typed as a text doesn't
 * count: it is to be deleted.
 */
async function otherTypesOf(
  ask: Ask,
  servers: readonly NameServer[],
  { name, label }: Pick<Surrounded, 'name' | 'label'>,
  target: Target,
): Promise<string[]> {
  const types = ['MX', 'TXT', 'DNAME'] as const;
  const has = (owner: string) => (type: (typeof types)[number]) => hasType(ask, servers, owner, type, target);
  const own = await Promise.all(types.map(has(name)));
  const found = types.filter((_, at) => own[at]);
  const wild = await Promise.all(found.map(has(`${label}.${name}`)));
  return found.filter((_, at) => !wild[at]);
}

async function hasType(
  ask: Ask,
  servers: readonly NameServer[],
  name: string,
  type: 'MX' | 'TXT' | 'DNAME',
  target: Target,
): Promise<boolean> {
  for (const server of servers) {
    const reply = await ask(server, { name, type, recursionDesired: false });
    if (!reply.ok || !isConclusive(lookupOf(reply, 'authoritative'))) continue;
    const answers = reply.packet.answers.filter(
      (answer) => answer.type === type && recordHost(answer.name) === name,
    );
    const texts = txtRecordsIn({ ...reply.packet, answers });
    return texts.length > 0 ? texts.some((text) => !namesTarget(text, target)) : answers.length > 0;
  }
  return false;
}

/** Only values that name the target: other TXT records don't concern us. */
async function textsWithTarget(
  ask: Ask,
  servers: readonly NameServer[],
  name: string,
  target: Target,
): Promise<string[]> {
  for (const server of servers) {
    const reply = await ask(server, { name, type: 'TXT', recursionDesired: false });
    if (!isConclusive(lookupOf(reply, 'authoritative'))) continue;
    const texts = reply.ok ? txtRecordsIn(reply.packet) : [];
    return [...new Set(texts.filter((text) => namesTarget(text, target)).map(bareText))];
  }
  return [];
}

const namesTarget = (text: string, { ipv4, ipv6, cname }: Target): boolean =>
  [...ipv4, ...ipv6, ...cname].includes(bareText(text));

/** Strips what a panel or a person puts around a name. */
const bareText = (text: string): string =>
  text
    .trim()
    .toLowerCase()
    .replace(/^["']?(?:https?:\/\/)?/, '')
    .replace(/[./"']+$/, '');

/** A and AAAA values without duplicates, as `TYPE value`, from the first server that answers. */
async function siblingValues(ask: Ask, servers: readonly NameServer[], name: string): Promise<string[]> {
  const each = await Promise.all(
    (['A', 'AAAA'] as const).map((type) => firstValues(ask, servers, name, type)),
  );
  return [...new Set(each.flat())];
}

async function firstValues(
  ask: Ask,
  servers: readonly NameServer[],
  name: string,
  type: 'A' | 'AAAA',
): Promise<string[]> {
  for (const server of servers) {
    const lookup = lookupOf(await ask(server, { name, type, recursionDesired: false }), 'authoritative');
    if (isConclusive(lookup)) return lookup.records.map((record) => `${record.type} ${record.value}`);
  }
  return [];
}
