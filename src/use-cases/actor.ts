/** Who asks, and where. */
export interface Actor {
  /** Slack user id. */
  readonly user: string;
  /** The ID of the user's workspace. */
  readonly team: string;
  /** Empty on the Home tab and in a shortcut that isn't about a message. */
  readonly channel: string;
  /** A direct message between people, where the bot can't post. */
  readonly isDirect?: boolean;
  /** Slack's ID of the delivery; a redelivered request has the same. */
  readonly requestId: string;
}

/** The mapping that a denied attempt was about, or would have created. */
export type Subject = { readonly mapping: string } | { readonly hostname: string };

/** What an actor may do; only `authorize` decides. */
export type Permission =
  | 'view'
  | 'check'
  | 'map'
  | 'unmap'
  | 'move'
  | 'approve'
  | 'audit'
  | 'configure'
  | 'assign';
