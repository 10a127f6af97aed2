import type { Ask } from './client.js';
import { RCODE, rcodeOf } from './lookup.js';

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
