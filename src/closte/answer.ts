import { z } from 'zod';
import { ClosteError } from './closte.js';

const answer = z.looseObject({ success: z.boolean(), error: z.string().optional() });
const MOST_WORDS = 500;

export type Answer = z.infer<typeof answer>;

/** Whether the call may change something at Closte: then a broken answer says nothing of what was done. */
export type CallKind = 'read' | 'write';

/** The JSON of an answer at whatever HTTP status. Throws `ClosteError` when it is none, or not Closte's. */
export function readAnswer(status: number, body: string, kind: CallKind): Answer {
  const json = parseJson(body);
  const parsed = answer.safeParse(json);
  if (parsed.success) return parsed.data;
  const isError = status >= 400;
  const isServers = status >= 500 || status === 429;
  const facts = {
    retryable: !isError || isServers,
    outcomeUnknown: kind === 'write' && (!isError || isServers),
    status,
  };
  if (status === 401 || status === 403)
    throw new ClosteError('unauthorised', `Closte does not accept the API key (HTTP ${status}).`, {
      ...facts,
      outcomeUnknown: false,
    });
  if (isError) throw new ClosteError('http-status', `Closte answered with HTTP ${status}.`, facts);
  if (json === undefined)
    throw new ClosteError(
      'not-json',
      `Closte answered with ${body.trim() === '' ? 'nothing' : 'something that is not JSON'}.`,
      facts,
    );
  throw new ClosteError('wrong-shape', 'Closte answered in a form that is not known.', facts);
}

/** Throws `ClosteError` for `success: false`, with Closte's own words. */
export function assertSuccess({ success, error }: Answer, status: number): void {
  if (success) return;
  const said = (error ?? '').trim().slice(0, MOST_WORDS);
  if (
    status === 401 ||
    status === 403 ||
    /\b(api ?key|unauthori[sz]ed|authenticat|access denied)/i.test(said)
  )
    throw new ClosteError('unauthorised', 'Closte does not accept the API key.', {
      retryable: false,
      outcomeUnknown: false,
      said,
      status,
    });
  throw new ClosteError(
    'refused',
    said === '' ? 'Closte refused without saying why.' : `Closte refused: ${said}`,
    {
      retryable: false,
      outcomeUnknown: false,
      said: said === '' ? 'no reason given' : said,
      status,
    },
  );
}

const NAME_KEYS = ['domain', 'name', 'host', 'hostname', 'alias', 'domainName', 'domain_name'];

/** The fields of an element are not public: strings and objects with a name under a usual key are read. */
export function readAliases(domains: unknown): readonly string[] | 'unreadable' {
  if (!Array.isArray(domains)) return 'unreadable';
  const names = domains.map(nameOf);
  return names.includes(undefined) ? 'unreadable' : names.filter((name) => name !== undefined);
}

function nameOf(element: unknown): string | undefined {
  const object = z.record(z.string(), z.unknown()).safeParse(element).data ?? {};
  const name =
    typeof element === 'string'
      ? element
      : NAME_KEYS.map((key) => object[key]).find((value) => typeof value === 'string');
  return typeof name === 'string' && name !== '' ? name.toLowerCase().replace(/\.$/, '') : undefined;
}

function parseJson(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}
