/** The bot scopes of the app's manifest: what its installation grants. */
export const DEFAULT_SCOPES = [
  'commands',
  'chat:write',
  'channels:join',
  'channels:history',
  'groups:history',
  'channels:read',
  'groups:read',
  'users:read',
  'usergroups:read',
  'im:write',
  'files:write',
] as const;
