import { codeOf } from './network-errors.js';

/** Why the bot can't start, in one sentence that names the variable and what to do. */
export class StartError extends Error {
  override readonly name = 'StartError';
}

/** The system's error codes in plain words. */
const REASONS: Readonly<Record<string, string>> = {
  EACCES: 'permission denied',
  ENOENT: 'nothing can be made there',
  EPERM: 'permission denied',
  EROFS: 'the file system is read-only',
  ENOTDIR: 'part of the path is not a folder',
  EEXIST: 'a file has that name',
  ENOSPC: 'the disk is full',
  ENAMETOOLONG: 'the path is too long',
  ELOOP: 'its links lead in a circle',
};

/** The folder can't be created, read or written. */
export function dataDirError(folder: string, error: unknown): StartError {
  const code = codeOf(error);
  const reason = REASONS[code] ?? (error instanceof Error ? error.message : String(error));
  return new StartError(
    `DATA_DIR (${folder}) can’t be used: ${reason}${code && ` (${code})`}. Name a folder that the bot’s user may create and write.`,
    { cause: error },
  );
}

/** The HTTP server can't listen. */
export function listenError(host: string, port: number, error: unknown): StartError {
  return new StartError(listenSentence(host, port, codeOf(error)), { cause: error });
}

function listenSentence(host: string, port: number, code: string): string {
  switch (code) {
    case 'EADDRINUSE':
      return `PORT ${port} is in use on ${host}. Stop the other program, or give the bot another PORT.`;
    case 'EACCES':
      return `PORT ${port} may not be used by this user (EACCES). Give a PORT above 1023.`;
    case 'EADDRNOTAVAIL':
    case 'EAFNOSUPPORT':
    case 'EINVAL':
      return `HOST ${host} is not an address of this machine (${code}). Use 127.0.0.1, or 0.0.0.0 for every address.`;
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
    case 'EAI_NODATA':
      return `HOST ${host} can’t be resolved to an address (${code}). Use 127.0.0.1, or 0.0.0.0 for every address.`;
    default:
      return `HOST ${host} and PORT ${port} can’t be listened on (${code || 'unknown reason'}). Change HOST or PORT.`;
  }
}
