import type { AskInCheck, Unheard } from './client/budget.js';
import type { Ask } from './client/client.js';
import type { Server } from './client/udp-channels.js';

/**
 * Within one check, a server that timed out once and answered nothing else is not waited for again: all
 * queries to it share one timeout. A server that drops only one type (AAAA, CAA) is still queried for others.
 */
export function givingUp(ask: AskInCheck): Ask {
  const silent = new Set<string>();
  const heard = new Set<string>();
  const unheard: Unheard = {
    isSilent: (server) => silent.size > 0 && silent.has(serverKey(server)),
    note: (server, reply) => {
      const place = serverKey(server);
      if (reply.ok) heard.add(place);
      else if (reply.outcome === 'timeout' && !heard.has(place)) silent.add(place);
      if (heard.has(place)) silent.delete(place);
    },
  };
  return (server, question) => ask(server, question, unheard);
}

const serverKey = ({ address, port }: Server): string => `${address} ${port}`;
