import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** Whoever has one may write into the channel for half an hour. */
const RESPONSE_URL = /\/(?:commands|actions)\/T0SANDBOX\/[0-9a-f]{24}/;

/** Something written, and where it stands. */
export interface Written {
  readonly place: string;
  readonly text: string;
}

/** The places in which a secret or a response URL stands. Says nothing of the secret itself. */
export function leaksIn(written: readonly Written[], secrets: readonly string[]): string[] {
  const forms = secrets.flatMap((secret) => [
    secret,
    Buffer.from(secret).toString('base64'),
    encodeURIComponent(secret),
  ]);
  const isLeak = (text: string) => RESPONSE_URL.test(text) || forms.some((form) => text.includes(form));
  return written.filter(({ text }) => isLeak(text)).map(({ place }) => place);
}

/** Every file in a folder and below it. */
export async function filesIn(folder: string): Promise<Written[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  return Promise.all(paths.map(async (path) => ({ place: path, text: await readFile(path, 'utf8') })));
}

/** What others than the owner could open, in a folder and below it. */
export async function openToOthers(folder: string): Promise<string[]> {
  const names = await readdir(folder, { recursive: true });
  const modes = await Promise.all(
    names.map(async (name) => ({ name, mode: (await stat(join(folder, name))).mode })),
  );
  return modes.filter(({ mode }) => (mode & 0o077) !== 0).map(({ name }) => name);
}
