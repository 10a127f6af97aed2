import { readFileSync } from 'node:fs';
import { z } from 'zod';

const manifestSchema = z.object({
  oauth_config: z.object({ scopes: z.object({ bot: z.array(z.string()) }) }),
});

/** Why the bot asks for each scope: what stops working without it. */
const reasons: Readonly<Record<string, string>> = {
  commands: 'receives `/domain`',
  'chat:write': 'posts and updates the cards and their threads',
  'channels:join': 'joins a public channel when the first domain is mapped there',
  'channels:history':
    'reads its own messages back in public channels: never posts one twice, and verifies the audit trail',
  'groups:history': 'does the same in private channels that it was invited to',
  'channels:read': 'checks that it can post in a public channel before anything changes',
  'groups:read': 'does the same for private channels',
  'users:read': 'tells members of the workspace from guests, bots and people of other workspaces',
  'usergroups:read': 'reads the user groups that `DOMAIN_OPERATORS` and `DOMAIN_ADMINS` name',
  'im:write': 'opens the direct message in which audit files are delivered',
  'im:history': 'reads what people write to it in a direct message, to answer it',
  'app_mentions:read': 'reads the messages that mention it, to answer them in their thread',
  'files:read':
    'reads the CSV file that somebody puts into the dialog for many domains, or names by its Slack link',
  'files:write': 'uploads the audit trail, and the results of bulk work, as CSV and JSON',
};

const manifest = (): unknown => JSON.parse(readFileSync('manifest.json', 'utf8'));

/** Slack's “create from manifest” page, filled in: https://docs.slack.dev/app-manifests/configuring-apps-with-app-manifests */
export const creationLink = (): string =>
  `https://api.slack.com/apps?new_app=1&manifest_json=${encodeURIComponent(JSON.stringify(manifest()))}`;

/** The table of scopes for the admin who approves the app. Throws when the manifest has a scope without a reason. */
export function scopeTable(): string {
  const rows = manifestSchema.parse(manifest()).oauth_config.scopes.bot.map((scope) => {
    const reason = reasons[scope];
    if (reason === undefined)
      throw new Error(`give a reason for the scope ${scope} in test/docs/slack-app.ts`);
    return `| \`${scope}\` | ${reason} |`;
  });
  return ['| scope | the bot |', '| --- | --- |', ...rows].join('\n');
}
