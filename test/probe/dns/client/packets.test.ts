import { type Answer, decode, encode, type OptAnswer } from 'dns-packet';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeAnswer, encodeQuestion, type Question } from '../../../../src/probe/dns/client/packets.js';
import { answerTo, ladderOf } from '../../../support/dns-server.js';

const label = fc.stringMatching(/^[a-z0-9_*-]{1,63}$/);
const name = fc
  .array(label, { minLength: 1, maxLength: 5 })
  .map((labels) => labels.join('.'))
  .filter((text) => text.length <= 253);
const question: fc.Arbitrary<Question> = fc.record({
  name,
  type: fc.constantFrom<Question['type']>('A', 'AAAA', 'NS', 'SOA', 'CAA', 'TXT', 'UNKNOWN_65'),
  recursionDesired: fc.boolean(),
  checkingDisabled: fc.boolean(),
  dnssecOk: fc.boolean(),
  isPlain: fc.boolean(),
});

it('a query has the bytes that the codec would give it', () => {
  fc.assert(
    fc.property(question, fc.nat(0xffff), (asked, id) => {
      const { name: host, type, recursionDesired, checkingDisabled, dnssecOk = false, isPlain } = asked;
      const opt = {
        type: 'OPT',
        name: '.',
        udpPayloadSize: 1232,
        flags: dnssecOk ? 0x8000 : 0,
        options: [],
        extendedRcode: 0,
        ednsVersion: 0,
        flag_do: dnssecOk,
      } satisfies OptAnswer;
      const expected = encode({
        type: 'query',
        id,
        flags: (recursionDesired ? 0x0100 : 0) | (checkingDisabled ? 0x0010 : 0),
        questions: [{ name: host, type: type as 'A', class: 'IN' }],
        additionals: isPlain ? [] : [opt],
      });
      expect(encodeQuestion(asked, id).equals(expected)).toBe(true);
    }),
  );
});

it('an answer is what the codec reads, whatever letters its question has, and of no other question', () => {
  fc.assert(
    fc.property(question, fc.nat(0xffff), fc.nat(), (asked, id, capitals) => {
      const answers = [{ name: asked.name, type: 'A' as const, ttl: 60, data: '198.51.100.1' }];
      const bytes = answerTo(decode(encodeQuestion(asked, id)), { answers });
      const end = 12 + asked.name.length + 2;
      for (let at = 13; at < end; at++) {
        const byte = bytes[at] ?? 0;
        const isLetter = /[a-z]/.test(String.fromCharCode(byte));
        if (isLetter && capitals & (1 << (at % 31))) bytes[at] = byte ^ 0x20;
      }
      expect(decodeAnswer(bytes, asked, id)).toMatchObject({ flag_aa: true, answers: decode(bytes).answers });
      expect(decodeAnswer(bytes, asked, id ^ 1)).toBeUndefined();
      for (const other of [`x${asked.name}`, `${asked.name}.x`, asked.name.replace(/^./, '~')])
        expect(decodeAnswer(bytes, { ...asked, name: other }, id)).toBeUndefined();
      expect(decodeAnswer(bytes, { ...asked, type: asked.type === 'A' ? 'NS' : 'A' }, id)).toBeUndefined();
    }),
  );
});

it('records under the name that was asked for, and OPT, are what the codec reads', () => {
  const asked: Question = { name: 'shop.example.com', type: 'A', recursionDesired: false };
  const soa = { mname: 'ns1', rname: 'h', serial: 1, refresh: 2, retry: 3, expire: 4, minimum: 60 };
  const records: Answer[] = [
    { name: asked.name, type: 'A', ttl: 60, data: '198.51.100.1' },
    { name: asked.name, type: 'AAAA', ttl: 61, data: '2001:db8::1' },
    { name: asked.name, type: 'CNAME', ttl: 62, data: 'host.example.net' },
    { name: asked.name, type: 'NS', ttl: 63, data: 'ns1.example.net' },
    { name: asked.name, type: 'SOA', ttl: 64, data: soa },
    { name: asked.name, type: 'TXT', ttl: 65, data: [Buffer.from('text')] },
    { name: asked.name, type: 'A', class: 'CH', ttl: 66, data: '198.51.100.2' },
  ];
  const opt = { type: 'OPT', name: '.', udpPayloadSize: 1232, flags: 0x8000, extendedRcode: 1 } as const;
  const withReason = { ...opt, options: [{ code: 15, data: Buffer.from([0, 15]) }] };
  for (const additional of [opt, withReason] as OptAnswer[]) {
    const whole = answerTo(decode(encodeQuestion(asked, 7)), { answers: records, additionals: [additional] });
    const bytes = withPointers(whole, asked.name);
    expect(bytes.length).toBeLessThan(whole.length);
    const { answers, additionals } = decode(bytes);
    expect(answers).toEqual(decode(whole).answers);
    expect(decodeAnswer(bytes, asked, 7)).toMatchObject({ answers, additionals });
    for (let end = 12; end < bytes.length; end++)
      expect(decodeAnswer(bytes.subarray(0, end), asked, 7)).toBeUndefined();
  }
});

describe('a record that is read without the codec', () => {
  const asked: Question = { name: 'shop.example.com', type: 'A', recursionDesired: false };
  const soa = (mname: string, rname: string) =>
    ({ mname, rname, serial: 4_294_967_295, refresh: 2, retry: 3, expire: 4, minimum: 60 }) as const;
  const usual: fc.Arbitrary<Answer> = fc.oneof(
    fc.record({ name, type: fc.constant('A' as const), ttl: fc.nat(), data: fc.ipV4() }),
    fc.record({ name, type: fc.constantFrom('NS' as const, 'CNAME' as const), ttl: fc.nat(), data: name }),
    fc.tuple(name, name).map(([owner, mname]) => ({
      name: owner,
      type: 'SOA' as const,
      ttl: 60,
      data: soa(mname, `hostmaster.${mname}`),
    })),
  );
  interface Sections {
    readonly answers?: readonly Answer[] | undefined;
    readonly authorities?: readonly Answer[] | undefined;
    readonly additionals?: readonly Answer[] | undefined;
  }
  const sections = ({ answers, authorities, additionals }: Sections) => ({
    answers,
    authorities,
    additionals,
  });
  const answerWith = (answers: Answer[], authorities: Answer[]) =>
    answerTo(decode(encodeQuestion(asked, 7)), { answers, authorities });

  it('is what the codec reads, and so is what is left of it after damage', () => {
    const damage = fc.array(fc.tuple(fc.nat(), fc.nat(0xff)), { maxLength: 4 });
    fc.assert(
      fc.property(
        fc.array(usual, { maxLength: 4 }),
        fc.array(usual, { maxLength: 2 }),
        damage,
        (first, second, hits) => {
          const bytes = answerWith(first, second);
          expect(decodeAnswer(bytes, asked, 7)).toMatchObject(sections(decode(bytes)));
          const body = 12 + asked.name.length + 6;
          for (const [at, value] of hits)
            if (bytes.length > body) bytes[body + (at % (bytes.length - body))] = value;
          const read = decodeAnswer(bytes, asked, 7);
          if (read) expect(sections(read)).toEqual(sections(decode(bytes)));
        },
      ),
      { numRuns: 500 },
    );
  });

  /** An answer of one CNAME, whose target has these bytes. */
  const pointing = (...target: number[]) => {
    const bytes = answerWith([], []);
    bytes.writeUInt16BE(1, 6);
    const fixed = [0xc0, 12, 0, 5, 0, 1, 0, 0, 0, 60, 0, target.length];
    const end = 12 + asked.name.length + 6;
    return Buffer.concat([bytes.subarray(0, end), Buffer.from([...fixed, ...target]), bytes.subarray(end)]);
  };
  const targetOf = (bytes: Buffer) => decodeAnswer(bytes, asked, 7)?.answers[0];
  const at = 12 + asked.name.length + 6 + 12;

  it.each<[string, number[], string]>([
    ['a pointer to the question', [0xc0, 12], 'shop.example.com'],
    ['labels before a pointer', [1, 0x61, 0xc0, 17], 'a.example.com'],
    ['the root', [0], '.'],
    ['letters beyond ASCII', [2, 0xc3, 0xbc, 0], 'ü'],
    ['a dot in a label', [3, 0x61, 0x2e, 0x62, 0], 'a.b'],
  ])('may lead to %s', (_, target, expected) => {
    expect(targetOf(pointing(...target))).toMatchObject({ type: 'CNAME', data: expected });
  });

  it.each<[string, number[]]>([
    ['itself', [0xc0, at]],
    ['a label of its own', [1, 0x61, 0xc0, at]],
    ['what comes after it', [0xc0, at + 2, 0]],
    ['a label of an unknown kind', [0x40, 0]],
    ['a name without an end', [63, 0x61]],
    [
      'a name that is too long',
      [
        ...Array(5)
          .fill([63, ...Array(63).fill(0x61)])
          .flat(),
        0,
      ].slice(0, 255),
    ],
  ])('may not lead to %s', (_, target) => {
    expect(targetOf(pointing(...target))).toBeUndefined();
  });
});

/** As servers send it: a name that was there before is a pointer. The codec writes each in full. */
function withPointers(bytes: Buffer, name: string): Buffer {
  const full = bytes.subarray(12, 12 + name.length + 2);
  const parts = [bytes.subarray(0, 12 + full.length)];
  let from = 12 + full.length;
  for (let at = bytes.indexOf(full, from); at !== -1; at = bytes.indexOf(full, from)) {
    parts.push(bytes.subarray(from, at), Buffer.from([0xc0, 12]));
    from = at + full.length;
  }
  return Buffer.concat([...parts, bytes.subarray(from)]);
}

describe('an answer that is made to be slow to read', () => {
  const asked: Question = { name: 'shop.example.com', type: 'A', recursionDesired: false };

  it('is refused in no time', () => {
    const packet = ladderOf(answerTo(decode(encodeQuestion(asked, 7))), 3_400);
    expect(packet.length).toBeLessThan(65_536);
    expect(decodeAnswer(packet, asked, 7)).toBeUndefined();
    const before = process.cpuUsage();
    for (let round = 0; round < 10; round++) decodeAnswer(packet, asked, 7);
    expect(process.cpuUsage(before).user / 1_000).toBeLessThan(200);
  });

  it('is no mistake about long ones: hundreds of records are read', () => {
    const answers = Array.from({ length: 400 }, (_, at) => ({
      name: asked.name,
      type: 'A' as const,
      ttl: 60,
      data: `198.51.100.${at % 250}`,
    }));
    const packet = answerTo(decode(encodeQuestion(asked, 7)), { answers });
    expect(decodeAnswer(packet, asked, 7)?.answers).toHaveLength(400);
  });
});
