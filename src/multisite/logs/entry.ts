/** One entry of an Ultimate Multisite log. Its text is foreign, and in the site's language. */
export interface LogEntry {
  /** Upper case, as PSR-3 names them; never translated. */
  readonly level: string;
  /** As logged: `Y-m-d H:i:s` without a zone. */
  readonly at: string;
  readonly message: string;
}

/** Complete entries and their length in bytes; an entry that may still grow is left for the next read. */
export interface Entries {
  readonly entries: readonly { readonly entry: LogEntry; readonly offset: number }[];
  readonly bytes: number;
}

const ENTRY_HEAD = /^\[(\d{4}-\d\d-\d\d \d\d:\d\d:\d\d)\] \[([A-Z]{1,20})\] ?(.*)$/;
const NEWLINE = 0x0a;
const MAX_ENTRY_MESSAGE = 2_000;
const WORRYING: ReadonlySet<string> = new Set(['WARNING', 'ERROR', 'CRITICAL', 'ALERT', 'EMERGENCY']);

export const isWorrying = ({ level }: LogEntry): boolean => WORRYING.has(level);

/**
 * Parses a file from an offset. A message may span several lines, so the last entry is complete only if `isQuiet`:
 * nothing was appended since the last read. An unterminated line is never parsed.
 */
export function readEntries(bytes: Uint8Array, isQuiet: boolean): Entries {
  const end = bytes.lastIndexOf(NEWLINE) + 1;
  const found: { head: RegExpExecArray; offset: number; lines: string[] }[] = [];
  const decoder = new TextDecoder();
  for (let offset = 0; offset < end; ) {
    const next = bytes.indexOf(NEWLINE, offset) + 1;
    const line = decoder.decode(bytes.subarray(offset, next - 1)).replace(/\r$/, '');
    const head = ENTRY_HEAD.exec(line);
    if (head) found.push({ head, offset, lines: [head[3] ?? ''] });
    else found.at(-1)?.lines.push(line);
    offset = next;
  }
  const complete = isQuiet ? found : found.slice(0, -1);
  return {
    entries: complete.map(({ head: [, at = '', level = ''], offset, lines }) => ({
      offset,
      entry: { at, level, message: lines.join('\n').trim().slice(0, MAX_ENTRY_MESSAGE) },
    })),
    bytes: isQuiet ? end : (found.at(-1)?.offset ?? end),
  };
}

/** A log's time in epoch ms; undefined if invalid. WordPress sets PHP's zone to UTC. */
export function loggedMoment(at: string): number | undefined {
  const ms = Date.parse(`${at.replace(' ', 'T')}Z`);
  return Number.isNaN(ms) ? undefined : ms;
}
