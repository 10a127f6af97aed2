import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { findingsPage } from './findings-page.js';

it('docs/findings.md is what the code says (`npm run docs`)', () => {
  expect(readFileSync('docs/findings.md', 'utf8')).toBe(findingsPage());
});
