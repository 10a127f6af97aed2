/** Who asks for something, and where. */
export interface Actor {
  /** Slack user id. */
  readonly user: string;
  /** The id of the workspace that the user belongs to. */
  readonly team: string;
  readonly channel: string;
  /** A direct message of people, in which the bot can't post. */
  readonly isDirect?: boolean;
  /** Slack's id of this delivery; the same request that is delivered again has the same. */
  readonly requestId: string;
}

/** The mapping that a denied attempt was about, or the one that it would have made. */
export type Subject = { readonly mapping: string } | { readonly hostname: string };

/** What an actor may do; only `authorize` decides. */
export type Permission = 'view' | 'check' | 'map' | 'unmap' | 'approve' | 'audit' | 'configure';
