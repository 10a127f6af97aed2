import { startWorld, type World, type WorldOptions } from './world.js';

const DEFAULT_PORT = 8080;
export const SOME_REQUEST_URL = 'http://127.0.0.1:3000/slack/events';

/** A way to start the world, as its `--help` lists it. */
export interface WorldProgram {
  readonly command: string;
  readonly does: string;
  /** Further variables, a line each. */
  readonly variables?: string;
}

/**
 * The world on the port that `SANDBOX_PORT` names. Undefined if there is nothing to run: help was requested, or the
 * port is invalid or taken; then the reason is printed and the exit code is set.
 */
export async function startOnTerminal(
  program: WorldProgram,
  options: Omit<WorldOptions, 'port'> = {},
): Promise<World | undefined> {
  const [argument] = process.argv.slice(2);
  if (argument === '--help' || argument === '-h') {
    process.stdout.write(helpOf(program));
    return undefined;
  }
  if (argument !== undefined)
    return refuseStart(`There’s no option ${argument}. See ${program.command} -- --help.`);
  const given = process.env['SANDBOX_PORT'] ?? '';
  const port = given === '' ? DEFAULT_PORT : Number(given);
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    return refuseStart(`SANDBOX_PORT is ${given}: give a port from 1 to 65535.`);
  const { requestUrl } = options;
  if (requestUrl !== undefined && !URL.canParse(requestUrl))
    return refuseStart(`SANDBOX_REQUEST_URL is ${requestUrl}: give an address such as ${SOME_REQUEST_URL}.`);
  try {
    return await startWorld({ ...options, port });
  } catch (error) {
    if (!isAboutPort(error)) throw error;
    const [why, other] = error.code === 'EACCES' ? ['may not be used', 8080] : ['is taken', port + 1];
    refuseStart(`Port ${port} ${why}. Choose another one: SANDBOX_PORT=${other} ${program.command}`);
    // The parts that did start would keep the process alive.
    process.exit();
  }
}

const helpOf = ({ command, does, variables = '' }: WorldProgram): string => `${command}

${does}
Everything stays on this machine: Slack, DNS, Closte and WordPress are stand-ins on 127.0.0.1. Ctrl-C stops all of it.

  SANDBOX_PORT   the page's port; ${DEFAULT_PORT} otherwise
${variables}`;

function refuseStart(sentence: string): undefined {
  process.stderr.write(`${sentence}\n`);
  process.exitCode = 2;
  return undefined;
}

const isAboutPort = (error: unknown): error is NodeJS.ErrnoException =>
  error instanceof Error && 'code' in error && (error.code === 'EADDRINUSE' || error.code === 'EACCES');
