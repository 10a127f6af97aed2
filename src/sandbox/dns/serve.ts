import { createSocket, type RemoteInfo } from 'node:dgram';
import { once } from 'node:events';
import { createServer, type Socket } from 'node:net';
import { type Answerer, reply } from './wire.js';

export interface WireServer {
  readonly address: string;
  readonly port: number;
  stop(): Promise<void>;
}

export interface Host {
  readonly address: string;
  readonly answer: Answerer;
}

const PORT_TRIES = 50;
const MAX_CONNECTIONS = 100;
const TCP_IDLE_MS = 5_000;

/**
 * Serves DNS over UDP and TCP at one address and port (RFC 1035 4.2). Port 0 is any port that is free for both; rejects
 * if another one is taken.
 */
export async function serveDns(address: string, port: number, answer: Answerer): Promise<WireServer> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await serveAt(address, port, answer);
    } catch (error) {
      if (port !== 0 || !isCode(error, 'EADDRINUSE') || attempt === PORT_TRIES) throw error;
    }
  }
}

async function serveAt(address: string, port: number, answer: Answerer): Promise<WireServer> {
  const udp = createSocket('udp4');
  const connections = new Set<Socket>();
  const tcp = createServer((socket) => {
    connections.add(socket);
    socket.once('close', () => connections.delete(socket));
    serveTcp(socket, answer);
  });
  tcp.maxConnections = MAX_CONNECTIONS;
  udp.on('message', (bytes, from) => {
    reply(bytes, answer, 'udp')
      .then((packet) => packet && sendBack(packet, from))
      .catch(() => undefined);
  });
  const sendBack = (packet: Buffer, from: RemoteInfo) => udp.send(packet, from.port, from.address);
  udp.bind(port, address);
  await once(udp, 'listening');
  udp.on('error', () => undefined);
  const bound = udp.address().port;
  try {
    tcp.listen(bound, address);
    await once(tcp, 'listening');
  } catch (error) {
    udp.close();
    throw error;
  }
  tcp.on('error', () => undefined);
  return {
    address,
    port: bound,
    stop: async () => {
      for (const socket of connections) socket.destroy();
      await new Promise<void>((resolve) => udp.close(() => resolve()));
      await new Promise<void>((resolve) => tcp.close(() => resolve()));
    },
  };
}

function serveTcp(socket: Socket, answer: Answerer): void {
  let received = Buffer.alloc(0);
  socket.setTimeout(TCP_IDLE_MS, () => socket.destroy());
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

/**
 * Servers that share a port number, as real ones do; tries another one if it is taken anywhere. If an address doesn't
 * exist, `instead` serves alone.
 */
export async function onOnePort(hosts: readonly Host[], instead: Host): Promise<WireServer[]> {
  for (let attempt = 1; ; attempt++) {
    const servers: WireServer[] = [];
    try {
      for (const { address, answer } of hosts)
        servers.push(await serveDns(address, servers[0]?.port ?? 0, answer));
      return servers;
    } catch (error) {
      await Promise.all(servers.map((server) => server.stop()));
      if (isCode(error, 'EADDRNOTAVAIL') && !hosts.includes(instead)) return onOnePort([instead], instead);
      if (!isCode(error, 'EADDRINUSE') || attempt === PORT_TRIES) throw error;
    }
  }
}

const isCode = (error: unknown, code: string): boolean =>
  error instanceof Error && 'code' in error && error.code === code;
