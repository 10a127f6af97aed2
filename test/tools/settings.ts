/** A count from the environment. Ends the process as `countOf` does. */
export function countFrom(name: string, otherwise: number): number {
  const written = process.env[name];
  return written === undefined || written === '' ? otherwise : countOf(name, written);
}

/** A positive whole number; prints a sentence and exits with 2 if it is anything else. */
export function countOf(name: string, written: string): number {
  if (/^[1-9]\d{0,8}$/.test(written)) return Number(written);
  process.stderr.write(`${name} has to be a whole number of at least 1; it is “${written}”.\n`);
  process.exit(2);
}
