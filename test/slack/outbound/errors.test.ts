import {
  WebAPIHTTPError,
  WebAPIPlatformError,
  WebAPIRateLimitedError,
  WebAPIRequestError,
} from '@slack/web-api';
import { describe, expect, it } from 'vitest';
import type { ChatErrorCode } from '../../../src/core/ports/chat-error.js';
import { chatErrorOf } from '../../../src/slack/outbound/errors.js';

const platform = (error: string) => new WebAPIPlatformError({ ok: false, error });
const request = (code: string) =>
  new WebAPIRequestError(
    Object.assign(new Error('failed'), { cause: Object.assign(new Error(code), { code }) }),
  );

it.each<[string, unknown, ChatErrorCode]>([
  ['not in the channel', platform('not_in_channel'), 'channel-unusable'],
  ['a private channel', platform('channel_not_found'), 'channel-unusable'],
  ['an archived one', platform('is_archived'), 'channel-unusable'],
  ['a deleted card', platform('message_not_found'), 'card-gone'],
  ['blocks refused', platform('invalid_blocks'), 'refused-content'],
  ['too long', platform('msg_too_long'), 'refused-content'],
  ['a revoked token', platform('token_revoked'), 'unauthorised'],
  ['may have partly succeeded', platform('fatal_error'), 'uncertain'],
  ['a name that nobody knows', platform('brand_new_error'), 'unknown'],
  ['a new name with digits', platform('invalid_blocks_v2'), 'unknown'],
  ['a web page', platform('<!DOCTYPE html><html>'), 'uncertain'],
  ['429', new WebAPIRateLimitedError(7), 'rate-limited'],
  ['503', new WebAPIHTTPError(503, 'Service Unavailable', {}), 'uncertain'],
  ['nobody listens', request('ECONNREFUSED'), 'unavailable'],
  ['no such host', request('ENOTFOUND'), 'unavailable'],
  ['broken off', request('ECONNRESET'), 'uncertain'],
  ['a time-out before the headers', request('UND_ERR_HEADERS_TIMEOUT'), 'uncertain'],
  ['a time-out in the body', new DOMException('timed out', 'TimeoutError'), 'uncertain'],
  ['something else', 'a string', 'uncertain'],
])('%s is $2', (_, error, code) => {
  expect(chatErrorOf(error).code).toBe(code);
});

it('tells how long Slack asks to wait', () => {
  expect(chatErrorOf(new WebAPIRateLimitedError(7)).facts.retryAfterMs).toBe(7_000);
});

it('does not drag a whole web page along', () => {
  expect(chatErrorOf(platform(`<html>${'x'.repeat(100_000)}`)).message.length).toBeLessThan(300);
});

describe('the reach of what Slack says', () => {
  it.each<[string, ChatErrorCode]>([
    ['restricted_action_thread_locked', 'thread-locked'],
    ['cannot_reply_to_message', 'thread-locked'],
    ['thread_locked', 'thread-locked'],
    ['edit_window_closed', 'card-fixed'],
    ['cant_update_message', 'card-fixed'],
    ['ekm_access_denied', 'channel-unusable'],
    ['app_access_restricted', 'channel-unusable'],
    ['message_limit_exceeded', 'channel-unusable'],
    ['team_not_found', 'channel-unusable'],
    ['missing_scope', 'channel-unusable'],
    ['no_permission', 'channel-unusable'],
    ['team_access_not_granted', 'channel-unusable'],
    ['external_channel_migrating', 'channel-unusable'],
    ['invalid_metadata_schema', 'refused-content'],
    ['metadata_must_be_sent_from_app', 'refused-content'],
    ['metadata_too_large', 'refused-content'],
    ['attachment_payload_limit_exceeded', 'refused-content'],
    ['too_many_attachments', 'refused-content'],
    ['update_failed', 'unavailable'],
    ['streaming_state_conflict', 'unavailable'],
    ['org_login_required', 'unavailable'],
    ['invalid_arguments', 'refused-call'],
    ['method_deprecated', 'refused-call'],
  ])('%s is %s', (name, code) => {
    expect(chatErrorOf(platform(name))).toMatchObject({ code, facts: { name } });
  });

  it('is everywhere for five names only', () => {
    const everywhere = ['not_authed', 'invalid_auth', 'account_inactive', 'token_revoked', 'token_expired'];
    for (const name of everywhere) expect(chatErrorOf(platform(name)).code).toBe('unauthorised');
  });
});
