import { domainToASCII } from 'node:url';
import { z } from 'zod';
import { isWildcard } from '../../core/hostname.js';
import { isPlainName } from '../../core/typed-text.js';
import { listFrom } from '../../util/collections.js';
import { visitInTurns } from '../../util/concurrency/event-loop.js';
import { decodeText, parseJsonInTurns } from '../../util/parse-json.js';
import { type LongList, PartedList } from '../../util/parted-list.js';
import { ProviderError } from '../provider.js';

/** PHP's booleans may be sent as numbers or texts. */
const PHP_TRUE = [true, 1, '1', 'true'] as const;
const PHP_FALSE = [false, 0, '0', '', 'false'] as const;
const isTrue = (value: unknown): boolean => PHP_TRUE.some((each) => each === value);
const phpBoolean = z.literal([...PHP_TRUE, ...PHP_FALSE]).transform(isTrue);
/** With `success: true` the error may be null or anything: only text is kept. */
const closteAnswer = z.looseObject({ success: phpBoolean, error: z.string().optional().catch(undefined) });
const MAX_MESSAGE = 500;
/** Closte's message for a bad key is undocumented; a domain that "could not be authenticated" isn't one. */
const BAD_KEY = /\bapi[ _-]?key\b|\b(invalid|wrong|bad|unknown|expired|missing) key\b|\bunauthori[sz]ed\b/i;
/** Said of the key, unless the message names a domain. */
const BAD_KEY_OR_DOMAIN = /\bauthentication\b|\baccess denied\b/i;
/** Closte may say so with a status of 200; it says nothing about the domain. */
const PASSES_BY_ITSELF =
  /\btoo many requests\b|\brate[ -]?limit|\btry again (?:later|in \w+)|\btemporar(?:y|ily)\b|\bmaintenance\b/i;
const DOMAIN_NAME = /[^\s.:"']+(?:\.[^\s.:"']+)+/g;
const HTML_TAG = /<(?:!doctype|html|head|body)\b/i;

export type ClosteAnswer = z.infer<typeof closteAnswer>;

/** Whether the call may change something at Closte: a broken response then doesn't say whether it did. */
export type CallKind = 'read' | 'write';

/** Parses a response's JSON, whatever its HTTP status. Throws `ProviderError` if it isn't JSON, or isn't Closte's. */
export async function readAnswer(
  status: number,
  body: readonly Uint8Array[],
  kind: CallKind,
): Promise<ClosteAnswer> {
  const json = await parseJsonInTurns(body, { path: '$.domains.*', become: nameAlone });
  const known = closteAnswer.safeParse(json).data;
  if (known) return known;
  const beginning = decodeText(body[0] ?? new Uint8Array());
  const isError = status >= 300;
  const facts = {
    retryable: status < 400 || isTemporary(status),
    outcomeUnknown: kind === 'write' && (status < 400 || (isTemporary(status) && status !== 429)),
    status,
  };
  // As a firewall's: nothing says that the key is wrong.
  if (status === 403 && HTML_TAG.test(beginning))
    throw new ProviderError('http-status', `Closte answered with HTTP ${status}.`, {
      ...facts,
      retryable: true,
    });
  if (status === 401 || status === 403)
    throw new ProviderError('unauthorised', `Closte doesn’t accept the API key (HTTP ${status}).`, {
      ...facts,
      outcomeUnknown: false,
    });
  if (isError) throw new ProviderError('http-status', `Closte answered with HTTP ${status}.`, facts);
  if (beginning.trim() === '') throw new ProviderError('wrong-shape', 'Closte sent an empty answer.', facts);
  if (json === undefined)
    throw new ProviderError('not-json', 'Closte sent an answer that isn’t JSON.', facts);
  throw new ProviderError('wrong-shape', 'Closte answered in an unknown format.', facts);
}

/** Throws `ProviderError` for `success: false`, with Closte's own message. */
export function assertSuccess({ success, error }: ClosteAnswer, status: number): void {
  if (success) return;
  const said = (error ?? '').trim().slice(0, MAX_MESSAGE);
  if (isAboutKey(said, status))
    throw new ProviderError('unauthorised', 'Closte doesn’t accept the API key.', {
      retryable: false,
      outcomeUnknown: false,
      said,
      status,
    });
  throw new ProviderError(
    'refused',
    said === '' ? 'Closte refused without saying why.' : `Closte refused: ${said}`,
    {
      retryable: isTemporary(status) || PASSES_BY_ITSELF.test(said.replace(DOMAIN_NAME, '')),
      outcomeUnknown: false,
      said: said === '' ? 'no reason given' : said,
      status,
    },
  );
}

/** A domain's name may hold any word. */
function isAboutKey(said: string, status: number): boolean {
  const words = said.replace(DOMAIN_NAME, '');
  if (status === 401 || BAD_KEY.test(words)) return true;
  return words === said && (status === 403 || BAD_KEY_OR_DOMAIN.test(said));
}

const NAME_KEYS = ['domain', 'name', 'host', 'hostname', 'alias', 'domainName', 'domain_name'];

/**
 * An element's fields are undocumented: reads strings, and objects with a name under a usual key. Takes turns with other
 * work: there may be 100,000.
 */
export async function readAliases(domains: unknown): Promise<LongList<string> | 'unreadable'> {
  const list = domains instanceof PartedList ? domains : listFrom(domains);
  if (!list) return 'unreadable';
  const aliases = new PartedList<string>();
  let isReadable = true;
  await visitInTurns(list, (element) => {
    const names = aliasNamesOf(element);
    if (names.length === 0) isReadable = false;
    for (const name of names) aliases.push(name);
  });
  return isReadable ? aliases : 'unreadable';
}

/** An addition names a wildcard in a field of its own. Whether the list keeps the `*.` is unknown: both names count. */
function aliasNamesOf(element: unknown): readonly string[] {
  const name = asHostname(element) ?? nameIn(element);
  if (name === undefined) return [];
  const isBareWildcard = isTrue(elementField(element, 'wildcard')) && !isWildcard(name);
  return isBareWildcard ? [name, `*.${name}`] : [name];
}

/** Of an element that says nothing but a name, the name. */
function nameAlone(element: unknown): unknown {
  const names = aliasNamesOf(element);
  return names.length === 1 ? names[0] : element;
}

function nameIn(element: unknown): string | undefined {
  for (const key of NAME_KEYS) {
    const name = asHostname(elementField(element, key));
    if (name !== undefined) return name;
  }
  return undefined;
}

/** A check by zod would take a hundred times longer where it fails, as with every list of plain names. */
const elementField = (element: unknown, key: string): unknown =>
  typeof element === 'object' && element !== null ? Reflect.get(element, key) : undefined;

/** In A-label form, as mappings store it, for comparison. Undefined for what isn't a hostname, such as a title. */
function asHostname(value: unknown): string | undefined {
  if (typeof value !== 'string' || !/^[^\s.]+(\.[^\s.]+)+\.?$/.test(value)) return undefined;
  const name = value.replace(/\.$/, '');
  return isPlainName(name) ? name : domainToASCII(name) || name.toLowerCase();
}

/** Server errors and rate limits: a retry can help. */
const isTemporary = (status: number): boolean => status >= 500 || status === 429 || status === 408;
