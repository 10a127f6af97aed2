import { ConfigError, describeProblem, readConfig } from './config.js';
import { examine } from './doctor/doctor.js';
import { type DoctorLine, isSound, note, ok, problem } from './doctor/line.js';
import { loadDotEnv } from './dot-env.js';
import { createFleet } from './fleet.js';
import { dateOf } from './http-date.js';
import { createCatalogue } from './locale/catalogue.js';
import { createLog, redact } from './log.js';
import { createProbes } from './probes.js';
import { boltLogger } from './slack/bolt-logger.js';
import { createClients } from './slack/clients.js';
import { createSlackExam } from './slack/exam.js';

const SIGNS = { ok: 'ok      ', problem: 'PROBLEM ', note: 'note    ' } as const;
const READY_WITHIN_MS = 3_000;

/** `npm run doctor`: works before Slack is set up; 0 when all is well, 1 when something is to be done. */
async function main(): Promise<number> {
  loadDotEnv();
  const { config, problems } = readConfig(process.env);
  const say = createCatalogue(config.locale);
  const log = createLog({ level: 'error', secrets: config.secrets });
  const write = (line: string) => process.stdout.write(`${redact(line, config.secrets)}\n`);
  for (const each of problems) write(`${SIGNS.problem}${describeProblem(each)}`);
  const { botToken, apiUrl, channels } = config.slack;
  const { background } = createClients({ botToken, apiUrl, logger: boltLogger(log) });
  const apps = config.apps.filter(({ apiKey }) => apiKey !== '');
  const lines = await examine({
    apps: createFleet(apps, config.closteApiUrl, new Map()).apps.values(),
    ...createProbes(config, Date.now),
    slack: botToken === '' ? undefined : createSlackExam(background),
    channels,
    scheduler: () => askBot(config.http.port),
    dateOf: () => dateOf(config.closteApiUrl),
    now: Date.now,
  });
  for (const { state, key, params } of lines) write(`${SIGNS[state]}${say(key, params)}`);
  return problems.length === 0 && isSound(lines) ? 0 : 1;
}

/** The bot on this machine, if one runs, knows how its scheduler is. */
async function askBot(port: number): Promise<DoctorLine> {
  try {
    const answer = await fetch(`http://127.0.0.1:${port}/readyz`, {
      signal: AbortSignal.timeout(READY_WITHIN_MS),
    });
    const { scheduler } = (await answer.json()) as { scheduler?: unknown };
    return scheduler === 'ok'
      ? ok('doctor.scheduler.ticks')
      : problem('doctor.scheduler.says', { words: String(scheduler) });
  } catch {
    return note('doctor.scheduler.elsewhere', { port });
  }
}

main().then(
  (code) => {
    process.exit(code);
  },
  (error: unknown) => {
    const words = error instanceof ConfigError || error instanceof Error ? error.message : String(error);
    process.stderr.write(`The doctor could not finish: ${words}\n`);
    process.exit(1);
  },
);
