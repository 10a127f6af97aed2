/** An Enterprise Grid organisation that the workspace belongs to. */
export interface Enterprise {
  readonly id: string;
  readonly name: string;
  /** The app is installed for the whole organisation, not for this workspace alone. */
  readonly isOrgInstall: boolean;
}

/** What an admin, the plan or the app's own settings decide. Tests change it while the app runs. */
export interface WorkspaceSettings {
  /** The messages tab of the app's direct messages (app manifest, `features.app_home`). */
  messagesTab: 'writable' | 'read-only' | 'off';
  /** Whether the app has a Home tab. */
  homeTab: boolean;
  /** How long after posting a message may be edited; forever when undefined. */
  editWindowMs: number | undefined;
  /** How long messages can be seen (the free plan: 90 days); forever when undefined. */
  visibleMs: number | undefined;
  /** User groups are part of the paid plans. */
  hasUserGroups: boolean;
  enterprise: Enterprise | undefined;
  /** The error of every call with the bot's token, once the app has lost it. */
  tokenError: 'account_inactive' | 'token_revoked' | undefined;
}

export const defaultSettings = (): WorkspaceSettings => ({
  messagesTab: 'writable',
  homeTab: true,
  editWindowMs: undefined,
  visibleMs: undefined,
  hasUserGroups: true,
  enterprise: undefined,
  tokenError: undefined,
});
