/** Crockford's base 32: no letters that sound or look like digits. */
const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** A short ID that a person can read to an admin, who finds it in the log. `random` is in [0, 1). */
export const newIncidentId = (random: () => number): string =>
  Array.from({ length: 6 }, () => LETTERS[Math.floor(random() * LETTERS.length)]).join('');
