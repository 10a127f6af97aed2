import { WebAPIPlatformError } from '@slack/web-api';

/** Slack's errors for a token that stays invalid (auth.test, apps.connections.open). */
const TOKEN_ERRORS = new Set([
  'invalid_auth',
  'not_authed',
  'account_inactive',
  'token_revoked',
  'token_expired',
  'not_allowed_token_type',
  'missing_scope',
  'no_permission',
  'access_denied',
  'org_login_required',
  'team_access_not_granted',
  'team_disabled',
  'user_removed_from_team',
]);

const REMEDIES = {
  SLACK_BOT_TOKEN:
    'Copy the bot token from “OAuth & Permissions” of the Slack app, and reinstall the app if it was removed.',
  SLACK_APP_TOKEN:
    'Create a new app-level token with connections:write under “Basic Information” of the Slack app.',
} as const;

/** What a person must do about a refused token; undefined for other errors. */
export function tokenProblem(error: unknown, variable: keyof typeof REMEDIES): string | undefined {
  if (!(error instanceof WebAPIPlatformError) || !TOKEN_ERRORS.has(error.data.error)) return undefined;
  return `Slack doesn’t accept ${variable} (${error.data.error}). ${REMEDIES[variable]}`;
}
