import { describe, expect, it } from 'vitest';
import { readOptions } from '../../src/cli/check-domain/options.js';
import { CommandLineError, readCommandLine } from '../../src/cli/shell.js';
import { describeProblem, readConfig } from '../../src/config/config.js';
import { errorText, shellCatalogue } from '../../src/config/problems.js';

const spanish = shellCatalogue({ LANG: 'es_ES.UTF-8' });
const english = shellCatalogue({ LOCALE: 'C', LANG: 'C.UTF-8' });

it('speaks the language of LOCALE, else of LANG, else English', () => {
  expect(shellCatalogue({ LOCALE: 'ro', LANG: 'es_ES.UTF-8' })('shell.sign.missing')).toBe('lipsește');
  expect(spanish('shell.sign.missing')).toBe('falta');
  expect(english('shell.sign.missing')).toBe('missing');
});

describe('a wrong command line', () => {
  it.each([
    [['a.com', '--nope'], 'There’s no option --nope.', 'No existe la opción --nope.'],
    [['a.com', '--app'], 'The option --app needs a value.', 'La opción --app necesita un valor.'],
    [['a.com', '--json=x'], 'The option --json takes no value.', 'La opción --json no lleva valor.'],
    [
      ['a.com', '--repeat', '0'],
      'The value of --repeat is not between 1 and 1000.',
      'El valor de --repeat no está entre 1 y 1000.',
    ],
    [
      [],
      'Name at least one hostname, or - for standard input.',
      'Indica al menos un nombre de host, o - para la entrada estándar.',
    ],
  ])('%j is explained in the terminal’s language', (args, en, es) => {
    const error = failureOf(() => readOptions(args));
    expect(error).toBeInstanceOf(CommandLineError);
    expect([errorText(error, english), errorText(error, spanish)]).toEqual([en, es]);
  });

  it('says that an argument is unexpected', () => {
    const error = failureOf(() => readCommandLine({ args: ['more'], options: {} }));
    expect(errorText(error, english)).toBe('Unexpected argument: more.');
  });
});

it('says what is wrong with a setting in the terminal’s language', () => {
  const { problems } = readConfig({ SLACK_BOT_TOKEN: 'xapp-1', PORT: '70000' }, () => undefined);
  const said = problems.map((problem) => describeProblem(problem, spanish)).join('\n');
  expect(said).toContain(
    'SLACK_BOT_TOKEN contiene un token de nivel de app, que va en SLACK_APP_TOKEN. Copia',
  );
  expect(said).toContain('PORT no está entre 0 y 65535. Indica un puerto de 0 a 65535.');
});

function failureOf(work: () => unknown): unknown {
  try {
    return work();
  } catch (error) {
    return error;
  }
}
