#!/usr/bin/env node
import { createRequire } from 'node:module';

const { engines }: { readonly engines: { readonly node: string } } = createRequire(import.meta.url)(
  '#package.json',
);
const { node: presentNode } = process.versions;
const oldestNode = engines.node.replace('>=', '');

/** Older versions can't even load the rest, and the catalogue is part of it. */
if (presentNode.localeCompare(oldestNode, 'en', { numeric: true }) < 0) {
  process.stderr.write(
    `Node.js ${presentNode} is too old: the bot needs ${oldestNode} or later, preferably 24. Install it from https://nodejs.org, then try again.\n`,
  );
  process.exitCode = 1;
} else await import('./run-cli.js');
