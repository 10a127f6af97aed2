import { readFileSync, writeFileSync } from 'node:fs';
import { findingsPage } from './findings-page.js';
import { parts, withPart } from './parts.js';

/** `npm run docs`: writes what is made from the code. */
writeFileSync('docs/findings.md', findingsPage());
for (const part of parts) writeFileSync(part.page, withPart(readFileSync(part.page, 'utf8'), part));
