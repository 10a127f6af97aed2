/** A Slack mention (`<@U0123|name>`) or a member ID. */
const PERSON = /^<@([UW][A-Z0-9]{2,})(?:\|[^>]*)?>$|^([UW][A-Z0-9]{7,})$/;

/** The Slack user ID that a typed word names, if it names a person. */
export function personTyped(word: string): string | undefined {
  const [, mentioned, id = mentioned] = PERSON.exec(word.trim()) ?? [];
  return id;
}
