import type { Ask, Server } from './client.js';

/**
 * Within one check a server that let a question run out, and answered no other, is not waited for again: all questions to
 * it share that one wait. A server that drops a single type (AAAA, CAA) goes on being asked for the others.
 */
export function givingUp(ask: Ask): Ask {
  const silent = new Set<string>();
  const heard = new Set<string>();
  return async (server, question) => {
    const place = placeOf(server);
    if (silent.has(place)) return { ok: false, outcome: 'timeout', rttMs: 0 };
    const reply = await ask(server, question);
    if (reply.ok) heard.add(place);
    else if (reply.outcome === 'timeout' && !heard.has(place)) silent.add(place);
    if (heard.has(place)) silent.delete(place);
    return reply;
  };
}

const placeOf = ({ address, port }: Server): string => `${address} ${port}`;
