import { NO_TEXT, type SharedTexts } from './shared-texts.js';

/** Rows that get memory at once: to make it, and to copy nothing, takes microseconds. */
const PART_ROWS = 4_096;

/** A column of numbers that no garbage collection goes through. */
export class Numbers {
  readonly #parts: Float64Array[] = [];

  get(row: number): number | undefined {
    const number = this.#parts[Math.floor(row / PART_ROWS)]?.[row % PART_ROWS];
    return Number.isNaN(number) ? undefined : number;
  }

  set(row: number, number: number | undefined): void {
    const at = Math.floor(row / PART_ROWS);
    if (number === undefined && !this.#parts[at]) return;
    const part = this.#parts[at] ?? new Float64Array(PART_ROWS).fill(Number.NaN);
    part[row % PART_ROWS] = number ?? Number.NaN;
    this.#parts[at] = part;
  }
}

/** A column of texts that many rows share. */
export class Texts {
  readonly #parts: Uint32Array[] = [];

  constructor(private readonly shared: SharedTexts) {}

  get(row: number): string | undefined {
    return this.shared.textOf(this.numberAt(row));
  }

  /** The number of its text. */
  numberAt(row: number): number {
    return this.#parts[Math.floor(row / PART_ROWS)]?.[row % PART_ROWS] ?? NO_TEXT;
  }

  set(row: number, text: string | undefined): void {
    if (this.get(row) === text) return;
    const number = this.shared.use(text);
    this.setNumber(row, number);
    this.shared.release(number);
  }

  /** The number of a text that is in use. */
  setNumber(row: number, number: number): void {
    const at = Math.floor(row / PART_ROWS);
    if (number === NO_TEXT && !this.#parts[at]) return;
    const part = this.#parts[at] ?? new Uint32Array(PART_ROWS);
    const before = part[row % PART_ROWS] ?? NO_TEXT;
    this.shared.useAgain(number);
    part[row % PART_ROWS] = number;
    this.#parts[at] = part;
    this.shared.release(before);
  }
}
