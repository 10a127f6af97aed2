const MAX_SUBJECT_LENGTH = 72;
const TYPES = ['feat', 'fix', 'perf', 'refactor', 'docs', 'test', 'build', 'ci', 'chore', 'style', 'revert'];
const SUBJECT = new RegExp(`^(${TYPES.join('|')})(?:\\(([\\w ,./-]+)\\))?(!)?: (\\S.*)$`);

/** What a reader of the changelog sees; the other types change nothing for whoever runs the bot. */
const SECTIONS = { feat: 'Added', fix: 'Fixed', perf: 'Faster' } as const;
const INTRODUCTION = `# Changelog

<!-- Made by \`npm run changelog\` from the subjects of the commits, which follow https://www.conventionalcommits.org. -->
`;

interface Subject {
  readonly type: string;
  readonly scope: string | undefined;
  readonly isBreaking: boolean;
  readonly text: string;
}

export interface Release {
  readonly name: string;
  /** Of its commits, newest first. */
  readonly subjects: readonly string[];
}

/** The parts of a Conventional Commits subject; undefined for any other. */
function readSubject(subject: string): Subject | undefined {
  const [, type, scope, breaking, text] = SUBJECT.exec(subject) ?? [];
  if (type === undefined || text === undefined) return undefined;
  return { type, scope, isBreaking: breaking === '!', text };
}

/** What is wrong with a subject; undefined when nothing is. */
export function subjectProblem(subject: string): string | undefined {
  if (!readSubject(subject)) return 'is not of the form “type(scope): what it does”';
  const { length } = [...subject];
  if (length > MAX_SUBJECT_LENGTH) return `has ${length} characters, ${MAX_SUBJECT_LENGTH} at most`;
  return undefined;
}

/** The text of CHANGELOG.md: `releases` newest first. */
export const changelog = (releases: readonly Release[]): string =>
  [INTRODUCTION, ...releases.flatMap(release)].join('\n');

function release({ name, subjects }: Release): string[] {
  const entries = subjects.map(readSubject).filter((entry) => entry !== undefined);
  const breaking = entries.filter(({ isBreaking }) => isBreaking);
  const parts = [
    ...section('Breaking', breaking),
    ...Object.entries(SECTIONS).flatMap(([type, title]) =>
      section(
        title,
        entries.filter((entry) => entry.type === type && !entry.isBreaking),
      ),
    ),
  ];
  return parts.length === 0 ? [] : [`## ${name}\n`, ...parts];
}

const section = (title: string, entries: readonly Subject[]): string[] =>
  entries.length === 0 ? [] : [`### ${title}\n`, ...new Set(entries.map(entryLine)), ''];

const entryLine = ({ scope, text }: Subject): string => (scope ? `- **${scope}**: ${text}` : `- ${text}`);
