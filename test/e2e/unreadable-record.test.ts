import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { BOB, closeLab, type Lab, openLab } from '../support/lab.js';

const HOSTNAME = 'shop.example.com';
const ANSWER = `${HOSTNAME} is stored, but this version of the bot can’t read its data. Nothing was changed. Ask an admin to type \`/domain doctor\`, which says why.`;

let lab: Lab;

beforeEach(async () => {
  lab = await openLab({ issuanceDelayMs: 0 });
});
afterEach(() => closeLab(lab));

/** What a person alone reads after typing a command. */
async function answerTo(text: string): Promise<string> {
  const before = lab.privately().length;
  await lab.type(text);
  return lab.until(() => lab.privately()[before]?.text);
}

it('after an update was taken back, a domain that the newer version wrote is answered as that, and gets no second card', async () => {
  await lab.start();
  await lab.type(`/domain map ${HOSTNAME}`);
  await lab.until(() => lab.thread(HOSTNAME).includes('alias.added'));
  await lab.stop();
  const folder = join(lab.config.dataDir, 'mappings');
  const path = join(folder, (await readdir(folder)).find((name) => name.startsWith(HOSTNAME)) ?? '');
  const newer = JSON.stringify({ ...JSON.parse(await readFile(path, 'utf8')), schema: 999 });
  await writeFile(path, newer);
  await lab.start();

  const posted = lab.messages().filter(({ ephemeralFor }) => ephemeralFor === undefined).length;
  for (const typed of [
    `status ${HOSTNAME}`,
    `check ${HOSTNAME}`,
    `map ${HOSTNAME}`,
    `unmap ${HOSTNAME}`,
    `note ${HOSTNAME} call Anna`,
    `move ${HOSTNAME}`,
    `assign ${HOSTNAME}`,
    `snooze ${HOSTNAME}`,
    `history ${HOSTNAME}`,
  ])
    expect([typed, await answerTo(`/domain ${typed}`)]).toEqual([typed, ANSWER]);
  expect(lab.messages().filter(({ ephemeralFor }) => ephemeralFor === undefined)).toHaveLength(posted);
  expect(await readdir(folder)).toHaveLength(1);
  expect(await readFile(path, 'utf8')).toBe(newer);

  await lab.type('/domain doctor', BOB);
  await lab.until(() =>
    lab.privately(BOB).some(({ blocks }) => JSON.stringify(blocks).includes('written by a newer version')),
  );
}, 90_000);
