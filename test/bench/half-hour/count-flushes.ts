import { writeFileSync } from 'node:fs';
import { countDiskWrites } from '../disk-writes.js';

/** Loaded before the bot by `node --import`: writes down each second what its process has written and flushed. */
const path = process.env['DISK_WRITES_FILE'];
const writesSince = await countDiskWrites();
let [bytes, flushes] = [0, 0];
if (path)
  setInterval(() => {
    const more = writesSince();
    bytes += more.bytes;
    flushes += more.flushes;
    writeFileSync(path, JSON.stringify({ bytes, flushes }));
  }, 1_000).unref();
