import { readFile } from 'node:fs/promises';
import type { ServerResponse } from 'node:http';
import { createRequire } from 'node:module';
import { extname } from 'node:path';
import { pathToFileURL } from 'node:url';
import { RequestError } from '../rules/request-error.js';

const CONTENT_TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
};

/** The page's one library. The package doesn't export this file, so it is located beside its main file. */
const PREACT = new URL(
  '../preact/standalone.module.js',
  pathToFileURL(createRequire(import.meta.url).resolve('htm')),
);

/** Sends a file of the page's folder; rejects names that could lead out of it. */
export async function sendFile(
  path: string,
  folder: URL | undefined,
  response: ServerResponse,
): Promise<void> {
  const file = fileFor(path, folder);
  const bytes = file && (await readFile(file).catch(() => undefined));
  if (!file || !bytes) throw new RequestError(404, 'not_found');
  const type = CONTENT_TYPES[extname(file.pathname)] ?? 'text/plain; charset=utf-8';
  response.writeHead(200, {
    'content-type': type,
    'cache-control': 'no-cache',
    'x-content-type-options': 'nosniff',
  });
  response.end(bytes);
}

function fileFor(path: string, folder: URL | undefined): URL | undefined {
  if (path === '/vendor/preact.mjs') return PREACT;
  const name = path === '/' || path.startsWith('/archives/') ? 'index.html' : path.slice(1);
  return folder && /^(?:[a-z-]+\/)?[a-z\d-]+\.(html|css|js|svg)$/.test(name)
    ? new URL(name, folder)
    : undefined;
}
