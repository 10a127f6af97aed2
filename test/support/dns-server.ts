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

/** What to send back for a query: raw packets, in order. */
export type Script = (query: DecodedPacket, transport: 'udp' | 'tcp') => readonly Buffer[];

/** A DNS server that does whatever a test wants, right or wrong. */
export async function scriptedServer(script: Script): Promise<ScriptedServer> {
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
  const port = await onOnePort(udp, tcp);
  return {
    address: '127.0.0.1',
    port,
    asked,
    stop: async () => {
      udp.close();
      await new Promise<void>((resolve) => tcp.close(() => resolve()));
    },
  };
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
