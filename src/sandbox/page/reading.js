const NEAR_PX = 60;

/**
 * Keeps a scrolling box at its end. Only scrolling up leaves the end: a scroll event that arrives after the content has
 * grown says nothing about what the reader wants.
 */
export function followEnd() {
  let follows = true;
  let top = 0;
  return {
    /** Scrolls to the end for a message that the reader wants to see. */
    follow() {
      follows = true;
    },
    scrolled(box) {
      if (box.scrollHeight - box.scrollTop - box.clientHeight < NEAR_PX) follows = true;
      else if (box.scrollTop < top) follows = false;
      top = box.scrollTop;
    },
    grown(box) {
      if (!follows || !box) return;
      box.scrollTop = box.scrollHeight;
      top = box.scrollTop;
    },
  };
}

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
