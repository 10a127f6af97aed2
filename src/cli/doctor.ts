import { createInterface } from 'node:readline/promises';
import { parseArgs } from 'node:util';
import { createAppRegistry } from '../app/app-registry.js';
import { readArrivals } from '../app/channels/arrivals.js';
import { diagnoseStore } from '../app/diagnose-store.js';
import { withDocuments } from '../app/open-store.js';
import { createProbes } from '../app/steps/create-probes.js';
import {
  allowsSharedChannels,
  type Config,
  clockUrl,
  describeProblem,
  localesOf,
  readConfig,
} from '../config/config.js';
import { loadDotEnv } from '../config/dot-env.js';
import type { ConfigProblem } from '../config/problems.js';
import { defaultProvider } from '../hosting/providers.js';
import { createCatalogue, languageName, type Translate } from '../locale/catalogue.js';
import { visible } from '../slack/blocks/mrkdwn.js';
import { boltLogger, createClients } from '../slack/connection/clients.js';
import { appTokenTest, createSlackDiagnosis } from '../slack/connection/diagnosis.js';
import { diagnose } from '../use-cases/doctor/diagnose.js';
import { proxyLines, versionLine } from '../use-cases/doctor/machine-checks.js';
import { type DoctorResult, isSound, note } from '../use-cases/doctor/result.js';
import { askRunningBot } from '../use-cases/doctor/running-bot.js';
import type { Arrivals } from '../use-cases/doctor/slack-checks.js';
import { createHttpDispatcher, dateOf } from '../util/http-client.js';
import { createLog, type Log, redact } from '../util/log.js';
import { version } from '../util/version.js';

const DOCTOR_USAGE = `Usage: npm run doctor -- [options]
  --json      machine-readable output
  --fix       offers to fix what the doctor can fix itself, and asks before each change
  --version   prints the version
  --help      prints this help

Checks that everything the bot needs works, and says how to fix what doesn't. Exit code: 0 without problems, else 1.
`;
const RESULT_SIGNS = {
  ok: 'ok          ',
  problem: 'PROBLEM     ',
  note: 'note        ',
  unchecked: 'not checked ',
} as const;

/** `npm run doctor`: works before Slack is set up. Returns the exit code. */
async function runDoctor(): Promise<number> {
  const { values } = parseArgs({
    options: {
      json: { type: 'boolean' },
      fix: { type: 'boolean' },
      help: { type: 'boolean' },
      version: { type: 'boolean' },
    },
  });
  if (values.help || values.version) {
    process.stdout.write(values.help ? DOCTOR_USAGE : `${version}\n`);
    return 0;
  }
  const { config, problems } = readConfig(process.env, undefined, loadDotEnv());
  const t = createCatalogue(config.shellLocale, config.apps[0]?.hosting ?? defaultProvider);
  const found = await diagnoseHere(config);
  const lines = values.fix && !values.json ? await repaired(found, t) : found;
  const print = values.json ? asJson : asText;
  process.stdout.write(`${redact(print(problems, lines, t), config.secrets)}\n`);
  return problems.length === 0 && isSound(lines) ? 0 : 1;
}

async function diagnoseHere(config: Config): Promise<readonly DoctorResult[]> {
  const log = createLog({ level: 'error', secrets: config.secrets });
  const dispatcher = createHttpDispatcher(config.proxy);
  const apps = config.apps.filter(({ apiKey }) => apiKey !== '');
  return diagnose({
    apps: createAppRegistry(apps, () => ({}), {
      proxy: config.proxy,
      publicUrl: config.http.publicUrl,
    }).apps.values(),
    ...createProbes(config, Date.now),
    slack: diagnosisOf(config, log, dispatcher),
    rights: {
      operators: config.operators,
      admins: config.admins,
      needsApproval: config.policy.unmapApprovalMs !== undefined,
    },
    channels: config.slack.channels,
    mayShare: allowsSharedChannels(config),
    arrivals: (botUserId) => arrivalsHere(config, botUserId, log),
    languages: localesOf(config).map(languageName),
    running: () => askRunningBot(config.http),
    machine: async () => [
      await diagnoseStore(config),
      ...config.warnings.map((words) => note('doctor.config.ignored', { words })),
      ...proxyLines(config.proxy),
      versionLine(version, process.versions.node),
    ],
    dateOf: () => dateOf(clockUrl(config), dispatcher),
    now: Date.now,
  });
}

/** As the bot noted them; this program writes nothing. */
const arrivalsHere = (config: Config, botUserId: string, log: Log): Promise<Arrivals> =>
  withDocuments(config, log, (documents) =>
    readArrivals(documents, { botUserId, mode: config.slack.mode.kind, command: config.slack.command }),
  );

/** Undefined before Slack is set up. */
function diagnosisOf({ slack }: Config, log: Log, dispatcher: ReturnType<typeof createHttpDispatcher>) {
  const { botToken, apiUrl, mode } = slack;
  if (botToken === '') return undefined;
  const logger = boltLogger(log);
  const { background } = createClients({ botToken, apiUrl, logger, dispatcher });
  return createSlackDiagnosis(background, appTokenTest({ mode, apiUrl, dispatcher, logger }));
}

/** Offers each fix that the doctor can apply. */
async function repaired(lines: readonly DoctorResult[], t: Translate): Promise<readonly DoctorResult[]> {
  const input = createInterface({ input: process.stdin, output: process.stderr });
  const after: DoctorResult[] = [];
  try {
    for (const line of lines) {
      const { repair, params } = line;
      const isAgreed =
        repair && /^y(es)?$/i.test((await input.question(`${t(repair.question, params)} [y/N] `)).trim());
      after.push(isAgreed ? await repair.run() : line);
    }
  } finally {
    input.close();
  }
  return after;
}

const resultText = ({ key, params }: DoctorResult, t: Translate): string => visible(t(key, params));

function asText(problems: readonly ConfigProblem[], lines: readonly DoctorResult[], t: Translate): string {
  return [
    ...problems.map((each) => `${RESULT_SIGNS.problem}${describeProblem(each)}`),
    ...lines.map((line) => `${RESULT_SIGNS[line.state]}${resultText(line, t)}`),
    '',
    summary(problems, lines, t),
  ].join('\n');
}

function asJson(problems: readonly ConfigProblem[], lines: readonly DoctorResult[], t: Translate): string {
  return JSON.stringify(
    {
      version: version,
      summary: summary(problems, lines, t),
      problems: countProblems(problems, lines),
      checks: [
        ...problems.map((each) => ({ state: 'problem', check: each.variable, text: describeProblem(each) })),
        ...lines.map((line) => ({
          state: line.state,
          check: line.key.replace(/^doctor\./, ''),
          text: resultText(line, t),
          canFix: line.repair !== undefined,
        })),
      ],
    },
    undefined,
    2,
  );
}

const countProblems = (problems: readonly ConfigProblem[], lines: readonly DoctorResult[]): number =>
  problems.length + lines.filter(({ state }) => state === 'problem').length;

function summary(problems: readonly ConfigProblem[], lines: readonly DoctorResult[], t: Translate): string {
  const count = countProblems(problems, lines);
  return t(count === 0 ? 'doctor.sound' : 'doctor.ill', { count });
}

runDoctor().then(
  (code) => {
    process.exit(code);
  },
  (error: unknown) => {
    const words = error instanceof Error ? error.message : String(error);
    process.stderr.write(`The doctor could not finish: ${redact(words, [])}\n`);
    process.exit(1);
  },
);
