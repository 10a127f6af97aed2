import { afterEach, expect, it, vi } from 'vitest';
import { countFrom } from './settings.js';

afterEach(() => void vi.unstubAllEnvs());

it.each([
  ['5', 5],
  ['100000', 100_000],
  ['', 300],
])('a count of “%s” is %i', (written, count) => {
  vi.stubEnv('KILLS', written);
  expect(countFrom('KILLS', 300)).toBe(count);
});

it.each(['0', '-1', '1.5', 'many', '1e3', '99999999999'])(
  '“%s” is no count: the run ends and says so',
  (written) => {
    vi.stubEnv('KILLS', written);
    const said = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
    vi.spyOn(process, 'exit').mockImplementation((code) => {
      throw new Error(`exit ${code}`);
    });
    expect(() => countFrom('KILLS', 300)).toThrow('exit 2');
    expect(said.mock.calls.join('')).toContain(
      `KILLS has to be a whole number of at least 1; it is “${written}”.`,
    );
    vi.restoreAllMocks();
  },
);
