/** One subcommand of `closte-domain-bot`. */
export interface Program {
  readonly name: string;
  /** The arguments after the name, such as `verify | rebuild`; empty if there are none. */
  readonly usage: string;
  /** Completes "closte-domain-bot NAME …", in the third person. */
  readonly summary: string;
  /** Importing the module runs the program with the arguments in `process.argv`; it sets its own exit code. */
  readonly load: () => Promise<unknown>;
}

/** Every subcommand, in the order of `--help`. Add one with one line. */
export const programs: readonly Program[] = [
  { name: 'start', usage: '', summary: 'runs the bot until SIGTERM', load: () => import('../main.js') },
  {
    name: 'doctor',
    usage: '',
    summary: 'checks that everything the bot needs works, and how to fix what doesn’t',
    load: () => import('./doctor.js'),
  },
  {
    name: 'check-domain',
    usage: '<hostname>… [--target LIST] [--app NAME] [--json] [--repeat N | --follow] [--interval S]',
    summary: 'checks domains once from the shell, without Slack and store: what is wrong and how to fix it',
    load: () => import('./check-domain/main.js'),
  },
  {
    name: 'audit',
    usage: 'verify | rebuild',
    summary: 'compares the channels with the store, or rebuilds a lost store from them',
    load: () => import('./audit.js'),
  },
  {
    name: 'store',
    usage: 'migrate',
    summary: 'brings the database of DATABASE_URL up to date',
    load: () => import('./store.js'),
  },
  {
    name: 'domain-connect',
    usage: 'template | keys | check [--domain DOMAIN]',
    summary:
      'prepares one click for customers: the template files, the signing key, and what is still missing',
    load: () => import('./domain-connect/main.js'),
  },
  {
    name: 'demo',
    usage: '',
    summary: 'runs the bot against a Slack, a Closte and DNS servers on this machine',
    load: () => import('../sandbox/demo.js'),
  },
];
