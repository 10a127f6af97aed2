import { createInterface } from 'node:readline/promises';
import { createAppRegistry } from '../app/app-registry.js';
import { defaultsOf, NOTHING_SET } from '../app/app-settings.js';
import { readLastRequests } from '../app/channels/last-requests.js';
import { doctorPartsOf } from '../app/doctor-parts.js';
import { withDocuments } from '../app/open-store.js';
import { createProbes } from '../app/steps/create-probes.js';
import { type Config, describeProblem, readConfig } from '../config/config.js';
import { loadDotEnv } from '../config/dot-env.js';
import { type ConfigProblem, errorText, shellCatalogue } from '../config/problems.js';
import { defaultProvider } from '../hosting/providers.js';
import { createCatalogue, type Translate } from '../locale/catalogue.js';
import { typedMeaning } from '../locale/typed-words.js';
import { visible } from '../slack/blocks/mrkdwn.js';
import { boltLogger, createClients } from '../slack/connection/clients.js';
import { appTokenTest, createSlackDiagnosis } from '../slack/connection/diagnosis.js';
import { diagnose } from '../use-cases/doctor/diagnose.js';
import { type DoctorResult, isSound } from '../use-cases/doctor/result.js';
import { askRunningBot } from '../use-cases/doctor/running-bot.js';
import type { LastRequests } from '../use-cases/doctor/slack-checks.js';
import { createHttpDispatcher } from '../util/http-client.js';
import { createLog, type Log, redact } from '../util/log.js';
import { version } from '../util/version.js';
import { CommandLineError, explainFailure, readCommandLine } from './shell.js';

/** `npm run doctor`: works before Slack is set up. Returns the exit code. */
async function runDoctor(): Promise<number> {
  const t = shellCatalogue(process.env);
  const { values } = readCommandLine({
    options: {
      json: { type: 'boolean' },
      fix: { type: 'boolean' },
      help: { type: 'boolean' },
      version: { type: 'boolean' },
    },
  });
  if (values.help || values.version) {
    process.stdout.write(values.help ? `${t('shell.usage.doctor')}\n` : `${version}\n`);
    return 0;
  }
  const { config, problems } = readConfig(process.env, undefined, loadDotEnv());
  const translate = createCatalogue(config.shellLocale, config.apps[0]?.hosting ?? defaultProvider);
  const found = await diagnoseHere(config);
  const lines = values.fix && !values.json ? await repaired(found, translate) : found;
  const print = values.json ? asJson : asText;
  process.stdout.write(`${redact(print(problems, lines, translate), config.secrets)}\n`);
  return problems.length === 0 && isSound(lines) ? 0 : 1;
}

async function diagnoseHere(config: Config): Promise<readonly DoctorResult[]> {
  const log = createLog({ level: 'error', secrets: config.secrets });
  const dispatcher = createHttpDispatcher(config.proxy);
  const apps = config.apps.filter(({ apiKey }) => apiKey !== '');
  return diagnose({
    ...doctorPartsOf(config, dispatcher),
    apps: createAppRegistry(apps, NOTHING_SET, (app) => defaultsOf(app, config.policy, config.locale), {
      proxy: config.proxy,
      publicUrl: config.http.publicUrl,
    }).apps.values(),
    ...createProbes(config, Date.now),
    slack: diagnosisOf(config, log, dispatcher),
    lastRequests: (botUserId) => arrivalsHere(config, botUserId, log),
    running: () => askRunningBot(config.http),
    now: Date.now,
  });
}

/** As the bot noted them; this program writes nothing. */
const arrivalsHere = (config: Config, botUserId: string, log: Log): Promise<LastRequests> =>
  withDocuments(config, log, (documents) =>
    readLastRequests(documents, { botUserId, mode: config.slack.mode.kind, command: config.slack.command }),
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
        repair &&
        isYes(await input.question(`${t('shell.question', { question: t(repair.question, params) })} `), t);
      after.push(isAgreed ? await repair.run() : line);
    }
  } finally {
    input.close();
  }
  return after;
}

/** Wide enough for every language's signs. */
const SIGN_WIDTH = 14;
const signOf = (state: DoctorResult['state'], t: Translate): string =>
  t(`shell.sign.${state}`).padEnd(SIGN_WIDTH);

/** The whole word, or the letter that the question offers. */
const isYes = (typed: string, t: Translate): boolean =>
  typedMeaning('value', typed) === 'on' ||
  /\[(\p{L})\//u.exec(t('shell.question', { question: '' }))?.[1] === typed.trim().toLowerCase();

const resultText = ({ key, params }: DoctorResult, t: Translate): string => visible(t(key, params));

function asText(problems: readonly ConfigProblem[], lines: readonly DoctorResult[], t: Translate): string {
  return [
    ...problems.map((each) => `${signOf('problem', t)}${describeProblem(each, t)}`),
    ...lines.map((line) => `${signOf(line.state, t)}${resultText(line, t)}`),
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
        ...problems.map((each) => ({
          state: 'problem',
          check: each.variable,
          text: describeProblem(each, t),
        })),
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
    if (error instanceof CommandLineError) process.exit(explainFailure(error, 'doctor', 1));
    const t = shellCatalogue(process.env);
    process.stderr.write(`${t('shell.unfinished', { why: errorText(error, t) })}\n`);
    process.exit(1);
  },
);
