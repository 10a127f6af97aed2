import { cp, mkdtemp, readFile, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const BUILT = fileURLToPath(new URL('../../../', import.meta.url));

/** A change to the compiled bot that must be found out, or the harness proves nothing. */
export interface Sabotage {
  readonly name: string;
  readonly file: string;
  readonly from: string;
  readonly to: string;
}

export const sabotages = {
  noLookUp: {
    name: 'posts again without looking',
    file: 'src/outbox/dispatcher.js',
    from: 'mayBeThere ? await chat.find',
    to: 'false ? await chat.find',
  },
  markedLater: {
    name: 'marks what is pending only after the time of a post',
    file: 'src/use-cases/shared/transition.js',
    from: 'const saved = await deps.store.save(withDecision(stored, decision, requestId));',
    to: `const whole = withDecision(stored, decision, requestId);
            const half = await deps.store.save({ ...whole, outbox: stored.outbox });
            await new Promise((resolve) => setTimeout(resolve, 100));
            const saved = await deps.store.save({ ...half, outbox: whole.outbox });`,
  },
} as const satisfies Record<string, Sabotage>;

/** The path of the main script of a bot that was tampered with. */
export async function tamper({ name, file, from, to }: Sabotage): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'sabotage-'));
  await cp(BUILT, folder, { recursive: true });
  await cp(join(BUILT, '../package.json'), join(folder, 'package.json'));
  await symlink(join(BUILT, '../node_modules'), join(folder, 'node_modules'));
  const path = join(folder, file);
  const text = await readFile(path, 'utf8');
  if (!text.includes(from)) throw new Error(`${name}: there is no such place in ${file}`);
  await writeFile(path, text.replace(from, to));
  return join(folder, 'src/main.js');
}
