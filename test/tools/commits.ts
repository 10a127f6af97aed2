import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { changelog, subjectProblem } from './subjects.js';

/** Subjects up to this commit were written before the rule. */
const LAST_FREE_COMMIT = '6013b5f56cd6a25941fddbf1f74d06272ea5f899';

/** Git's answer; undefined where there is no history, such as in an unpacked archive. */
function git(...args: readonly string[]): string | undefined {
  try {
    return execFileSync('git', args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trimEnd();
  } catch {
    return undefined;
  }
}

/** A shallow clone that does not reach back to the rule's beginning holds newer commits only. */
function log(from: string, to = 'HEAD'): string | undefined {
  const isKnown = git('cat-file', '-e', `${from}^{commit}`) !== undefined;
  return git('log', '--no-merges', '--format=%h %s', isKnown ? `${from}..${to}` : to);
}

const subjectOf = (line: string): string => line.slice(line.indexOf(' ') + 1);
const linesOf = (text: string | undefined): string[] => (text ? text.split('\n') : []);

function check(): void {
  const lines = log(LAST_FREE_COMMIT);
  if (lines === undefined) {
    process.stdout.write('There is no history here: no subject was checked.\n');
    return;
  }
  const problems = linesOf(lines).flatMap((line) => {
    const problem = subjectProblem(subjectOf(line));
    return problem ? [`${line}\n  ${problem}\n`] : [];
  });
  process.stderr.write(problems.join(''));
  process.exitCode = problems.length === 0 ? 0 : 1;
}

function writeChangelog(): void {
  const { version } = JSON.parse(readFileSync('package.json', 'utf8'));
  const tags = linesOf(git('tag', '--list', 'v*', '--sort=-version:refname', '--merged'));
  const releases = ['HEAD', ...tags].map((to, index) => ({
    name:
      to === 'HEAD'
        ? `${version} (not released yet)`
        : `${to.slice(1)} (${git('log', '-1', '--format=%cs', to)})`,
    subjects: linesOf(log(tags[index] ?? LAST_FREE_COMMIT, to)).map(subjectOf),
  }));
  writeFileSync('CHANGELOG.md', changelog(releases));
}

const task = process.argv[2];
if (task === 'check') check();
else if (task === 'changelog') writeChangelog();
else throw new Error('The task is “check” or “changelog”');
