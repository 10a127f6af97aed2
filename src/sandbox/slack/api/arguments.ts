import { isJsonObject } from '../../requests.js';
import type { JsonObject } from '../page-api.js';
import { SlackFailure } from '../rules/request-error.js';

/** A method's arguments: strings from a form, any JSON from a JSON body. */
export type Arguments = Readonly<Record<string, unknown>>;

/** An argument as text; empty when it was left out. */
export function textOf(args: Arguments, name: string): string {
  const value = args[name];
  if (value === undefined || value === null) return '';
  return typeof value === 'string' ? value : String(value);
}

export function isTrueArgument(args: Arguments, name: string): boolean {
  return ['true', '1'].includes(textOf(args, name));
}

/** An argument that forms carry as JSON text. `failure` is Slack's name for text that is no JSON. */
export function jsonOf(args: Arguments, name: string, failure: string): unknown {
  const value = args[name];
  if (value === undefined || value === null || value === '') return undefined;
  if (typeof value !== 'string') return value;
  try {
    return JSON.parse(value);
  } catch {
    throw new SlackFailure(failure);
  }
}

/** Lists come as JSON arrays or as words between commas. */
export function listOf(args: Arguments, name: string): string[] {
  const value = args[name];
  if (Array.isArray(value)) return value.map(String);
  return textOf(args, name)
    .split(',')
    .filter((word) => word !== '');
}

export function invalidArguments(message: string): SlackFailure {
  return new SlackFailure('invalid_arguments', { response_metadata: { messages: [`[ERROR] ${message}`] } });
}

/** A body of JSON or of a form, by its content type. */
export function parseArguments(contentType: string, query: URLSearchParams, body: string): Arguments {
  const inUrl = Object.fromEntries(query);
  if (body === '') return inUrl;
  if (contentType.startsWith('application/json')) return { ...inUrl, ...parseJsonObject(body) };
  if (contentType.startsWith('application/x-www-form-urlencoded'))
    return { ...inUrl, ...Object.fromEntries(new URLSearchParams(body)) };
  throw new SlackFailure(contentType === '' ? 'missing_post_type' : 'invalid_post_type');
}

function parseJsonObject(body: string): JsonObject {
  try {
    const value: unknown = JSON.parse(body);
    if (isJsonObject(value)) return value;
  } catch {
    throw new SlackFailure('invalid_json');
  }
  throw new SlackFailure('json_not_object');
}
