import { chmod, mkdir, readdir, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:net';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  diagnoseDataDir,
  diagnosePort,
  proxyLines,
  versionLine,
} from '../../../src/use-cases/doctor/machine-checks.js';
import { temporaryFolder } from '../../store/temporary.js';

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
beforeEach(async () => {
  folder = await temporaryFolder();
});
afterEach(() => folder.remove());

describe('the folder for data', () => {
  it('the folder for data that can be written is fine, and nothing is left in it', async () => {
    expect(await diagnoseDataDir(folder.path)).toMatchObject({
      state: 'ok',
      key: 'doctor.data-dir.writable',
    });
    expect(await readdir(folder.path)).toEqual([]);
  });

  it('the folder for data that doesn’t exist yet is fine if it can be made, however deep', async () => {
    const deep = join(folder.path, 'var', 'lib', 'bot');
    expect(await diagnoseDataDir(deep)).toMatchObject({ state: 'ok', key: 'doctor.data-dir.creatable' });
    expect(await readdir(folder.path)).toEqual([]);
  });

  it('the folder for data that is a file is a problem, with the system’s reason', async () => {
    const file = join(folder.path, 'data');
    await writeFile(file, '');
    expect(await diagnoseDataDir(file)).toMatchObject({
      state: 'problem',
      key: 'doctor.data-dir.refused',
      params: { folder: file, reason: 'ENOTDIR' },
    });
  });

  it.skipIf(process.getuid?.() === 0)(
    'the folder for data that may not be written is a problem',
    async () => {
      const closed = join(folder.path, 'closed');
      await mkdir(closed);
      await chmod(closed, 0o500);
      for (const path of [closed, join(closed, 'data')])
        expect(await diagnoseDataDir(path)).toMatchObject({ params: { reason: 'EACCES' } });
    },
  );
});

describe('a port', () => {
  let server: Server;
  let port: number;
  beforeEach(async () => {
    server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    port = typeof address === 'object' && address ? address.port : 0;
  });
  afterEach(() => server.close());

  it('a port that another process has is busy, and free once it has gone', async () => {
    expect(await diagnosePort('127.0.0.1', port)).toMatchObject({
      state: 'problem',
      key: 'doctor.port.busy',
    });
    await new Promise((resolve) => server.close(resolve));
    expect(await diagnosePort('127.0.0.1', port)).toMatchObject({ state: 'ok', key: 'doctor.port.free' });
  });

  it('of an address that this machine doesn’t have is refused, with the reason', async () => {
    expect(await diagnosePort('203.0.113.1', port)).toMatchObject({
      state: 'problem',
      key: 'doctor.port.refused',
      params: { reason: 'EADDRNOTAVAIL' },
    });
  });
});

it('a proxy is named without its password', () => {
  const [line] = proxyLines({ httpsProxy: 'http://bot:secret@proxy.example:3128', noProxy: '' });
  expect(line).toMatchObject({ key: 'doctor.proxy.used' });
  expect(JSON.stringify(line)).not.toContain('secret');
  expect(proxyLines(undefined)).toMatchObject([{ key: 'doctor.proxy.none' }]);
});

it('the version of the bot and of Node are named', () => {
  expect(versionLine('1.2.3', 'v24.0.0')).toMatchObject({ params: { version: '1.2.3', node: 'v24.0.0' } });
});
