/** What stands for no text. */
export const NO_TEXT = 0;

/** Numbers that stand for texts which many rows share. A number is given again once nothing uses its text. */
export class SharedTexts {
  readonly #numbers = new Map<string, number>();
  readonly #texts: (string | undefined)[] = [undefined];
  readonly #uses: number[] = [0];
  readonly #free: number[] = [];

  /** Undefined if nothing uses the text. */
  numberOf(text: string): number | undefined {
    return this.#numbers.get(text);
  }

  textOf(number: number): string | undefined {
    return this.#texts[number];
  }

  /** The text's number, for one more use. */
  use(text: string | undefined): number {
    if (text === undefined) return NO_TEXT;
    const number = this.#numbers.get(text) ?? this.#add(text);
    this.useAgain(number);
    return number;
  }

  /** One more use of a text that is in use. */
  useAgain(number: number): void {
    this.#uses[number] = (this.#uses[number] ?? 0) + 1;
  }

  /** Ends one use. */
  release(number: number): void {
    const text = this.#texts[number];
    if (text === undefined) return;
    const left = (this.#uses[number] ?? 0) - 1;
    this.#uses[number] = left;
    if (left > 0) return;
    this.#numbers.delete(text);
    this.#texts[number] = undefined;
    this.#free.push(number);
  }

  #add(text: string): number {
    const number = this.#free.pop() ?? this.#texts.length;
    this.#numbers.set(text, number);
    this.#texts[number] = text;
    this.#uses[number] = 0;
    return number;
  }
}
