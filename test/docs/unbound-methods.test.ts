import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { unboundMethods } from './unbound-methods.js';

const PLANTED = `
interface Counter { readonly up: () => number; total(): number }
class Clicks implements Counter {
  #count = 0;
  readonly up = () => ++this.#count;
  total() { return this.#count; }
}
declare function use(...functions: (() => number)[]): void;
export function wire(counter: Counter, { total }: Pick<Counter, 'total'>) {
  use(counter.up, () => counter.total(), counter.total.bind(counter));
  use(total, counter.total);
}
`;

it('a method is found where it is handed on by a property or a pattern, through an interface, too', () => {
  const folder = mkdtempSync(join(tmpdir(), 'unbound-methods-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const config = join(folder, 'tsconfig.json');
  writeFileSync(config, JSON.stringify({ compilerOptions: { strict: true, target: 'es2023' } }));
  writeFileSync(join(folder, 'planted.ts'), PLANTED);
  expect(unboundMethods(folder, config)).toEqual([
    'planted.ts: total of Clicks',
    'planted.ts: total of Clicks',
  ]);
});

it('no method of a class in src or commands is handed on without its `this`', () => {
  expect(unboundMethods(process.cwd(), join(process.cwd(), 'tsconfig.build.json'))).toEqual([]);
}, 120_000);
