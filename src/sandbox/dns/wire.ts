import { createSocket, type RemoteInfo } from 'node:dgram';
import { createServer, type Socket } from 'node:net';
import {
  AUTHORITATIVE_ANSWER,
  type DecodedPacket,
  decode,
  encode,
  type Packet,
  RECURSION_AVAILABLE,
  RECURSION_DESIRED,
  TRUNCATED_RESPONSE,
} from 'dns-packet';
import type { Zone, ZoneRecord } from './zone.js';

export type Rcode = 'NOERROR' | 'SERVFAIL' | 'NXDOMAIN' | 'REFUSED';
const RCODES: Readonly<Record<Rcode, number>> = { NOERROR: 0, SERVFAIL: 2, NXDOMAIN: 3, REFUSED: 5 };

export interface WireAnswer {
  readonly rcode: Rcode;
  readonly isAuthoritative?: boolean;
  readonly isRecursive?: boolean;
  readonly answers?: readonly ZoneRecord[];
  /** NS records of a referral. */
  readonly referral?: readonly ZoneRecord[];
  readonly glue?: readonly ZoneRecord[];
  /** For a negative answer: the zone, and how long it may be remembered. */
  readonly soa?: { readonly zone: Zone; readonly ttlS: number };
}

export interface Asked {
  readonly name: string;
  readonly type: string;
}

/** Undefined: no answer at all. */
export type Answerer = (asked: Asked) => Promise<WireAnswer | undefined>;

export interface WireServer {
  readonly address: string;
  readonly port: number;
  stop(): Promise<void>;
}

const PLAIN_UDP_BYTES = 512;

/** Serves DNS over UDP and TCP at one address and port (RFC 1035 4.2). Rejects when the port is taken. */
export async function serveDns(address: string, port: number, answer: Answerer): Promise<WireServer> {
  const udp = createSocket('udp4');
  const tcp = createServer((socket) => serveTcp(socket, answer));
  udp.on('message', (bytes, from) => {
    reply(bytes, answer, 'udp')
      .then((packet) => packet && sendBack(packet, from))
      .catch(() => undefined);
  });
  const sendBack = (packet: Buffer, from: RemoteInfo) => udp.send(packet, from.port, from.address);
  await new Promise<void>((resolve, reject) => {
    udp.once('error', reject);
    udp.bind(port, address, resolve);
  });
  const bound = udp.address().port;
  try {
    await new Promise<void>((resolve, reject) => {
      tcp.once('error', reject);
      tcp.listen(bound, address, resolve);
    });
  } catch (error) {
    udp.close();
    throw error;
  }
  return {
    address,
    port: bound,
    stop: async () => {
      await new Promise<void>((resolve) => udp.close(() => resolve()));
      await new Promise<void>((resolve) => tcp.close(() => resolve()));
    },
  };
}

function serveTcp(socket: Socket, answer: Answerer): void {
  let received = Buffer.alloc(0);
  socket.setTimeout(5_000, () => socket.destroy());
  socket.on('error', () => socket.destroy());
  socket.on('data', (bytes) => {
    received = Buffer.concat([received, bytes]);
    while (received.length >= 2 && received.length >= 2 + received.readUInt16BE(0)) {
      const end = 2 + received.readUInt16BE(0);
      const query = received.subarray(2, end);
      received = received.subarray(end);
      reply(query, answer, 'tcp')
        .then((packet) => {
          if (!packet || socket.destroyed) return;
          const length = Buffer.alloc(2);
          length.writeUInt16BE(packet.length);
          socket.write(Buffer.concat([length, packet]));
        })
        .catch(() => socket.destroy());
    }
  });
}

async function reply(bytes: Buffer, answer: Answerer, transport: 'udp' | 'tcp'): Promise<Buffer | undefined> {
  const query = decode(bytes);
  const [question] = query.questions ?? [];
  if (query.type !== 'query' || !question) return undefined;
  const found = await answer({ name: question.name.toLowerCase(), type: question.type });
  if (!found) return undefined;
  const packet = encode(packetOf(query, found));
  return transport === 'tcp' || packet.length <= udpLimit(query)
    ? packet
    : encode({
        ...packetOf(query, { rcode: found.rcode }),
        flags: flagsOf(query, found) | TRUNCATED_RESPONSE,
      });
}

function udpLimit({ additionals = [] }: DecodedPacket): number {
  const opt = additionals.find((record) => record.type === 'OPT');
  return opt?.type === 'OPT' ? Math.max(opt.udpPayloadSize, PLAIN_UDP_BYTES) : PLAIN_UDP_BYTES;
}

const flagsOf = ({ flags = 0 }: DecodedPacket, { rcode, isAuthoritative, isRecursive }: WireAnswer): number =>
  (flags & RECURSION_DESIRED) |
  (isAuthoritative ? AUTHORITATIVE_ANSWER : 0) |
  (isRecursive ? RECURSION_AVAILABLE : 0) |
  RCODES[rcode];

function packetOf(query: DecodedPacket, found: WireAnswer): Packet {
  const { answers = [], referral = [], glue = [], soa } = found;
  const hasEdns = query.additionals?.some((record) => record.type === 'OPT');
  return {
    type: 'response',
    id: query.id ?? 0,
    flags: flagsOf(query, found),
    questions: query.questions ?? [],
    answers: answers.map(recordOf),
    authorities: [...referral.map(recordOf), ...(soa ? [soaOf(soa.zone, soa.ttlS)] : [])],
    additionals: [
      ...glue.map(recordOf),
      ...(hasEdns
        ? [
            {
              type: 'OPT' as const,
              name: '.' as const,
              udpPayloadSize: 1232,
              extendedRcode: 0,
              ednsVersion: 0,
              flags: 0,
              flag_do: false,
              options: [],
            },
          ]
        : []),
    ],
  };
}

const recordOf = ({ name, type, value, ttlS }: ZoneRecord) => ({
  name,
  type,
  ttl: ttlS,
  class: 'IN' as const,
  data: value,
});

const soaOf = ({ name, nameServers, serial, negativeTtlS }: Zone, ttlS: number) => ({
  name,
  type: 'SOA' as const,
  ttl: ttlS,
  class: 'IN' as const,
  data: {
    mname: nameServers[0] ?? name,
    rname: `hostmaster.${name}`,
    serial,
    refresh: 3600,
    retry: 600,
    expire: 604_800,
    minimum: negativeTtlS,
  },
});
