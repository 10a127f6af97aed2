import type { EdgeAnswer } from '../../core/observation/observation.js';
import { KeyedLimit, patientLimit } from '../../util/concurrency/queue.js';
import type { AddressPolicy } from '../address.js';
import type { TlsProbe } from '../probe.js';
import { shakeHands, trusting } from './connect.js';

export interface TlsProbeOptions {
  readonly port: number;
  readonly policy: AddressPolicy;
  /** Trusted besides Node's own roots. */
  readonly caPem?: string | undefined;
  readonly timeoutMs: number;
}

/** Per address, and a name whose handshake hangs doesn't delay the others at its address. */
const HANDSHAKES_PER_ADDRESS = { size: 32, slowAfterMs: 500, slowSize: 500 } as const;

/** Handshakes with literal addresses; never connects to what the name resolves to. */
export function createTlsProbe({ port, policy, caPem, timeoutMs }: TlsProbeOptions): TlsProbe {
  const connecting = { port, secureContext: trusting(caPem), timeoutMs };
  const inFlight = new KeyedLimit((_, onIdle) => patientLimit({ ...HANDSHAKES_PER_ADDRESS, onIdle }));

  async function probe(name: string, address: string): Promise<EdgeAnswer> {
    if (!policy.mayConnect(address)) return { address, port, outcome: 'blocked', rttMs: 0 };
    return inFlight.run(address, async () => {
      const { edge, socket } = await shakeHands(name, address, connecting);
      socket?.destroy();
      return edge;
    });
  }

  return {
    handshake: async (name, addresses) => ({
      queried: name,
      edges: await Promise.all(addresses.map((address) => probe(name, address))),
    }),
  };
}
