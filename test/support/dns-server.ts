import { createSocket, type Socket as UdpSocket } from 'node:dgram';
import { once } from 'node:events';
import { type AddressInfo, createServer, type Server } from 'node:net';
import { type DecodedPacket, decode, encode, type Packet } from 'dns-packet';

export interface ScriptedServer {
  readonly address: string;
  readonly port: number;
  readonly asked: readonly string[];
  stop(): Promise<void>;
}

export interface WirePlace {
  readonly address: string;
  readonly port: number;
}

/** What to send back for a query: raw packets, in order. */
export type Script = (query: DecodedPacket, transport: 'udp' | 'tcp') => readonly Buffer[];

/** A DNS server that does whatever a test wants, right or wrong; at a place of its own, or at a given one. */
export async function scriptedServer(script: Script, place?: WirePlace): Promise<ScriptedServer> {
  const asked: string[] = [];
  const udp = createSocket('udp4');
  udp.on('message', (bytes, from) => {
    const query = decode(bytes);
    asked.push(`${query.questions?.[0]?.name} ${query.questions?.[0]?.type}`);
    for (const packet of script(query, 'udp')) udp.send(packet, from.port, from.address);
  });
  const tcp = createServer((socket) => {
    socket.on('error', () => undefined);
    socket.once('data', (bytes) => {
      for (const packet of script(decode(bytes.subarray(2)), 'tcp')) {
        const length = Buffer.alloc(2);
        length.writeUInt16BE(packet.length);
        socket.write(Buffer.concat([length, packet]));
      }
    });
  });
  const { address, port } = place ?? { address: '127.0.0.1', port: await onOnePort(udp, tcp) };
  if (place) await boundTo(udp, tcp, place);
  return {
    address,
    port,
    asked,
    stop: async () => {
      udp.close();
      await new Promise<void>((resolve) => tcp.close(() => resolve()));
    },
  };
}

async function boundTo(udp: UdpSocket, tcp: Server, { address, port }: WirePlace): Promise<void> {
  tcp.listen(port, address);
  await once(tcp, 'listening');
  udp.bind(port, address);
  await once(udp, 'listening');
}

/** UDP and TCP at the same number: one that is taken for either is given up. */
export async function onOnePort(udp: UdpSocket, tcp: Server): Promise<number> {
  for (;;) {
    tcp.listen(0, '127.0.0.1');
    await once(tcp, 'listening');
    const { port } = tcp.address() as AddressInfo;
    udp.bind(port, '127.0.0.1');
    const isBound = await once(udp, 'listening').then(
      () => true,
      () => false,
    );
    if (isBound) return port;
    tcp.close();
    await once(tcp, 'close');
  }
}

const RCODES = { NOERROR: 0, SERVFAIL: 2, NXDOMAIN: 3, NOTIMP: 4, REFUSED: 5 } as const;

export interface AnswerOptions {
  readonly rcode?: keyof typeof RCODES;
  readonly flags?: number;
  readonly answers?: Packet['answers'];
  readonly authorities?: Packet['authorities'];
  readonly additionals?: Packet['additionals'];
  readonly id?: number;
  readonly questions?: Packet['questions'];
}

/** AA unless said otherwise. */
export const answerTo = (query: DecodedPacket, options: AnswerOptions = {}): Buffer =>
  encode({
    type: 'response',
    id: options.id ?? query.id ?? 0,
    flags: (options.flags ?? 0x0400) | RCODES[options.rcode ?? 'NOERROR'],
    questions: options.questions ?? query.questions ?? [],
    answers: options.answers ?? [],
    authorities: options.authorities ?? [],
    additionals: options.additionals ?? [],
  });

const POINTABLE_BYTES = 0x4000;

/** Made to be slow to read: the names of its records lead through thousands of pointers, each to the one before it. */
export function ladderOf(head: Buffer, records: number): Buffer {
  const length = POINTABLE_BYTES - head.length - 12;
  const pointers = Buffer.alloc(length);
  const from = head.length + 12;
  for (let at = 0; at + 2 <= length; at += 2)
    pointers.writeUInt16BE(0xc000 | (at === 0 ? 12 : from + at - 2), at);
  const store = Buffer.concat([
    Buffer.from([0xc0, 12, 0xff, 0x10, 0, 1, 0, 0, 0, 60, length >> 8, length & 0xff]),
    pointers,
  ]);
  const record = Buffer.from([0, 0, 0, 5, 0, 1, 0, 0, 0, 60, 0, 2, 0, 0]);
  const last = from + length - 2 - (length % 2);
  record.writeUInt16BE(0xc000 | last, 0);
  record.writeUInt16BE(0xc000 | last, 12);
  const packet = Buffer.concat([head, store, ...Array.from({ length: records }, () => record)]);
  packet.writeUInt16BE(records + 1, 6);
  return packet;
}
