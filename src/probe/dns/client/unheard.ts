import type { Reply } from './query.js';
import { placeOf, type Server } from './udp-channel.js';

/**
 * Within one check, a server that timed out once and answered nothing else is not waited for again: all
 * queries to it share one timeout. A server that drops only one type (AAAA, CAA) is still queried for others.
 */
export class Unheard {
  readonly #silent = new Set<string>();
  readonly #heard = new Set<string>();

  isSilent(server: Server): boolean {
    return this.#silent.size > 0 && this.#silent.has(placeOf(server));
  }

  note(place: string, reply: Reply): void {
    if (reply.ok) this.#heard.add(place);
    else if (reply.outcome === 'timeout' && !this.#heard.has(place)) this.#silent.add(place);
    if (this.#silent.size > 0 && this.#heard.has(place)) this.#silent.delete(place);
  }
}
