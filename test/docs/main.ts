import { writeFileSync } from 'node:fs';
import { findingsPage } from './findings-page.js';

/** `npm run docs`: writes what is made from the code. */
writeFileSync('docs/findings.md', findingsPage());
