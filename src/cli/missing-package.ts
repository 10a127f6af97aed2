/** The package that an import didn't find. Imports nothing itself: it is needed where all packages are missing. */
export function missingPackage(error: unknown): string | undefined {
  if (!(error instanceof Error && 'code' in error) || error.code !== 'ERR_MODULE_NOT_FOUND') return undefined;
  return /Cannot find package '([^']+)'/.exec(error.message)?.[1];
}
