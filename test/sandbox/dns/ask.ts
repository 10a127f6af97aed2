import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { connect } from 'node:net';
import {
  type Answer,
  type DecodedPacket,
  decode,
  encode,
  type Question,
  RECURSION_DESIRED,
} from 'dns-packet';

export interface At {
  readonly address: string;
  readonly port: number;
}

export const query = (name: string, type: Question['type'], flags = 0, additionals: Answer[] = []): Buffer =>
  encode({ type: 'query', id: 4711, flags, questions: [{ name, type }], additionals });

export const edns = (udpPayloadSize: number, ednsVersion = 0): Answer => ({
  name: '.',
  type: 'OPT',
  udpPayloadSize,
  extendedRcode: 0,
  ednsVersion,
  flags: 0,
  flag_do: false,
  options: [],
});

/** Undefined when nothing comes within `waitMs`. */
export async function overUdp(at: At, message: Buffer, waitMs = 2_000): Promise<DecodedPacket | undefined> {
  const socket = createSocket('udp4');
  try {
    socket.send(message, at.port, at.address);
    const [bytes] = await once(socket, 'message', { signal: AbortSignal.timeout(waitMs) });
    return decode(bytes);
  } catch {
    return undefined;
  } finally {
    socket.close();
  }
}

/** Writes all messages in `pieces` and reads as many responses as there were messages. */
export async function overTcp(
  at: At,
  pieces: readonly Buffer[],
  responses: number,
): Promise<DecodedPacket[]> {
  const socket = connect({ host: at.address, port: at.port, noDelay: true });
  try {
    for (const piece of pieces) {
      socket.write(piece);
      await new Promise(setImmediate);
    }
    const found: DecodedPacket[] = [];
    let received = Buffer.alloc(0);
    for await (const chunk of socket) {
      received = Buffer.concat([received, chunk]);
      while (received.length >= 2 && received.length >= 2 + received.readUInt16BE(0)) {
        found.push(decode(received.subarray(2)));
        received = received.subarray(2 + received.readUInt16BE(0));
      }
      if (found.length >= responses) break;
    }
    return found;
  } finally {
    socket.destroy();
  }
}

export const framed = (message: Buffer): Buffer => {
  const length = Buffer.alloc(2);
  length.writeUInt16BE(message.length);
  return Buffer.concat([length, message]);
};

export const recursive = (at: At, name: string, type: Question['type']) =>
  overUdp(at, query(name, type, RECURSION_DESIRED));

export const rcodeOf = (packet: DecodedPacket | undefined): number | undefined =>
  packet && (packet.flags ?? 0) & 0xf;

/** Records as one would read them in a zone file, without TTL. */
export const lines = (records: readonly Answer[] | undefined): string[] =>
  (records ?? []).flatMap((record) => {
    if (record.type === 'A' || record.type === 'AAAA' || record.type === 'CNAME' || record.type === 'NS')
      return [`${record.name} ${record.type} ${record.data}`];
    return record.type === 'OPT' ? [] : [`${record.name} ${record.type}`];
  });

export const ttls = (records: readonly Answer[] | undefined): number[] =>
  (records ?? []).flatMap((record) => (record.type === 'OPT' ? [] : [record.ttl ?? 0]));
