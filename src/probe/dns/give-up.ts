import type { Ask } from './client/client.js';
import type { Server } from './client/udp-channels.js';

/**
 * Within one check, a server that timed out once and answered nothing else is not waited for again: all
 * queries to it share one timeout. A server that drops only one type (AAAA, CAA) is still queried for others.
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
