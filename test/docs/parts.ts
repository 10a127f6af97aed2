import { commands } from '../../commands/index.js';
import { closte } from '../../src/hosting/closte/closte.js';
import { createCatalogue } from '../../src/locale/catalogue.js';
import { longest, mostImported } from './files.js';
import { creationLink, scopeTable } from './slack-app.js';

/** What stands in a page between `<!-- NAME:begin -->` and `<!-- NAME:end -->`, made from the code. */
export interface Part {
  readonly page: string;
  readonly name: string;
  readonly text: () => string;
}

export const parts: readonly Part[] = [
  { page: 'README.md', name: 'commands', text: commandTable },
  { page: 'README.md', name: 'create-app', text: () => `[create-app]: ${creationLink()}` },
  { page: 'docs/architecture.md', name: 'most-imported', text: mostImported },
  { page: 'docs/architecture.md', name: 'longest', text: longest },
  { page: 'docs/installation.md', name: 'scopes', text: scopeTable },
];

/** The page with the part put in again. Throws when the page has no place for it. */
export function withPart(page: string, { page: path, name, text }: Part): string {
  const [begin, end] = [`<!-- ${name}:begin -->`, `<!-- ${name}:end -->`];
  const [before, rest] = page.split(begin);
  const after = rest?.split(end)[1];
  if (before === undefined || after === undefined) throw new Error(`${path} has no ${begin} … ${end}`);
  return `${before}${begin}\n\n${text()}\n\n${end}${after}`;
}

function commandTable(): string {
  const t = createCatalogue('en', closte);
  const rows = commands.map(({ usage, summary }) => `| \`/domain ${usage}\` | ${t(summary)} |`);
  return ['| command | what it does |', '| --- | --- |', ...rows].join('\n');
}
