import type { View } from '../blocks/view.js';
import type { Answer, CommandContext } from './command.js';

/** Answers for each hostname; a failure affects only its own hostname's answer. */
export async function forEachHostname(
  hostnames: readonly string[],
  { attempt }: Pick<CommandContext, 'attempt'>,
  run: (hostname: string) => Promise<Answer>,
): Promise<Answer> {
  const [first, ...others] = new Set(hostnames);
  if (first === undefined) return {};
  if (others.length === 0) return run(first);
  const answers: Answer[] = [];
  for (const hostname of [first, ...others]) answers.push(await attempt(() => run(hostname)));
  return {
    later: async () => {
      const views: View[] = [];
      for (const { now, later } of answers) {
        if (now) views.push(now);
        if (!later) continue;
        const failed = await attempt(async () => {
          views.push(...viewsOf(await later()));
          return {};
        });
        if (failed.now) views.push(failed.now);
      }
      return views;
    },
  };
}

/** Later messages of an answer. */
export const viewsOf = (later: View | readonly View[] | undefined): readonly View[] => {
  if (later === undefined) return [];
  return 'blocks' in later ? [later] : later;
};
