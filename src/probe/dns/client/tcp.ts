import { randomInt } from 'node:crypto';
import { createConnection } from 'node:net';
import { decodeAnswer, encodeQuestion, type Question } from './packets.js';
import type { QueryOutcome, Server } from './udp-channel.js';

const MAX_TCP_BYTES = 65_537;

/** A query in a connection of its own, for an answer too long for UDP. Never rejects. */
export function askOverTcp(
  { address, port }: Server,
  question: Question,
  timeoutMs: number,
): Promise<QueryOutcome> {
  return new Promise((resolve) => {
    const id = randomInt(0x10000);
    const query = encodeQuestion(question, id);
    const socket = createConnection({ host: address, port });
    let received = Buffer.alloc(0);
    const finish = (outcome: QueryOutcome) => {
      clearTimeout(timer);
      socket.destroy();
      resolve(outcome);
    };
    const timer = setTimeout(() => finish('timeout'), timeoutMs);
    socket.on('error', () => finish('unreachable'));
    socket.on('close', () => finish('malformed'));
    socket.on('connect', () => {
      const length = Buffer.alloc(2);
      length.writeUInt16BE(query.length);
      socket.write(Buffer.concat([length, query]));
    });
    socket.on('data', (bytes) => {
      received = Buffer.concat([received, bytes]);
      if (received.length > MAX_TCP_BYTES) return finish('malformed');
      const answer = wholeAnswer(received);
      if (answer) finish(decodeAnswer(answer, question, id) ?? 'malformed');
    });
  });
}

/** Preceded by its length (RFC 1035 4.2.2). */
function wholeAnswer(received: Buffer): Buffer | undefined {
  const end = received.length < 2 ? Number.POSITIVE_INFINITY : 2 + received.readUInt16BE(0);
  return received.length < end ? undefined : received.subarray(2, end);
}
