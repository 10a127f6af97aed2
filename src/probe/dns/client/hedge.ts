/**
 * Starts attempts in order, the next when the one before fails or takes longer than `delayMs`; returns the
 * first result. Undefined when all fail; silent ones time out together.
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

/** The share of a timeout after which the next server is queried too. */
export const hedgeMs = (timeoutMs: number): number => Math.max(20, timeoutMs / 8);
