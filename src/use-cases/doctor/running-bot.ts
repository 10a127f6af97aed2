import { z } from 'zod';
import { diagnosePort } from './machine-checks.js';
import { type DoctorResult, note, ok, problem } from './result.js';

const READY_WITHIN_MS = 3_000;
const readiness = z.looseObject({ status: z.enum(['ready', 'not ready']) });
const ALL_ADDRESSES: ReadonlySet<string> = new Set(['0.0.0.0', '::']);

/**
 * Asks the bot running on this machine, if any, about its scheduler, outbox, store and log: every part that `/readyz`
 * doesn't report as ok is a problem here, in the same terms.
 */
export async function askRunningBot({
  host,
  port,
}: {
  readonly host: string;
  readonly port: number;
}): Promise<DoctorResult[]> {
  const parts = await readyParts(ALL_ADDRESSES.has(host) ? '127.0.0.1' : host, port);
  if (!parts) return [await diagnosePort(host, port), note('doctor.scheduler.elsewhere', { port })];
  const wrong = Object.entries(parts).filter(([part, message]) => part !== 'status' && message !== 'ok');
  return wrong.length === 0
    ? [ok('doctor.running.fine')]
    : wrong.map(([part, message]) =>
        problem('doctor.running.part', { part, reason: String(message).slice(0, 300) }),
      );
}

async function readyParts(host: string, port: number): Promise<Record<string, unknown> | undefined> {
  try {
    const address = host.includes(':') ? `[${host}]` : host;
    const answer = await fetch(`http://${address}:${port}/readyz`, {
      signal: AbortSignal.timeout(READY_WITHIN_MS),
    });
    return readiness.safeParse(await answer.json()).data;
  } catch {
    return undefined;
  }
}
