export type ZoneRecordType = 'A' | 'AAAA' | 'CNAME' | 'NS' | 'CAA' | 'DS' | 'DNAME' | 'HTTPS' | 'TXT';

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
  #records: ZoneRecord[];

  constructor(
    readonly name: string,
    readonly nameServers: readonly string[],
    readonly ttlS: number,
    /** The SOA's minimum field: how long a negative answer is remembered (RFC 2308). */
    readonly negativeTtlS: number,
    records: readonly Omit<ZoneRecord, 'ttlS'>[] = [],
  ) {
    this.#records = records.map((record) => ({ ...record, ttlS }));
  }

  /** As it is now, for a server that keeps it while the others go on. */
  copy(): Zone {
    const copy = new Zone(this.name, this.nameServers, this.ttlS, this.negativeTtlS);
    copy.#records = [...this.#records];
    copy.serial = this.serial;
    return copy;
  }

  records(): readonly ZoneRecord[] {
    return this.#records;
  }

  add(name: string, type: ZoneRecordType, value: string, ttlS = this.ttlS): void {
    this.#records.push({ name, type, value, ttlS });
    this.serial++;
  }

  /** Takes away every record of a name, or only those of a type. */
  remove(name: string, type?: ZoneRecordType): void {
    this.#records = this.#records.filter(
      (record) => record.name !== name || (type !== undefined && record.type !== type),
    );
    this.serial++;
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
      const cname = redirected.at(-1) ?? here.find((record) => record.type === 'CNAME');
      if (!cname) return this.#nothing(current, here, chain);
      chain.push(cname);
      const isLoop = chain.some((record) => record.name === cname.value);
      const next = cname.value.toLowerCase();
      if (isLoop || !this.holds(next)) return { kind: 'records', records: chain };
      current = next;
    }
    return { kind: 'records', records: chain };
  }

  /** A DNAME above the name, and the CNAME that comes of it (RFC 6672 2.2). */
  #redirected(name: string): ZoneRecord[] {
    const dname = this.#records.find((record) => record.type === 'DNAME' && name.endsWith(`.${record.name}`));
    if (!dname) return [];
    const value = `${name.slice(0, -dname.name.length)}${dname.value}`;
    return [dname, { name, type: 'CNAME', value, ttlS: dname.ttlS }];
  }

  #nothing(name: string, here: readonly ZoneRecord[], chain: readonly ZoneRecord[]): ZoneAnswer {
    const isThere = name === this.name || here.length > 0 || this.#hasBelow(name);
    return { kind: isThere ? 'empty' : 'nxdomain', chain };
  }

  /** Records of the name, else of the wildcard at its closest encloser (RFC 4592). */
  #at(name: string): ZoneRecord[] {
    const exact = this.#records.filter((record) => record.name === name);
    if (exact.length > 0 || this.#hasBelow(name)) return exact;
    for (
      let parent = parentName(name);
      parent !== undefined && this.holds(parent);
      parent = parentName(parent)
    ) {
      const wild = this.#records.filter((record) => record.name === `*.${parent}`);
      if (wild.length > 0) return wild.map((record) => ({ ...record, name }));
      if (this.#records.some((record) => record.name === parent) || this.#hasBelow(parent)) return [];
    }
    return [];
  }

  /** The topmost delegation at or above the name: what is below it is not this zone's to say. */
  #cutAbove(name: string): ZoneRecord[] {
    const cuts = this.#records.filter(
      (record) =>
        record.type === 'NS' &&
        record.name !== this.name &&
        (name === record.name || name.endsWith(`.${record.name}`)),
    );
    const shortest = Math.min(...cuts.map((record) => record.name.length));
    return cuts.filter((record) => record.name.length === shortest);
  }

  #hasBelow(name: string): boolean {
    return this.#records.some((record) => record.name.endsWith(`.${name}`));
  }
}

function parentName(name: string): string | undefined {
  const dot = name.indexOf('.');
  return dot === -1 ? undefined : name.slice(dot + 1);
}
