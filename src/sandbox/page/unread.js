/** What one has not read yet: of messages after `since`, seconds as text like a message's `ts`. */
export function unreadIn(messages, me, since, isDirect) {
  const fresh = messages.filter(
    ({ ts, user, ephemeralFor, deleted }) =>
      Number(ts) > Number(since) && user !== me && !deleted && (ephemeralFor ?? me) === me,
  );
  const loud = fresh.filter((message) => isDirect || message.text.includes(`<@${me}`));
  const quiet = fresh.filter(({ threadTs, ts }) => !threadTs || threadTs === ts);
  return { any: quiet.length > 0 || loud.length > 0, badge: loud.length };
}
