export type ZoneRecordType = 'A' | 'AAAA' | 'CNAME' | 'NS' | 'CAA' | 'DS' | 'DNAME' | 'HTTPS' | 'TXT' | 'MX';

export interface ZoneRecord {
  readonly name: string;
  readonly type: ZoneRecordType;
  /** As in a zone file, without final dots. */
  readonly value: string;
  readonly ttlS: number;
}

/** What a zone has to say about a name and type (RFC 1034 4.3.2). */
export type ZoneAnswer =
  | { readonly kind: 'records'; readonly records: readonly ZoneRecord[] }
  | { readonly kind: 'referral'; readonly records: readonly ZoneRecord[] }
  | { readonly kind: 'empty' | 'nxdomain'; readonly chain: readonly ZoneRecord[] };

const MAX_ZONE_CNAMES = 8;

/** One zone's records, changed while it is served. */
export class Zone {
  serial = 1;
  #records: ZoneRecord[] = [];
  /** The records by name: a registry has thousands. */
  readonly #byName = new Map<string, ZoneRecord[]>();
  /** Names below which there are others. */
  readonly #parents = new Set<string>();

  constructor(
    readonly name: string,
    readonly nameServers: readonly string[],
    readonly ttlS: number,
    /** The SOA's minimum field: how long a negative answer may be cached (RFC 2308). */
    readonly negativeTtlS: number,
    records: readonly Omit<ZoneRecord, 'ttlS'>[] = [],
  ) {
    for (const record of records) this.#put({ ...record, ttlS });
  }

  /** The zone as it is now, for a server that doesn't get later changes. */
  copy(): Zone {
    const copy = new Zone(this.name, this.nameServers, this.ttlS, this.negativeTtlS);
    for (const record of this.#records) copy.#put(record);
    copy.serial = this.serial;
    return copy;
  }

  records(): readonly ZoneRecord[] {
    return this.#records;
  }

  /** Those of exactly this name. */
  named(name: string): readonly ZoneRecord[] {
    return this.#byName.get(name) ?? [];
  }

  add(name: string, type: ZoneRecordType, value: string, ttlS = this.ttlS): void {
    this.#put({ name, type, value, ttlS });
    this.serial++;
  }

  /** Removes every record of a name, or only those of a type. */
  remove(name: string, type?: ZoneRecordType): void {
    const left = this.#records.filter(
      (record) => record.name !== name || (type !== undefined && record.type !== type),
    );
    this.#records = [];
    this.#byName.clear();
    this.#parents.clear();
    for (const record of left) this.#put(record);
    this.serial++;
  }

  #put(record: ZoneRecord): void {
    this.#records.push(record);
    const here = this.#byName.get(record.name);
    if (here) return void here.push(record);
    this.#byName.set(record.name, [record]);
    for (const parent of upwards(record.name).slice(1)) this.#parents.add(parent);
  }

  holds(name: string): boolean {
    return this.name === '' || name === this.name || name.endsWith(`.${this.name}`);
  }

  answer(name: string, type: string): ZoneAnswer {
    const chain: ZoneRecord[] = [];
    let current = name.toLowerCase();
    for (let hop = 0; hop <= MAX_ZONE_CNAMES; hop++) {
      const cut = this.#cutAbove(current);
      if (cut.length > 0)
        return chain.length > 0 ? { kind: 'records', records: chain } : { kind: 'referral', records: cut };
      const here = this.#at(current);
      const found = here.filter((record) => record.type === type);
      if (found.length > 0) return { kind: 'records', records: [...chain, ...found] };
      const redirected = this.#redirected(current);
      chain.push(...redirected.slice(0, -1));
      const [other, ...others] = here.filter((record) => record.type === 'CNAME');
      const cname = redirected.at(-1) ?? other;
      if (!cname) return this.#nothing(current, here, chain);
      // Servers that take several show them all, as tinydns does.
      chain.push(cname, ...(redirected.length > 0 ? [] : others));
      const isLoop = chain.some((record) => record.name === cname.value);
      const next = cname.value.toLowerCase();
      if (isLoop || !this.holds(next)) return { kind: 'records', records: chain };
      current = next;
    }
    return { kind: 'records', records: chain };
  }

  /** A DNAME above the name, and the CNAME that follows from it (RFC 6672 2.2). */
  #redirected(name: string): ZoneRecord[] {
    const dname = upwards(name)
      .slice(1)
      .flatMap((parent) => this.named(parent))
      .find(({ type }) => type === 'DNAME');
    if (!dname) return [];
    const value = `${name.slice(0, -dname.name.length)}${dname.value}`;
    return [dname, { name, type: 'CNAME', value, ttlS: dname.ttlS }];
  }

  #nothing(name: string, here: readonly ZoneRecord[], chain: readonly ZoneRecord[]): ZoneAnswer {
    const isThere = name === this.name || here.length > 0 || this.#hasBelow(name);
    return { kind: isThere ? 'empty' : 'nxdomain', chain };
  }

  /** Records of the name, else of the wildcard at its closest encloser (RFC 4592). */
  #at(name: string): readonly ZoneRecord[] {
    const exact = this.named(name);
    if (exact.length > 0 || this.#hasBelow(name)) return exact;
    for (const parent of this.#within(name).slice(1)) {
      const wild = this.named(`*.${parent}`);
      if (wild.length > 0) return wild.map((record) => ({ ...record, name }));
      if (this.named(parent).length > 0 || this.#hasBelow(parent)) return [];
    }
    return [];
  }

  /** The topmost delegation at or above the name; this zone has no authority below it. */
  #cutAbove(name: string): ZoneRecord[] {
    const cuts = this.#within(name)
      .filter((each) => each !== this.name)
      .map((each) => this.named(each).filter(({ type }) => type === 'NS'));
    return cuts.findLast((cut) => cut.length > 0) ?? [];
  }

  /** The name and those above it, up to the zone's. */
  #within(name: string): readonly string[] {
    return upwards(name).filter((each) => this.holds(each));
  }

  #hasBelow(name: string): boolean {
    return this.#parents.has(name);
  }
}

/** The name and every name above it, the root last. */
export function upwards(name: string): readonly string[] {
  if (name === '') return [''];
  const labels = name.split('.');
  return [...labels.map((_, at) => labels.slice(at).join('.')), ''];
}
