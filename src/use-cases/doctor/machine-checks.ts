import { constants } from 'node:fs';
import { access, mkdtemp, readdir, rmdir } from 'node:fs/promises';
import { createServer } from 'node:net';
import { dirname, join } from 'node:path';
import { type ProxyConfig, proxyAddress } from '../../util/http-client.js';
import { codeOf } from '../../util/network-errors.js';
import type { App } from '../ports.js';
import { type DoctorResult, note, ok, problem } from './result.js';

/** Checks that the folder is writable, or can be created. */
export async function diagnoseDataDir(folder: string): Promise<DoctorResult> {
  try {
    await rmdir(await mkdtemp(join(folder, '.doctor-')));
    return ok('doctor.data-dir.writable', { folder });
  } catch (error) {
    const code = codeOf(error);
    if (code !== 'ENOENT') return problem('doctor.data-dir.refused', { folder, reason: code });
    return diagnoseParent(folder, dirname(folder));
  }
}

async function diagnoseParent(folder: string, parent: string): Promise<DoctorResult> {
  try {
    await access(parent, constants.W_OK | constants.X_OK);
    return ok('doctor.data-dir.creatable', { folder });
  } catch (error) {
    const code = codeOf(error);
    if (code === 'ENOENT' && dirname(parent) !== parent) return diagnoseParent(folder, dirname(parent));
    return problem('doctor.data-dir.refused', { folder, reason: code });
  }
}

/** Ultimate Multisite's logs, if the app's are read. */
export async function diagnoseLogs({ name: app, multisite }: App): Promise<DoctorResult[]> {
  if (!multisite?.logs) return [];
  try {
    const names = await readdir(multisite.logs.folder);
    return [ok('doctor.logs.readable', { app, count: names.filter((each) => each.endsWith('.log')).length })];
  } catch (error) {
    return [problem('doctor.logs.refused', { app, reason: codeOf(error) })];
  }
}

/** Without a running bot: checks whether one could listen on the port. */
export function diagnosePort(host: string, port: number): Promise<DoctorResult> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', (error) => {
      const reason = codeOf(error);
      const key = reason === 'EADDRINUSE' ? 'doctor.port.busy' : 'doctor.port.refused';
      resolve(problem(key, { host, port, reason }));
    });
    server.listen(port, host, () => server.close(() => resolve(ok('doctor.port.free', { host, port }))));
  });
}

/** The other checks that connect outside have used it. */
export function proxyLines(proxy: ProxyConfig | undefined): DoctorResult[] {
  const url = proxy?.httpsProxy ?? proxy?.httpProxy;
  return [
    url === undefined ? note('doctor.proxy.none') : note('doctor.proxy.used', { proxy: proxyAddress(url) }),
  ];
}

export function versionLine(version: string, node: string): DoctorResult {
  return note('doctor.version', { version, node });
}
