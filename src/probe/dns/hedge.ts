/**
 * Starts one attempt after another, the next as soon as the one before came to nothing or takes longer than `delayMs`, and
 * gives the first that came to something. Undefined when none did: those that are silent are given up together.
 */
export function firstOf<Result>(
  attempts: readonly (() => Promise<Result | undefined>)[],
  delayMs: number,
  onSlow: () => void = () => undefined,
): Promise<Result | undefined> {
  return new Promise((resolve) => {
    let next = 0;
    let open = 0;
    let timer: NodeJS.Timeout | undefined;
    const start = () => {
      clearTimeout(timer);
      const attempt = attempts[next];
      if (!attempt) {
        if (open === 0) resolve(undefined);
        return;
      }
      next++;
      open++;
      timer = setTimeout(() => {
        onSlow();
        start();
      }, delayMs);
      attempt().then(
        (result) => {
          open--;
          if (result === undefined) return start();
          clearTimeout(timer);
          resolve(result);
        },
        () => {
          open--;
          start();
        },
      );
    };
    start();
  });
}

/** A server that has not answered after so much of the time it is given is asked beside the next. */
export const hedgeMs = (timeoutMs: number): number => Math.max(20, timeoutMs / 8);
