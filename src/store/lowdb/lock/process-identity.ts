import { readFileSync, readlinkSync } from 'node:fs';
import { codeOf } from '../../../util/network-errors.js';

/** The namespace of this process's id (pid_namespaces(7)); undefined outside Linux. */
export const pidNamespace = (): string | undefined => attempt(() => readlinkSync('/proc/self/ns/pid'));

/**
 * Identifies the kernel's current boot (random(4)): container namespaces have the same numbers on every
 * machine.
 */
export const bootId = (): string | undefined =>
  attempt(() => readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim());

function attempt(read: () => string): string | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}

/** Process ids are reused; the start time tells the processes apart. */
export function isSameProcessAlive(pid: number, bornAt: string): boolean {
  if (!isRunning(pid)) return false;
  const present = startedAt(pid);
  return bornAt === '' || present === '' || bornAt === present;
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return codeOf(error) === 'EPERM';
  }
}

/**
 * When a process started, in ticks since boot: field 22 of Linux's /proc/<pid>/stat (proc(5)). Empty if there
 * is none; undefined for a zombie (field 3), which has ended though its parent didn't wait for it.
 */
export function startedAt(pid: number): string | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const [state, ...fields] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return state === 'Z' || state === 'X' ? undefined : (fields[18] ?? '');
  } catch {
    return '';
  }
}
