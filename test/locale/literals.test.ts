import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { closte } from '../../src/hosting/closte/closte.js';
import { createCatalogue } from '../../src/locale/catalogue.js';
import { localized } from '../../src/locale/recognize.js';
import { pseudo } from '../support/pseudo.js';

const t = createCatalogue('en', closte, '/domain', pseudo);

/** Where errors, checks and settings are described in English; what people read of them is said by the catalogue. */
const DESCRIBED = [
  'src/{cli,config,hosting,multisite,scheduler,settings}/**/*.ts',
  'src/http/*.ts',
  'src/slack/{inbound,outbound,connection,views}/**/*.ts',
  'src/core/diagnosis/**/*.ts',
  'src/use-cases/worker/sync-domain-record.ts',
];
/** English that no person reads in a channel, a dialog or a terminal: logs, metrics, protocols, our own mistakes. */
const DEVELOPERS = [
  /^(?:keeping edits|replacing them)$/,
  /^Domain bot \(/,
  /^<|^text\/|^Invalid or empty domain|^-----BEGIN/,
  /^Retry header|^no form of the message|^the socket ended|^Slack did not say hello/,
  /^a shared file can’t be read|^Slack didn’t take an answer|^Slack did not take an answer|^a response URL/,
  /^(?:app|there is no|mapping) X\d? (?:is not configured|was changed)/,
  /^the next change at the hosting provider/,
  /^Domain Connect|^X\d? is no address for/,
  /^(?:template \||verify \||<hostname>)/,
  /^\[|Authorization|Bearer|Mozilla/,
  /^Slack’s answer names no|^Slack answered X1 in an unknown format|^Slack gives the same page/,
  /^the configuration has|^the doctor writes nothing/,
  /^not ready$|^ready$|^no answer \(/,
  /^Unknown option$|^does not take an argument$|^X1\. 300 IN CAA|^X1\. IN NS/,
  /^CLOSTE_APPS_FILE: multisite\.timeZone of app/,
  // The catalogue can't be loaded by such a Node, nor without its packages.
  /^Node\.js X1 is too old/,
  /^The package X1 isn’t installed\. Run “npm ci/,
];

const LITERAL = /'((?:[^'\\\n]|\\.)*)'|`((?:[^`\\]|\\.)*)`/g;
const LOGGED = /(?:log|logger)\.(?:info|warn|error|debug)\((?:[^;]*)$/s;

/** Literals of two words or more, with values in place of what is inserted. */
function literalsIn(file: string): string[] {
  const source = readFileSync(file, 'utf8').replaceAll(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '');
  return [...source.matchAll(LITERAL)].flatMap(({ 1: plain, 2: template, index }) => {
    const before = source.slice(Math.max(0, index - 400), index);
    if (LOGGED.test(before.slice(before.lastIndexOf(';') + 1))) return [];
    const text = (plain ?? template ?? '')
      .replaceAll(/\$\{(?:[^{}]|\{[^{}]*\})*\}/g, 'X1')
      .replaceAll('\\n', '\n');
    return /[a-z’]{2,} [a-z’]{2,}/i.test(text) && !text.includes('\nfunction ') ? [text.trim()] : [];
  });
}

/** What may stand for an inserted value: a name, a number, a time, a code behind a sentence. */
const SAMPLES = ['X1', '1', '1 s', ' (EACCES)'];
const said = (text: string, sample: string): string => text.replaceAll('X1', sample);

it('every error, check and setting that a person may read is in the catalogue', () => {
  const files = execFileSync('git', ['ls-files', 'src'], { encoding: 'utf8' })
    .split('\n')
    .filter((file) => file.endsWith('.ts') && isDescribed(file));
  const leaks = files.flatMap((file) =>
    literalsIn(file)
      .filter((text) => !DEVELOPERS.some((pattern) => pattern.test(text)))
      .filter((text) => SAMPLES.every((sample) => localized(said(text, sample), t) === said(text, sample)))
      .map((text) => `${file}: ${text}`),
  );
  expect(leaks).toEqual([]);
});

const FOLDERS = DESCRIBED.map(
  (glob) =>
    new RegExp(
      `^${glob
        .replace(/\{([^}]*)\}/g, (_, all: string) => `(?:${all.replaceAll(',', '|')})`)
        .replace('/**/*.ts', '/.*\\.ts')
        .replace('/*.ts', '/[^/]*\\.ts')}$`,
    ),
);
const isDescribed = (file: string): boolean => FOLDERS.some((folder) => folder.test(file));

/** IDs in brackets; the end of an English error, which the catalogue repeats as data. */
const NO_LISTS: readonly RegExp[] = [/ids\.join/, /const all = apps/];

it('a list that people read is joined as their language joins it', () => {
  const files = execFileSync('git', ['ls-files', 'src'], { encoding: 'utf8' })
    .split('\n')
    .filter((file) => /^src\/(?:slack\/views|use-cases|cli\/check-domain)\/.*\.ts$/.test(file));
  const joined = files.flatMap((file) =>
    readFileSync(file, 'utf8')
      .split('\n')
      .filter((line) => /\.join\('(?:, |; | and | or )'\)/.test(line))
      .filter((line) => !NO_LISTS.some((pattern) => pattern.test(line)))
      .map((line) => `${file}: ${line.trim()}`),
  );
  expect(joined).toEqual([]);
});
