import type { ChatErrorCode } from '../../core/ports/chat-error.js';

/**
 * Slack's errors by what they mean for a message, from the error tables of chat.postMessage, chat.update, chat.delete,
 * conversations.open, conversations.history and conversations.replies (docs.slack.dev/reference/methods). Only a token
 * that is invalid everywhere is `unauthorised`: `missing_scope` and the like concern one method or place.
 */
const NAMES: Readonly<Record<ChatErrorCode, readonly string[]>> = {
  unauthorised: ['not_authed', 'invalid_auth', 'account_inactive', 'token_revoked', 'token_expired'],
  'channel-unusable': [
    'channel_not_found',
    'not_in_channel',
    'is_archived',
    'is_inactive',
    'restricted_action',
    'messages_tab_disabled',
    'external_channel_migrating',
    'ekm_access_denied',
    'app_access_restricted',
    'message_limit_exceeded',
    'team_not_found',
    'missing_scope',
    'no_permission',
    'access_denied',
    'accesslimited',
    'enterprise_is_restricted',
    'not_allowed_token_type',
    'team_access_not_granted',
    'two_factor_setup_required',
    'as_user_not_supported',
    'cannot_dm_bot',
    'user_not_found',
    'user_not_visible',
    'user_not_in_channel',
    'method_not_supported_for_channel_type',
  ],
  'card-gone': ['message_not_found', 'thread_not_found'],
  'card-fixed': ['cant_update_message', 'edit_window_closed'],
  'thread-locked': ['thread_locked', 'restricted_action_thread_locked', 'cannot_reply_to_message'],
  'refused-content': [
    'invalid_blocks',
    'invalid_blocks_format',
    'block_mismatch',
    'msg_blocks_too_long',
    'msg_too_long',
    'no_text',
    'markdown_text_conflict',
    'invalid_attachments',
    'attachment_payload_limit_exceeded',
    'too_many_attachments',
    'too_many_contact_cards',
    'metadata_too_large',
    'invalid_metadata_format',
    'invalid_metadata_schema',
    'metadata_must_be_sent_from_app',
  ],
  'refused-call': [
    'invalid_arguments',
    'invalid_arg_name',
    'invalid_array_arg',
    'invalid_charset',
    'invalid_form_data',
    'invalid_json',
    'json_not_object',
    'invalid_post_type',
    'missing_post_type',
    'invalid_cursor',
    'invalid_limit',
    'invalid_ts_latest',
    'invalid_ts_oldest',
    'invalid_metadata_filter_keys',
    'missing_argument',
    'unknown_method',
    'method_deprecated',
    'deprecated_endpoint',
    'duplicate_channel_not_found',
    'duplicate_message_not_found',
    'cant_broadcast_message',
    'cant_delete_message',
    'compliance_exports_prevent_deletion',
  ],
  'rate-limited': ['ratelimited', 'rate_limited'],
  unavailable: [
    'service_unavailable',
    'update_failed',
    'streaming_state_conflict',
    // A workspace that is migrating to an Enterprise organisation is unavailable until it is done.
    'org_login_required',
    'team_added_to_org',
  ],
  // Slack: may have partly succeeded.
  uncertain: ['fatal_error', 'internal_error', 'request_timeout'],
  unknown: [],
};

const MEANINGS: ReadonlyMap<string, ChatErrorCode> = new Map(
  (Object.keys(NAMES) as ChatErrorCode[]).flatMap((code) => NAMES[code].map((name) => [name, code] as const)),
);

/** Errors whose list keeps growing. */
const GROWING_ERRORS: readonly (readonly [RegExp, ChatErrorCode])[] = [
  [/^restricted_action_/, 'channel-unusable'],
  [/^slack_connect_\w+_blocked$/, 'refused-content'],
];

/** What a Slack error means; `unknown` if neither the table nor a pattern has it. */
export const chatCodeOf = (name: string): ChatErrorCode =>
  MEANINGS.get(name) ?? GROWING_ERRORS.find(([pattern]) => pattern.test(name))?.[1] ?? 'unknown';
