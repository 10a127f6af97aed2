import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readInvocation } from '../../src/cli/invocation.js';
import { programs } from '../../src/cli/programs.js';
import { closte } from '../../src/hosting/closte/closte.js';
import { createCatalogue } from '../../src/locale/catalogue.js';
import { languages } from '../../src/locale/languages.js';

const t = createCatalogue('en', closte);
const read = (...args: readonly string[]) => readInvocation(args, { programs, version: '1.2.3', t });

describe('a command line', () => {
  it.each(programs)('$name runs its program with the arguments behind it', (program) => {
    expect(read(program.name, 'one', 'two')).toEqual({ kind: 'run', program, args: ['one', 'two'] });
  });

  it.each([['--help'], ['-h'], ['help']])('%s lists every subcommand with what it does', (arg) => {
    const { text, exitCode } = textOf(read(arg));
    expect(exitCode).toBe(0);
    for (const { name, summary } of programs) {
      expect(text).toContain(`  ${name}`);
      expect(text).toContain(t(summary));
    }
  });

  it.each([[['--version']], [['-v']], [['audit', '--version']]])('%j prints the version alone', (args) => {
    expect(read(...args)).toEqual({ kind: 'text', text: '1.2.3', exitCode: 0 });
  });

  it.each(programs)('$name --help explains it instead of running it', ({ name }) => {
    const { text, exitCode } = textOf(read(name, '--help'));
    expect(exitCode).toBe(0);
    expect(text).toMatch(new RegExp(`^Usage: closte-domain-bot ${name}\\b`));
  });

  it.each(programs)('help $name explains it, too', ({ name }) => {
    expect(read('help', name)).toEqual(read(name, '--help'));
  });

  it('help of an unknown subcommand is the mistake of that subcommand', () => {
    expect(read('help', 'strat')).toEqual(read('strat'));
  });

  it.each([
    ['doctor', '--json', '--fix'],
    ['check-domain', '--target', '--app', '--json', '--repeat', '--follow', '--interval'],
    ['store', '--from', '--to'],
    ['capacity', '--mappings', '--interval', '--json'],
    ['domain-connect', '--app', '--revision', '--logo', '--folder', '--out', '--domain'],
  ])('%s --help names every option', (name, ...options) => {
    const { text } = textOf(read(name, '--help'));
    expect(options.filter((option) => !text.includes(option))).toEqual([]);
  });

  /** “Exit code: 0 …”, at the start of a line or sentence. */
  const exitCodes: Readonly<Record<string, RegExp>> = {
    en: /(?:^|\. )Exit code: 0 .*\b1 /ms,
    es: /(?:^|\. )Código de salida: 0 .*\b1 /ms,
    fr: /(?:^|\. )Code de sortie\s: 0 .*\b1 /ms,
    it: /(?:^|\. )Codice di uscita: 0 .*\b1 /ms,
    'pt-BR': /(?:^|\. )Código de saída: 0 .*\b1 /ms,
    ro: /(?:^|\. )Cod de ieșire: 0 .*\b1 /ms,
  };

  it.each(Object.keys(languages))(
    'in %s, each help says what the exit codes mean, with the same examples',
    (language) => {
      const inLanguage = createCatalogue(language, closte);
      for (const { name, help } of programs) {
        expect(inLanguage(help), name).toMatch(exitCodes[language] ?? /its words for this in `exitCodes`/);
        expect(examplesIn(inLanguage(help))).toEqual(examplesIn(t(help)));
      }
    },
  );

  it('docs/installation.md lists every subcommand', () => {
    const page = readFileSync('docs/installation.md', 'utf8');
    for (const { name } of programs) expect(page).toMatch(new RegExp(`^\\| \`${name}[ \`]`, 'm'));
  });

  it('the help fits into a terminal', () => {
    for (const line of textOf(read('--help')).text.split('\n')) expect(line.length).toBeLessThanOrEqual(110);
  });

  it('without a subcommand is a mistake, and is helped', () => {
    expect(textOf(read())).toEqual({ ...textOf(read('--help')), exitCode: 2 });
  });

  it.each([
    ['strat', 'There’s no subcommand “strat”. Did you mean “start”?'],
    ['dcotor', 'There’s no subcommand “dcotor”. Did you mean “doctor”?'],
    ['serve', 'There’s no subcommand “serve”. Run closte-domain-bot --help to see them all.'],
  ])('answers %s with one sentence and exit code 2', (name, sentence) => {
    expect(read(name)).toEqual({ kind: 'text', text: sentence, exitCode: 2 });
  });
});

it('tells an unknown option from a subcommand', () => {
  const { text, exitCode } = textOf(read('--port'));
  expect(exitCode).toBe(2);
  expect(text).toMatch(/^There’s no option --port\.\ncloste-domain-bot <subcommand> --help/);
});

const examplesIn = (help: string) => help.match(/(?<=: )closte-domain-bot .*$/gm)?.slice(1) ?? [];

function textOf(invocation: ReturnType<typeof read>) {
  if (invocation.kind !== 'text') throw new Error(`${invocation.program.name} would run`);
  return invocation;
}
