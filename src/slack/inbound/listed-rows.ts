import { type ListedRow, listedRows, pastedHostnames } from '../../core/hostname-lists.js';
import { typedWords } from '../../core/typed-text.js';
import { UserError } from '../../use-cases/errors.js';
import { csvRows, wordCount } from '../../util/csv.js';
import { type FileReader, SharedFileError, type SharedFiles } from '../outbound/read-file.js';

/** Thousands of rows with dozens of columns. */
const MAX_LISTED_WORDS = 50_000;
/** How many linked files of one text are read. */
const MAX_LINKED_FILES = 3;

/** Reads lists of hostnames: pasted, in a file, or in files that the text names by their link in Slack. */
export interface ListReader {
  /** The rows of a dialog's text and file. Throws `UserError`. */
  rows(
    text: string,
    file: Readonly<Record<string, unknown>> | undefined,
    by: FileReader,
  ): Promise<ListedRow[]>;
  /** The rows of a shared file, by its ID. Throws `UserError`. */
  shared(id: string, by: FileReader): Promise<ListedRow[]>;
  /** Whether a text names a file. */
  namesFile(text: string): boolean;
}

export function createListReader(files: SharedFiles): ListReader {
  const linksIn = (text: string): string[] => [
    ...new Set(typedWords(text).flatMap((word) => files.linkedIn(word) ?? [])),
  ];

  return {
    namesFile: (text) => linksIn(text).length > 0,
    shared: async (id, by) => rowsOfFile(await asked(files.readLinked(id, by))),
    rows: async (text, file, by) => {
      const pasted = pastedHostnames(text).filter((word) => files.linkedIn(word) === undefined);
      const rows: ListedRow[] = pasted.map((hostname) => ({ hostname }));
      for (const id of linksIn(text).slice(0, MAX_LINKED_FILES))
        rows.push(...rowsOfFile(await asked(files.readLinked(id, by))));
      if (file) rows.push(...rowsOfFile(await asked(files.read(file))));
      return rows;
    },
  };
}

const asked = (content: Promise<string>): Promise<string> =>
  content.catch((error: unknown) => {
    throw error instanceof SharedFileError ? new UserError({ code: 'file', why: error.why }) : error;
  });

function rowsOfFile(content: string): ListedRow[] {
  if (wordCount(content) > MAX_LISTED_WORDS) throw new UserError({ code: 'file', why: 'large' });
  const table = csvRows(content);
  const listed = table ? listedRows(table) : pastedHostnames(content).map((hostname) => ({ hostname }));
  if (listed.length === 0) throw new UserError({ code: 'file', why: 'empty' });
  return listed;
}
