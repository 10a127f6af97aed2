import type { Ask, Server } from './client.js';
import { RCODE, rcodeOf } from './lookup.js';

/**
 * Within one check a server that let a question run out, and answered no other, is not waited for again: all questions to
 * it share that one wait. A server that drops a single type (AAAA, CAA) goes on being asked for the others.
 */
export function givingUp(ask: Ask): Ask {
  const silent = new Set<string>();
  const heard = new Set<string>();
  return async (server, question) => {
    const place = serverKey(server);
    if (silent.has(place)) return { ok: false, outcome: 'timeout', rttMs: 0 };
    const reply = await ask(server, question);
    if (reply.ok) heard.add(place);
    else if (reply.outcome === 'timeout' && !heard.has(place)) silent.add(place);
    if (heard.has(place)) silent.delete(place);
    return reply;
  };
}

const serverKey = ({ address, port }: Server): string => `${address} ${port}`;

/**
 * A server that does not know EDNS says FORMERR or NOTIMP to our OPT record (RFC 6891 7): the probe's own choice, which is
 * taken back and not blamed on the zone.
 */
export const withPlainRetry =
  (ask: Ask): Ask =>
  async (server, question) => {
    const reply = await ask(server, question);
    if (!reply.ok || question.isPlain) return reply;
    const rcode = rcodeOf(reply.packet);
    if (rcode !== RCODE.formerr && rcode !== RCODE.notimp) return reply;
    const { name, type, recursionDesired } = question;
    const plain = await ask(server, { name, type, recursionDesired, isPlain: true });
    return plain.ok ? plain : reply;
  };
