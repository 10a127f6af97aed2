#!/usr/bin/env node
import { createRequire } from 'node:module';
import { missingPackage } from './missing-package.js';

const { engines }: { readonly engines: { readonly node: string } } = createRequire(import.meta.url)(
  '#package.json',
);
const { node: presentNode } = process.versions;
const oldestNode = engines.node.replace('>=', '');

// What these two say can't come from the catalogue, which wouldn't load either.
if (presentNode.localeCompare(oldestNode, 'en', { numeric: true }) < 0) {
  process.stderr.write(
    `Node.js ${presentNode} is too old: the bot needs ${oldestNode} or later, preferably 24. Install it from https://nodejs.org, then try again.\n`,
  );
  process.exitCode = 1;
} else
  await import('./run-cli.js').catch((error: unknown) => {
    const missing = missingPackage(error);
    if (missing === undefined) throw error;
    process.stderr.write(
      `The package ${missing} isn’t installed. Run “npm ci --omit=dev” in the bot’s folder, then try again.\n`,
    );
    process.exitCode = 1;
  });
