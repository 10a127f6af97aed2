import type { Socket } from 'node:net';

const HANDSHAKE_RECORD = 22;

/**
 * Waits for a whole TLS record, because a ClientHello may come in pieces. Anything but a handshake is passed on at
 * once.
 */
export function firstTlsRecord(socket: Socket, then: (record: Buffer) => void): void {
  let received = Buffer.alloc(0);
  const gather = (bytes: Buffer) => {
    received = Buffer.concat([received, bytes]);
    const isHandshake = received[0] === HANDSHAKE_RECORD;
    if (isHandshake && (received.length < 5 || received.length < 5 + received.readUInt16BE(3))) return;
    socket.off('data', gather);
    then(received);
  };
  socket.on('data', gather);
}

/** The server_name of a ClientHello (RFC 8446 4.1.2, RFC 6066 3); undefined when there is none. */
export function serverNameOf(hello: Buffer): string | undefined {
  try {
    let at = 5 + 4 + 2 + 32;
    at += 1 + hello.readUInt8(at);
    at += 2 + hello.readUInt16BE(at);
    at += 1 + hello.readUInt8(at);
    const end = at + 2 + hello.readUInt16BE(at);
    at += 2;
    while (at + 4 <= end) {
      const [type, length] = [hello.readUInt16BE(at), hello.readUInt16BE(at + 2)];
      if (type === 0)
        return hello.toString('ascii', at + 9, at + 9 + hello.readUInt16BE(at + 7)).toLowerCase();
      at += 4 + length;
    }
  } catch {
    // Not a ClientHello, or one in pieces.
  }
  return undefined;
}
