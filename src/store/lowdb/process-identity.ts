import { readFileSync, readlinkSync } from 'node:fs';
import { codeOf } from '../../util/network-errors.js';

/** The namespace in which this process's id means something (pid_namespaces(7)); undefined beside Linux. */
export const pidNamespace = (): string | undefined => attempt(() => readlinkSync('/proc/self/ns/pid'));

/** Of the kernel's present run (random(4)): containers' namespaces have the same numbers on every machine. */
export const bootId = (): string | undefined =>
  attempt(() => readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim());

function attempt(read: () => string): string | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}

/** The number of a dead process is given to another sooner or later: its time of birth tells them apart. */
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
 * When a process began, in ticks since boot: field 22 of Linux's /proc/<pid>/stat (proc(5)). Empty where there is none;
 * undefined for a zombie (field 3), which has ended though its parent, a container's first process, never asked.
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
