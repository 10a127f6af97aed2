import fc from 'fast-check';
import { expect, it } from 'vitest';
import { isWorrying, loggedMoment, readEntries } from '../../../src/multisite/logs/entry.js';

const bytes = (text: string) => new TextEncoder().encode(text);
const messages = (text: string, isQuiet = true) =>
  readEntries(bytes(text), isQuiet).entries.map(({ entry }) => entry.message);

it('reads time, level and message', () => {
  const { entries } = readEntries(bytes('[2026-11-20 10:11:12] [ERROR] Zertifikat ungültig\n'), true);
  expect(entries).toEqual([
    { offset: 0, entry: { at: '2026-11-20 10:11:12', level: 'ERROR', message: 'Zertifikat ungültig' } },
  ]);
});

it.each([
  ['nothing', '', []],
  ['a line without its end', '[2026-11-20 10:11:12] [ERROR] half', []],
  ['lines before the first entry', 'Stack trace:\n#0\n[2026-11-20 10:11:12] [ERROR] a\n', ['a']],
  ['a message of several lines', '[2026-11-20 10:11:12] [ERROR] a\nb\n\nc\n', ['a\nb\n\nc']],
  ['Windows’ ends of lines', '[2026-11-20 10:11:12] [ERROR] a\r\n', ['a']],
  ['no message', '[2026-11-20 10:11:12] [ERROR]\n', ['']],
])('%s', (_, text, expected) => {
  expect(messages(text)).toEqual(expected);
});

it('leaves the last entry alone while it may still grow', () => {
  const text = '[2026-11-20 10:11:12] [ERROR] a\n[2026-11-20 10:11:13] [ERROR] b\n';
  const { entries, bytes: used } = readEntries(bytes(text), false);
  expect(entries.map(({ entry }) => entry.message)).toEqual(['a']);
  expect(text.slice(used)).toBe('[2026-11-20 10:11:13] [ERROR] b\n');
});

it('tells what is worth telling by the level alone', () => {
  const at = { at: '', message: 'Domaine créé' };
  const levels = ['DEBUG', 'INFO', 'NOTICE', 'WARNING', 'ERROR', 'CRITICAL', 'ALERT', 'EMERGENCY'];
  expect(levels.filter((level) => isWorrying({ ...at, level }))).toEqual(levels.slice(3));
});

it('reads the same entries in whatever pieces they were written', () => {
  const line = fc.constantFrom('[2026-11-20 10:11:12] [ERROR] é a\n', 'more\n', '\n', '[2026-11-20 1', 'x');
  fc.assert(
    fc.property(fc.array(line), fc.array(fc.nat(200)), (lines, cuts) => {
      const whole = bytes(lines.join(''));
      const found: string[] = [];
      let from = 0;
      for (const cut of [...cuts.sort((one, other) => one - other), whole.length]) {
        const { entries, bytes: used } = readEntries(whole.subarray(from, Math.max(from, cut)), false);
        found.push(...entries.map(({ entry }) => entry.message));
        from += used;
      }
      found.push(...readEntries(whole.subarray(from), true).entries.map(({ entry }) => entry.message));
      expect(found).toEqual(messages(lines.join('')));
    }),
  );
});

it('reads its times as UTC, which WordPress sets for PHP', () => {
  expect(loggedMoment('2026-11-20 10:00:00')).toBe(Date.parse('2026-11-20T10:00:00Z'));
  expect(loggedMoment('2026-13-45 10:00:00')).toBeUndefined();
});
