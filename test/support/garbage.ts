import { setImmediate as turn } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** Which of them are still in memory after all garbage was collected. */
export async function stillKept<Kept extends object>(
  references: readonly WeakRef<Kept>[],
): Promise<readonly Kept[]> {
  // A reference that was just made or read keeps its object until the end of the turn.
  await turn();
  setFlagsFromString('--expose-gc');
  runInNewContext('gc')();
  return references.flatMap((reference) => reference.deref() ?? []);
}
