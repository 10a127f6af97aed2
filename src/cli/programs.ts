import type { MessageKey } from '../locale/catalogue.js';

/** One subcommand of `closte-domain-bot`. */
export interface Program {
  readonly name: string;
  /** The arguments after the name, such as `verify | rebuild`; empty if there are none. */
  readonly usage: string;
  /** Completes "closte-domain-bot NAME …", in the third person. */
  readonly summary: Extract<MessageKey, `shell.summary.${string}`>;
  /** Its whole help. */
  readonly help: Extract<MessageKey, `shell.usage.${string}`>;
  /** Importing the module runs the program with the arguments in `process.argv`; it sets its own exit code. */
  readonly load: () => Promise<unknown>;
}

/** Every subcommand, in the order of `--help`. Add one with one line. */
export const programs: readonly Program[] = [
  {
    name: 'start',
    usage: '',
    summary: 'shell.summary.start',
    help: 'shell.usage.start',
    load: () => import('../main.js'),
  },
  {
    name: 'doctor',
    usage: '[--json] [--fix]',
    summary: 'shell.summary.doctor',
    help: 'shell.usage.doctor',
    load: () => import('./doctor.js'),
  },
  {
    name: 'check-domain',
    usage: '<hostname>… [--target LIST] [--app NAME] [--json] [--repeat N | --follow] [--interval S]',
    summary: 'shell.summary.check-domain',
    help: 'shell.usage.check-domain',
    load: () => import('./check-domain/main.js'),
  },
  {
    name: 'audit',
    usage: 'verify | rebuild',
    summary: 'shell.summary.audit',
    help: 'shell.usage.audit',
    load: () => import('./audit.js'),
  },
  {
    name: 'store',
    usage: 'migrate | copy --from A --to B',
    summary: 'shell.summary.store',
    help: 'shell.usage.store',
    load: () => import('./store.js'),
  },
  {
    name: 'capacity',
    usage: '--mappings N --interval S [--json]',
    summary: 'shell.summary.capacity',
    help: 'shell.usage.capacity',
    load: () => import('./capacity/main.js'),
  },
  {
    name: 'domain-connect',
    usage: 'template | keys | check [--domain DOMAIN]',
    summary: 'shell.summary.domain-connect',
    help: 'shell.usage.domain-connect',
    load: () => import('./domain-connect/main.js'),
  },
  {
    name: 'demo',
    usage: '',
    summary: 'shell.summary.demo',
    help: 'shell.usage.demo',
    load: () => import('../sandbox/demo.js'),
  },
];
