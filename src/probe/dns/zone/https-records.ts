import type { Answer } from 'dns-packet';
import ipaddr from 'ipaddr.js';
import type { Ask } from '../client/client.js';
import type { NameServer } from '../delegation.js';

const MAX_VALUES = 10;
const IPV4_HINT = 4;
const IPV6_HINT = 6;

/** The hosts and addresses in a name's HTTPS records (RFC 9460 2.2, 7.3). */
export async function httpsValues(ask: Ask, server: NameServer, name: string): Promise<string[]> {
  const reply = await ask(server, { name, type: 'UNKNOWN_65', recursionDesired: false });
  const records = reply.ok ? reply.packet.answers.map(rawData).filter((data) => data !== undefined) : [];
  return records.length === 0 ? [] : [...new Set(records.flatMap(httpsRecordValues))].slice(0, MAX_VALUES);
}

/** The codec doesn't parse HTTPS records and returns their bytes. */
function rawData(answer: Answer): Buffer | undefined {
  const { type, data }: { type: string; data?: unknown } = answer as never;
  return (type === 'UNKNOWN_65' || type === 'HTTPS') && Buffer.isBuffer(data) ? data : undefined;
}

/** Untrusted bytes: anything malformed is skipped. */
function httpsRecordValues(data: Buffer): string[] {
  try {
    const labels: string[] = [];
    let at = 2;
    for (let length = data.readUInt8(at); length > 0; length = data.readUInt8(at)) {
      labels.push(data.toString('latin1', at + 1, at + 1 + length).toLowerCase());
      at += 1 + length;
    }
    const host = labels.length > 0 ? [labels.join('.')] : [];
    return [...host, ...hintsIn(data, at + 1)];
  } catch {
    return [];
  }
}

function hintsIn(data: Buffer, from: number): string[] {
  const hints: string[] = [];
  for (let at = from; at + 4 <= data.length; at += 4 + data.readUInt16BE(at + 2)) {
    const [key, length] = [data.readUInt16BE(at), data.readUInt16BE(at + 2)];
    const size = key === IPV4_HINT ? 4 : key === IPV6_HINT ? 16 : 0;
    for (let start = at + 4; size > 0 && start + size <= at + 4 + length; start += size)
      hints.push(ipaddr.fromByteArray([...data.subarray(start, start + size)]).toString());
  }
  return hints;
}
